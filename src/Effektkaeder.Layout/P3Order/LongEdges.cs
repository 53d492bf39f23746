namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Takes one long edge at a time out of the order and puts it back on a way of fewer crossings through all the columns it passes:
/// moving its items one by one would mostly gain nothing. An edge between two lanes keeps to the one lane up to some channel and to
/// the other from there; every channel is tried, as in which it changes weighs more than all else.
/// <para>Source: the block moves of Bachmaier, Brandenburg, Brunner and Hübner, "Global k-level crossing reduction" (2011); the way
/// inside a lane is found exactly, as a shortest path over the gaps.</para>
/// </summary>
internal sealed class LongEdges
{
    private readonly Workspace _space;
    private readonly LaneFlow _flow;
    private readonly LaneWay _forth;
    private readonly LaneWay _back;
    private readonly int[] _near;
    private readonly int[] _nearLast;
    private readonly int[] _gaps;

    public LongEdges(Workspace space)
    {
        (_space, _flow) = (space, new(space));
        (_forth, _back) = (new(space, _flow), new(space, _flow));
        (_near, _nearLast, _gaps) = (new int[space.Order.Length], new int[space.Order.Length], new int[space.Order.Length]);
    }

    public void Reinsert()
    {
        for (var e = 0; e < _space.Chains.Length; e++)
        {
            _space.Stop.ThrowIfCancellationRequested();
            var chain = _space.Chains[e];
            // Couplings have their ways from the router, where they keep together.
            if (_space.Graph.Graph.Edges[e].Kind == Graph.EdgeKind.Coupling)
            {
                continue;
            }

            if (chain is { Count: > 2 } && Math.Abs(_space.Column[chain[0]] - _space.Column[chain[^1]]) == chain.Count - 1)
            {
                Reinsert(e, chain);
            }
        }
    }

    private void Reinsert(int edge, List<int> chain)
    {
        _flow.Add(chain, -1);
        _space.Unlink(edge);
        var forwards = _space.Column[chain[0]] < _space.Column[chain[^1]];
        var (first, last) = forwards ? (chain[0], chain[^1]) : (chain[^1], chain[0]);
        var (one, other) = (_space.Lane[first], _space.Lane[last]);
        for (var k = 1; k + 1 < chain.Count; k++)
        {
            var (item, c) = (chain[k], _space.Column[chain[k]]);
            _near[c] = _space.Lane[item] == one ? _space.Pos[item] : -1;
            _nearLast[c] = _space.Lane[item] == other ? _space.Pos[item] : -1;
        }

        var change = _space.Column[last];
        _forth.Walk(first, last, _near, compared: one != other);
        if (one == other)
        {
            _forth.Trace(change - 1, _forth.LastGap(), _gaps);
        }
        else
        {
            _back.Walk(last, first, _nearLast, compared: true);
            (change, var from, var to) = Change(first, last);
            _forth.Trace(change - 1, from.At, _gaps);
            _back.Trace(change, to.At, _gaps);
        }

        for (var k = 1; k + 1 < chain.Count; k++)
        {
            var c = _space.Column[chain[k]];
            _space.Lane[chain[k]] = c < change ? one : other;
            _space.Move(chain[k], _gaps[c]);
        }

        _space.Connect(edge, chain, Graph.Side.Before);
        _flow.Add(chain, 1);
    }

    /// <summary>
    /// The column that an edge between two lanes is best in its later lane from, and its places on both sides of the channel it changes
    /// in: each the best for the other.
    /// </summary>
    private (int Column, Place From, Place To) Change(int first, int last)
    {
        var (best, bestCost) = ((Column: 0, From: default(Place), To: default(Place)), long.MaxValue);
        for (var c = _space.Column[first] + 1; c <= _space.Column[last]; c++)
        {
            var from = _forth.BestTowards(c - 1, _back.Best(c).Place).Place;
            var (to, after) = _back.BestTowards(c, from);
            var cost = _forth.CostOf(c - 1, from) + after;
            if (cost < bestCost)
            {
                (best, bestCost) = ((c, from, to), cost);
            }
        }

        return best;
    }
}
