using System.Text.RegularExpressions;
using Effektkaeder.Domain;

namespace Effektkaeder.Import.Mapping.Etiketter;

/// <summary>
/// "(knytter sig til mål 1 og 2)", "(indsats 1)", "Indsatsen hører under Byrådets mål om natur": what stands above a point, as it says
/// itself.
/// </summary>
/// <param name="Number">The number of what is named; null where it is named by what it is about.</param>
/// <param name="Kind">The kind that is named; null for a goal of whichever level.</param>
internal sealed partial record Maalhenvisning(string? Number, string? About, NodeKind? Kind = null)
{
    internal static IEnumerable<Maalhenvisning> In(string text) =>
        Named()
            .Matches(text)
            .SelectMany(m =>
                m.Groups["about"].Success
                    ? [new Maalhenvisning(null, m.Groups["about"].Value)]
                    : m.Groups["n"].Captures.Select(c => new Maalhenvisning(c.Value, null, KindOf(m)))
            );

    private static NodeKind? KindOf(Match m) =>
        m.Groups["indsats"].Success ? NodeKind.Indsats
        : m.Groups["politisk"].Success ? NodeKind.PolitiskMaal
        : null;

    /// <summary>A title without what stands in brackets of the goals that it belongs to.</summary>
    internal static string Without(string title) =>
        Bracketed().Match(title) is { Success: true, Index: > 0 } m && In(m.Value).Any() ? title[..m.Index].TrimEnd() : title;

    [GeneratedRegex(@"\s*\([^()]*\)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"(?:(?:hører\s+(?:til\s+)?under|(?:knytter|relaterer)\s+sig\s+til|understøtter|bidrager\s+til|udmønter|(?:udspringer|følger)\s+af"
            + @"|jf\.|vedrører|opfylder|til)\s+|\()(?:\p{L}+s\s+)?(?:(?:(?<politisk>politiske?)|overordnede?|strategiske?)\s+)?"
            + @"(?:mål(?:et|ene)?|(?<politisk>byrådsmål|udvalgsmål)|(?<indsats>indsats(?:en|erne|område|området)?|fokusområde|tema))\s+"
            + @"(?:(?:nr\.?\s*)?(?<n>[0-9]{1,2}|[A-H](?!\p{L}))(?![0-9]|\.\s?\p{L})"
            + @"(?:\s*(?:,|og|samt|\+|&)\s*(?<n>[0-9]{1,2}|[A-H](?!\p{L}))(?![0-9]|\.\s?\p{L}))*"
            + @"|om\s+(?<about>[^.,;:)]+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
