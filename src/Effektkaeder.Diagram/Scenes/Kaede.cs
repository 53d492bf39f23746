using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// One effect chain: a node with all above and below it, and under it, as quiet lists, what its form says around it. Of what stands
/// outside the hierarchy it is the chains that the node belongs to; of an agreement, and of its parties, all that it states; of a
/// municipality the overview of its centres.
/// </summary>
internal static class Kaede
{
    private const int MostNodes = 80;

    public static Picture Of(Udsnit udsnit, Node node, long revision) =>
        (
            node.Kind == NodeKind.Kommune
                ? Oversigt.OfKommune(udsnit, node, revision)
                : Maalhierarki.OfAgreements(udsnit, node, Agreements(udsnit, node), revision)
        ) ?? Of(udsnit, node, Begins(udsnit, node), revision);

    /// <summary>
    /// Where a node's chains are begun from: at itself; outside the hierarchy at what it belongs to, or states, there. Empty where that is
    /// nothing.
    /// </summary>
    public static IReadOnlyList<Node> Begins(Udsnit udsnit, Node node) =>
        node.Kind.IsChain() || node.Kind == NodeKind.Politik ? [node]
        : Maalhierarki.StatedBy(udsnit, Agreements(udsnit, node)).ToList() is { Count: > 0 } stated ? stated
        :
        [
            .. Ties(udsnit, node)
                .Select(e => udsnit.Find(e.Other(node.Key))!)
                .Distinct()
                .OrderBy(n => n.Level)
                .ThenBy(n => n.Key, StringComparer.Ordinal),
        ];

    /// <summary>An agreement itself; those of a party that nothing else ties to the hierarchy.</summary>
    private static IReadOnlyList<Node> Agreements(Udsnit udsnit, Node node) =>
        node.Kind == NodeKind.Aftale ? [node]
        : node.Kind is NodeKind.Rolle or NodeKind.Organisation && !Ties(udsnit, node).Any()
            ? [.. udsnit.Targets(node.Key, EdgeType.PartI).OrderBy(a => a.Key, StringComparer.Ordinal)]
        : [];

    /// <summary>What ties a node outside the hierarchy to it.</summary>
    private static IEnumerable<Edge> Ties(Udsnit udsnit, Node node) =>
        udsnit.EdgesOf(node.Key).Where(e => e.Tillid > 0 && udsnit.Find(e.Other(node.Key)) is { } other && other.Kind.IsChain());

    private static Picture Of(Udsnit udsnit, Node node, IReadOnlyList<Node> begun, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        var judge = new Stillingsdommer(udsnit);
        var isChain = begun is [var only] && only.Key == node.Key;
        scene.Add(node, mark: "focus", caption: Standing(judge, node), column: isChain ? null : Beside(udsnit, node, begun));
        var (shown, listed, folded) = AddBelow(udsnit, node, begun, scene, judge);
        scene.AddAbove(isChain ? begun : [.. begun.Where(n => scene.Has(n.Key))], isChain ? scene.Baner.Of(node) : null);
        scene.AddEdges(couplings: false);
        foreach (var tie in isChain ? [] : Ties(udsnit, node))
        {
            if (tie.Type == EdgeType.KoblerTil)
            {
                scene.Add(tie);
            }
            else
            {
                scene.AddAside(tie);
            }
        }

        List<string> told = [.. scene.Keys.Concat(listed.Select(n => n.Key)).Distinct()];
        var counts = string.Join(
            ", ",
            NodeKinds
                .Levels.Select(k => (k, Count: told.Count(key => udsnit.Find(key)?.Kind == k.Kind)))
                .Where(c => c.Count > 0)
                .Select(c => $"{c.Count} {(c.Count == 1 ? c.k.Navn : c.k.Flertal)}")
        );
        var picture = scene.Build(
            $"Effektkæde: {node.Titel}",
            counts.Length == 0
                ? $"Intet står over eller under {node.Kind.Info().Navn} »{node.Titel}« i målhierarkiet."
                : $"Alt over og under {(isChain ? "" : "det, der hører til ")}{node.Kind.Info().Navn} »{node.Titel}«: {counts}.",
            [new(node.Kind.Info().Slug, false, "Det, kæden handler om", "focus")],
            folded,
            revision
        );
        return picture with
        {
            Lists =
            [
                .. listed.Count > 0 ? Maalt.Lists(udsnit, shown) : [],
                .. Omgivelser.Of(udsnit, node),
                .. Standings(judge, [node, .. shown, .. listed]),
            ],
        };
    }

    /// <summary>What a box says above its title: its colour as a word, where somebody has told how it stands.</summary>
    private static string? Standing(Stillingsdommer judge, Node node) =>
        judge.Of(node) is { Farve: not Farve.Ukendt } told
            ? string.Join(" · ", new[] { SceneBuilder.Caption(node), Colour(told) }.OfType<string>())
            : null;

    /// <summary>Why the node and what is shown below it stand as they do; none where nobody has told of any.</summary>
    private static IReadOnlyList<TextList> Standings(Stillingsdommer judge, IReadOnlyList<Node> nodes)
    {
        List<TextItem> told =
        [
            .. nodes
                .Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag or NodeKind.Effekt or NodeKind.Indikator)
                .Select(judge.Of)
                .Where(s => s.Farve != Farve.Ukendt)
                .Select(s => new TextItem($"{Colour(s)} · {SceneBuilder.Art(s.Node)}", $"{s.Node.Titel}: {s.Grund}", s.Grund, s.Node.Key)),
        ];
        return told.Count == 0 ? [] : [new("Stilling", told)];
    }

    private static string Colour(Stilling told) => told.Farve.Navn().Capitalised() + (told.Dag is { } day ? $", {day.InWords()}" : "");

    /// <summary>
    /// The column of what stands outside the hierarchy: after what leads to it, as a milestone's, and before what it leads to.
    /// </summary>
    private static int? Beside(Udsnit udsnit, Node node, IReadOnlyList<Node> begun) =>
        begun.Count == 0 ? null
        : Ties(udsnit, node).Any(e => e.From == node.Key) ? Math.Max(0, begun.Min(SceneBuilder.Column) - SceneBuilder.ALevel)
        : begun.Max(SceneBuilder.Column) + SceneBuilder.ALevel;

    /// <summary>What the chains begin at and all below it; the deepest levels fold first when there is too much to read.</summary>
    /// <returns>Those that are shown, the indicators that are listed instead, and how many are folded.</returns>
    private static (IReadOnlyList<Node> Shown, IReadOnlyList<Node> Listed, int Folded) AddBelow(
        Udsnit udsnit,
        Node node,
        IReadOnlyList<Node> begun,
        SceneBuilder scene,
        Stillingsdommer judge
    )
    {
        var below = begun.Concat(Slaegt.Below(udsnit, begun)).Distinct().Where(n => n.Key != node.Key).ToList();
        var first = begun.Min(n => n.Level) ?? 0;
        var deepest = Foldning.Deepest(below, MostNodes, Math.Min(4, first + 1));
        // An effect's own indicators are what its chain is about.
        List<Node> listed = deepest == 5 && first < 4 && Maalt.IsMany(below) ? [.. below.Where(n => n.Level == 5)] : [];
        deepest = listed.Count > 0 ? 4 : deepest;
        var shown = below.Where(n => n.Level is null || n.Level <= deepest).ToList();
        foreach (var next in shown)
        {
            scene.Add(next, Foldning.Note(udsnit, next, deepest), caption: Standing(judge, next));
        }

        return (shown, listed, below.Count - shown.Count - listed.Count);
    }
}
