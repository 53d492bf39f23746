using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>One centre's hierarchy with all that stands above it, and what it couples to.</summary>
internal static class Centerbillede
{
    private const int MostNodes = 160;

    public static Picture Of(Udsnit udsnit, Node center, long revision)
    {
        // What it only names belongs to who states it.
        var own = udsnit.Nodes.Where(n => n.Kind.IsChain() && n.Udsagn.Any(u => u.Center == center.Key && !u.Indhold.Henvist)).ToList();
        if (own.Count == 0)
        {
            throw new SceneException($"»{center.Titel}« angiver ingen mål. Vælg et center, som har en aftale.");
        }

        var scene = new SceneBuilder(udsnit);
        // Deepest levels fold first when a centre is too large to read.
        var deepest = Foldning.Deepest(own, MostNodes, 2);
        var shown = own.Where(n => n.Level <= deepest).ToList();
        foreach (var node in shown)
        {
            scene.Add(node, Foldning.Note(udsnit, node, deepest));
        }

        foreach (var above in Slaegt.Above(udsnit, shown))
        {
            scene.Add(above);
        }

        var couplings = shown.SelectMany(n => udsnit.EdgesOf(n.Key)).Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0).ToList();
        foreach (var kobling in couplings)
        {
            foreach (var end in new[] { kobling.From, kobling.To })
            {
                scene.Add(udsnit.Find(end)!);
            }
        }

        scene.AddEdges(couplings: true);
        return scene.Build(
            $"Målhierarki: {center.Titel}",
            $"{shown.Count} led, som {center.Titel} angiver, det der står over dem, og {couplings.DistinctBy(e => e.Key).Count()} "
                + $"koblinger.",
            [],
            own.Count - shown.Count,
            revision
        );
    }
}
