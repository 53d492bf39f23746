using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// How many inner edges lead from each lane to each in every channel, so that the crossings of one step are counted from the two lanes
/// it joins alone.
/// </summary>
internal sealed class LaneFlow
{
    private readonly Workspace _space;
    private readonly int _lanes;
    private readonly int[][] _flow;

    public LaneFlow(Workspace space)
    {
        _space = space;
        _lanes = space.Graph.Graph.Lanes.Length;
        _flow = new int[space.Order.Length][];
        for (var c = 0; c < _flow.Length; c++)
        {
            _flow[c] = new int[_lanes * _lanes];
        }

        foreach (var chain in space.Chains)
        {
            if (chain is not null)
            {
                Add(chain, 1);
            }
        }
    }

    /// <summary>Counts an edge in, or (by -1) out.</summary>
    public void Add(List<int> chain, int sign)
    {
        for (var k = 0; k + 1 < chain.Count; k++)
        {
            var (a, b) = (chain[k], chain[k + 1]);
            if (_space.Column[a] != _space.Column[b])
            {
                var (before, after) = _space.Column[a] < _space.Column[b] ? (a, b) : (b, a);
                _flow[_space.Column[after]][(_space.Lane[before] * _lanes) + _space.Lane[after]] += sign;
            }
        }
    }

    /// <summary>
    /// Edges that a step from one place in the column before to another in this column crosses. What lies in other lanes is known from
    /// the flow; in the two lanes themselves it is enough to look at what stands before both places, or at what stands after both.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Crossed(int column, in Place from, in Place to)
    {
        var flow = _flow[column];
        var (a, b) = (from.Lane, to.Lane);
        var (sum, fromEarlier, fromLater, toEarlier, toLater) = (0, 0, 0, 0, 0);
        for (var i = 0; i < a; i++)
        {
            fromEarlier += flow[(i * _lanes) + b];
            for (var j = b + 1; j < _lanes; j++)
            {
                sum += flow[(i * _lanes) + j];
            }
        }

        for (var i = a + 1; i < _lanes; i++)
        {
            fromLater += flow[(i * _lanes) + b];
            for (var j = 0; j < b; j++)
            {
                sum += flow[(i * _lanes) + j];
            }
        }

        for (var j = 0; j < b; j++)
        {
            toEarlier += flow[(a * _lanes) + j];
        }

        for (var j = b + 1; j < _lanes; j++)
        {
            toLater += flow[(a * _lanes) + j];
        }

        var (start, end) = _space.Block(column - 1, a);
        var (targetStart, targetEnd) = _space.Block(column, b);
        var (past, targetPast) = (from.IsItem ? from.At + 1 : from.At, to.IsItem ? to.At + 1 : to.At);
        if (from.At - start + to.At - targetStart <= end - past + targetEnd - targetPast)
        {
            // Of what stands before: edges to earlier lanes and from them are not crossed, to later ones and from them they are.
            sum += toEarlier - (from.IsItem ? OfItem(1, column - 1, from.At, b, -1) : 0);
            sum += fromEarlier - (to.IsItem ? OfItem(0, column, to.At, a, -1) : 0);
            sum += Side(1, column - 1, start, from.At, b, targetPast, int.MaxValue, earlier: -1, later: 1);
            return sum + Side(0, column, targetStart, to.At, a, past, int.MaxValue, earlier: -1, later: 1);
        }

        sum += toLater - (from.IsItem ? OfItem(1, column - 1, from.At, b, 1) : 0);
        sum += fromLater - (to.IsItem ? OfItem(0, column, to.At, a, 1) : 0);
        sum += Side(1, column - 1, past, end, b, 0, to.At, earlier: 1, later: -1);
        return sum + Side(0, column, targetPast, targetEnd, a, 0, from.At, earlier: 1, later: -1);
    }

    /// <summary>Edges of the items of a range: those that end in a lane count from a place to another, the others by their lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Side(int side, int column, int start, int end, int lane, int low, int high, int earlier, int later)
    {
        var order = CollectionsMarshal.AsSpan(_space.Order[column])[start..end];
        var (inner, lanes, pos) = (_space.Inner[side], _space.Lane, _space.Pos);
        var sum = 0;
        foreach (var item in order)
        {
            foreach (var other in inner[item].Span)
            {
                var at = lanes[other];
                sum +=
                    at == lane ? (pos[other] >= low && pos[other] < high ? 1 : 0)
                    : at < lane ? earlier
                    : later;
            }
        }

        return sum;
    }

    /// <summary>Edges of one item to lanes on a side of a lane: -1 earlier, 1 later.</summary>
    private int OfItem(int side, int column, int at, int lane, int sign)
    {
        var sum = 0;
        foreach (var other in _space.Inner[side][_space.Order[column][at]].Span)
        {
            sum += Math.Sign(_space.Lane[other] - lane) == sign ? 1 : 0;
        }

        return sum;
    }
}

/// <summary>Where an edge stands in a column: on an item, or in the gap before one.</summary>
internal readonly record struct Place(int At, bool IsItem, int Lane);
