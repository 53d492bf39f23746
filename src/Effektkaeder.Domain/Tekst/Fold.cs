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
