using System.Globalization;
using Effektkaeder.Benchmarks.Layout.Graphs;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Benchmarks.Layout.Peers;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout;

/// <summary>Draws generated graphs with this engine and its peers and writes one Markdown table; each figure is a median.</summary>
internal static class LayoutBenchmark
{
    public static int Run(string[] args, TextWriter output, TextWriter progress)
    {
        var sizes = Option("--sizes", "30,100,300,1000,3000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        var graphs = int.Parse(Option("--graphs", "3"), CultureInfo.InvariantCulture);
        var limit = TimeSpan.FromSeconds(double.Parse(Option("--seconds", "120"), CultureInfo.InvariantCulture));
        var only = Option("--only", "ours,dot,elk,dagre,msagl").Split(',');

        output.WriteLine(ScoreTable.Header);
        if (!args.Contains("--dags"))
        {
            foreach (var size in sizes)
            {
                LayoutGraph[] cases = [.. Enumerable.Range(1, graphs).Select(seed => Hierarchy(size, seed))];
                Measure($"levels and lanes {size}", cases, Engines.ForHierarchies(only));
                Measure($"levels {size}", [.. cases.Select(WithoutLanes)], Engines.ForLevels(only));
            }
        }

        if (!args.Contains("--dags"))
        {
            foreach (var size in sizes)
            {
                LayoutGraph[] cases = [.. Enumerable.Range(1, graphs).Select(seed => UnevenLanes.Make(size, seed))];
                Measure($"uneven lanes {size}", cases, Engines.ForHierarchies(only));
            }
        }

        foreach (var size in sizes)
        {
            Measure($"DAG {size}", [.. Enumerable.Range(1, graphs).Select(seed => PlainDags.Make(size, seed))], Engines.ForDags(only));
        }

        return 0;

        void Measure(string name, LayoutGraph[] cases, IEnumerable<IEngine> engines)
        {
            foreach (var engine in engines)
            {
                progress.WriteLine($"{name}: {engine.Name}");
                if (engine.Missing is { } missing)
                {
                    output.WriteLine(ScoreTable.Note(name, engine.Name, $"skipped: {missing} is missing"));
                    continue;
                }

                var scores = new List<Score>();
                foreach (var graph in cases)
                {
                    if (engine.Draw(graph, limit) is not { } drawing)
                    {
                        break;
                    }

                    scores.Add(Score.Of(graph, drawing));
                }

                output.WriteLine(
                    scores.Count == cases.Length
                        ? ScoreTable.Row(name, engine.Name, Score.Median(scores))
                        : ScoreTable.Note(name, engine.Name, $"did not finish in {limit.TotalSeconds} s")
                );
            }
        }

        string Option(string key, string otherwise)
        {
            var at = Array.IndexOf(args, key);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
        }
    }

    public static LayoutGraph Hierarchy(int size, int seed)
    {
        var (lanes, share) = Shape(size);
        return GoalHierarchies.Make(size, lanes, share, seed);
    }

    public static LayoutGraph WithoutLanes(LayoutGraph graph) =>
        graph with
        {
            Nodes = [.. graph.Nodes.Select(n => n with { Lane = null })],
        };

    /// <summary>Lanes and the share of couplings by size.</summary>
    private static (int Lanes, double Share) Shape(int size) =>
        size switch
        {
            <= 30 => (2, 0.25),
            <= 100 => (4, 0.22),
            <= 300 => (6, 0.18),
            <= 1000 => (9, 0.14),
            _ => (12, 0.10),
        };
}
