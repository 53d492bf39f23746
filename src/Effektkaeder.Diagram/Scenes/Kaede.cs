using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>One effect chain: a node with all above and below it; beside a contribution what its form says around it.</summary>
internal static class Kaede
{
    private const int MostNodes = 120;

    public static Picture Of(Udsnit udsnit, Node node, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        scene.Add(node, mark: "m-changed");
        foreach (var above in Slaegt.Above(udsnit, [node]))
        {
            scene.Add(above);
        }

        var folded = AddBelow(udsnit, node, scene);
        foreach (var kobling in udsnit.EdgesOf(node.Key).Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0))
        {
            scene.Add(udsnit.Find(kobling.Other(node.Key))!);
        }

        if (node.Kind is NodeKind.Bidrag or NodeKind.Indsats)
        {
            AddAside(scene, node);
        }

        scene.AddEdges(couplings: false);
        foreach (var kobling in udsnit.EdgesOf(node.Key).Where(e => e.Type == EdgeType.KoblerTil && e.Tillid > 0))
        {
            scene.Add(kobling);
        }

        var counts = string.Join(
            ", ",
            NodeKinds
                .Levels.Select(k => (k, Count: scene.Keys.Count(key => udsnit.Find(key)!.Kind == k.Kind)))
                .Where(c => c.Count > 0)
                .Select(c => $"{c.Count} {(c.Count == 1 ? c.k.Navn : c.k.Flertal)}")
        );
        return scene.Build(
            $"Effektkæde: {node.Titel}",
            $"Alt over og under {node.Kind.Info().Navn} »{node.Titel}«: {counts}.",
            [new("other", false, "Det, kæden handler om", "m-changed")],
            folded,
            revision
        );
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

    /// <summary>Problem, target group, evidence, milestones and risks, as the form has them.</summary>
    private static void AddAside(SceneBuilder scene, Node node)
    {
        foreach (var (label, column) in new[] { ("Problem", 4), ("Evidens", 4), ("Baseline", 4) })
        {
            foreach (var felt in node.Vist.Felter.Where(f => f.Label == label && f.Tekst.Length > 0))
            {
                var id = $"{node.Key}#{label}";
                scene.Add(new Box(id, "other", column, Baner.Omkring, label, Domain.Tekst.Titel.Of(felt.Tekst), felt.Tekst));
                scene.Add(new Line(id, id, node.Key, "aside", true, $"{label} for {node.Titel}"));
            }
        }

        foreach (
            var (type, column) in new[]
            {
                (EdgeType.HarMilepael, 6),
                (EdgeType.FoelgesOp, 8),
                (EdgeType.RettetMod, 8),
                (EdgeType.TruesAf, 6),
            }
        )
        {
            foreach (var near in scene.Udsnit.Targets(node.Key, type))
            {
                scene.Add(
                    new Box(
                        near.Key,
                        near.Kind.Info().Slug,
                        column,
                        Baner.Omkring,
                        SceneBuilder.Dated(near),
                        near.Titel,
                        near.Indhold.Tekst,
                        Key: near.Key
                    )
                );
                scene.Add(
                    new Line(
                        $"{type.Info().Code} {node.Key} {near.Key}",
                        node.Key,
                        near.Key,
                        "aside",
                        true,
                        $"{node.Titel} {type.Info().Navn} {near.Titel}"
                    )
                );
            }
        }
    }
}
