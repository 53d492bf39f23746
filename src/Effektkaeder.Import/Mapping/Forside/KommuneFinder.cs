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

        var lines = forside.ToList();
        foreach (var line in lines)
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

        // "Ejendomscentret, Lyngby Hede Kommune": the whole of a name of two words.
        return lines.Take(6).Select(l => AfterUnit().Match(l.FullText)).FirstOrDefault(m => m.Success) is { } after
            ? Known(after.Groups["navn"].Value) ?? after.Groups["navn"].Value
            : Oftest(tree, lines, diagnostics);
    }

    /// <summary>"Fjordby" → "Fjordby Kommune"; a state body has no municipality, and is called what it is called.</summary>
    internal static string Titel(string navn) => IsState(navn) ? navn : navn + " Kommune";

    internal static bool IsState(string navn) => navn == "Staten" || State().Match(navn) is { Success: true } m && m.Length == navn.Length;

    private static string? Oftest(DocumentTree tree, List<Block> forside, List<Diagnostic> diagnostics)
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
        if (kandidater.Count == 0 && State(forside) is { } state)
        {
            diagnostics.Add(Beskeder.Statslig(fil, state));
            return state;
        }

        if (kandidater.Count == 0 && Council(forside) is { } council)
        {
            return Known(council) ?? council;
        }

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

    /// <summary>"Fjordby Byråd": the municipality whose council the cover names, where it names one.</summary>
    private static string? Council(List<Block> forside) =>
        forside.Take(12).SelectMany(l => Byraad().Matches(l.FullText)).Select(m => m.Groups["navn"].Value).Distinct().ToList() is [var only]
            ? only
            : null;

    [GeneratedRegex(
        @"(?<![\p{L}-])(?!(?:Vores|Denne|Det|Den|Hele|Et|En|Mellem|Aftale)\s)(?<navn>\p{Lu}[\p{L}-]+)"
            + @"[ \u00A0]+(?:[Bb]yråd|[Kk]ommunalbestyrelse)(?!\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Byraad();

    /// <summary>The state body that the cover names, in a line of its own or last in its title.</summary>
    private static string? State(List<Block> forside) =>
        forside
            .Where(l => l.FullText.Length <= 120)
            .Select(l => State().Match(l.FullText))
            .FirstOrDefault(m => m.Success && m.Index + m.Length == m.Groups["navn"].Index + m.Groups["navn"].Length)
            ?.Groups["navn"]
            .Value;

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

    [GeneratedRegex(@"\A[^,]{3,80}(?:,|\s[–—-])\s+(?<navn>\p{Lu}[\p{L}-]+\s\p{Lu}[\p{L}-]+)\s+[Kk]ommune\z", RegexOptions.CultureInvariant)]
    private static partial Regex AfterUnit();

    /// <summary>In one line: the last word of a heading and the label of the cell after it are no name.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}-])(?!(?:Vores|Denne|Hver|Hele|Egen|En|Den)\s)(?<navn>\p{Lu}[\p{L}-]+)[ \u00A0]+[Kk]ommunes?(?!\p{L})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Naevnt();

    [GeneratedRegex(@"\s+[Kk]ommunes?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(
        @"(?<!\p{L})(?<navn>(?:Styrelsen|Direktoratet)\s+for\s+\p{Lu}[\p{L}, -]*\p{L}|\p{Lu}\p{L}+(?:styrelsen|direktoratet))\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex State();
}
