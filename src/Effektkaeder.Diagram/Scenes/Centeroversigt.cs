using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>Too many goals to show: each centre is one box, and the couplings between two of them one line, or a count.</summary>
internal static class Centeroversigt
{
    public static Picture Of(Udsnit udsnit, List<Node> chain, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        var lanes = chain.GroupBy(scene.Baner.Of, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var pairs = Centerkoblinger
            .Of(udsnit)
            .Where(t => t.Kanter.Count > 0 && lanes.ContainsKey(t.A) && lanes.ContainsKey(t.B))
            .Select(t => (t.A, t.B, t.Kanter.Count))
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
                    Oversigt.Alle,
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
            $"{lanes.Count} centre: {chain.Count} led er foldet sammen, et felt for hvert center. Billedet af koblinger har tallene.",
            [],
            chain.Count,
            revision,
            freeLanes: true
        );
    }
}
