using System.Text.RegularExpressions;
using Effektkaeder.Domain;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Mapping.Skabeloner;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Mapping.Forside;

/// <summary>
/// The municipality: from the call, else the cover, else the one "… Kommune" that the text names most.
/// None, or a tie, is no answer.
/// </summary>
internal static partial class KommuneFinder
{
    /// <summary>Its name without "Kommune"; null after a diagnostic.</summary>
    internal static string? Find(
        string? given,
        ForsideFelter felter,
        IEnumerable<Block> forside,
        DocumentTree tree,
        List<Diagnostic> diagnostics
    )
    {
        if (!string.IsNullOrWhiteSpace(given))
        {
            return Known(given) ?? Without(given);
        }

        if (felter.Navn("kommune") is { } felt)
        {
            return Known(felt.Navn) ?? Without(felt.Navn);
        }

        foreach (var line in forside)
        {
            if (Known(line.FullText) is { } kendt)
            {
                return kendt;
            }

            if (Alone().Match(line.FullText) is { Success: true } m)
            {
                return Written(m.Groups["navn"].Value);
            }
        }

        return Oftest(tree, diagnostics);
    }

    private static string? Oftest(DocumentTree tree, List<Diagnostic> diagnostics)
    {
        var fil = tree.Source.Path;
        var navne = Naevnt()
            .Matches(tree.Text)
            .Select(m => m.Groups["navn"].Value)
            .GroupBy(n => Known(n) ?? n, StringComparer.Ordinal)
            .Select(g => (Navn: g.Key, Antal: g.Count(), ErKendt: Known(g.Key) is not null))
            .ToList();
        // A name on the list of municipalities goes before a word that merely stands in front of "Kommune".
        var kandidater = navne.Any(n => n.ErKendt) ? navne.Where(n => n.ErKendt).ToList() : navne;
        if (kandidater.Count == 0)
        {
            diagnostics.Add(Beskeder.IngenKommune(fil));
            return null;
        }

        var flest = kandidater.Max(n => n.Antal);
        var bedste = kandidater.Where(n => n.Antal == flest).Select(n => n.Navn).Order(StringComparer.Ordinal).ToList();
        if (bedste.Count == 1)
        {
            return bedste[0];
        }

        diagnostics.Add(Beskeder.FlereKommuner(fil, bedste));
        return null;
    }

    private static string? Known(string navn)
    {
        var plain = Identitet.Kommunenavn(navn);
        return SkabelonKatalog.Ord.Kommuner.FirstOrDefault(k => Identitet.Plain(k) == plain);
    }

    /// <summary>A name in capitals throughout, as covers have it, in ordinary letters.</summary>
    private static string Written(string navn) =>
        navn.Any(char.IsLower) ? navn : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(navn.ToLowerInvariant());

    private static string Without(string navn) => Ending().Replace(navn.Trim(), "");

    [GeneratedRegex(@"\A(?<navn>\p{Lu}[\p{L}-]+(?:[ -]\p{Lu}[\p{L}-]+)?)\s+(?:[Kk]ommune|KOMMUNE)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"(?<![\p{L}-])(?!(?:Vores|Denne|Hver|Hele|Egen|En|Den)\s)(?<navn>\p{Lu}[\p{L}-]+)\s+[Kk]ommunes?(?!\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Naevnt();

    [GeneratedRegex(@"\s+[Kk]ommunes?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
