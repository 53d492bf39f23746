using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests;

public sealed class IncrementalLayoutTests
{
    private const double Tracks = 12;

    [Theory]
    [InlineData(LayoutDirection.LeftToRight)]
    [InlineData(LayoutDirection.TopDown)]
    public void After_a_node_is_added_the_rest_stays_where_it_was(LayoutDirection direction)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var graph = Tree(seed);
            var options = new LayoutOptions { Direction = direction, Seed = seed };
            var before = LayoutPipeline.Run(graph, options);
            var grown = new LayoutGraph(
                [.. graph.Nodes, new LayoutNode("new", 120, 40, 3, "b")],
                [.. graph.Edges, new LayoutEdge("to new", graph.Nodes.First(n => n.Level == 2 && n.Lane == "b").Id, "new")]
            );
            var after = LayoutPipeline.Run(grown, options with { Previous = before });

            Rules(grown, after, options);
            Assert.Equal(before.Lanes.Select(l => l.Lane), after.Lanes.Select(l => l.Lane));
            Assert.True(
                Moved(before, after, direction) <= 0.2 * graph.Nodes.Count,
                $"seed {seed}: {Moved(before, after, direction)} of {graph.Nodes.Count} moved"
            );
        }
    }

    [Fact]
    public void After_a_node_is_removed_the_rest_stays_where_it_was()
    {
        var graph = Tree(3);
        var before = LayoutPipeline.Run(graph);
        var gone = graph.Nodes[^1].Id;
        var less = new LayoutGraph(
            [.. graph.Nodes.Where(n => n.Id != gone)],
            [.. graph.Edges.Where(e => e.Source != gone && e.Target != gone)]
        );
        var after = LayoutPipeline.Run(less, new LayoutOptions { Previous = before });

        Rules(less, after, new LayoutOptions());
        var moved = Moved(before, after, LayoutDirection.LeftToRight);
        Assert.True(moved <= 0.05 * graph.Nodes.Count, $"{moved} moved");
    }

    [Fact]
    public void What_is_folded_away_and_unfolded_again_stands_where_it_stood()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var (graph, options) = (Tree(seed), new LayoutOptions { Seed = seed });
            var before = LayoutPipeline.Run(graph, options);
            var gone = graph.Edges.Where(e => e.Source == "b2.0" && e.Kind == EdgeKind.Hierarchy).Select(e => e.Target).ToHashSet();
            var less = new LayoutGraph(
                [.. graph.Nodes.Where(n => !gone.Contains(n.Id))],
                [.. graph.Edges.Where(e => !gone.Contains(e.Source) && !gone.Contains(e.Target))]
            );
            var folded = LayoutPipeline.Run(less, options with { Previous = before });
            Assert.Equal(gone.Order(), folded.Remembered.Select(n => n.Id).Order());
            var after = LayoutPipeline.Run(graph, options with { Previous = folded });
            Rules(graph, after, options);
            Assert.Empty(after.Remembered);
            var side = Math.Max(before.Width, before.Height);
            Assert.All(
                before.Nodes.Zip(after.Nodes),
                n => Assert.InRange(double.Hypot(n.First.Box.X - n.Second.Box.X, n.First.Box.Y - n.Second.Box.Y), 0, 0.02 * side)
            );
        }
    }

    [Fact]
    public void Room_that_is_free_is_taken_nearest_to_where_a_node_would_stand()
    {
        var room = new FreeRoom(0, 200, [(0, 40), (120, 160)], spacing: 10);
        Assert.Equal(75, room.Take(75, 30));
        // What is left beside it is too little for another as large, and at the end there is just enough for a small one.
        Assert.Null(room.Take(75, 60));
        Assert.Equal(185, room.Take(190, 30));
        Assert.Null(room.Take(190, 30) is { } place && place > 160 ? place : null);
    }

    [Fact]
    public void Without_the_earlier_drawing_the_same_change_moves_far_more()
    {
        // Guards the guard: were the earlier drawing ignored, the first test would have to fail.
        var graph = Tree(3);
        var before = LayoutPipeline.Run(graph);
        var after = LayoutPipeline.Run(new LayoutGraph([new LayoutNode("new", 120, 40, 3, "b"), .. graph.Nodes], graph.Edges));
        Assert.True(Moved(before, after, LayoutDirection.LeftToRight) > 0.3 * graph.Nodes.Count);
    }

    private static void Rules(LayoutGraph graph, LayoutResult drawing, LayoutOptions options)
    {
        DrawingRules.NoNodesOverlap(drawing);
        DrawingRules.NoEdgeRunsThroughANode(drawing);
        DrawingRules.EdgesEndOnTheBordersOfTheirNodes(graph, drawing);
        DrawingRules.LevelsFollowOneAnother(drawing, options.Direction);
        DrawingRules.EveryNodeStandsInsideItsLane(drawing);
        DrawingRules.EverythingIsInsideTheDrawing(drawing);
    }

    /// <summary>
    /// Nodes that left their column or moved across it inside their lane. A full lane must grow for a new node, and a
    /// channel for a new edge; then the lanes or columns after it move as a whole, the columns by less than a level's distance.
    /// </summary>
    private static int Moved(LayoutResult before, LayoutResult after, LayoutDirection direction)
    {
        var leftToRight = direction == LayoutDirection.LeftToRight;
        var now = after.Nodes.ToDictionary(n => n.Id);
        return before.Nodes.Count(was =>
        {
            if (!now.TryGetValue(was.Id, out var node))
            {
                return false;
            }

            var (oldLane, lane) = (before.Lanes.Single(l => l.Lane == was.Lane).Box, after.Lanes.Single(l => l.Lane == was.Lane).Box);
            var (dx, dy) = (node.Box.X - lane.X - was.Box.X + oldLane.X, node.Box.Y - lane.Y - was.Box.Y + oldLane.Y);
            var (along, across) = leftToRight ? (dx, dy) : (dy, dx);
            return node.Column != was.Column || Math.Abs(across) > Tracks || Math.Abs(along) > new LayoutOptions().LevelSpacing;
        });
    }

    private static LayoutGraph Tree(int seed)
    {
        var random = new Random(seed);
        var nodes = new List<LayoutNode>();
        var edges = new List<LayoutEdge>();
        foreach (var lane in new[] { "a", "b", "c" })
        {
            var above = new List<string>();
            for (var level = 0; level < 4; level++)
            {
                var here = Enumerable.Range(0, 1 + (level * 2)).Select(i => $"{lane}{level}.{i}").ToList();
                nodes.AddRange(here.Select(id => new LayoutNode(id, 120, 40, level, lane)));
                edges.AddRange(
                    here.Where(_ => above.Count > 0).Select(id => new LayoutEdge($"h{id}", above[random.Next(above.Count)], id))
                );
                above = here;
            }
        }

        for (var c = 0; c < 8; c++)
        {
            edges.Add(new LayoutEdge($"c{c}", nodes[random.Next(nodes.Count)].Id, nodes[random.Next(nodes.Count)].Id, EdgeKind.Coupling));
        }

        return new LayoutGraph(nodes, edges);
    }
}
