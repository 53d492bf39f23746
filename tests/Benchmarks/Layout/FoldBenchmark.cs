using System.Diagnostics;
using System.Globalization;
using Effektkaeder.Benchmarks.Layout.Graphs;
using Effektkaeder.Layout;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>
/// How fast and how quietly a drawing changes: what stands below a node is folded away and unfolded again, or all but its family is
/// left out, each drawn from the drawing before. Moved is how far a box that stays is drawn from where it stood, by the longer side
/// of the picture.
/// </summary>
internal static class FoldBenchmark
{
    private const int Times = 12;

    public static int Run(string[] args, TextWriter output)
    {
        var size = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        output.WriteLine("| graph | change | ms, median | ms, 90 % | boxes moved over 1 % | moved, mean | moved, worst |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|");
        for (var seed = 1; seed <= 3; seed++)
        {
            Measure($"levels and lanes {size}/{seed}", GoalHierarchies.Make(size, 6, 0.18, seed), seed, output);
            Measure($"uneven lanes {size}/{seed}", UnevenLanes.Make(size, seed), seed, output);
        }

        return 0;
    }

    private static void Measure(string name, LayoutGraph graph, int seed, TextWriter output)
    {
        var options = new LayoutOptions { LaneHeaderSize = 132 };
        var whole = LayoutPipeline.Run(graph, options);
        var random = new Random(seed);
        var above = graph.Nodes.Where(n => n.Level == 2).Select(n => n.Id).ToList();
        Change[] changes = [new("fold"), new("unfold"), new("focus")];
        for (var k = 0; k < Times; k++)
        {
            var below = Below(graph, above[random.Next(above.Count)]);
            var folded = changes[0].Draw(Without(graph, below), options, whole);
            changes[1].Draw(graph, options, folded);
            changes[2].Draw(Without(graph, graph.Nodes.Select(n => n.Id).Except(Near(graph, below)).ToHashSet()), options, whole);
        }

        foreach (var change in changes)
        {
            output.WriteLine($"| {name} | {change} |");
        }
    }

    private static HashSet<string> Below(LayoutGraph graph, string top)
    {
        var (below, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([top]));
        while (next.TryDequeue(out var node))
        {
            foreach (var edge in graph.Edges.Where(e => e.Source == node && e.Kind == EdgeKind.Hierarchy && below.Add(e.Target)))
            {
                next.Enqueue(edge.Target);
            }
        }

        return below;
    }

    /// <summary>A set of nodes with all that one edge joins them to, twice over.</summary>
    private static HashSet<string> Near(LayoutGraph graph, HashSet<string> nodes)
    {
        for (var step = 0; step < 2; step++)
        {
            nodes =
            [
                .. nodes,
                .. graph.Edges.Where(e => nodes.Contains(e.Source)).Select(e => e.Target),
                .. graph.Edges.Where(e => nodes.Contains(e.Target)).Select(e => e.Source),
            ];
        }

        return nodes;
    }

    private static LayoutGraph Without(LayoutGraph graph, HashSet<string> gone) =>
        new(
            [.. graph.Nodes.Where(n => !gone.Contains(n.Id))],
            [.. graph.Edges.Where(e => !gone.Contains(e.Source) && !gone.Contains(e.Target))]
        );

    private sealed class Change(string name)
    {
        private readonly List<double> _times = [];
        private readonly List<double> _moved = [];

        public LayoutResult Draw(LayoutGraph graph, LayoutOptions options, LayoutResult before)
        {
            LayoutResult? after = null;
            // The first is the compiler's.
            for (var run = 0; run < 3; run++)
            {
                var watch = Stopwatch.StartNew();
                after = LayoutPipeline.Run(graph, options with { Previous = before });
                _times.Add(watch.Elapsed.TotalMilliseconds);
            }

            var side = Math.Max(before.Width, before.Height);
            var old = before.Nodes.ToDictionary(n => n.Id, n => n.Box, StringComparer.Ordinal);
            foreach (var node in after!.Nodes)
            {
                if (old.TryGetValue(node.Id, out var was))
                {
                    _moved.Add(double.Hypot(node.Box.X - was.X, node.Box.Y - was.Y) / side);
                }
            }

            return after;
        }

        public override string ToString()
        {
            var times = _times.Order().ToList();
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{name} | {times[times.Count / 2]:0.0} | {times[times.Count * 9 / 10]:0.0} "
                    + $"| {_moved.Count(m => m > .01)} of {_moved.Count} | {_moved.Average():P2} | {_moved.Max():P1}"
            );
        }
    }
}
