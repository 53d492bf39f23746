using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Lists;

/// <summary>What is touched, grouped as a reader asks for it.</summary>
internal static class ImpactGroups
{
    private const string Undated = "Uden dato";

    private static readonly EdgeType[] Dated = [EdgeType.HarMilepael, EdgeType.FoelgesOp];

    public static readonly IReadOnlyList<(string Value, string Text)> All =
    [
        ("konsekvens", "konsekvens"),
        ("center", "center"),
        ("ansvarlig", "ansvarlig"),
        ("dato", "dato"),
        ("niveau", "niveau"),
    ];

    /// <param name="graph">That the answer was judged on.</param>
    public static async Task<IReadOnlyList<(string Name, IReadOnlyList<Beroert> Nodes)>> OfAsync(
        Paavirkningssvar svar,
        string grouping,
        IGraph graph,
        CancellationToken ct
    ) =>
        grouping switch
        {
            "center" => [.. svar.EfterCenter.Select(g => (g.Navn, g.Nodes))],
            "ansvarlig" => [.. svar.EfterAnsvarlig.Select(g => (g.Navn, g.Nodes))],
            "niveau" => [.. svar.EfterNiveau.Select(g => (g.Navn, g.Nodes))],
            "dato" => ByQuarter(svar, await graph.SelectAsync(Selection.Whole, ct)),
            _ =>
            [
                .. svar
                    .Beroerte.GroupBy(b => b.Konsekvens)
                    .OrderBy(g => g.Key)
                    .Select(g => (ImpactWords.Of(g.Key), (IReadOnlyList<Beroert>)[.. g])),
            ],
        };

    /// <summary>By the quarter in which something is first due of a node, as it is after the change; what has no day stands last.</summary>
    private static IReadOnlyList<(string, IReadOnlyList<Beroert>)> ByQuarter(Paavirkningssvar svar, Udsnit udsnit)
    {
        var moved = svar
            .Datoer.Where(d => d.Aarsag == Datoaarsag.Flyttet)
            .ToLookup(d => d.Node.Key, d => d.Efter.Fra ?? d.Efter.Til, StringComparer.Ordinal);
        return
        [
            .. svar
                .Beroerte.Select(b => (Touched: b, Day: First(b.Node)))
                .GroupBy(p => p.Day is { } day ? day.Year * 4 + (day.Month - 1) / 3 : int.MaxValue)
                .OrderBy(g => g.Key)
                .Select(g => (Name(g.Key), (IReadOnlyList<Beroert>)[.. g.OrderBy(p => p.Day).Select(p => p.Touched)])),
        ];

        DateOnly? First(Node node) => Dated.SelectMany(type => udsnit.Targets(node.Key, type)).Prepend(node).SelectMany(Days).Min();

        IEnumerable<DateOnly?> Days(Node node) => moved[node.Key].Any() ? moved[node.Key] : node.Indhold.Tider.Select(t => t.Fra ?? t.Til);
    }

    private static string Name(int quarter) => quarter == int.MaxValue ? Undated : $"{quarter % 4 + 1}. kvartal {quarter / 4}";
}
