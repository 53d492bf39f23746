using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;
using Xunit;

namespace Effektkaeder.Layout.Tests.P5Edges;

public sealed class LabelPlacesTests
{
    [Fact]
    public void Labels_lie_on_their_own_route_and_on_no_box_no_other_label_and_no_crowd_of_edges()
    {
        var placed = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var graph = Labelled(seed);
            var drawing = LayoutPipeline.Run(graph, RandomGraphs.Options(seed));
            var labels = drawing
                .Edges.Zip(graph.Edges)
                .Where(p => p.First.LabelAt is not null)
                .Select(p => (Edge: p.First, Box: Around(p.First.LabelAt!.Value, p.Second.Label!.Value)))
                .ToList();
            placed += labels.Count;
            for (var i = 0; i < labels.Count; i++)
            {
                var (edge, box) = labels[i];
                Assert.True(Segments(edge).Any(s => Boxes.Cuts(s.From, s.To, box, 0)), $"seed {seed}: {edge.Id} is not under its label");
                Assert.DoesNotContain(drawing.Nodes, n => Boxes.Overlap(n.Box, box, 0));
                Assert.DoesNotContain(labels.Take(i), other => Boxes.Overlap(other.Box, box, 0));
                Assert.InRange(drawing.Edges.Count(e => e != edge && Segments(e).Any(s => Boxes.Cuts(s.From, s.To, box, 0))), 0, 1);
                Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= drawing.Width && box.Bottom <= drawing.Height);
            }
        }

        Assert.True(placed > 500, $"only {placed} labels found a place");
    }

    [Fact]
    public void Labels_move_no_node_and_no_edge()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (plain, labelled) = (LayoutPipeline.Run(RandomGraphs.Make(seed)), LayoutPipeline.Run(Labelled(seed)));
            Assert.Equal(plain.Nodes, labelled.Nodes);
            Assert.Equal(plain.Edges.SelectMany(e => e.Points), labelled.Edges.SelectMany(e => e.Points));
        }
    }

    [Fact]
    public void With_room_a_label_stands_in_the_middle()
    {
        var drawing = LayoutPipeline.Run(
            new LayoutGraph([new("a", 40, 20, 0), new("b", 40, 20, 1)], [new("ab", "a", "b", Label: new(20, 10))])
        );
        var (from, to) = (drawing.Edges[0].Points[0], drawing.Edges[0].Points[^1]);
        Assert.Equal((from.X + to.X) / 2, drawing.Edges[0].LabelAt!.Value.X, 3);
        Assert.Equal(from.Y, drawing.Edges[0].LabelAt!.Value.Y, 3);
    }

    private static LayoutGraph Labelled(int seed)
    {
        var random = new Random(seed);
        var graph = RandomGraphs.Make(seed);
        return graph with
        {
            Edges =
            [
                .. graph.Edges.Select(e => random.Next(3) == 0 ? e : e with { Label = new(10 + random.Next(50), 8 + random.Next(10)) }),
            ],
        };
    }

    private static LayoutRectangle Around(LayoutPoint centre, LayoutSize size) =>
        new(centre.X - (size.Width / 2), centre.Y - (size.Height / 2), size.Width, size.Height);

    private static IEnumerable<(LayoutPoint From, LayoutPoint To)> Segments(RoutedEdge edge) => edge.Points.Zip(edge.Points.Skip(1));
}
