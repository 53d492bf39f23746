using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The ways an edge could take from one of its ends through the columns: by column, the gap in the end's lane it would
/// pass through, and the crossings up to there. It keeps to the fewest crossings channel by channel, which means
/// following the hierarchy up or down beside the end's own family.
/// </summary>
internal sealed class Thread
{
    private readonly Workspace _space;
    private readonly LaneFlow _flow;
    private int[] _spanning = [];
    private int _first;
    private int _last;

    public Thread(Workspace space, LaneFlow flow)
    {
        (_space, _flow) = (space, flow);
        Gap = new int[space.Order.Length];
        Cost = new int[space.Order.Length];
    }

    public int Item { get; private set; }

    /// <summary>By column, the gap passed; in the item's own column the item's place.</summary>
    public int[] Gap { get; }

    /// <summary>By column, crossings from the item up to standing in that gap.</summary>
    public int[] Cost { get; }

    public int Column => _space.Column[Item];

    public void Lay(int item)
    {
        Item = item;
        (_first, _last) = (Column, Column);
        Gap[Column] = _space.Pos[item];
        Cost[Column] = 0;
    }

    /// <summary>Leads the thread on to a column; most edges go over near their ends, and the far columns are never asked for.</summary>
    public void Reach(int column)
    {
        for (; _first > column; _first--)
        {
            Step(_first, _first - 1);
        }

        for (; _last < column; _last++)
        {
            Step(_last, _last + 1);
        }
    }

    /// <summary>Arcs on a side of a column that the thread crosses where it leaves or enters there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int ArcsAt(int column, int side)
    {
        var inside = column == Column;
        var gap = Gap[column];
        var sum = 0;
        foreach (var (a, b) in _space.Arcs[side][column])
        {
            var (low, high) = (Math.Min(_space.Pos[a], _space.Pos[b]), Math.Max(_space.Pos[a], _space.Pos[b]));
            sum += low < gap && (inside ? gap < high : gap <= high) ? 1 : 0;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(int from, int to)
    {
        var side = to < from ? (int)Side.Before : (int)Side.After;
        var back = 1 - side;
        var pos = _space.Pos;
        var own = from == Column;
        var gap = Gap[from];

        var order = _space.Order[from];
        var target = _space.Order[to];
        var (start, end) = _space.Block(to, _space.Lane[Item]);
        var spans = Spanning(to, back, start, end);
        var (here, there) = (At(from), new Place(start, false, _space.Lane[Item]));
        var crossing = to < from ? _flow.Crossed(from, there, here) : _flow.Crossed(to, here, there);
        var (best, bestGap, bestOff) = (int.MaxValue, start, double.MaxValue);
        var wish = order.Count == 0 ? 0 : (gap + 0.5) / order.Count * target.Count;
        for (var g = start; g <= end; g++)
        {
            var cost = crossing + spans[g - start];
            var off = Math.Abs(g - wish);
            if (cost < best || (cost == best && off < bestOff))
            {
                (best, bestGap, bestOff) = (cost, g, off);
            }

            if (g < end)
            {
                foreach (var other in _space.Inner[back][target[g]].Span)
                {
                    var at = pos[other];
                    crossing +=
                        at < gap ? -1
                        : own && at == gap ? 0
                        : 1;
                }
            }
        }

        Gap[to] = bestGap;
        Cost[to] = Cost[from] + ArcsAt(from, side) + best;
    }

    public Place At(int column) => new(Gap[column], column == Column, _space.Lane[Item]);

    /// <summary>By gap of a range in a column, how many arcs on a side span it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Spanning(int column, int side, int start, int end)
    {
        var size = end - start + 2;
        if (_spanning.Length < size)
        {
            _spanning = new int[size * 2];
        }

        Array.Clear(_spanning, 0, size);
        foreach (var (a, b) in _space.Arcs[side][column])
        {
            var (first, last) = (Math.Min(_space.Pos[a], _space.Pos[b]), Math.Max(_space.Pos[a], _space.Pos[b]));
            if (first + 1 <= end && last + 1 > start)
            {
                _spanning[Math.Max(first + 1, start) - start]++;
                _spanning[Math.Min(last + 1, end + 1) - start]--;
            }
        }

        for (var i = 1; i < size; i++)
        {
            _spanning[i] += _spanning[i - 1];
        }

        return _spanning;
    }
}
