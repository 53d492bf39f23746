using Effektkaeder.Benchmarks.Layout.Graphs;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests;

/// <summary>What the benchmark measures and no change may lose, on graphs like those that are drawn.</summary>
public sealed class ReadableDrawingTests
{
    [Theory]
    [InlineData(30, 2)]
    [InlineData(100, 4)]
    [InlineData(300, 6)]
    public void Hardly_any_edge_lies_on_another_and_none_runs_through_a_box(int size, int lanes)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var graph = GoalHierarchies.Make(size, lanes, 0.2, seed);
            var drawing = Measured(LayoutPipeline.Run(graph));
            Assert.InRange(Crossings.Count(drawing).LyingPairs, 0, 1);
            Assert.Equal(0, Boxes.ThroughNodes(graph, drawing));
            Assert.Equal(0, Boxes.Overlaps(drawing));
            Assert.Equal(0, Boxes.LevelViolations(graph, drawing) + Boxes.LaneViolations(graph, drawing));
        }
    }

    [Fact]
    public void Hardly_any_edge_lies_on_another_where_channels_are_full()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            Assert.InRange(Crossings.Count(Measured(LayoutPipeline.Run(PlainDags.Make(1000, seed)))).LyingPairs, 0, 1);
        }
    }

    [Fact]
    public void Twenty_runs_give_one_and_the_same_drawing()
    {
        var graph = GoalHierarchies.Make(120, 5, 0.2, 4);
        var first = Paths(LayoutPipeline.Run(graph));
        for (var run = 1; run < 20; run++)
        {
            Assert.Equal(first, Paths(LayoutPipeline.Run(graph)));
        }
    }

    private static string Paths(LayoutResult result) =>
        string.Join('\n', result.Nodes.Select(n => n.Box.ToString()).Concat(result.Edges.Select(e => string.Join(' ', e.Points))));

    private static Drawing Measured(LayoutResult result) =>
        new([.. result.Nodes.Select(n => n.Box)], [.. result.Edges.Select(e => e.Points.ToArray())], 0);
}
