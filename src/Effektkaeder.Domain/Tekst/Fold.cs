using System.Globalization;
using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>The folded form that text is searched and compared in: lower case, æ→ae, ø→oe, å→aa, no accents, single spaces.</summary>
public static class Fold
{
    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        foreach (var c in Skrifttegn.Of(text))
        {
            Append(builder, char.ToLowerInvariant(c));
        }

        return builder.ToString().TrimEnd();
    }

    /// <summary>0 where the text is this one when folded, 1 where it begins so, 2 where it does not.</summary>
    /// <param name="folded">As <see cref="Of"/> gives it.</param>
    public static int Fit(string text, string folded)
    {
        // Nearly no text begins alike, and of most that is seen by the first letter. A mark that follows it never makes it another.
        if (
            text.Length > 0
            && folded.Length > 0
            && char.IsAsciiLetterOrDigit(text[0])
            && char.IsAscii(folded[0])
            && char.ToLowerInvariant(text[0]) != folded[0]
        )
        {
            return 2;
        }

        var own = Of(text);
        return own == folded ? 0
            : own.StartsWith(folded, StringComparison.Ordinal) ? 1
            : 2;
    }

    private static void Append(StringBuilder builder, char c)
    {
        switch (c)
        {
            case 'æ' or 'ä':
                builder.Append("ae");
                break;
            case 'ø' or 'ö':
                builder.Append("oe");
                break;
            case 'å':
                builder.Append("aa");
                break;
            case < (char)0x80 when !char.IsWhiteSpace(c):
                builder.Append(c);
                break;
            case var _ when char.IsWhiteSpace(c):
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }

                break;
            default:
                AppendWithoutAccent(builder, c);
                break;
        }
    }

    private static void AppendWithoutAccent(StringBuilder builder, char c)
    {
        if (char.IsSurrogate(c))
        {
            builder.Append(c);
            return;
        }
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                builder.Append(part);
            }
        }
    }
}
