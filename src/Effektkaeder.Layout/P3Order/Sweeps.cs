using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Sorts column after column by the mean place of each item's neighbours in the column just done, lanes kept apart.
/// <para>Source: Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981).</para>
/// </summary>
internal static class Sweeps
{
    /// <summary>Sweeps to and fro and leaves the best order met.</summary>
    /// <returns>The crossings of that order.</returns>
    public static long Run(Workspace space, int rounds)
    {
        var best = CrossingCount.Total(space);
        var bestOrder = space.Snapshot();
        var idle = 0;
        for (var round = 0; round < rounds && idle < 4 && best > 0; round++)
        {
            space.Stop.ThrowIfCancellationRequested();
            var side = round % 2 == 0 ? Side.Before : Side.After;
            for (var k = 1; k < space.Order.Length; k++)
            {
                SortColumn(space, side == Side.Before ? k : space.Order.Length - 1 - k, side, ties: round / 2 % 2 == 1);
            }

            Transposition.Run(space, 2);
            var total = CrossingCount.Total(space);
            idle++;
            if (total < best)
            {
                (best, idle) = (total, 0);
                bestOrder = space.Snapshot();
            }
        }

        space.Restore(bestOrder);
        return best;
    }

    private static void SortColumn(Workspace space, int column, Side side, bool ties)
    {
        var order = space.Order[column];
        var neighbour = space.Order[column + (side == Side.Before ? -1 : 1)];
        var scale = order.Count == 0 ? 0 : (double)neighbour.Count / order.Count;
        var keys = new (int Lane, double Mean, int Place)[order.Count];
        var items = order.ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            // Equal means turn round every other time: else a bad order of twins would stay for ever.
            keys[i] = (space.Lane[items[i]], Mean(space, items[i], (int)side, scale), ties ? -i : i);
        }

        Array.Sort(keys, items);
        for (var i = 0; i < items.Length; i++)
        {
            order[i] = items[i];
            space.Pos[items[i]] = i;
        }
    }

    private static double Mean(Workspace space, int item, int side, double scale)
    {
        var links = space.Inner[side][item].Span;
        if (links.Length == 0)
        {
            return space.Pos[item] * scale;
        }

        var sum = 0.0;
        foreach (var other in links)
        {
            sum += space.Pos[other];
        }

        return sum / links.Length;
    }
}
