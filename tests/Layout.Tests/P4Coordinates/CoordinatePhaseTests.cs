using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P4Coordinates;
using Xunit;

namespace Effektkaeder.Layout.Tests.P4Coordinates;

public sealed class CoordinatePhaseTests
{
    private const double Slack = 1e-6;

    [Fact]
    public void Items_of_a_column_keep_their_order_and_their_distance() =>
        ForAll(positioned =>
        {
            var ordered = positioned.Ordered;
            foreach (var column in ordered.Columns)
            {
                foreach (var (a, b) in column.Zip(column.Skip(1)))
                {
                    var least = ordered.Items[a].Lane == ordered.Items[b].Lane ? Cell.Distance(ordered, a, b) : 0;
                    Assert.True(positioned.Centre[b] - positioned.Centre[a] >= least - Slack);
                }
            }
        });

    [Fact]
    public void Every_item_lies_inside_its_lanes_band() =>
        ForAll(positioned =>
        {
            for (var i = 0; i < positioned.Ordered.Items.Length; i++)
            {
                var item = positioned.Ordered.Items[i];
                var half = item.IsNode ? positioned.Ordered.Layered.Graph.Nodes[item.Node].Breadth / 2 : 0;
                var band = positioned.Bands[item.Lane];
                Assert.InRange(positioned.Centre[i], band.Start + half - Slack, band.End - half + Slack);
            }
        });

    [Fact]
    public void Bands_are_disjoint_and_no_broader_than_the_fullest_column_needs_or_a_little_more_where_there_is_but_one() =>
        ForAll(positioned =>
        {
            var cells = Cell.Of(positioned.Ordered).SelectMany(c => c).ToLookup(c => c.Lane, c => c.Breadth);
            for (var lane = 0; lane < positioned.Bands.Length; lane++)
            {
                var band = positioned.Bands[lane];
                Assert.InRange(
                    band.End - band.Start,
                    cells[lane].Max() - Slack,
                    (cells[lane].Max() * (positioned.Bands.Length == 1 ? 1.15 : 1)) + Slack
                );
                Assert.True(lane == 0 || positioned.Bands[lane - 1].End < band.Start);
            }
        });

    [Fact]
    public void A_parent_stands_in_the_middle_of_its_children()
    {
        var positioned = Phases.Positioned(
            new LayoutGraph(
                [new("p", 50, 20), new("a", 50, 20), new("b", 50, 20), new("c", 50, 20)],
                [new("1", "p", "a"), new("2", "p", "b"), new("3", "p", "c")]
            ),
            new LayoutOptions()
        );
        Assert.Equal(positioned.Centre[1..].Average(), positioned.Centre[0], 1);
    }

    [Fact]
    public void A_long_edge_with_room_is_straight()
    {
        var drawing = LayoutPipeline.Run(
            new LayoutGraph(
                [new("a", 50, 20, 0), new("b", 50, 20, 1), new("c", 50, 20, 2), new("d", 50, 20, 3)],
                [new("1", "a", "b"), new("2", "b", "c"), new("3", "c", "d"), new("long", "a", "d")]
            )
        );
        var (from, to) = (drawing.Nodes[1].Box.X, drawing.Nodes[2].Box.Right);
        Assert.All(
            drawing.Edges[3].Pieces.Where(p => p.Kind == PathPieceKind.Cubic),
            p => Assert.True(p.End.X <= from + Slack || p.Control1.X >= to - Slack)
        );
    }

    [Fact]
    public void Most_passing_edges_run_straight_from_column_to_column_and_are_no_staircases()
    {
        var (straight, all) = (0, 0);
        ForAll(positioned =>
        {
            foreach (var chain in positioned.Ordered.Chains)
            {
                foreach (var (a, b) in chain.Items.Zip(chain.Items.Skip(1)))
                {
                    var (x, y) = (positioned.Ordered.Items[a], positioned.Ordered.Items[b]);
                    if (!x.IsNode && !y.IsNode && x.Column != y.Column && x.Lane == y.Lane)
                    {
                        all++;
                        straight += Math.Abs(positioned.Centre[a] - positioned.Centre[b]) < 0.01 ? 1 : 0;
                    }
                }
            }
        });
        Assert.True(straight > 0.6 * all, $"{straight} of {all}");
    }

    private static void ForAll(Action<PositionedGraph> rule)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            rule(Phases.Positioned(RandomGraphs.Make(seed), RandomGraphs.Options(seed)));
        }
    }
}
