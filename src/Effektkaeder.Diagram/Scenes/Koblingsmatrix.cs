using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// How many couplings each centre states to each other. A row states, a column is stated to; a thing that several centres use
/// (an instrument, a paragraph, a theme) couples each pair of them once, either way.
/// </summary>
internal static class Koblingsmatrix
{
    private sealed record Kobling(string Fra, string Til, string Art, string Hvad);

    public static Matrix Of(Udsnit udsnit, long revision)
    {
        var baner = new Baner(udsnit);
        var couplings = udsnit.Edges.Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0).ToList();
        List<Kobling> all = [.. couplings.SelectMany(e => Direct(udsnit, baner, e)), .. Stars(udsnit, baner, couplings)];
        if (all.Count == 0)
        {
            throw new SceneException("Ingen aftale kobler til noget. Se »effekt list agreements«.");
        }
        // What no centre owns comes last, and has a row only if it states something.
        var lanes = baner
            .Titled(all.SelectMany(k => new[] { k.Fra, k.Til }))
            .OrderBy(l => l.Id == Baner.Faelles)
            .Select(l => l.Id == Baner.Faelles ? l with { Title = "Uden for centrene" } : l)
            .ToList();
        var rows = lanes.Count(l => l.Id != Baner.Faelles || all.Any(k => k.Fra == Baner.Faelles));
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
                Full(lanes, g),
                lanes[g.Key.Column].Id != Baner.Faelles && !stated.Contains((g.Key.Column, g.Key.Row)) ? "oneside" : null
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
            $"{all.Count} koblinger mellem {lanes.Count(l => l.Id != Baner.Faelles)} centre; rækken angiver, og søjlen nævnes.",
            legend,
            Kildelinje.Of(udsnit, couplings.SelectMany(e => new[] { e.From, e.To }), revision, 0),
            0
        );
        return new(
            caption,
            [.. lanes.Select(l => l.Title)],
            rows,
            "Rækken angiver en kobling til søjlen. Fælles redskab, lov eller emne tæller begge veje.",
            "I alt",
            cells
        );
    }

    /// <summary>A coupling of two things that have a place; what is merely shared is counted by <see cref="Stars"/>.</summary>
    private static IEnumerable<Kobling> Direct(Udsnit udsnit, Baner baner, Edge edge)
    {
        var (from, to) = (udsnit.Find(edge.From)!, udsnit.Find(edge.To)!);
        if (IsShared(from) || IsShared(to))
        {
            yield break;
        }

        foreach (var side in edge.Udsagn.Select(u => u.Fra).Distinct(StringComparer.Ordinal))
        {
            var (stating, other) = side == from.Key ? (from, to) : (to, from);
            yield return new(baner.Of(stating), baner.Of(other), Art(edge), $"{stating.Titel} → {other.Titel}");
        }
    }

    private static IEnumerable<Kobling> Stars(Udsnit udsnit, Baner baner, List<Edge> couplings) =>
        from edge in couplings
        let ends = new[] { udsnit.Find(edge.From)!, udsnit.Find(edge.To)! }
        let shared = ends.FirstOrDefault(IsShared)
        where shared is not null && !ends.All(IsShared)
        group (Lane: baner.Of(ends.First(e => e != shared)), Art: Art(edge)) by shared into star
        let lanes = star.Select(s => s.Lane).Distinct(StringComparer.Ordinal).ToList()
        where lanes.Count > 1
        from a in lanes
        from b in lanes
        where a != b
        select new Kobling(a, b, star.First().Art, $"begge bruger {star.Key.Titel}");

    private static bool IsShared(Node node) => node.Kind is NodeKind.Redskab or NodeKind.Lovhenvisning or NodeKind.Emne;

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

    private static string Full(List<Lane> lanes, IGrouping<(int Row, int Column), Kobling> cell) =>
        $"{lanes[cell.Key.Row].Title} til {lanes[cell.Key.Column].Title}: {cell.Count()} {(cell.Count() == 1 ? "kobling" : "koblinger")}. "
        + string.Join("; ", cell.Select(k => $"{k.Hvad} ({k.Art})").Order(StringComparer.Ordinal));

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
