using System.Diagnostics;
using System.Globalization;
using Effektkaeder.Benchmarks.Layout.Graphs;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>
/// What one drawing costs this engine alone, in processor time of a warm process: a figure that holds beside others' work, too.
/// Crossings are summed over the graphs, so that no graph may pay for another.
/// </summary>
internal static class CpuBenchmark
{
    public static int Run(string[] args, TextWriter output)
    {
        var sizes = Option("--sizes", "30,100,300,1000,3000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        var graphs = int.Parse(Option("--graphs", "3"), CultureInfo.InvariantCulture);
        var only = Option("--only", "");
        output.WriteLine("| graph | nodes | crossings | edges through nodes | ms CPU, least | median |\n|---|--:|--:|--:|--:|--:|");
        foreach (var (name, make) in Families().Where(f => f.Name.StartsWith(only, StringComparison.Ordinal)))
        {
            foreach (var size in sizes)
            {
                var (crossings, through, least, median) = (0.0, 0.0, 0.0, 0.0);
                foreach (var seed in Enumerable.Range(1, graphs))
                {
                    var graph = make(size, seed);
                    var (result, times) = Draw(graph);
                    var score = Score.Of(
                        graph,
                        new([.. result.Nodes.Select(n => n.Box)], [.. result.Edges.Select(e => e.Points.ToArray())], 0)
                    );
                    (crossings, through) = (crossings + score.Crossings, through + score.ThroughNodes);
                    (least, median) = (least + times[0], median + times[times.Count / 2]);
                }

                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name} | {size} | {crossings:0} | {through:0} | {least / graphs:0.0} | {median / graphs:0.0} |"
                    )
                );
            }
        }

        return 0;

        string Option(string key, string otherwise)
        {
            var at = Array.IndexOf(args, key);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
        }
    }

    private static IEnumerable<(string Name, Func<int, int, LayoutGraph> Make)> Families()
    {
        yield return ("levels and lanes", LayoutBenchmark.Hierarchy);
        yield return ("levels", (size, seed) => LayoutBenchmark.WithoutLanes(LayoutBenchmark.Hierarchy(size, seed)));
        yield return ("uneven lanes", UnevenLanes.Make);
        yield return ("uneven, levels alone", (size, seed) => LayoutBenchmark.WithoutLanes(UnevenLanes.Make(size, seed)));
        yield return ("DAG", PlainDags.Make);
    }

    /// <returns>The drawing, and its times in rising order, the compiler's share left out.</returns>
    private static (LayoutResult Result, List<double> Times) Draw(LayoutGraph graph)
    {
        var result = LayoutPipeline.Run(graph);
        var times = new List<double>();
        var all = Stopwatch.StartNew();
        while (times.Count < 8 || (all.Elapsed.TotalSeconds < 2 && times.Count < 200))
        {
            var before = Environment.CpuUsage.TotalTime;
            result = LayoutPipeline.Run(graph);
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (result, [.. times.Skip(times.Count / 2).Order()]);
    }
}
