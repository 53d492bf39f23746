using Effektkaeder.Layout.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

/// <summary>The moves that save crossings say truly what they save.</summary>
public sealed class CrossingWorkTests
{
    private const int Seeds = 40;

    [Fact]
    public void What_two_neighbours_save_by_changing_places_is_what_the_count_falls_by()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var space = Phases.Workspace(seed);
            foreach (var order in space.Order)
            {
                for (var i = 0; i + 1 < order.Count; i++)
                {
                    var before = CrossingCount.Total(space);
                    var gain = SwapGain.Of(space, order[i], order[i + 1], i + 1);
                    (order[i], order[i + 1]) = (order[i + 1], order[i]);
                    (space.Pos[order[i]], space.Pos[order[i + 1]]) = (i, i + 1);
                    Assert.Equal(before - gain, CrossingCount.Total(space));
                }
            }
        }
    }

    [Fact]
    public void What_sifting_says_it_saved_is_what_the_count_fell_by()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var space = Phases.Workspace(seed);
            var before = CrossingCount.Total(space);
            var saved = Transposition.Sift(space);
            Assert.True(saved >= 0);
            Assert.Equal(before - saved, CrossingCount.Total(space));
        }
    }

    [Fact]
    public void A_long_edge_put_back_never_crosses_more_than_before()
    {
        // Its way is the best of all, but for the crookedness that only decides between equals.
        for (var seed = 0; seed < Seeds; seed++)
        {
            var space = Phases.Workspace(seed);
            var before = CrossingCount.Total(space);
            new LongEdges(space).Reinsert();
            Assert.True(CrossingCount.Total(space) <= before, $"seed {seed}");
            Assert.All(space.Order, o => Assert.Equal(o.Select(i => space.Lane[i]).Order(), o.Select(i => space.Lane[i])));
        }
    }

    [Fact]
    public void A_shaken_start_has_the_same_items_in_every_column_and_its_lanes_together()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var best = Phases.Workspace(seed);
            var space = new Workspace(best.Graph, [.. Enumerable.Range(0, best.Graph.Graph.Lanes.Length)]);
            ChainBuilder.DrawPlain(space);
            ShakenOrder.Set(space, best, new Random(seed));
            Assert.Equal(Enumerable.Range(0, space.Count), space.Order.SelectMany(o => o).Order());
            Assert.All(space.Order, (o, c) => Assert.All(o, i => Assert.Equal(c, space.Column[i])));
            Assert.All(space.Order, o => Assert.Equal(o.Select(i => space.Lane[i]).Order(), o.Select(i => space.Lane[i])));
        }
    }

    [Fact]
    public void The_count_of_the_workspace_is_the_count_pair_by_pair()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var space = Phases.Workspace(seed);
            Assert.Equal(OrderCrossings.Count(space), CrossingCount.Total(space));
        }
    }

    [Fact]
    public void Adding_to_the_first_numbers_changes_the_least_as_it_would_in_a_plain_row()
    {
        var random = new Random(1);
        for (var size = 1; size < 40; size++)
        {
            var row = Enumerable.Range(0, size).Select(_ => random.Next(100)).ToArray();
            var minima = new PrefixMinima();
            minima.Build(row);
            for (var k = 0; k < 30; k++)
            {
                var (count, value) = (random.Next(size + 2), random.Next(40));
                minima.AddToFirst(count, value);
                for (var i = 0; i < Math.Min(count, size); i++)
                {
                    row[i] += value;
                }

                Assert.Equal(row.Min(), minima.Least);
                Assert.Equal(Array.IndexOf(row, row.Min()), minima.At);
            }
        }
    }
}
