namespace Effektkaeder.Import.Diagnostics;

/// <summary>
/// The findings that are told: each once, in the order of the document's lines, and of one kind no more than anyone reads.
/// </summary>
internal static class Findings
{
    private const int MostOfAKind = 50;

    internal static IReadOnlyList<Diagnostic> Told(IEnumerable<Diagnostic> findings)
    {
        var distinct = findings.Distinct().OrderBy(d => d.Linje).ThenBy(d => d.Kolonne).ToList();
        var rest = distinct.GroupBy(d => d.Code, StringComparer.Ordinal).Where(g => g.Count() > MostOfAKind).ToList();
        if (rest.Count == 0)
        {
            return distinct;
        }

        var told = distinct.GroupBy(d => d.Code, StringComparer.Ordinal).SelectMany(g => g.Take(MostOfAKind));
        return
        [
            .. told.OrderBy(d => d.Linje).ThenBy(d => d.Kolonne),
            .. rest.OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Beskeder.OgFlere(g.First().Fil, g.Key, g.First().Severity, g.Count() - MostOfAKind)),
        ];
    }
}
