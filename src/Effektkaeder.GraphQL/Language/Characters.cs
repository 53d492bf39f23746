using System.Globalization;
using System.Text;
using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Language;

/// <summary>
/// The character classes of spec 2.1 and 2.1.9. They are ASCII only: char.IsLetter and char.IsDigit would
/// also take letters and digits of other scripts, which the grammar refuses.
/// </summary>
internal static class Characters
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsNameContinue(char c) => IsNameStart(c) || IsDigit(c);

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };

    /// <summary>How many UTF-16 units the Unicode scalar value at <paramref name="position"/> takes; 0 for a lone surrogate.</summary>
    public static int ScalarLength(string text, int position)
    {
        var c = text[position];
        if (!char.IsSurrogate(c))
        {
            return 1;
        }

        return char.IsHighSurrogate(c) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]) ? 2 : 0;
    }

    /// <summary>A character as an error message shows it: quoted when printable ASCII, else by its code point.</summary>
    public static Message Show(string text, int position)
    {
        if (position >= text.Length)
        {
            return "the end of the document";
        }

        if (text[position] is >= ' ' and <= '~')
        {
            return text[position] == '"' ? "'\"'" : $"\"{text[position]}\"";
        }

        var code = Rune.TryGetRuneAt(text, position, out var rune) ? rune.Value : text[position];
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    public static bool IsName(string text)
    {
        if (text.Length == 0 || !IsNameStart(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!IsNameContinue(c))
            {
                return false;
            }
        }

        return true;
    }
}
