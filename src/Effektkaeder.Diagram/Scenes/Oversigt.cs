using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>All centres side by side: vision to contribution, the rest folded with counts, and the couplings across.</summary>
internal static class Oversigt
{
    private const int MostNodes = 200;

    /// <summary>More bands than this are a strip that nobody can take in.</summary>
    internal const int MostLanes = 36;

    /// <summary>The one lane of a picture of centres: as many columns as it needs.</summary>
    internal const string Alle = "Centre";

    public static Picture Of(Udsnit udsnit, long revision)
    {
        var chain = udsnit.Nodes.Where(n => n.Kind.IsChain()).ToList();
        if (chain.Count == 0)
        {
            throw new SceneException("Grafen er tom. Indlæs en aftale med »effekt import«.");
        }

        var deepest = Math.Min(3, Foldning.Deepest(chain, MostNodes, 1));
        if (
            chain.Count(n => n.Level <= deepest) > MostNodes
            || chain.Select(new Baner(udsnit).Of).Distinct(StringComparer.Ordinal).Count() > MostLanes
        )
        {
            return Centre(udsnit, chain, revision);
        }

        var shown = chain.Where(n => n.Level <= deepest).ToList();
        var scene = new SceneBuilder(udsnit);
        foreach (var node in shown)
        {
            scene.Add(node, Foldning.Note(udsnit, node, deepest));
        }

        foreach (var shared in Shared(udsnit, scene))
        {
            scene.Add(shared);
        }

        scene.AddEdges(couplings: true);
        var folded = chain.Count - shown.Count;
        var centers = shown.Select(n => n.Vist.Center).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return scene.Build(
            "Overblik over målene",
            $"{centers} centre side om side: {shown.Count} led fra vision til {NodeKinds.Levels[deepest].Navn}; {folded} led er "
                + $"foldet sammen.",
            [],
            folded,
            revision,
            freeLanes: true
        );
    }

    /// <summary>Too many even so: each centre is one box, and the couplings between two of them one line, or a count.</summary>
    private static Picture Centre(Udsnit udsnit, List<Node> chain, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        var lanes = chain.GroupBy(scene.Baner.Of, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var pairs = udsnit
            .Edges.Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0)
            .Select(e =>
                new[] { scene.Baner.Of(udsnit.Find(e.From)!), scene.Baner.Of(udsnit.Find(e.To)!) }.Order(StringComparer.Ordinal).ToArray()
            )
            .Where(p => p[0] != p[1] && lanes.ContainsKey(p[0]) && lanes.ContainsKey(p[1]))
            .GroupBy(p => (A: p[0], B: p[1]))
            .Select(g => (g.Key.A, g.Key.B, Count: g.Count()))
            .ToList();
        foreach (var lane in scene.Baner.Titled(lanes.Keys))
        {
            var own = pairs.Where(p => p.A == lane.Id || p.B == lane.Id).ToList();
            var couplings =
                own.Count == 0
                    ? ""
                    : $", {own.Sum(p => p.Count)} {(own.Sum(p => p.Count) == 1 ? "kobling" : "koblinger")} til {own.Count} "
                        + $"{(own.Count == 1 ? "andet" : "andre")}";
            scene.Add(
                new Box(
                    lane.Id,
                    "organisation",
                    0,
                    Alle,
                    null,
                    lane.Title,
                    $"{lane.Title}: {Foldning.Count(lanes[lane.Id])}{couplings}",
                    $"{lanes[lane.Id].Count} led{couplings}",
                    Key: udsnit.Find(lane.Id)?.Key
                )
            );
        }
        // More lines than boxes are a tangle; then the boxes count them, and the matrix shows them.
        foreach (var pair in pairs.Count > lanes.Count ? [] : pairs)
        {
            scene.Add(
                new Line(
                    $"koblinger {pair.A} {pair.B}",
                    pair.A,
                    pair.B,
                    "coupling",
                    true,
                    $"{pair.Count} {(pair.Count == 1 ? "kobling" : "koblinger")}"
                )
            );
        }

        return scene.Build(
            "Overblik over centrene",
            $"{lanes.Count} centre: {chain.Count} led er foldet sammen, et felt for hvert center. Se »effekt draw koblinger« for tallene.",
            [],
            chain.Count,
            revision,
            freeLanes: true
        );
    }

    /// <summary>What lies outside the chain and ties two of the boxes together; what only one points at would be clutter here.</summary>
    private static IEnumerable<Node> Shared(Udsnit udsnit, SceneBuilder scene) =>
        from node in udsnit.Nodes
        where !node.Kind.IsChain() && node.Kind is not NodeKind.Organisation
        let ends = udsnit
            .EdgesOf(node.Key)
            .Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0)
            .Select(e => e.Other(node.Key))
            .Where(scene.Has)
            .Distinct()
            .ToList()
        where ends.Count > 1 && ends.Select(e => scene.Baner.Of(udsnit.Find(e)!)).Distinct().Count() > 1
        select node;
}
