using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Finds an edge its way through a given order: from each end along the columns, and over to the other end's place in
/// the one channel where that crosses least. Between two columns the way over is an inner edge; before or after both
/// ends it is an arc.
/// </summary>
internal sealed class EdgeRouter
{
    /// <summary>What keeping an earlier drawing's channel is worth: more than any crossing.</summary>
    private const double Keep = 1e9;

    private readonly Workspace _space;
    private readonly double _detourCost;
    private readonly int[] _earlier;
    private readonly LaneFlow _flow;
    private readonly Thread _source;
    private readonly Thread _target;

    public EdgeRouter(Workspace space, double detourCost)
    {
        (_space, _detourCost, _earlier, _flow) = (space, detourCost, PreviousWays.Channels(space.Graph), new(space));
        (_source, _target) = (new(space, _flow), new(space, _flow));
    }

    /// <summary>Takes an edge up and finds it its way anew.</summary>
    public void Redraw(int edge)
    {
        _flow.Add(_space.Chains[edge]!, -1);
        _space.Disconnect(edge);
        Draw(edge);
    }

    public void Draw(int edge)
    {
        var ends = _space.Graph.Graph.Edges[edge];
        _source.Lay(ends.Source);
        _target.Lay(ends.Target);
        var (a, b) = (_source.Column, _target.Column);
        var (first, last) = (Math.Min(a, b), Math.Max(a, b));
        var best = double.PositiveInfinity;
        var (bestFrom, bestTo, bestTurn) = (0, 0, Side.Before);
        // Of equal ways the last offered is taken: one with fewer crossings and more columns, one turning back before.
        for (var c = last; c > first; c--)
        {
            var (from, to) = a < b ? (c - 1, c) : (c, c - 1);
            Offer(from, to, Side.Before, last - first - 1);
        }

        for (var c = last; c < _space.Order.Length && (c == last || IsHopeful(c - 1, c - 1, (2 * c) - a - b)); c++)
        {
            Offer(c, c, Side.After, (2 * c) - a - b);
        }

        for (var c = first; c >= 0 && (c == first || IsHopeful(c + 1, c + 1, a + b - (2 * c))); c--)
        {
            Offer(c, c, Side.Before, a + b - (2 * c));
        }

        Take(edge, bestFrom, bestTo, bestTurn);

        // A thread's crossings only grow on its way out, so what is no better already will not be better further on.
        bool IsHopeful(int from, int to, int columns) =>
            _earlier[edge] >= 0 || _source.Cost[from] + _target.Cost[to] + (_detourCost * columns) <= best;

        void Offer(int from, int to, Side turn, int columns)
        {
            _source.Reach(from);
            _target.Reach(to);
            if (!IsHopeful(from, to, columns))
            {
                return;
            }

            var channel = from == to ? (turn == Side.Before ? from : from + 1) : Math.Max(from, to);
            var crossings = from == to ? Over(from, turn) : Between(from, to);
            var cost = _source.Cost[from] + _target.Cost[to] + crossings + (_detourCost * columns) - (channel == _earlier[edge] ? Keep : 0);
            if (cost <= best)
            {
                (best, bestFrom, bestTo, bestTurn) = (cost, from, to, turn);
            }
        }
    }

    /// <summary>Crossings of an arc between the two threads on a side of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Over(int column, Side side)
    {
        var (low, lowIsItem) = (_source.Gap[column], column == _source.Column);
        var (high, highIsItem) = (_target.Gap[column], column == _target.Column);
        if (low > high || (low == high && lowIsItem && !highIsItem))
        {
            (low, lowIsItem, high, highIsItem) = (high, highIsItem, low, lowIsItem);
        }

        var order = _space.Order[column];
        var sum = 0;
        for (var i = lowIsItem ? low + 1 : low; i < high; i++)
        {
            sum += _space.Inner[(int)side][order[i]].Count;
        }

        // Doubled places tell an item (odd) from the gap before it (even).
        var (from, to) = ((2 * low) + (lowIsItem ? 1 : 0), (2 * high) + (highIsItem ? 1 : 0));
        foreach (var (a, b) in _space.Arcs[(int)side][column])
        {
            var (p, q) = ((2 * Math.Min(_space.Pos[a], _space.Pos[b])) + 1, (2 * Math.Max(_space.Pos[a], _space.Pos[b])) + 1);
            sum += (p < from && from < q && q < to) || (from < p && p < to && to < q) ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Crossings of an inner edge between the source's thread in one column and the target's in the next.</summary>
    private int Between(int from, int to)
    {
        var side = to < from ? (int)Side.Before : (int)Side.After;
        var (here, there) = (_source.At(from), _target.At(to));
        var crossed = to < from ? _flow.Crossed(from, there, here) : _flow.Crossed(to, here, there);
        return crossed + _source.ArcsAt(from, side) + _target.ArcsAt(to, 1 - side);
    }

    private void Take(int edge, int from, int to, Side turn)
    {
        var chain = new List<int> { _source.Item };
        Follow(_source, from, chain);
        var back = new List<int> { _target.Item };
        Follow(_target, to, back);
        back.Reverse();
        chain.AddRange(back);

        // Two threads of one edge may pass the same column: the later gap is filled first, so that the other still holds.
        var passing = chain.Skip(1).Take(chain.Count - 2).ToArray();
        var gaps = new Dictionary<int, int>();
        for (var k = 0; k < passing.Length; k++)
        {
            gaps[passing[k]] =
                k < chain.Count - 1 - back.Count ? _source.Gap[_space.Column[passing[k]]] : _target.Gap[_space.Column[passing[k]]];
        }

        var (sourceLane, targetLane) = (_space.Lane[_source.Item], _space.Lane[_target.Item]);
        var sourceFirst = sourceLane == targetLane ? _space.Pos[_source.Item] <= _space.Pos[_target.Item] : sourceLane < targetLane;
        foreach (var item in (sourceFirst ? passing.Reverse() : passing).OrderByDescending(i => gaps[i]))
        {
            _space.Insert(item, gaps[item]);
        }

        _space.Connect(edge, chain, turn);
        _flow.Add(chain, 1);

        void Follow(Thread thread, int goal, List<int> way)
        {
            var step = Math.Sign(goal - thread.Column);
            for (var c = thread.Column + step; step != 0 && c != goal + step; c += step)
            {
                way.Add(_space.AddItem(c, _space.Lane[thread.Item], edge));
            }
        }
    }
}
