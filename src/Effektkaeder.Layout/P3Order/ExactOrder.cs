namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Puts the items of one lane in one column in the very best order for what stands beside them, where they are few: what two of
/// them cross depends on the two alone, so the best order of a set is the best of those that leave out its last.
/// <para>Source: Held and Karp, "A dynamic programming approach to sequencing problems" (1962), with the crossing numbers of
/// Jünger and Mutzel (1997).</para>
/// </summary>
internal static class ExactOrder
{
    /// <summary>So many items have 2^8 sets; twice as many would have 65,000.</summary>
    private const int Most = 8;

    /// <returns>Whether any order became better.</returns>
    public static bool Run(Workspace space)
    {
        var any = false;
        foreach (var order in space.Order)
        {
            for (var start = 0; start < order.Count;)
            {
                var end = start + 1;
                while (end < order.Count && space.Lane[order[end]] == space.Lane[order[start]])
                {
                    end++;
                }

                any |= end - start is > 2 and <= Most && Improve(space, order, start, end - start);
                start = end;
            }
        }

        return any;
    }

    /// <summary>Items 0, 1, ... in the order of least cost.</summary>
    /// <param name="cost">By item before, by item after: what that costs; as many rows as items.</param>
    /// <param name="count">How many items; a few.</param>
    /// <param name="saved">What it costs less than the order 0, 1, ...; where that is 0 the order is that one.</param>
    public static int[] Best(ReadOnlySpan<int> cost, int count, out int saved)
    {
        var sets = 1 << count;
        var (least, last) = (new int[sets], new byte[sets]);
        // By set, by item: what the item costs after all of the set.
        var after = new int[sets * count];
        for (var set = 1; set < sets; set++)
        {
            var low = System.Numerics.BitOperations.TrailingZeroCount(set);
            var without = set & (set - 1);
            least[set] = int.MaxValue;
            for (var item = 0; item < count; item++)
            {
                after[(set * count) + item] = after[(without * count) + item] + cost[(low * count) + item];
                var rest = set & ~(1 << item);
                // Of equal ones the later item is last, as it was.
                if (rest != set && least[rest] + after[(rest * count) + item] is var sum && sum <= least[set])
                {
                    (least[set], last[set]) = (sum, (byte)item);
                }
            }
        }

        var best = new int[count];
        for (var (set, k) = (sets - 1, count - 1); k >= 0; k--)
        {
            best[k] = last[set];
            set &= ~(1 << last[set]);
        }

        var now = 0;
        for (var x = 0; x < count; x++)
        {
            for (var y = x + 1; y < count; y++)
            {
                now += cost[(x * count) + y];
            }
        }

        saved = now - least[sets - 1];
        return best;
    }

    private static bool Improve(Workspace space, List<int> order, int start, int count)
    {
        var items = order.GetRange(start, count);
        // An arc between two of them is crossed by what comes to stand between: then it is no matter of two alone.
        if (items.Exists(i => space.IsHeld(i) || Arcs(space, i, start, count)))
        {
            return false;
        }

        Span<int> cost = stackalloc int[count * count];
        for (var x = 0; x < count; x++)
        {
            for (var y = 0; y < count; y++)
            {
                cost[(x * count) + y] = x == y ? 0 : SwapGain.Of(space, items[x], items[y], start);
            }
        }

        var best = Best(cost, count, out var saved);
        if (saved <= 0)
        {
            return false;
        }

        for (var k = 0; k < count; k++)
        {
            order[start + k] = items[best[k]];
            space.Pos[items[best[k]]] = start + k;
        }

        return true;
    }

    private static bool Arcs(Workspace space, int item, int start, int count)
    {
        for (var side = 0; side < 2; side++)
        {
            foreach (var other in space.ArcEnds[side][item].Span)
            {
                if (space.Column[other] == space.Column[item] && space.Pos[other] >= start && space.Pos[other] < start + count)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
