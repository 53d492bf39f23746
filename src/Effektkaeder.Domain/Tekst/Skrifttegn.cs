using System.Globalization;
using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>
/// The characters that words are made of: composed (NFC), without the marks that are not seen. Soft hyphens, zero-width
/// and bidirectional marks, controls and noncharacters decide nothing, whatever program wrote them.
/// </summary>
public static class Skrifttegn
{
    /// <summary>The text as it is compared and shown; the same instance where nothing had to change.</summary>
    public static string Of(string text)
    {
        foreach (var c in text)
        {
            // Nothing else is unseen or composes with what it follows below U+0300, where combining marks begin.
            if (c is not ((>= ' ' and < '\u007F') or (>= '\u00C0' and < '\u0300') or '\n' or '\t'))
            {
                return OfAny(text);
            }
        }

        return text;
    }

    private static string OfAny(string text)
    {
        var seen = HasUnseen(text) ? Seen(text) : text;
        return seen.IsNormalized(NormalizationForm.FormC) ? seen : seen.Normalize(NormalizationForm.FormC);
    }

    /// <summary>A character that no reader sees: a mark, a control, a noncharacter, or half of a pair that stands alone.</summary>
    /// <remarks>Of a surrogate pair this can not tell by one half alone; <see cref="Of"/> looks at both.</remarks>
    public static bool IsUnseen(char c) =>
        c >= '\u007F' || c < ' '
            ? c switch
            {
                '\t' or '\n' or '\r' or '\f' => false,
                < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or '\uFFFE' or '\uFFFF' => true,
                >= '\uFDD0' and <= '\uFDEF' => true,
                _ => char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format,
            }
            : false;

    private static bool HasUnseen(string text)
    {
        foreach (var c in text)
        {
            if (IsUnseen(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Seen(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                // The last two code points of every plane are noncharacters.
                if ((char.ConvertToUtf32(text[i], text[i + 1]) & 0xFFFE) != 0xFFFE)
                {
                    builder.Append(text[i]).Append(text[i + 1]);
                }

                i++;
            }
            else if (!IsUnseen(text[i]))
            {
                builder.Append(text[i]);
            }
        }

        return builder.ToString();
    }
}
