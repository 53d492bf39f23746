using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application.Scenarier;

namespace Effektkaeder.Cli.Output;

/// <summary>Scenarios side by side, a column each.</summary>
internal static class ScenarioTable
{
    private static readonly (string Head, Func<Paavirkningssvar, int> Count)[] Rows =
    [
        ("falder", s => s.Bortfaldne.Count),
        ("mister sit grundlag", s => Of(s, Konsekvens.MisterGrundlag)),
        ("svækkes", s => Of(s, Konsekvens.Svaekkes)),
        ("mister sin ansvarlige", s => Of(s, Konsekvens.MisterAnsvarlig)),
        ("forsinkes", s => Of(s, Konsekvens.Forsinkes)),
        ("berøres i øvrigt", s => Of(s, Konsekvens.Beroeres)),
        ("datoer i konflikt", s => s.Datoer.Count(d => d.Aarsag == Datoaarsag.Konflikt)),
    ];

    public static Listing Consequences(IReadOnlyList<Scenariesvar> tried) =>
        Listing.Of<(string Head, Func<Paavirkningssvar, int> Count)>(
            "følger",
            Rows,
            [
                new("følge", "consequence", r => r.Head),
                .. tried.Select(t => new Column<(string Head, Func<Paavirkningssvar, int> Count)>(
                    t.Scenario.Name,
                    t.Scenario.Name,
                    r => t.Paavirkning is { } impact ? r.Count(impact) : 0
                )),
            ]
        );

    /// <summary>How many nodes each touches, by what they have in common.</summary>
    public static Listing By(string head, IReadOnlyList<Scenariesvar> tried, Func<Paavirkningssvar, IReadOnlyList<Gruppe>> groups)
    {
        var counts = tried
            .Select(t => (t.Paavirkning is { } s ? groups(s) : []).ToDictionary(g => g.Noegle, StringComparer.Ordinal))
            .ToList();
        var rows = counts.SelectMany(c => c.Values).DistinctBy(g => g.Noegle).OrderBy(g => g.Noegle, StringComparer.Ordinal);
        return Listing.Of<Gruppe>(
            $"efter {head}",
            rows,
            [
                new(head, head, g => g.Navn),
                .. tried.Select(
                    (t, i) =>
                        new Column<Gruppe>(
                            t.Scenario.Name,
                            t.Scenario.Name,
                            g => counts[i].TryGetValue(g.Noegle, out var own) ? own.Nodes.Count : 0
                        )
                ),
            ]
        );
    }

    private static int Of(Paavirkningssvar svar, Konsekvens konsekvens) => svar.Beroerte.Count(b => b.Konsekvens == konsekvens);
}
