using System.Runtime.CompilerServices;

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

    /// <summary>Edges that a step from one place in the column before to another in this column crosses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Crossed(int column, in Place from, in Place to)
    {
        var flow = _flow[column];
        var (a, b) = (from.Lane, to.Lane);
        var sum = 0;
        for (var i = 0; i < a; i++)
        {
            for (var j = b + 1; j < _lanes; j++)
            {
                sum += flow[(i * _lanes) + j];
            }
        }

        for (var i = a + 1; i < _lanes; i++)
        {
            for (var j = 0; j < b; j++)
            {
                sum += flow[(i * _lanes) + j];
            }
        }

        return sum + FromOwnLane(column, from, to) + FromOtherLanes(column, from, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FromOwnLane(int column, in Place from, in Place to)
    {
        var order = _space.Order[column - 1];
        var (start, end) = _space.Block(column - 1, from.Lane);
        var sum = 0;
        for (var u = start; u < end; u++)
        {
            if (from.IsItem && u == from.At)
            {
                continue;
            }

            var before = u < from.At;
            foreach (var other in _space.Inner[1][order[u]].Span)
            {
                var v = _space.Pos[other];
                sum += (to.IsItem && v == to.At) || before == v < to.At ? 0 : 1;
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FromOtherLanes(int column, in Place from, in Place to)
    {
        var order = _space.Order[column];
        var (start, end) = _space.Block(column, to.Lane);
        var sum = 0;
        for (var v = start; v < end; v++)
        {
            if (to.IsItem && v == to.At)
            {
                continue;
            }

            var before = v < to.At;
            foreach (var other in _space.Inner[0][order[v]].Span)
            {
                var lane = _space.Lane[other];
                sum += lane == from.Lane || before == lane < from.Lane ? 0 : 1;
            }
        }

        return sum;
    }
}

/// <summary>Where an edge stands in a column: on an item, or in the gap before one.</summary>
internal readonly record struct Place(int At, bool IsItem, int Lane);
