using Effektkaeder.Layout.P3Order;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

/// <summary>What a step crosses, counted from two lanes and the flow between all, is what a look at every edge counts.</summary>
public sealed class LaneFlowTests
{
    [Fact]
    public void A_step_crosses_what_a_look_at_every_edge_counts()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var space = Phases.Workspace(seed);
            var flow = new LaneFlow(space);
            var random = new Random(seed);
            for (var c = 1; c < space.Order.Length; c++)
            {
                for (var tries = 0; tries < 8; tries++)
                {
                    var (from, to) = (Somewhere(space, c - 1, random), Somewhere(space, c, random));
                    Assert.Equal(Counted(space, c, from, to), flow.Crossed(c, from, to));
                }
            }
        }
    }

    [Fact]
    public void An_edge_counted_out_and_in_again_changes_nothing()
    {
        var space = Phases.Workspace(4);
        var flow = new LaneFlow(space);
        var column = Enumerable.Range(1, space.Order.Length - 1).First(c => space.Order[c].Count > 0 && space.Order[c - 1].Count > 0);
        var (from, to) = (Somewhere(space, column - 1, new Random(1)), Somewhere(space, column, new Random(2)));
        var before = flow.Crossed(column, from, to);
        foreach (var chain in space.Chains)
        {
            flow.Add(chain!, -1);
            flow.Add(chain!, 1);
        }

        Assert.Equal(before, flow.Crossed(column, from, to));
    }

    private static Place Somewhere(Workspace space, int column, Random random)
    {
        var lane = random.Next(space.Graph.Graph.Lanes.Length);
        var (start, end) = space.Block(column, lane);
        return end > start && random.Next(2) == 0
            ? new(random.Next(start, end), true, lane)
            : new(random.Next(start, end + 1), false, lane);
    }

    private static int Counted(Workspace space, int column, Place from, Place to)
    {
        // Doubled places tell an item (odd) from the gap before it (even).
        var (a, b) = ((2 * from.At) + (from.IsItem ? 1 : 0), (2 * to.At) + (to.IsItem ? 1 : 0));
        var sum = 0;
        foreach (var item in space.Order[column])
        {
            foreach (var other in space.Inner[0][item].Span)
            {
                var (u, v) = ((2 * space.Pos[other]) + 1, (2 * space.Pos[item]) + 1);
                sum += (u < a && v > b) || (u > a && v < b) ? 1 : 0;
            }
        }

        return sum;
    }
}
