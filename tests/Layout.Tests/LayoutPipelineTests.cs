using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests;

public sealed class LayoutPipelineTests
{
    private const int Seeds = 150;

    private static readonly Lazy<LayoutResult>[] Drawings =
    [
        .. Enumerable
            .Range(0, Seeds)
            .Select(seed => new Lazy<LayoutResult>(() => LayoutPipeline.Run(RandomGraphs.Make(seed), RandomGraphs.Options(seed)))),
    ];

    [Fact]
    public void No_two_nodes_ever_overlap() => ForAll((_, drawing, _) => DrawingRules.NoNodesOverlap(drawing));

    [Fact]
    public void No_edge_ever_runs_through_a_node() => ForAll((_, drawing, _) => DrawingRules.NoEdgeRunsThroughANode(drawing));

    [Fact]
    public void Every_edge_ends_on_the_borders_of_its_nodes() =>
        ForAll((graph, drawing, _) => DrawingRules.EdgesEndOnTheBordersOfTheirNodes(graph, drawing));

    [Fact]
    public void Levels_follow_one_another_along_the_direction() =>
        ForAll((_, drawing, options) => DrawingRules.LevelsFollowOneAnother(drawing, options.Direction));

    [Fact]
    public void Every_node_stands_inside_its_lane_and_lanes_are_disjoint() =>
        ForAll((_, drawing, _) => DrawingRules.EveryNodeStandsInsideItsLane(drawing));

    [Fact]
    public void Everything_lies_inside_the_drawing() => ForAll((_, drawing, _) => DrawingRules.EverythingIsInsideTheDrawing(drawing));

    [Fact]
    public void A_given_level_and_a_given_size_are_kept() =>
        ForAll(
            (graph, drawing, _) =>
            {
                for (var i = 0; i < graph.Nodes.Count; i++)
                {
                    var (node, placed) = (graph.Nodes[i], drawing.Nodes[i]);
                    Assert.Equal(node.Level ?? placed.Level, placed.Level);
                    Assert.Equal(
                        (node.Id, node.Width, node.Height, node.Lane),
                        (placed.Id, placed.Box.Width, placed.Box.Height, placed.Lane)
                    );
                }
            }
        );

    [Fact]
    public void The_same_graph_is_drawn_the_same_twice() =>
        ForAll(
            (graph, drawing, options) =>
            {
                var again = LayoutPipeline.Run(graph, options);
                Assert.Equal(drawing.Nodes, again.Nodes);
                Assert.Equal(drawing.Edges.SelectMany(e => e.Points), again.Edges.SelectMany(e => e.Points));
            }
        );

    [Fact]
    public void A_fixed_order_of_lanes_is_kept()
    {
        var graph = new LayoutGraph(
            [new("a", 50, 20, 0, "x"), new("b", 50, 20, 1, "y"), new("c", 50, 20, 2, "z")],
            [new("1", "a", "b"), new("2", "b", "c")]
        );
        var drawing = LayoutPipeline.Run(graph, new LayoutOptions { LaneOrder = ["y", "z", "x"] });
        Assert.Equal(["y", "z", "x"], drawing.Lanes.Select(l => l.Lane));
    }

    [Fact]
    public void An_empty_graph_is_an_empty_drawing() => Assert.Empty(LayoutPipeline.Run(new LayoutGraph([], [])).Nodes);

    [Fact]
    public void A_doubled_id_an_edge_without_its_node_and_a_node_without_size_are_refused_by_name()
    {
        Assert.Contains("\"a\"", Refusal(new([new("a", 1, 1), new("a", 1, 1)], [])), StringComparison.Ordinal);
        Assert.Contains("\"b\"", Refusal(new([new("a", 1, 1)], [new("e", "a", "b")])), StringComparison.Ordinal);
        Assert.Contains("\"c\"", Refusal(new([new("c", 1, double.NaN)], [])), StringComparison.Ordinal);
        Assert.Contains("\"e\"", Refusal(new([new("a", 1, 1)], [new("e", "a", "a"), new("e", "a", "a")])), StringComparison.Ordinal);

        static string Refusal(LayoutGraph graph) => Assert.Throws<LayoutInputException>(() => LayoutPipeline.Run(graph)).Message;
    }

    private static void ForAll(Action<LayoutGraph, LayoutResult, LayoutOptions> rule)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (graph, options) = (RandomGraphs.Make(seed), RandomGraphs.Options(seed));
            try
            {
                rule(graph, Drawings[seed].Value, options);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }
}
