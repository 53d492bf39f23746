using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.Tests;

/// <summary>Small graphs of every shape the engine must bear, the same for the same seed.</summary>
internal static class RandomGraphs
{
    public static LayoutGraph Make(int seed)
    {
        var random = new Random(seed);
        var count = 1 + random.Next(60);
        var lanes = random.Next(5);
        var levels = 1 + random.Next(6);
        var givenLevels = random.Next(3) != 0;
        var nodes = new List<LayoutNode>();
        for (var i = 0; i < count; i++)
        {
            int? level = givenLevels && random.Next(20) != 0 ? random.Next(levels) * 2 : null;
            var lane = lanes == 0 || random.Next(15) == 0 ? null : $"lane {random.Next(lanes)}";
            nodes.Add(new LayoutNode($"n{i}", 20 + random.Next(180), 16 + random.Next(80), level, lane));
        }

        var edges = new List<LayoutEdge>();
        for (var e = random.Next(count * 2); e > 0; e--)
        {
            // Loops, doubled edges, edges up and edges inside a level are all allowed.
            var kind = random.Next(3) == 0 ? EdgeKind.Coupling : EdgeKind.Hierarchy;
            edges.Add(new LayoutEdge($"e{e}", $"n{random.Next(count)}", $"n{random.Next(count)}", kind));
        }

        return new LayoutGraph(nodes, edges);
    }

    public static LayoutOptions Options(int seed) =>
        new()
        {
            Direction = seed % 2 == 0 ? LayoutDirection.LeftToRight : LayoutDirection.TopDown,
            Folding = seed % 3 == 0 ? LevelFolding.Never : LevelFolding.Auto,
            MaxAspect = seed % 5 == 0 ? 0.7 : 2,
            LaneHeaderSize = seed % 7 * 10,
            LevelHeaderSize = seed % 4 * 10,
            Seed = seed,
            Effort = (LayoutEffort)(seed % 3),
        };
}
