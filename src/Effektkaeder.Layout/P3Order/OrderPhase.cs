using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Orders the lanes, the items of every column, and the ways of the edges that are no plain steps down.
/// <para>Requires: every node in a column.</para>
/// <para>Ensures: lanes are contiguous and follow one another alike in every column; a fixed order of lanes is kept;
/// every chain steps to a neighbouring column or turns once; the same seed gives the same order.</para>
/// <para>Source: Sugiyama et al. (1981) for the frame; each step names its own.</para>
/// </summary>
internal static class OrderPhase
{
    public static OrderedGraph Run(LayeredGraph layered)
    {
        var lanes = LaneArrangement.Order(layered.Graph);
        var plan = OrderPlan.For(layered);
        var (best, near) = (default(Workspace), default(Workspace));
        var bestCost = double.PositiveInfinity;
        var race = new Race();
        // An earlier drawing is the one start there is.
        for (var start = 0; start < (layered.Graph.Options.Previous is null ? plan.Starts : 1); start++)
        {
            if (Solve(layered, lanes, plan, start, near, race) is not { } space)
            {
                continue;
            }

            var cost = CrossingCount.Total(space) + (plan.DetourCost * 0.25 * space.Order.Sum(o => o.Count));
            // Of equal ones the first is drawn, as it keeps most to the order of the lists; the search goes on from the last, lest it
            // stand still.
            best = cost < bestCost ? space : best;
            near = cost <= bestCost ? space : near;
            bestCost = Math.Min(cost, bestCost);
        }

        Ribbons.Gather(best!);
        return Finish(best!, layered, lanes);
    }

    /// <returns>The columns in order; null for a start that was given up.</returns>
    private static Workspace? Solve(LayeredGraph layered, int[] lanes, OrderPlan plan, int start, Workspace? near, Race race)
    {
        var laneRank = new int[lanes.Length];
        for (var i = 0; i < lanes.Length; i++)
        {
            laneRank[lanes[i]] = i;
        }

        var space = new Workspace(layered, laneRank);
        var routed = ChainBuilder.DrawPlain(space, early: start % 2 == 1);
        if (layered.Graph.Options.Previous is { } previous)
        {
            PreviousOrder.Set(space, previous);
            Polish(space, plan, CrossingCount.Total(space));
        }
        else if (near is not null && start >= plan.Fresh)
        {
            ShakenOrder.Set(space, near, new Random(layered.Graph.Options.Seed + start));
            Polish(space, plan, CrossingCount.Total(space));
        }
        else
        {
            InitialOrder.Set(space, start == 0 ? null : new Random(layered.Graph.Options.Seed + start));
            Polish(space, plan, Sweeps.Run(space, plan.Sweeps));
        }

        // Without couplings there is little left to do, and nothing to save.
        bool IsLost(int stage) => routed.Count > 0 && race.IsLost(stage, CrossingCount.Total(space));
        if (IsLost(0))
        {
            return null;
        }

        var router = new EdgeRouter(space, plan.DetourCost);
        foreach (var edge in routed)
        {
            space.Stop.ThrowIfCancellationRequested();
            router.Draw(edge);
        }

        if (IsLost(1))
        {
            return null;
        }

        for (var round = 0; round < plan.Rounds; round++)
        {
            Transposition.Sift(space);
            foreach (var edge in routed)
            {
                space.Stop.ThrowIfCancellationRequested();
                router.Redraw(edge);
            }

            if (round == 0 && IsLost(2))
            {
                return null;
            }
        }

        // The hierarchy was laid before the couplings lay across it.
        new LongEdges(space).Reinsert();
        Transposition.Sift(space);
        while (ExactOrder.Run(space))
        {
            Transposition.Sift(space);
        }

        Transposition.Run(space, 4);
        return space;
    }

    /// <summary>Moves single items and whole long edges by turns, until a round gains next to nothing.</summary>
    private static void Polish(Workspace space, OrderPlan plan, long crossings)
    {
        Transposition.Sift(space);
        var longEdges = new LongEdges(space);
        for (var round = 0; round < plan.LongRounds; round++)
        {
            longEdges.Reinsert();
            Transposition.Sift(space);
            var now = CrossingCount.Total(space);
            if (crossings - now < crossings / plan.LeastGain)
            {
                break;
            }

            crossings = now;
        }
    }

    private static OrderedGraph Finish(Workspace space, LayeredGraph layered, int[] lanes)
    {
        // Items of ways tried and given up are left out.
        var number = new int[space.Count];
        Array.Fill(number, -1);
        var nodes = layered.Graph.Nodes.Length;
        var items = new List<Item>();
        for (var i = 0; i < nodes; i++)
        {
            number[i] = i;
            items.Add(new Item(space.Column[i], space.Lane[i], i, -1));
        }

        foreach (var item in space.Order.SelectMany(o => o).Where(i => i >= nodes))
        {
            number[item] = items.Count;
            items.Add(new Item(space.Column[item], space.Lane[item], -1, space.Edge[item]));
        }

        var columns = Array.ConvertAll(space.Order, o => o.Select(i => number[i]).ToArray());
        var chains = space.Chains.Select((chain, e) => new Chain([.. chain!.Select(i => number[i])], space.Turns[e]));
        return new OrderedGraph(layered, [.. items], columns, [.. chains], [.. lanes.Select(l => layered.Graph.Lanes[l])]);
    }
}
