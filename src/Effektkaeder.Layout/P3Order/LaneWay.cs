using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The ways of fewest crossings from one end of an edge through the columns inside one lane, as far as the other end: found exactly
/// among the gaps of a window, as a shortest path.
/// </summary>
internal sealed class LaneWay(Workspace space, LaneFlow flow)
{
    /// <summary>A crossing outweighs any crookedness inside one column.</summary>
    public const int Crossing = 256;

    /// <summary>Gaps looked at on either side of where the edge passes now, or is led by its neighbours.</summary>
    private const int Window = 40;

    private const int MostGaps = (2 * Window) + 1;

    private readonly PrefixMinima _least = new();
    private readonly int[] _start = new int[space.Order.Length];
    private readonly int[] _gaps = new int[space.Order.Length];
    private readonly int[] _cost = new int[space.Order.Length * MostGaps];
    private readonly int[] _back = new int[space.Order.Length * MostGaps];
    private int _item;
    private int _other;
    private int _step;
    private int _lane;
    private bool _compared;

    /// <summary>Walks from an item towards a column, which is not entered itself.</summary>
    /// <param name="near">By column, where the edge passes now; less than 0 where it does not pass in this lane.</param>
    /// <param name="compared">The costs are compared with those of other ways, so what all gaps have alike is counted too.</param>
    public void Walk(int item, int other, int[] near, bool compared)
    {
        _compared = compared;
        (_item, _other, _lane) = (item, other, space.Lane[item]);
        _step = Math.Sign(space.Column[other] - space.Column[item]);
        for (var c = space.Column[item] + _step; c != space.Column[other]; c += _step)
        {
            var (start, end) = space.Block(c, _lane);
            var middle = near[c] >= 0 ? near[c] : Led(c, start, end);
            var low = Math.Clamp(middle - Window, start, end);
            var high = Math.Clamp(middle + Window, low, end);
            (_start[c], _gaps[c]) = (low, high - low + 1);
            if (c == space.Column[item] + _step)
            {
                First(c, low, high);
            }
            else
            {
                Step(c, low, high);
            }

            AddPassing(c);
        }
    }

    /// <summary>The best place in a column, and the cost up to there.</summary>
    public (Place Place, long Cost) Best(int column)
    {
        if (column == space.Column[_item])
        {
            return (new(space.Pos[_item], true, _lane), 0);
        }

        var cost = CostAt(column);
        var best = 0;
        for (var g = 1; g < cost.Length; g++)
        {
            best = cost[g] < cost[best] ? g : best;
        }

        return (new(_start[column] + best, false, _lane), cost[best]);
    }

    /// <summary>The place in a column from where a step over to a place in the next costs least, with the crossings of the step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Place Place, long Cost) BestTowards(int column, in Place other)
    {
        if (column == space.Column[_item])
        {
            var own = new Place(space.Pos[_item], true, _lane);
            return (own, Crossing * (long)Over(column, own, other));
        }

        var (order, start) = (space.Order[column], _start[column]);
        var cost = CostAt(column);
        var onwards = _step > 0 ? 1 : 0;
        var sum = Crossing * (long)Over(column, new Place(start, false, _lane), other);
        var (best, bestGap) = (long.MaxValue, start);
        for (var g = 0; g < cost.Length; g++)
        {
            if (cost[g] + sum < best)
            {
                (best, bestGap) = (cost[g] + sum, start + g);
            }

            if (g + 1 < cost.Length)
            {
                foreach (var end in space.Inner[onwards][order[start + g]].Span)
                {
                    var at = space.Pos[end];
                    sum +=
                        other.IsItem && at == other.At ? 0
                        : at >= other.At ? Crossing
                        : -Crossing;
                }
            }
        }

        return (new(bestGap, false, _lane), best);
    }

    /// <summary>What a way in the lane costs up to a place in a column.</summary>
    public long CostOf(int column, in Place place) => column == space.Column[_item] ? 0 : CostAt(column)[place.At - _start[column]];

    private int Over(int column, in Place from, in Place to) =>
        _step > 0 ? flow.Crossed(column + 1, from, to) : flow.Crossed(column, to, from);

    /// <summary>Writes the gaps from a place in a column back to the item.</summary>
    public void Trace(int column, int gap, int[] gaps)
    {
        for (var c = column; c != space.Column[_item]; c -= _step)
        {
            gaps[c] = gap;
            gap = c - _step == space.Column[_item] ? 0 : _start[c - _step] + _back[(c * MostGaps) + gap - _start[c]];
        }
    }

    /// <summary>The least cost of a whole way in the lane to the other end, and the gap it has in the last column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LastGap()
    {
        var column = space.Column[_other] - _step;
        var (order, start) = (space.Order[column], _start[column]);
        var cost = CostAt(column);
        var at = space.Pos[_other];
        var onwards = _step > 0 ? 1 : 0;
        var (sum, best, bestGap) = (0, int.MaxValue, 0);
        for (var g = 0; g < cost.Length; g++)
        {
            if (cost[g] + sum < best)
            {
                (best, bestGap) = (cost[g] + sum, start + g);
            }

            if (g + 1 < cost.Length)
            {
                foreach (var other in space.Inner[onwards][order[start + g]].Span)
                {
                    sum += Math.Sign(space.Pos[other] - at) * Crossing;
                }
            }
        }

        return bestGap;
    }

    /// <summary>Where the neighbours of the best gap so far lead, in a column the edge does not pass in this lane.</summary>
    private int Led(int column, int start, int end)
    {
        var before = column - _step;
        var place = Best(before).Place;
        var order = space.Order[before];
        var (low, high) = space.Block(before, _lane);
        var onwards = _step > 0 ? 1 : 0;
        for (var off = 0; off <= 4; off++)
        {
            foreach (var at in (ReadOnlySpan<int>)[place.At + off, place.At - 1 - off])
            {
                if (at < low || at >= high)
                {
                    continue;
                }

                foreach (var other in space.Inner[onwards][order[at]].Span)
                {
                    if (space.Lane[other] == _lane)
                    {
                        return space.Pos[other];
                    }
                }
            }
        }

        return start + (int)((place.At - low + 0.5) / (high - low + 1) * (end - start + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void First(int column, int low, int high)
    {
        var order = space.Order[column];
        var at = space.Pos[_item];
        var cost = CostAt(column);
        var (from, to) = (new Place(at, true, _lane), new Place(low, false, _lane));
        cost[0] = Alike(column, from, to);
        var backwards = _step > 0 ? 0 : 1;
        for (var g = low; g < high; g++)
        {
            var sum = cost[g - low];
            foreach (var other in space.Inner[backwards][order[g]].Span)
            {
                sum += Math.Sign(space.Pos[other] - at) * Crossing;
            }

            cost[g + 1 - low] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(int column, int low, int high)
    {
        var previous = column - _step;
        var cost = CostAt(previous);
        var before = CollectionsMarshal.AsSpan(space.Order[previous]);
        var (start, pos) = (_start[previous], space.Pos);
        var onwards = _step > 0 ? 1 : 0;
        var (from, to) = (new Place(start, false, _lane), new Place(low, false, _lane));
        var crossed = Alike(column, from, to);
        var (ends, starts) = (space.Inner[onwards], space.Inner[1 - onwards]);
        Span<int> reach = stackalloc int[MostGaps];
        reach = reach[..cost.Length];
        reach[0] = cost[0] + crossed;
        for (var g = 0; g + 1 < cost.Length; g++)
        {
            foreach (var other in ends[before[start + g]].Span)
            {
                crossed += pos[other] >= low ? Crossing : -Crossing;
            }

            reach[g + 1] = cost[g + 1] + crossed;
        }

        _least.Build(reach);
        var order = CollectionsMarshal.AsSpan(space.Order[column]);
        var next = CostAt(column);
        var back = _back.AsSpan(column * MostGaps, MostGaps);
        var all = 0;
        for (var g = low; g <= high; g++)
        {
            (next[g - low], back[g - low]) = (_least.Least + all, _least.At);
            if (g < high)
            {
                // Passing an item: its edges are now crossed from gaps at or before their other end, no longer from after.
                foreach (var other in starts[order[g]].Span)
                {
                    all -= Crossing;
                    _least.AddToFirst(Math.Min(pos[other] + 1 - start, cost.Length), 2 * Crossing);
                }
            }
        }
    }

    private Span<int> CostAt(int column) => _cost.AsSpan(column * MostGaps, _gaps[column]);

    private int Alike(int column, in Place from, in Place to) =>
        !_compared ? 0
        : _step > 0 ? Crossing * flow.Crossed(column, from, to)
        : Crossing * flow.Crossed(column + 1, to, from);

    /// <summary>Arcs crossed beside a column, and crookedness.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPassing(int column)
    {
        var cost = CostAt(column);
        var start = _start[column];
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

        var share = (double)(column - space.Column[_item]) / (space.Column[_other] - space.Column[_item]);
        var wish = (((1 - share) * Relative(_item)) + (share * Relative(_other))) * space.Order[column].Count;
        for (var g = 0; g < cost.Length; g++)
        {
            cost[g] += (int)Math.Min(24, Math.Abs(g + start - wish));
        }
    }

    private double Relative(int item) => (space.Pos[item] + 0.5) / space.Order[space.Column[item]].Count;
}
