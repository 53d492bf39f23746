using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// How many couplings each centre states to each other, as <see cref="Centerkoblinger"/> defines them: a row states, a column is stated
/// to, and a coupling that both state stands in both. What two centres share is told beside their couplings, never added to them.
/// </summary>
internal static class Koblingsmatrix
{
    /// <summary>More pairs than these that share something are counted.</summary>
    private const int MostPairs = 2;

    private sealed record Kobling(string Fra, string Til, string Art, string Hvad);

    /// <param name="passer">Only couplings that one of these is an end of, and what is shared where there are such; null for all.</param>
    public static Matrix Of(Udsnit udsnit, long revision, IReadOnlySet<string>? passer = null)
    {
        var baner = new Baner(udsnit);
        var ties = Centerkoblinger.Of(udsnit);
        if (passer is not null)
        {
            ties =
            [
                .. ties.Select(t => t with { Kanter = [.. t.Kanter.Where(e => passer.Contains(e.From) || passer.Contains(e.To))] })
                    .Where(t => t.Kanter.Count > 0),
            ];
        }

        var couplings = ties.SelectMany(t => t.Kanter).ToList();
        List<Kobling> all = [.. couplings.SelectMany(e => Stated(udsnit, baner, e))];
        if (all.Count == 0)
        {
            throw new SceneException("Ingen af de valgte koblinger går til et andet center.");
        }

        var lanes = baner.Titled(ties.SelectMany(t => new[] { t.A, t.B }));
        var index = lanes.Select((l, i) => (l.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var groups = all.GroupBy(k => (Row: index[k.Fra], Column: index[k.Til])).OrderBy(g => g.Key).ToList();
        var most = groups.Max(g => g.Count());
        var stated = groups.Select(g => g.Key).ToHashSet();
        var cells = groups
            .Select(g => new MatrixCell(
                g.Key.Row,
                g.Key.Column,
                g.Count(),
                Step(g.Count(), most),
                Arter(g),
                Full(lanes, g, ties),
                !stated.Contains((g.Key.Column, g.Key.Row)) ? "oneside" : null
            ))
            .ToList();

        List<LegendEntry> legend =
        [
            .. Enumerable
                .Range(1, 4)
                .Where(s => cells.Any(c => c.Step == s))
                .Select(s => new LegendEntry($"q{s}", false, Range(cells.Where(c => c.Step == s).ToList()))),
        ];
        if (cells.Any(c => c.Mark is not null))
        {
            legend.Add(new("q1", false, "Kun den ene side angiver", "oneside"));
        }

        var caption = new Caption(
            "Koblinger mellem centrene",
            $"{couplings.Count} koblinger mellem {lanes.Count} centre{Twice(all.Count - couplings.Count)}.{Shared(lanes, ties)}",
            legend,
            Kildelinje.Of(udsnit, couplings.SelectMany(e => new[] { e.From, e.To }), revision),
            0
        );
        return new(
            caption,
            [.. lanes.Select(l => l.Title)],
            lanes.Count,
            "Rækken angiver en kobling til søjlen. Fælles redskab, lov eller emne er ikke talt med.",
            "I alt",
            cells
        );
    }

    /// <summary>A coupling, from each side that states it.</summary>
    private static IEnumerable<Kobling> Stated(Udsnit udsnit, Baner baner, Edge edge)
    {
        var (from, to) = (udsnit.Find(edge.From)!, udsnit.Find(edge.To)!);
        foreach (var side in edge.Udsagn.Select(u => u.Fra).Distinct(StringComparer.Ordinal))
        {
            var (stating, other) = side == from.Key ? (from, to) : (to, from);
            yield return new(baner.Of(stating), baner.Of(other), Art(edge), $"{stating.Titel} → {other.Titel}");
        }
    }

    /// <summary>Why the sums come to more than there are.</summary>
    private static string Twice(int both) => both == 0 ? "" : $"; {both} angives af begge sider og er talt i begges rækker";

    /// <summary>Which pairs share something, or how many.</summary>
    private static string Shared(IReadOnlyList<Lane> lanes, IReadOnlyList<Centerkobling> ties)
    {
        var title = lanes.ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
        var pairs = ties.Where(t => t.Faelles.Count > 0).ToList();
        return pairs.Count == 0 ? ""
            : pairs.Count > MostPairs ? $" {pairs.Count} par deler noget."
            : string.Concat(pairs.Select(t => $" {title[t.A]} og {title[t.B]} deler {string.Join(", ", t.Faelles.Select(n => n.Titel))}."));
    }

    private static string Art(Edge edge) => edge.Art!.Value.ToString().ToLowerInvariant();

    private static int Step(int count, int most) => most <= 4 ? count : Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4);

    private static IReadOnlyList<string> Arter(IEnumerable<Kobling> koblinger) =>
        [
            .. koblinger
                .GroupBy(k => k.Art, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => $"{g.Count()} {g.Key}"),
        ];

    private static string Full(IReadOnlyList<Lane> lanes, IGrouping<(int Row, int Column), Kobling> cell, IReadOnlyList<Centerkobling> ties)
    {
        var (row, column) = (lanes[cell.Key.Row], lanes[cell.Key.Column]);
        var shared = ties.Where(t => (t.A, t.B) == (row.Id, column.Id) || (t.B, t.A) == (row.Id, column.Id)).SelectMany(t => t.Faelles);
        return $"{row.Title} til {column.Title}: {cell.Count()} {(cell.Count() == 1 ? "kobling" : "koblinger")}. "
            + string.Join("; ", cell.Select(k => $"{k.Hvad} ({k.Art})").Order(StringComparer.Ordinal))
            + string.Concat(shared.Select(n => $"; begge bruger {n.Titel}"));
    }

    private static string Range(List<MatrixCell> cells)
    {
        var (least, most) = (cells.Min(c => c.Count), cells.Max(c => c.Count));
        return least == most
            ? most == 1
                ? "1 kobling"
                : $"{most} koblinger"
            : $"{least}-{most} koblinger";
    }
}
