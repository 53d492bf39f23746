using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>The whole graph, nothing folded: to be opened and worked on elsewhere.</summary>
internal static class Helhed
{
    public static Picture Of(Udsnit udsnit, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        foreach (var node in udsnit.Nodes)
        {
            scene.Add(node);
        }

        scene.AddEdges(couplings: true);
        foreach (var edge in udsnit.Edges)
        {
            if (edge.Type is not (EdgeType.Angiver or EdgeType.KoblerTil) && !edge.Type.IsHierarchy())
            {
                scene.AddAside(edge);
            }
        }

        return scene.Build(
            "Hele grafen",
            $"{udsnit.Nodes.Count} led og alle kanter mellem dem, på nær hvilken aftale der angiver hvad.",
            [],
            0,
            revision,
            freeLanes: true
        );
    }
}
