using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P5Edges;
using Effektkaeder.Layout.Tests.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests.P5Edges;

public sealed class EdgePhaseTests
{
    [Fact]
    public void Edges_cross_as_often_as_their_order_demands_and_no_more()
    {
        var (drawn, demanded) = (0L, 0L);
        for (var seed = 0; seed < 50; seed++)
        {
            var ordered = Phases.Ordered(RandomGraphs.Make(seed), RandomGraphs.Options(seed));
            var drawing = EdgePhase.Run(Effektkaeder.Layout.P4Coordinates.CoordinatePhase.Run(ordered));
            drawn += Crossings(drawing);
            demanded += OrderCrossings.Count(ordered);
        }

        // Where dozens of ends share one small border, flattened curves may touch once more.
        Assert.InRange(drawn, demanded, demanded * 1.01);
    }

    [Fact]
    public void Arcs_of_one_side_are_nested_or_apart()
    {
        LayoutNode[] nodes = [.. Enumerable.Range(0, 6).Select(i => new LayoutNode($"n{i}", 60, 30, 0))];
        LayoutEdge[] edges =
        [
            new("1", "n0", "n1", EdgeKind.Coupling),
            new("2", "n1", "n2", EdgeKind.Coupling),
            new("3", "n0", "n2", EdgeKind.Coupling),
            new("4", "n0", "n3", EdgeKind.Coupling),
        ];
        Assert.Equal(0, Crossings(LayoutPipeline.Run(new LayoutGraph(nodes, edges))));
    }

    [Fact]
    public void Steep_edges_side_by_side_keep_a_distance()
    {
        LayoutNode[] nodes = [.. Enumerable.Range(0, 40).Select(i => new LayoutNode($"n{i}", 60, 30, i < 20 ? 0 : 1, i < 20 ? "a" : "b"))];
        LayoutEdge[] edges = [.. Enumerable.Range(0, 20).Select(i => new LayoutEdge($"e{i}", $"n{i}", $"n{i + 20}"))];
        var drawing = LayoutPipeline.Run(new LayoutGraph(nodes, edges), new LayoutOptions { Folding = LevelFolding.Never });
        for (var y = 0.0; y < drawing.Height; y += 7)
        {
            var there = drawing
                .Edges.SelectMany(e => e.Points.Zip(e.Points.Skip(1), (a, b) => (A: a, B: b)))
                .Where(s => Math.Abs(s.B.Y - s.A.Y) > 2 * (s.B.X - s.A.X) && Math.Min(s.A.Y, s.B.Y) <= y && y < Math.Max(s.A.Y, s.B.Y))
                .Select(s => s.A.X + ((s.B.X - s.A.X) * (y - s.A.Y) / (s.B.Y - s.A.Y)))
                .Order()
                .ToArray();
            Assert.All(there.Zip(there.Skip(1)), p => Assert.True(p.Second - p.First >= 1.5, $"{p} at {y}"));
        }
    }

    [Fact]
    public void Self_loops_doubled_edges_and_couplings_inside_a_level_are_all_drawn()
    {
        var graph = new LayoutGraph(
            [new("a", 60, 30, 0), new("b", 60, 30, 0)],
            [new("loop", "a", "a", EdgeKind.Coupling), new("1", "a", "b", EdgeKind.Coupling), new("2", "a", "b", EdgeKind.Coupling)]
        );
        var drawing = LayoutPipeline.Run(graph);
        Assert.All(drawing.Edges, e => Assert.True(e.Points.Count > 4));
        Assert.NotEqual(drawing.Edges[1].Points, drawing.Edges[2].Points);
        Assert.Equal(0, Crossings(drawing));
    }

    private static long Crossings(LayoutResult drawing)
    {
        var segments = drawing.Edges.SelectMany((e, i) => e.Points.Zip(e.Points.Skip(1), (a, b) => (Edge: i, A: a, B: b))).ToArray();
        long sum = 0;
        for (var i = 0; i < segments.Length; i++)
        {
            for (var j = i + 1; j < segments.Length; j++)
            {
                if (segments[i].Edge != segments[j].Edge)
                {
                    var (a, b, c, d) = (segments[i].A, segments[i].B, segments[j].A, segments[j].B);
                    sum += Left(a, b, c) != Left(a, b, d) && Left(c, d, a) != Left(c, d, b) ? 1 : 0;
                }
            }
        }

        return sum;
    }

    private static bool Left(LayoutPoint o, LayoutPoint a, LayoutPoint b) => ((a.X - o.X) * (b.Y - o.Y)) - ((a.Y - o.Y) * (b.X - o.X)) > 0;
}
