using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>All centres side by side: vision to contribution, the rest folded with counts, and the couplings across.</summary>
internal static class Oversigt
{
    private const int MostNodes = 400;

    public static Picture Of(Udsnit udsnit, long revision)
    {
        var chain = udsnit.Noder.Where(n => n.Kind.IsChain()).ToList();
        if (chain.Count == 0) throw new SceneException("Grafen er tom. Indlæs en aftale med »effekt import«.");
        var deepest = Enumerable.Range(1, 3).LastOrDefault(l => chain.Count(n => n.Level <= l) <= MostNodes, 1);
        var shown = chain.Where(n => n.Level <= deepest).ToList();
        var scene = new SceneBuilder(udsnit);
        foreach (var node in shown) scene.Add(node, Foldning.Note(udsnit, node, deepest));
        foreach (var shared in Shared(udsnit, scene)) scene.Add(shared);
        scene.AddEdges(couplings: true);
        var folded = chain.Count - shown.Count;
        var centers = shown.Select(n => n.Vist.Center).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return scene.Build("Overblik over målene", $"{centers} centre side om side: {shown.Count} led fra vision til {NodeKinds.Levels[deepest].Navn}; {folded} led er foldet sammen.",
            [], folded, revision, freeLanes: true);
    }

    /// <summary>What lies outside the chain and ties two of the boxes together; what only one points at would be clutter here.</summary>
    private static IEnumerable<Node> Shared(Udsnit udsnit, SceneBuilder scene) =>
        from node in udsnit.Noder
        where !node.Kind.IsChain() && node.Kind is not NodeKind.Organisation
        let ends = udsnit.Edges(node.Key).Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0).Select(e => e.Other(node.Key)).Where(scene.Has).Distinct().ToList()
        where ends.Count > 1 && ends.Select(e => scene.Baner.Of(udsnit.Find(e)!)).Distinct().Count() > 1
        select node;
}
