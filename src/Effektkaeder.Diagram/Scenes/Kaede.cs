using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Stillinger;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>One effect chain: a node with all above and below it, and under it, as quiet lists, what its form says around it.</summary>
internal static class Kaede
{
    private const int MostNodes = 80;

    public static Picture Of(Udsnit udsnit, Node node, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        var judge = new Stillingsdommer(udsnit);
        scene.Add(node, mark: "focus", caption: Standing(judge, node));
        scene.AddAbove([node], scene.Baner.Of(node));

        var (shown, folded) = AddBelow(udsnit, node, scene, judge);
        scene.AddEdges(couplings: false);
        var counts = string.Join(
            ", ",
            NodeKinds
                .Levels.Select(k => (k, Count: scene.Keys.Distinct().Count(key => udsnit.Find(key)?.Kind == k.Kind)))
                .Where(c => c.Count > 0)
                .Select(c => $"{c.Count} {(c.Count == 1 ? c.k.Navn : c.k.Flertal)}")
        );
        var picture = scene.Build(
            $"Effektkæde: {node.Titel}",
            counts.Length == 0
                ? $"Intet står over eller under {node.Kind.Info().Navn} »{node.Titel}« i målhierarkiet."
                : $"Alt over og under {node.Kind.Info().Navn} »{node.Titel}«: {counts}.",
            [new(node.Kind.Info().Slug, false, "Det, kæden handler om", "focus")],
            folded,
            revision
        );
        return picture with { Lists = [.. Omgivelser.Of(udsnit, node), .. Standings(judge, [node, .. shown])] };
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

    /// <summary>All below the node; the deepest levels fold first when there is too much to read.</summary>
    /// <returns>Those that are shown, and how many are folded.</returns>
    private static (IReadOnlyList<Node> Shown, int Folded) AddBelow(Udsnit udsnit, Node node, SceneBuilder scene, Stillingsdommer judge)
    {
        var below = Slaegt.Below(udsnit, [node]).ToList();
        var deepest = Foldning.Deepest(below, MostNodes, Math.Min(4, (node.Level ?? 0) + 1));
        var shown = below.Where(n => n.Level is null || n.Level <= deepest).ToList();
        foreach (var next in shown)
        {
            scene.Add(next, Foldning.Note(udsnit, next, deepest), caption: Standing(judge, next));
        }

        return (shown, below.Count - shown.Count);
    }
}
