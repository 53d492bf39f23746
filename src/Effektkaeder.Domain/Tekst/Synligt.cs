using System.Globalization;
using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>
/// Text as it may be shown where characters command: on a terminal, in a log. What is not seen is shown as a mark: a control as its
/// own picture (␛), a bidirectional or zero-width mark, or half of a pair, by its number (⟨U+202E⟩).
/// </summary>
public static class Synligt
{
    /// <summary>A text of several lines: line ends and tabs stay.</summary>
    public static string Lines(string text) => Of(text, c => c is '\n' or '\t' ? c : null);

    /// <summary>One line or cell: line ends and tabs are spaces.</summary>
    public static string Line(string text) => Of(text, c => c is '\n' or '\t' ? ' ' : null);

    /// <summary>Whether a character at this place commands and is not seen; and how many chars it is.</summary>
    public static (bool IsUnseen, int Length) At(string text, int at)
    {
        if (!char.IsSurrogate(text[at]))
        {
            return (text[at] is '\r' or '\n' or '\t' or '\f' or '\u2028' or '\u2029' || Skrifttegn.IsUnseen(text[at]), 1);
        }

        return at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
            ? (CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1])) == UnicodeCategory.Format, 2)
            : (true, 1);
    }

    private static string Of(string text, Func<char, char?> kept)
    {
        StringBuilder? shown = null;
        for (int i = 0, length; i < text.Length; i += length)
        {
            (var isUnseen, length) = At(text, i);
            if (!isUnseen)
            {
                shown?.Append(text, i, length);
                continue;
            }

            shown ??= new StringBuilder(text.Length + 16).Append(text, 0, i);
            if (kept(text[i]) is { } c)
            {
                shown.Append(c);
            }
            else
            {
                shown.Append(Mark(text, i, length));
            }
        }

        return shown?.ToString() ?? text;
    }

    private static string Mark(string text, int at, int length) =>
        text[at] switch
        {
            < ' ' => ((char)('\u2400' + text[at])).ToString(),
            '\u007F' => "\u2421",
            _ => $"⟨U+{(length == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at]):X4}⟩",
        };
}
