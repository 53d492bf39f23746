using System.Globalization;
using System.Text.RegularExpressions;
using Effektkaeder.Import.Parsers;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Former;

/// <summary>A line that opens a point: its number kept apart from its title, and the form's own word for a point left out.</summary>
internal static partial class Aabner
{
    internal const int LongestTitle = 120;

    /// <summary>"Aftale 1 – Skygge", "AFTALE 2: VAND", "3. Vand" → number and title.</summary>
    internal static HeadingBlock Of(HeadingBlock heading) =>
        Worded().Match(heading.Text) is { Success: true } m
            ? heading with
            {
                Text = m.Groups["text"].Value,
                Number = m.Groups["n"].Value,
            }
            : heading;

    /// <summary>A line of text as the heading it is meant as; null where it reads as anything else.</summary>
    internal static HeadingBlock? Of(ParagraphBlock line)
    {
        if (
            line.Text.Length > LongestTitle
            || line.Text[^1] is '.' or ',' or ';' or ':' or '?'
            || line.Text.Contains(". ", StringComparison.Ordinal) && !IsNumbered(line.Text)
        )
        {
            return null;
        }

        return Of(Headings.Plain(line.Text, 3, line.Place, line.Raw));
    }

    /// <summary>Whether a line says by its number or its word that it opens a point.</summary>
    internal static bool IsNumbered(string text) => Worded().IsMatch(text) || Headings.Split(text) is not null;

    internal static int? First(string? number) =>
        number is not null && int.TryParse(number.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex(
        @"\A(?:aftale|aftalepunkt|punkt|indsats|indsatsområde)\s*(?:nr\.?\s*"
            + @"|#\s*)?(?<n>[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5}(?=\s*[.:)–—-]))\s*[.:)–—-]*\s*(?<text>[^\s0-9].*)\z"
            + @"|\A(?<n>[A-Z]|[IVX]{1,5})[.)]\s+(?<text>\p{L}.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Worded();
}
