using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P1Cycles;
using Effektkaeder.Layout.P2Layers;
using Xunit;

namespace Effektkaeder.Layout.Tests.P2Layers;

public sealed class LayerPhaseTests
{
    [Fact]
    public void A_given_level_is_kept()
    {
        var layered = Run(
            new LayoutGraph([new("a", 9, 9, 7), new("b", 9, 9, 3), new("c", 9, 9)], [new("1", "a", "b"), new("2", "a", "c")])
        );
        Assert.Equal([7, 3, 8], layered.Column.Select(c => layered.LevelNumbers[layered.ColumnLevel[c]]));
    }

    [Fact]
    public void Where_none_are_given_every_demand_points_to_a_later_level()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var acyclic = CyclePhase.Run(IndexedGraph.From(Dag(seed, 70), new LayoutOptions()));
            var layered = LayerPhase.Run(acyclic);
            Assert.All(acyclic.Demands, d => Assert.True(Level(layered, d.Before) < Level(layered, d.After), $"seed {seed}"));
        }
    }

    [Fact]
    public void The_total_length_of_the_demands_is_the_least_there_is()
    {
        // Longest path puts b and c at the start; both stand better just before d.
        var acyclic = CyclePhase.Run(
            IndexedGraph.From(
                new LayoutGraph(
                    [new("a1", 9, 9), new("a2", 9, 9), new("a3", 9, 9), new("d", 9, 9), new("b", 9, 9), new("c", 9, 9)],
                    [
                        new("1", "a1", "a2"),
                        new("2", "a2", "a3"),
                        new("3", "a3", "d"),
                        new("4", "b", "d"),
                        new("5", "c", "d"),
                        new("6", "b", "c"),
                    ]
                ),
                new LayoutOptions()
            )
        );
        var layered = LayerPhase.Run(acyclic);
        Assert.Equal(7, acyclic.Demands.Sum(d => Level(layered, d.After) - Level(layered, d.Before)));
    }

    [Fact]
    public void No_other_levels_are_shorter_in_total_on_any_small_graph()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var acyclic = CyclePhase.Run(IndexedGraph.From(Dag(seed, 6), new LayoutOptions()));
            var rank = NetworkSimplex.Rank(6, acyclic.Demands, CancellationToken.None);
            Assert.Equal(LeastTotal(acyclic.Demands, 6), acyclic.Demands.Sum(d => rank[d.After] - rank[d.Before]));
        }
    }

    [Fact]
    public void It_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var acyclic = CyclePhase.Run(IndexedGraph.From(Dag(1, 60), new LayoutOptions { Stop = stop.Token }));
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LayerPhase.Run(acyclic));
    }

    [Fact]
    public void The_columns_of_a_level_are_neighbours_and_folding_keeps_the_aspect_bounded()
    {
        var nodes = Enumerable.Range(0, 200).Select(i => new LayoutNode($"n{i}", 100, 40, i % 3)).ToList();
        var graph = new LayoutGraph(nodes, []);
        var layered = Run(graph);
        Assert.Equal(layered.ColumnLevel.Order(), layered.ColumnLevel);
        Assert.True(layered.ColumnCount > 3);
        var drawing = LayoutPipeline.Run(graph);
        Assert.True(drawing.Height < 2.5 * drawing.Width);
        var strip = LayoutPipeline.Run(graph, new LayoutOptions { Folding = LevelFolding.Never });
        Assert.True(strip.Height > 5 * strip.Width);
    }

    [Fact]
    public void A_node_that_only_couplings_tie_stands_on_the_level_of_its_partner()
    {
        var layered = Run(
            new LayoutGraph([new("a", 9, 9), new("b", 9, 9), new("c", 9, 9)], [new("1", "a", "b"), new("2", "c", "b", EdgeKind.Coupling)])
        );
        Assert.Equal(layered.Column[1], layered.Column[2]);
    }

    /// <summary>Tries every way to give the nodes levels.</summary>
    private static int LeastTotal(Precedence[] demands, int count)
    {
        var least = int.MaxValue;
        var rank = new int[count];
        Try(0);
        return least;

        void Try(int node)
        {
            for (rank[node] = 0; rank[node] < count; rank[node]++)
            {
                if (node + 1 < count)
                {
                    Try(node + 1);
                }
                else if (demands.All(d => rank[d.Before] < rank[d.After]))
                {
                    least = Math.Min(least, demands.Sum(d => rank[d.After] - rank[d.Before]));
                }
            }
        }
    }

    internal static LayoutGraph Dag(int seed, int size)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, size).Select(i => new LayoutNode($"n{i}", 9, 9)).ToList();
        var edges = Enumerable
            .Range(0, size * 2)
            .Select(e => (Index: e, From: random.Next(size), To: random.Next(size)))
            .Where(e => e.From != e.To)
            .Select(e => new LayoutEdge($"e{e.Index}", $"n{Math.Min(e.From, e.To)}", $"n{Math.Max(e.From, e.To)}"));
        return new LayoutGraph(nodes, [.. edges]);
    }

    private static LayeredGraph Run(LayoutGraph graph) => LayerPhase.Run(CyclePhase.Run(IndexedGraph.From(graph, new LayoutOptions())));

    private static int Level(LayeredGraph layered, int node) => layered.ColumnLevel[layered.Column[node]];
}
