using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// All goals of a municipality on one sheet, both ways: across, a column a centre; down, from the council's visions over the
/// committees' goals and the centres' efforts to what institutions contribute and citizens notice. Goals are named, not counted alone.
/// </summary>
internal static class Maalbillede
{
    private const double HeadingWidth = 150,
        Widest = 214,
        Narrowest = 149,
        AllColumns = 1192;

    /// <summary>More columns than these are no sheet.</summary>
    private const int MostCentres = 8;

    /// <summary>Of each kind of goal at least so many are named in a cell, however little room there is.</summary>
    private const int Fewest = 2;

    /// <summary>From all that a sheet could hold to the fewest.</summary>
    public const int MostSqueezed = 5;

    private static readonly (string Title, NodeKind[] Kinds, int Most)[] Rows =
    [
        ("Byråd: visioner", [NodeKind.Vision], 4),
        ("Udvalg: politikker og politiske mål", [NodeKind.Politik, NodeKind.PolitiskMaal], 7),
        ("Center: indsatser", [NodeKind.Indsats], 7),
        ("Institution og virksomhed: bidrag", [NodeKind.Bidrag], 7),
        ("Borgerne: effekter", [NodeKind.Effekt], 6),
    ];

    /// <param name="squeeze">How many goals fewer are named in a cell than where there is room.</param>
    public static Grid Of(Udsnit udsnit, long revision, int squeeze = 0)
    {
        var chain = udsnit.Nodes.Where(n => n.Kind.IsChain() && !n.Indhold.Uspecificeret).ToList();
        if (chain.Count == 0)
        {
            throw new SceneException("Her er ingen mål. Indlæs en aftale, eller vælg et større udsnit.");
        }

        var baner = new Baner(udsnit);
        var lanes = baner.Titled(chain.Select(baner.Of)).Where(l => l.Id != Baner.Faelles).ToList();
        var named = lanes
            .OrderByDescending(l => chain.Count(n => baner.Of(n) == l.Id))
            .Take(MostCentres)
            .Select(l => l.Id)
            .ToHashSet(StringComparer.Ordinal);
        lanes = [.. lanes.Where(l => named.Contains(l.Id))];
        var used = lanes.ToDictionary(l => l.Id, l => Used(udsnit, baner, chain, l.Id), StringComparer.Ordinal);
        var shared = used.Values.SelectMany(u => u).GroupBy(n => n.Key).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        List<GridRow> rows = [];
        int Most(int most) => Math.Max(Fewest, most - squeeze);
        foreach (var (title, kinds, full) in Rows)
        {
            var most = Most(full);
            var cells = lanes.Select(l => Cell(udsnit, used[l.Id].Where(n => kinds.Contains(n.Kind)), shared, most, l.Id)).ToList();
            rows.Add(
                new(
                    [
                        [new(null, title, title)],
                        .. cells,
                    ],
                    Begins: true
                )
            );
        }

        var folded = lanes.Sum(l => Rows.Sum(r => Unnamed(used[l.Id].Count(n => r.Kinds.Contains(n.Kind)), Most(r.Most))));
        var left = baner.Titled(chain.Select(baner.Of)).Count(l => l.Id != Baner.Faelles) - lanes.Count;
        var width = Math.Clamp(AllColumns / Math.Max(1, lanes.Count), Narrowest, Widest);
        var caption = new Caption(
            "Målbillede",
            $"På tværs {lanes.Count} centre, på langs fra byråd til borgere. "
                + "Et mål, som flere centre forfølger, står hos dem alle med »fælles«."
                + (left > 0 ? $" {left} centre med færre mål er ikke med." : ""),
            [.. Legend(used.Values.SelectMany(u => u))],
            Kildelinje.Of(udsnit, used.Values.SelectMany(u => u).Select(n => n.Key), revision),
            folded
        );
        return new(caption, [new("", HeadingWidth), .. lanes.Select(l => new GridColumn(l.Title, width))], rows, RowHeadings: true);
    }

    /// <summary>What a centre states, and what stands above that.</summary>
    private static List<Node> Used(Udsnit udsnit, Baner baner, List<Node> chain, string center)
    {
        var own = chain.Where(n => baner.Of(n) == center || n.Udsagn.Any(u => u.Center == center && !u.Indhold.Henvist)).ToList();
        var agreements = own.SelectMany(n => n.Udsagn)
            .Where(u => u.Center == center)
            .Select(u => u.Aftale)
            .ToHashSet(StringComparer.Ordinal);
        var frames = agreements.SelectMany(a => udsnit.Sources(a, EdgeType.RammeFor));
        return
        [
            .. own.Concat(Slaegt.Above(udsnit, own))
                .Concat(frames)
                .Where(n => !n.Indhold.Uspecificeret)
                .DistinctBy(n => n.Key)
                .OrderBy(n => Domain.Tekst.SortKey.Of(n.Titel), StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<GridItem> Cell(Udsnit udsnit, IEnumerable<Node> nodes, HashSet<string> shared, int most, string center)
    {
        var each = nodes.ToList();
        // A policy stands above its goals; where not all can be named, the goals are.
        var first = each.Count > most ? NodeKind.PolitiskMaal : NodeKind.Politik;
        var all = each.OrderBy(n => n.Kind == first ? 0 : 1).ThenBy(n => Unit(udsnit, n, center)?.Key, StringComparer.Ordinal).ToList();
        var named = all.Take(all.Count > most ? most - 1 : most).ToList();
        List<GridItem> items = [];
        Node? unit = null;
        foreach (var node in named)
        {
            // A unit that contributes is named once, above what it contributes.
            if (Unit(udsnit, node, center) is { } own && own.Key != unit?.Key)
            {
                unit = own;
                items.Add(new(null, own.Titel, own.Titel, null, own.Key));
            }

            items.Add(new(node.Kind.Info().Slug, node.Titel, node.Indhold.Tekst, Note(node, shared), node.Key));
        }

        if (all.Count > named.Count)
        {
            var rest = all.Skip(named.Count).ToList();
            items.Add(new(null, $"og {Foldning.Count(rest)} mere", string.Join("; ", rest.Select(n => n.Titel))));
        }

        return items;
    }

    /// <summary>Where not all can be named, one line says how many more there are.</summary>
    private static int Unnamed(int all, int most) => all > most ? all - (most - 1) : 0;

    /// <summary>The institution that contributes; null where it is the centre itself.</summary>
    private static Node? Unit(Udsnit udsnit, Node node, string center) =>
        node.Kind == NodeKind.Bidrag && udsnit.Sources(node.Key, EdgeType.Yder).FirstOrDefault() is { } unit && unit.Key != center
            ? unit
            : null;

    private static string? Note(Node node, HashSet<string> shared) =>
        node.Henvist ? "kun nævnt" + (shared.Contains(node.Key) ? ", fælles" : "")
        : shared.Contains(node.Key) ? "fælles"
        : null;

    private static IEnumerable<LegendEntry> Legend(IEnumerable<Node> nodes)
    {
        var used = nodes.Select(n => n.Kind).ToHashSet();
        return NodeKinds
            .Levels.Prepend(NodeKind.Politik.Info())
            .Where(k => used.Contains(k.Kind) && k.Kind != NodeKind.Indikator)
            .Select(k => new LegendEntry(k.Slug, false, k.Navn.Capitalised()) { IsSmall = true });
    }
}
