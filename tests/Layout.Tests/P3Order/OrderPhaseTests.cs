using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

public sealed class OrderPhaseTests
{
    [Fact]
    public void Lanes_are_contiguous_and_follow_one_another_alike_in_every_column() =>
        ForAll(
            (_, ordered) =>
                Assert.All(
                    ordered.Columns,
                    column => Assert.Equal(column.Select(i => ordered.Items[i].Lane).Order(), column.Select(i => ordered.Items[i].Lane))
                )
        );

    [Fact]
    public void Every_node_stands_once_in_its_column() =>
        ForAll(
            (_, ordered) =>
            {
                var all = ordered.Columns.SelectMany((column, c) => column.Select(i => (c, i))).ToList();
                Assert.Equal(ordered.Items.Length, all.Select(p => p.i).Distinct().Count());
                Assert.All(all, p => Assert.Equal(p.c, ordered.Items[p.i].Column));
            }
        );

    [Fact]
    public void Every_chain_steps_to_a_neighbouring_column_or_turns_once() =>
        ForAll(
            (graph, ordered) =>
            {
                for (var e = 0; e < graph.Edges.Count; e++)
                {
                    var columns = ordered.Chains[e].Items.Select(i => ordered.Items[i].Column).ToArray();
                    var steps = columns.Zip(columns.Skip(1), (a, b) => Math.Abs(a - b)).ToArray();
                    Assert.All(steps, s => Assert.InRange(s, 0, 1));
                    Assert.InRange(steps.Count(s => s == 0), 0, 1);
                    Assert.Equal(graph.Edges[e].Source, graph.Nodes[ordered.Items[ordered.Chains[e].Items[0]].Node].Id);
                    Assert.Equal(graph.Edges[e].Target, graph.Nodes[ordered.Items[ordered.Chains[e].Items[^1]].Node].Id);
                }
            }
        );

    [Fact]
    public void The_same_seed_gives_the_same_order()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (one, two) = (Run(seed), Run(seed));
            Assert.Equal(one.Columns.SelectMany(c => c), two.Columns.SelectMany(c => c));
        }

        static OrderedGraph Run(int seed) => Phases.Ordered(RandomGraphs.Make(seed), RandomGraphs.Options(seed));
    }

    [Fact]
    public void A_tree_is_drawn_without_a_crossing()
    {
        var random = new Random(5);
        var nodes = Enumerable.Range(0, 80).Select(i => new LayoutNode($"n{i}", 50, 20)).ToList();
        var edges = Enumerable.Range(1, 79).Select(i => new LayoutEdge($"e{i}", $"n{random.Next(i)}", $"n{i}")).ToList();
        Assert.Equal(0, OrderCrossings.Count(Phases.Ordered(new LayoutGraph(nodes, edges), new LayoutOptions())));
    }

    [Fact]
    public void Lanes_tied_by_couplings_stand_side_by_side()
    {
        var nodes = "abcd"
            .SelectMany(lane => Enumerable.Range(0, 4).Select(i => new LayoutNode($"{lane}{i}", 50, 20, i % 2, $"{lane}")))
            .ToList();
        LayoutEdge[] edges =
        [
            .. Enumerable
                .Range(0, 4)
                .SelectMany(i =>
                    new[]
                    {
                        new LayoutEdge($"ad{i}", $"a{i}", $"d{i}", EdgeKind.Coupling),
                        new LayoutEdge($"dc{i}", $"d{i}", $"c{i}", EdgeKind.Coupling),
                        new LayoutEdge($"cb{i}", $"c{i}", $"b{i}", EdgeKind.Coupling),
                    }
                ),
        ];
        var lanes = string.Concat(Phases.Ordered(new LayoutGraph(nodes, edges), new LayoutOptions()).Lanes);
        Assert.True(lanes is "adcb" or "bcda", lanes);
    }

    private static void ForAll(Action<LayoutGraph, OrderedGraph> rule)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var graph = RandomGraphs.Make(seed);
            rule(graph, Phases.Ordered(graph, RandomGraphs.Options(seed)));
        }
    }
}
