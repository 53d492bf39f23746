using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Graphs;

/// <summary>Graphs without levels and lanes: nodes in a row, edges forwards, mostly to near nodes.</summary>
internal static class PlainDags
{
    public static LayoutGraph Make(int size, int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, size).Select(i => new LayoutNode($"n{i}", 120, 40)).ToList();
        var edges = new List<LayoutEdge>();
        var seen = new HashSet<(int, int)>();
        for (var i = 1; i < size; i++)
        {
            for (var k = random.NextDouble() < 0.35 ? 2 : 1; k > 0; k--)
            {
                var back = 1 + (int)(random.NextDouble() * random.NextDouble() * Math.Min(i, Math.Max(12, size / 4)));
                if (seen.Add((i - back, i)))
                {
                    edges.Add(new LayoutEdge($"e{edges.Count}", $"n{i - back}", $"n{i}"));
                }
            }
        }

        return new LayoutGraph(nodes, edges);
    }
}
