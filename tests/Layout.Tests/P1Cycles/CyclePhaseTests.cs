using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P1Cycles;
using Effektkaeder.Layout.P2Layers;
using Xunit;

namespace Effektkaeder.Layout.Tests.P1Cycles;

public sealed class CyclePhaseTests
{
    [Fact]
    public void The_demands_have_no_circle()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var acyclic = Run(RandomGraphs.Make(seed));
            var place = new int[acyclic.Graph.Nodes.Length];
            var order = Topological.Order(place.Length, acyclic.Demands);
            for (var i = 0; i < order.Length; i++)
            {
                place[order[i]] = i;
            }

            Assert.All(acyclic.Demands, d => Assert.True(place[d.Before] < place[d.After], $"seed {seed}"));
        }
    }

    [Fact]
    public void An_edge_between_two_given_levels_demands_nothing_against_them()
    {
        var acyclic = Run(new LayoutGraph([new("a", 9, 9, 2), new("b", 9, 9, 1)], [new("up", "a", "b")]));
        Assert.Empty(acyclic.Demands);
    }

    [Fact]
    public void An_acyclic_hierarchy_keeps_the_direction_of_every_edge()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var acyclic = Run(P2Layers.LayerPhaseTests.Dag(seed, 40));
            Assert.Equal(acyclic.Graph.Edges.Select(e => new Precedence(e.Source, e.Target)), acyclic.Demands);
        }
    }

    [Fact]
    public void A_circle_is_broken_by_turning_one_edge()
    {
        var acyclic = Run(
            new LayoutGraph([new("a", 9, 9), new("b", 9, 9), new("c", 9, 9)], [new("1", "a", "b"), new("2", "b", "c"), new("3", "c", "a")])
        );
        Assert.Equal(1, acyclic.Demands.Zip(acyclic.Graph.Edges).Count(p => p.First.Before != p.Second.Source));
    }

    [Fact]
    public void Couplings_decide_levels_only_where_nothing_else_does()
    {
        LayoutNode[] nodes = [new("a", 9, 9), new("b", 9, 9)];
        Assert.Single(Run(new LayoutGraph(nodes, [new("1", "a", "b", EdgeKind.Coupling)])).Demands);
        var both = Run(new LayoutGraph(nodes, [new("1", "a", "b", EdgeKind.Coupling), new("2", "b", "a")]));
        Assert.Equal(new Precedence(1, 0), Assert.Single(both.Demands));
    }

    private static AcyclicGraph Run(LayoutGraph graph) => CyclePhase.Run(IndexedGraph.From(graph, new LayoutOptions()));
}
