using System.Globalization;
using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The folded form that text is searched and compared in: lower case, æ→ae, ø→oe, å→aa, no accents, single spaces.</summary>
public static class Fold
{
    /// <summary>A character becomes so many at most, when it is taken apart (NFD in UTF-16).</summary>
    private const int MostParts = 4;

    private static readonly string Ascii = string.Concat(Enumerable.Range(0, 0x80).Select(c => (char)c));

    public static string Of(string text)
    {
        var seen = Skrifttegn.Of(text);
        var folded = seen.Length <= 256 ? stackalloc char[256 * MostParts] : new char[seen.Length * MostParts];
        var length = 0;
        foreach (var c in seen)
        {
            length = Append(folded, length, char.ToLowerInvariant(c));
        }

        return new(folded[..(length > 0 && folded[length - 1] == ' ' ? length - 1 : length)]);
    }

    /// <summary>0 where the text is this one when folded, 1 where it begins so, 2 where it does not.</summary>
    /// <param name="folded">As <see cref="Of"/> gives it.</param>
    public static int Fit(string text, string folded) => Fit(text.AsSpan(), folded);

    /// <inheritdoc cref="Fit(string, string)"/>
    public static int Fit(ReadOnlySpan<char> text, string folded)
    {
        if (FitPlain(text, folded) is { } fit)
        {
            return fit;
        }

        var own = Of(text.ToString());
        return own == folded ? 0
            : own.StartsWith(folded, StringComparison.Ordinal) ? 1
            : 2;
    }

    /// <summary>How many letters there are in an <see cref="Opening"/>, and the greatest length that it tells.</summary>
    internal const int InOpening = sizeof(ulong) - 1,
        LongestOpening = byte.MaxValue;

    /// <summary>
    /// The first letters of a text when folded, and how many it has, as one number: a byte each, the first letter highest, the length last.
    /// ASCII stands as itself, any other as one that no folded text has; 0 where there are no more.
    /// </summary>
    public static ulong Opening(ReadOnlySpan<char> text)
    {
        var (opening, length) = (0UL, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var letters = Plain(text, i);
            if (letters.IsEmpty)
            {
                return OpeningOfFolded(Of(text.ToString()));
            }

            foreach (var letter in letters)
            {
                if (length < InOpening)
                {
                    opening |= (ulong)letter << (8 * (InOpening - length));
                }

                length++;
            }
        }

        return opening | (byte)Math.Min(length, LongestOpening);
    }

    /// <summary>The same of a text that is folded.</summary>
    internal static ulong OpeningOfFolded(string folded)
    {
        ulong opening = (byte)Math.Min(folded.Length, LongestOpening);
        for (var i = 0; i < Math.Min(folded.Length, InOpening); i++)
        {
            opening |= (ulong)(char.IsAscii(folded[i]) ? folded[i] : '\u007F') << (8 * (InOpening - i));
        }

        return opening;
    }

    /// <summary>Letter by letter, until one is another; null where a letter is met that only the whole text folds rightly.</summary>
    private static int? FitPlain(ReadOnlySpan<char> text, string folded)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letters = Plain(text, i);
            if (letters.IsEmpty)
            {
                return null;
            }

            foreach (var letter in letters)
            {
                if (at == folded.Length)
                {
                    return 1;
                }

                if (folded[at++] != letter)
                {
                    return 2;
                }
            }
        }

        return at == folded.Length ? 0 : 2;
    }

    /// <summary>What a letter of a text is when folded; nothing where only the whole text folds it rightly.</summary>
    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> text, int i)
    {
        // A mark that follows makes another letter of it, and of spaces one is kept, within the text.
        var (c, next) = (text[i], i + 1 < text.Length ? text[i + 1] : ' ');
        return !IsPlain(c) || !IsPlain(next) || (c == ' ' && (i == 0 || next == ' '))
            ? []
            : char.ToLowerInvariant(c) switch
            {
                'æ' => "ae",
                'ø' => "oe",
                'å' => "aa",
                var other => Ascii.AsSpan(other, 1),
            };
    }

    private static bool IsPlain(char c) => c is (>= ' ' and < '\u007F') or 'æ' or 'ø' or 'å' or 'Æ' or 'Ø' or 'Å';

    /// <returns>How long the folded text is with it.</returns>
    private static int Append(Span<char> folded, int length, char c)
    {
        switch (c)
        {
            case 'æ' or 'ä':
                (folded[length], folded[length + 1]) = ('a', 'e');
                return length + 2;
            case 'ø' or 'ö':
                (folded[length], folded[length + 1]) = ('o', 'e');
                return length + 2;
            case 'å':
                (folded[length], folded[length + 1]) = ('a', 'a');
                return length + 2;
            case var _ when char.IsWhiteSpace(c):
                if (length > 0 && folded[length - 1] != ' ')
                {
                    folded[length++] = ' ';
                }

                return length;
            case < (char)0x80:
                folded[length] = c;
                return length + 1;
            default:
                return AppendWithoutAccent(folded, length, c);
        }
    }

    private static int AppendWithoutAccent(Span<char> folded, int length, char c)
    {
        if (char.IsSurrogate(c))
        {
            folded[length] = c;
            return length + 1;
        }

        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                folded[length++] = part;
            }
        }

        return length;
    }
}
