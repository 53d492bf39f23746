using Effektkaeder.Layout.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

public sealed class ExactOrderTests
{
    [Fact]
    public void No_order_of_a_few_items_costs_less_than_the_best()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 60; round++)
        {
            var count = 2 + (round % 5);
            var cost = Enumerable.Range(0, count * count).Select(_ => random.Next(-9, 10)).ToArray();
            int Cost(int[] order) => order.SelectMany((x, i) => order.Skip(i + 1).Select(y => cost[(x * count) + y])).Sum();
            var best = ExactOrder.Best(cost, count, out var saved);
            Assert.Equal(Orders(count).Min(Cost), Cost(best));
            Assert.Equal(Cost([.. Enumerable.Range(0, count)]) - Cost(best), saved);
        }
    }

    [Fact]
    public void What_is_best_already_stays() => Assert.Equal([0, 1, 2, 3], ExactOrder.Best(new int[16], 4, out _));

    [Fact]
    public void A_change_of_order_is_one_that_saves_crossings_and_leaves_lanes_together()
    {
        var changed = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var space = Phases.Workspace(seed);
            Transposition.Sift(space);
            var before = CrossingCount.Total(space);
            var any = ExactOrder.Run(space);
            Assert.True(any ? CrossingCount.Total(space) < before : CrossingCount.Total(space) == before, $"seed {seed}");
            Assert.All(space.Order, o => Assert.Equal(o.Select(i => space.Lane[i]).Order(), o.Select(i => space.Lane[i])));
            changed += any ? 1 : 0;
        }

        Assert.True(changed > 0, "sifting alone was best everywhere");
    }

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0
            ?
            [
                [],
            ]
            : Orders(count - 1)
                .SelectMany(shorter =>
                    Enumerable.Range(0, count).Select(at => shorter.Take(at).Append(count - 1).Concat(shorter.Skip(at)).ToArray())
                );
}
