using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>One effect chain: a node with all above and below it, and under it, as quiet lists, what its form says around it.</summary>
internal static class Kaede
{
    private const int MostNodes = 80;

    public static Picture Of(Udsnit udsnit, Node node, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        scene.Add(node, mark: "focus");
        scene.AddAbove([node], scene.Baner.Of(node));

        var folded = AddBelow(udsnit, node, scene);
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
            $"Alt over og under {node.Kind.Info().Navn} »{node.Titel}«: {counts}.",
            [new(node.Kind.Info().Slug, false, "Det, kæden handler om", "focus")],
            folded,
            revision
        );
        return picture with { Lists = [.. Omgivelser.Of(udsnit, node)] };
    }

    /// <summary>All below the node; the deepest levels fold first when there is too much to read.</summary>
    /// <returns>How many are folded.</returns>
    private static int AddBelow(Udsnit udsnit, Node node, SceneBuilder scene)
    {
        var below = Slaegt.Below(udsnit, [node]).ToList();
        var deepest = Foldning.Deepest(below, MostNodes, Math.Min(4, (node.Level ?? 0) + 1));
        var shown = below.Where(n => n.Level is null || n.Level <= deepest).ToList();
        foreach (var next in shown)
        {
            scene.Add(next, Foldning.Note(udsnit, next, deepest));
        }

        return below.Count - shown.Count;
    }
}
