using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Takes one long edge at a time out of the order and puts it back on the way of fewest crossings through all the
/// columns it passes: moving its items one by one would mostly gain nothing.
/// <para>Source: the block moves of Bachmaier, Brandenburg, Brunner and Hübner, "Global k-level crossing reduction"
/// (2011); here the best way is found exactly, as a shortest path over the gaps.</para>
/// </summary>
internal sealed class LongEdges(Workspace space)
{
    /// <summary>A crossing outweighs any crookedness inside one column.</summary>
    private const int Crossing = 256;

    /// <summary>How far from where it passes now an edge inside one lane looks for its way.</summary>
    private const int Window = 64;

    private readonly PrefixMinTree _tree = new();
    private readonly int[] _near = new int[space.Order.Length];

    public void Reinsert()
    {
        for (var e = 0; e < space.Chains.Length; e++)
        {
            var chain = space.Chains[e];
            if (chain is { Count: > 2 } && Math.Abs(space.Column[chain[0]] - space.Column[chain[^1]]) == chain.Count - 1)
            {
                Reinsert(e, chain);
            }
        }
    }

    private void Reinsert(int edge, List<int> chain)
    {
        space.Disconnect(edge);
        var forwards = space.Column[chain[0]] < space.Column[chain[^1]];
        var (first, last) = forwards ? (chain[0], chain[^1]) : (chain[^1], chain[0]);
        for (var k = 1; k + 1 < chain.Count; k++)
        {
            _near[space.Column[chain[k]]] = space.Pos[chain[k]];
        }

        var gaps = Way(first, last);
        for (var k = 0; k < gaps.Length; k++)
        {
            var item = chain[forwards ? k + 1 : chain.Count - 2 - k];
            space.Lane[item] = LaneAt(space.Column[item], gaps[k], space.Lane[first], space.Lane[last]);
            space.Insert(item, gaps[k]);
        }

        space.Connect(edge, chain, Side.Before);
    }

    private int[] Way(int first, int last)
    {
        var (start, end) = (space.Column[first], space.Column[last]);
        var back = new int[end - start - 1][];
        var range = Range(start + 1, first, last);
        var cost = FromItem(first, start + 1, range);
        AddPassing(cost, start + 1, range.Start, first, last);
        var starts = new int[end - start - 1];
        starts[0] = range.Start;
        for (var c = start + 2; c < end; c++)
        {
            var next = Range(c, first, last);
            (cost, back[c - start - 1]) = Step(cost, c, range, next);
            AddPassing(cost, c, next.Start, first, last);
            range = next;
            starts[c - start - 1] = next.Start;
        }

        var gaps = new int[end - start - 1];
        gaps[^1] = ToItem(cost, end - 1, range, last);
        for (var k = gaps.Length - 1; k > 0; k--)
        {
            gaps[k - 1] = back[k][gaps[k]];
        }

        for (var k = 0; k < gaps.Length; k++)
        {
            gaps[k] += starts[k];
        }

        return gaps;
    }

    /// <summary>The gaps worth looking at: near the present one, or the lanes of both ends and what lies between them.</summary>
    private (int Start, int End) Range(int column, int first, int last)
    {
        var (low, high) = (Math.Min(space.Lane[first], space.Lane[last]), Math.Max(space.Lane[first], space.Lane[last]));
        var start = space.Block(column, low).Start;
        var end = low == high ? space.Block(column, low).End : space.Block(column, high).End;
        return low == high ? (Math.Max(start, _near[column] - Window), Math.Min(end, _near[column] + Window)) : (start, end);
    }

    /// <summary>By gap of a range, crossings of the step there from an item; what is alike for all gaps is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] FromItem(int item, int column, (int Start, int End) range)
    {
        var order = space.Order[column];
        var at = space.Pos[item];
        var cost = new int[range.End - range.Start + 1];
        for (var g = range.Start; g < range.End; g++)
        {
            var sum = cost[g - range.Start];
            foreach (var other in space.Inner[0][order[g]].Span)
            {
                sum +=
                    space.Pos[other] < at ? -Crossing
                    : space.Pos[other] > at ? Crossing
                    : 0;
            }

            cost[g + 1 - range.Start] = sum;
        }

        return cost;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Cost, int[] Back) Step(int[] cost, int column, (int Start, int End) from, (int Start, int End) to)
    {
        // In the first gap of the new column every edge ends after it, but those to earlier lanes.
        var before = space.Order[column - 1];
        var (all, crossed) = (0, 0);
        for (var g = from.Start; g < from.End; g++)
        {
            foreach (var other in space.Inner[1][before[g]].Span)
            {
                crossed += space.Pos[other] >= to.Start ? Crossing : -Crossing;
            }

            cost[g + 1 - from.Start] += crossed;
        }

        _tree.Build(cost);
        var order = space.Order[column];
        var next = new int[to.End - to.Start + 1];
        var back = new int[next.Length];
        for (var g = to.Start; g <= to.End; g++)
        {
            var (value, at) = _tree.Least();
            (next[g - to.Start], back[g - to.Start]) = (value + all, at);
            if (g < to.End)
            {
                // Passing an item: its edges are now crossed from gaps at or before their other end, no longer from after.
                foreach (var other in space.Inner[0][order[g]].Span)
                {
                    all -= Crossing;
                    _tree.AddToFirst(Math.Clamp(space.Pos[other] + 1 - from.Start, 0, cost.Length), 2 * Crossing);
                }
            }
        }

        return (next, back);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ToItem(int[] cost, int column, (int Start, int End) range, int item)
    {
        var order = space.Order[column];
        var at = space.Pos[item];
        var sum = 0;
        var best = int.MaxValue;
        var bestGap = 0;
        for (var g = range.Start; g <= range.End; g++)
        {
            if (cost[g - range.Start] + sum < best)
            {
                (best, bestGap) = (cost[g - range.Start] + sum, g - range.Start);
            }

            if (g < range.End)
            {
                foreach (var other in space.Inner[1][order[g]].Span)
                {
                    sum +=
                        space.Pos[other] < at ? -Crossing
                        : space.Pos[other] > at ? Crossing
                        : 0;
                }
            }
        }

        return bestGap;
    }

    /// <summary>Arcs crossed beside a column, crookedness, and lanes that are none of the edge's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPassing(int[] cost, int column, int start, int first, int last)
    {
        for (var side = 0; side < 2; side++)
        {
            foreach (var (a, b) in space.Arcs[side][column])
            {
                var (low, high) = (Math.Min(space.Pos[a], space.Pos[b]) - start, Math.Max(space.Pos[a], space.Pos[b]) - start);
                for (var g = Math.Max(0, low + 1); g <= Math.Min(high, cost.Length - 1); g++)
                {
                    cost[g] += Crossing;
                }
            }
        }

        var share = (double)(column - space.Column[first]) / (space.Column[last] - space.Column[first]);
        var wish = (((1 - share) * Relative(first)) + (share * Relative(last))) * space.Order[column].Count;
        for (var g = 0; g < cost.Length; g++)
        {
            cost[g] += (int)Math.Min(24, Math.Abs(g + start - wish));
        }

        if (space.Lane[first] != space.Lane[last])
        {
            var (one, other) = (space.Block(column, space.Lane[first]), space.Block(column, space.Lane[last]));
            for (var g = 0; g < cost.Length; g++)
            {
                var gap = g + start;
                var allowed = (gap >= one.Start && gap <= one.End) || (gap >= other.Start && gap <= other.End);
                cost[g] += allowed ? 0 : 1 << 24;
            }
        }
    }

    private double Relative(int item) => (space.Pos[item] + 0.5) / space.Order[space.Column[item]].Count;

    private int LaneAt(int column, int gap, int one, int other)
    {
        var block = space.Block(column, other);
        return gap >= block.Start && gap <= block.End ? other : one;
    }
}
