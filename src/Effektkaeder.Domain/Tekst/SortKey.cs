using System.Globalization;
using System.Text;

namespace Effektkaeder.Domain.Tekst;

/// <summary>
/// A string whose code-point order is the Danish alphabet's: a … z æ ø å, "aa" as å, case and accents ignored, digits first,
/// anything else a space. Both stores order by it, so that they agree with each other and with people.
/// </summary>
public static class SortKey
{
    // The three code points after 'z', in their Danish order.
    private const char Ae = '{',
        Oe = '|',
        Aa = '}';

    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var original in Skrifttegn.Of(text))
        {
            var c = Weight(char.ToLowerInvariant(original));
            if (c == 'a' && builder.Length > 0 && builder[^1] == 'a')
            {
                builder[^1] = Aa;
            }
            else if (c != ' ' || (builder.Length > 0 && builder[^1] != ' '))
            {
                builder.Append(c);
            }
        }
        return builder.ToString().TrimEnd();
    }

    private static char Weight(char c) =>
        c switch
        {
            'æ' or 'ä' => Ae,
            'ø' or 'ö' => Oe,
            'å' => Aa,
            'ü' => 'y',
            'ð' => 'd',
            'þ' => 't',
            _ when char.IsAsciiLetterOrDigit(c) => c,
            _ when c < 0x80 || char.IsSurrogate(c) => ' ',
            _ => Base(c),
        };

    private static char Base(char c)
    {
        var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetterOrDigit(first) ? first
            : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter ? c
            : ' ';
    }
}
