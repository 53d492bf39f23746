using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests;

/// <summary>What holds for every drawing, judged from the drawing alone.</summary>
internal static class DrawingRules
{
    private const double Slack = 0.01;

    public static void NoNodesOverlap(LayoutResult drawing)
    {
        for (var i = 0; i < drawing.Nodes.Count; i++)
        {
            for (var j = i + 1; j < drawing.Nodes.Count; j++)
            {
                var (a, b) = (drawing.Nodes[i].Box, drawing.Nodes[j].Box);
                Assert.False(Boxes.Overlap(a, b, Slack), $"{drawing.Nodes[i].Id} and {drawing.Nodes[j].Id} overlap");
            }
        }
    }

    public static void NoEdgeRunsThroughANode(LayoutResult drawing)
    {
        foreach (var edge in drawing.Edges)
        {
            for (var k = 0; k + 1 < edge.Points.Count; k++)
            {
                foreach (var node in drawing.Nodes)
                {
                    Assert.False(Boxes.Cuts(edge.Points[k], edge.Points[k + 1], node.Box, Slack), $"{edge.Id} runs through {node.Id}");
                }
            }
        }
    }

    public static void EdgesEndOnTheBordersOfTheirNodes(LayoutGraph graph, LayoutResult drawing)
    {
        var boxes = drawing.Nodes.ToDictionary(n => n.Id, n => n.Box);
        for (var e = 0; e < drawing.Edges.Count; e++)
        {
            Assert.True(OnBorder(drawing.Edges[e].Points[0], boxes[graph.Edges[e].Source]), $"start of {drawing.Edges[e].Id}");
            Assert.True(OnBorder(drawing.Edges[e].Points[^1], boxes[graph.Edges[e].Target]), $"end of {drawing.Edges[e].Id}");
            Assert.Equal(drawing.Edges[e].Start, drawing.Edges[e].Points[0]);
            Assert.Equal(drawing.Edges[e].Pieces[^1].End, drawing.Edges[e].Points[^1]);
        }
    }

    public static void LevelsFollowOneAnother(LayoutResult drawing, LayoutDirection direction)
    {
        var levels = drawing
            .Nodes.GroupBy(n => n.Level)
            .OrderBy(g => g.Key)
            .Select(g =>
                (
                    Start: g.Min(n => direction == LayoutDirection.LeftToRight ? n.Box.X : n.Box.Y),
                    End: g.Max(n => direction == LayoutDirection.LeftToRight ? n.Box.Right : n.Box.Bottom)
                )
            )
            .ToList();
        for (var i = 1; i < levels.Count; i++)
        {
            Assert.True(levels[i - 1].End < levels[i].Start, $"level {i} begins before the one before it ends");
        }
    }

    public static void EveryNodeStandsInsideItsLane(LayoutResult drawing)
    {
        foreach (var node in drawing.Nodes)
        {
            var band = Assert.Single(drawing.Lanes, l => l.Lane == node.Lane).Box;
            Assert.True(Contains(band, node.Box), $"{node.Id} leaves its lane");
        }

        for (var i = 0; i < drawing.Lanes.Count; i++)
        {
            for (var j = i + 1; j < drawing.Lanes.Count; j++)
            {
                var (a, b) = (drawing.Lanes[i].Box, drawing.Lanes[j].Box);
                Assert.True(a.Right <= b.X + Slack || a.Bottom <= b.Y + Slack, "two bands overlap or are out of order");
            }
        }
    }

    public static void EverythingIsInsideTheDrawing(LayoutResult drawing)
    {
        var page = new LayoutRectangle(0, 0, drawing.Width, drawing.Height);
        Assert.All(drawing.Nodes, n => Assert.True(Contains(page, n.Box)));
        Assert.All(drawing.Lanes, l => Assert.True(Contains(page, l.Box)));
        Assert.All(drawing.Levels, l => Assert.True(Contains(page, l.Box)));
        Assert.All(
            drawing.Edges.SelectMany(e => e.Points),
            p => Assert.True(p.X >= 0 && p.Y >= 0 && p.X <= page.Width && p.Y <= page.Height)
        );
    }

    private static bool Contains(LayoutRectangle outer, LayoutRectangle inner) =>
        inner.X >= outer.X - Slack
        && inner.Y >= outer.Y - Slack
        && inner.Right <= outer.Right + Slack
        && inner.Bottom <= outer.Bottom + Slack;

    private static bool OnBorder(LayoutPoint p, LayoutRectangle box)
    {
        var inside = p.X >= box.X - Slack && p.X <= box.Right + Slack && p.Y >= box.Y - Slack && p.Y <= box.Bottom + Slack;
        var deep = p.X > box.X + Slack && p.X < box.Right - Slack && p.Y > box.Y + Slack && p.Y < box.Bottom - Slack;
        return inside && !deep;
    }
}
