using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>One policy on one sheet, for a committee's meeting: all it carries, who answers for it, when, and how it is measured.</summary>
internal static class Politikark
{
    /// <summary>
    /// Rows and items of a cell: a row for each contribution while they fit, else a row for each effort; fewer at every step.
    /// </summary>
    private static readonly (int Rows, int Items, bool Together)[] Steps =
    [
        (12, 5, false),
        (12, 2, true),
        (12, 1, true),
        (10, 1, true),
        (8, 1, true),
        (6, 1, true),
    ];

    public static int MostSqueezed => Steps.Length - 1;

    private static readonly (string Title, double Width)[] Columns =
    [
        ("Politisk mål", 180),
        ("Indsats", 175),
        ("Bidrag", 220),
        ("Hvem svarer", 170),
        ("Hvornår", 180),
        ("Effekt", 200),
        ("Måles på", 215),
    ];

    private static readonly (EdgeType Type, string Word)[] Answers =
    [
        (EdgeType.AnsvarligFor, "ansvarlig"),
        (EdgeType.Koordinerer, "koordinerer"),
        (EdgeType.Yder, "yder"),
    ];

    /// <param name="squeeze">A step of <see cref="Steps"/>: the larger, the less room it takes.</param>
    public static Grid Of(Udsnit udsnit, Node node, long revision, int squeeze = 0)
    {
        if (node.Kind is not (NodeKind.Politik or NodeKind.PolitiskMaal or NodeKind.Vision))
        {
            throw new SceneException($"»{node.Titel}« er {node.Kind.Info().Navn}; vælg en politik, en vision eller et politisk mål.");
        }

        var below = Slaegt.Below(udsnit, [node]).ToList();
        var goals = below.Where(n => n.Kind == NodeKind.PolitiskMaal).ToList();
        if (node.Kind == NodeKind.PolitiskMaal)
        {
            goals.Insert(0, node);
        }

        if (below.Count == 0)
        {
            throw new SceneException($"Intet i de indlæste aftaler bygger på »{node.Titel}«.");
        }

        var (most, items, together) = Steps[squeeze];
        var rows = Rows(udsnit, below, goals, together, items);
        var folded = Math.Max(0, rows.Count - most);
        var caption = new Caption(
            $"{node.Kind.Info().Navn.Capitalised()}: {node.Titel}",
            $"Bærer {Foldning.Count(below.Where(n => n.Kind.IsChain()))}."
                + (folded > 0 ? $" De sidste {folded} indsatser er ikke med; politikkens effektkæde har dem alle." : ""),
            [],
            Kildelinje.Of(udsnit, below.Select(n => n.Key), revision),
            folded
        );
        return new(caption, [.. Columns.Select(c => new GridColumn(c.Title, c.Width))], [.. rows.Take(most)], RowHeadings: false);
    }

    private static List<GridRow> Rows(Udsnit udsnit, List<Node> below, List<Node> goals, bool together, int items)
    {
        List<GridRow> rows = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var goal in goals)
        {
            rows.AddRange(Goal(udsnit, goal, seen, together, items));
        }

        foreach (var indsats in below.Where(n => n.Kind == NodeKind.Indsats && !seen.Contains(n.Key)))
        {
            rows.AddRange(Effort(udsnit, null, indsats, seen, together, items));
        }

        return rows;
    }

    /// <summary>A goal's efforts, each told in full where it first stands.</summary>
    private static IEnumerable<GridRow> Goal(Udsnit udsnit, Node goal, HashSet<string> seen, bool together, int items)
    {
        var efforts = Slaegt.Below(udsnit, [goal]).Where(n => n.Kind == NodeKind.Indsats).ToList();
        var first = true;
        foreach (var indsats in efforts)
        {
            if (seen.Contains(indsats.Key))
            {
                yield return new([Goal(first ? goal : null), [Item(indsats, "se ovenfor")], [], [], [], [], []], Begins: first);
            }
            else
            {
                foreach (var row in Effort(udsnit, first ? goal : null, indsats, seen, together, items))
                {
                    yield return row;
                }
            }

            first = false;
        }

        if (efforts.Count == 0)
        {
            yield return new([Goal(goal), [new(null, "Ingen indsats", "Ingen indsats forfølger målet")], [], [], [], [], []], Begins: true);
        }
    }

    private static IReadOnlyList<GridItem> Goal(Node? goal) => goal is null ? [] : [Item(goal, goal.Henvist ? "kun nævnt" : null)];

    private static IEnumerable<GridRow> Effort(Udsnit udsnit, Node? goal, Node indsats, HashSet<string> seen, bool together, int most)
    {
        seen.Add(indsats.Key);
        var contributions = udsnit.Children(indsats.Key).Where(n => n.Kind == NodeKind.Bidrag).ToList();
        List<List<Node>> told =
            together || contributions.Count == 0 ? [contributions] : [.. contributions.Select(b => new List<Node> { b })];
        foreach (var (index, bidrag) in told.Index())
        {
            List<Node> owners = [.. bidrag, indsats];
            var effects = owners
                .SelectMany(o => udsnit.Children(o.Key))
                .Where(n => n.Kind == NodeKind.Effekt)
                .DistinctBy(n => n.Key)
                .ToList();
            var center = indsats.Vist.Center is { } c ? udsnit.Find(c)?.Titel : null;
            yield return new(
                [
                    index == 0 ? Goal(goal) : [],
                    index == 0 ? [Item(indsats, center)] : [],
                    Capped([.. bidrag.Select(b => Item(b, null))], most),
                    Capped([.. Who(udsnit, owners)], most),
                    Capped([.. When(udsnit, owners)], most),
                    Capped([.. effects.Select(e => Item(e, null))], most),
                    Capped([.. effects.SelectMany(e => udsnit.Children(e.Key)).DistinctBy(k => k.Key).Select(k => Item(k, null))], most),
                ],
                Begins: index == 0 && goal is not null
            );
        }
    }

    /// <summary>The first so many, and how many more there are.</summary>
    private static IReadOnlyList<GridItem> Capped(List<GridItem> items, int most) =>
        items.Count <= most + 1
            ? items
            : [.. items.Take(most), new(null, $"og {items.Count - most} mere", string.Join("; ", items.Skip(most).Select(i => i.Text)))];

    private static IEnumerable<GridItem> Who(Udsnit udsnit, List<Node> owners) =>
        Answers
            .SelectMany(t => owners.SelectMany(n => udsnit.Sources(n.Key, t.Type)).DistinctBy(n => n.Key).Select(n => (Node: n, t.Word)))
            .GroupBy(p => p.Node.Titel, StringComparer.Ordinal)
            .Select(g => new GridItem(null, g.Key, g.Key, string.Join(", ", g.Select(p => p.Word).Distinct()), g.First().Node.Key));

    private static IEnumerable<GridItem> When(Udsnit udsnit, List<Node> owners) =>
        owners
            .SelectMany(n => udsnit.Targets(n.Key, EdgeType.HarMilepael))
            .DistinctBy(n => n.Key)
            .OrderBy(n => n.Indhold.Tider.Select(t => t.Fra ?? t.Til ?? DateOnly.MaxValue).DefaultIfEmpty(DateOnly.MaxValue).Min())
            .ThenBy(n => n.Key, StringComparer.Ordinal)
            .Select(m => new GridItem(null, m.Titel, m.Indhold.Tekst, SceneBuilder.Dated(m), m.Key));

    private static GridItem Item(Node node, string? note) => new(node.Kind.Info().Slug, node.Titel, node.Indhold.Tekst, note, node.Key);
}
