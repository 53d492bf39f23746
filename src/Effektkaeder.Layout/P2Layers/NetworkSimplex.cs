using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// Levels with the least total length of the demands, each at least one level long.
/// <para>Source: Gansner et al. (1993), sections 2.3 and 2.4: a spanning tree of tight edges, bettered by exchanging an
/// edge of negative cut value for the non-tree edge of least slack the other way. An exchange touches only the smaller
/// side of the cut, the cut values along the tree's path, and the numbers below the path's top.</para>
/// </summary>
internal sealed class NetworkSimplex
{
    /// <summary>Tree edges of negative cut value to see before the worst of them leaves.</summary>
    private const int Search = 30;

    private readonly SpanningTree _tree;
    private readonly int[] _rank;
    private readonly int[] _cut;
    private readonly CancellationToken _stop;

    private NetworkSimplex(SpanningTree tree, int demands, CancellationToken stop)
    {
        _stop = stop;
        _tree = tree;
        _rank = tree.Rank;
        _cut = new int[demands];
    }

    /// <returns>By node, its level; the first level of every connected part is 0.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; no exchange takes long.</exception>
    public static int[] Rank(int count, Precedence[] demands, CancellationToken stop)
    {
        var tree = new SpanningTree(count, demands);
        var simplex = new NetworkSimplex(tree, demands.Length, stop);
        foreach (var part in tree.Parts())
        {
            tree.Grow(part);
            simplex.Solve(part);
        }

        return tree.Rank;
    }

    private void Solve(IReadOnlyList<int> members)
    {
        _tree.Number(members[0]);
        ComputeCuts(members.Count);

        // Ends in far fewer exchanges; the bound is for the cycling that degenerate pivots allow in theory.
        var at = 0;
        for (var budget = 20 * members.Count; budget > 0 && Leaving(members.Count, ref at) is { } leaving; budget--)
        {
            _stop.ThrowIfCancellationRequested();
            Exchange(leaving, members.Count);
        }

        var first = members.Min(m => _rank[m]);
        foreach (var node in members)
        {
            _rank[node] -= first;
        }
    }

    /// <summary>What leaves a subtree less what enters it is the sum over its nodes: edges inside cancel out.</summary>
    private void ComputeCuts(int count)
    {
        var outflow = new int[_rank.Length];
        for (var i = 0; i < count; i++)
        {
            var node = _tree.ByNumber(i);
            foreach (var e in _tree.Incident(node))
            {
                outflow[node] += _tree.Demands[e].Before == node ? 1 : -1;
            }

            var up = _tree.ParentEdge[node];
            if (up >= 0)
            {
                _cut[up] = _tree.Demands[up].Before == node ? outflow[node] : -outflow[node];
                outflow[_tree.Other(up, node)] += outflow[node];
            }
        }
    }

    /// <summary>A child whose edge to its parent should leave the tree; the search goes on from where it last ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int? Leaving(int count, ref int at)
    {
        int? worst = null;
        var (least, seen) = (0, 0);
        for (var k = 0; k < count && seen < Search; k++)
        {
            at = at + 1 < count ? at + 1 : 0;
            var node = _tree.ByNumber(at);
            var up = _tree.ParentEdge[node];
            if (up >= 0 && _cut[up] < 0)
            {
                seen++;
                if (_cut[up] < least)
                {
                    (least, worst) = (_cut[up], node);
                }
            }
        }

        return worst;
    }

    private void Exchange(int child, int count)
    {
        var leaving = _tree.ParentEdge[child];
        var childIsTail = _tree.Demands[leaving].Before == child;
        var entering = Entering(child, childIsTail, count);
        var slack = _tree.Slack(entering);
        if (slack > 0)
        {
            Shift(child, childIsTail ? -slack : slack, count);
        }

        var cut = _cut[leaving];
        var top = AddAlongPath(_tree.Demands[entering].Before, _tree.Demands[entering].After, cut);
        _ = AddAlongPath(_tree.Demands[entering].After, _tree.Demands[entering].Before, -cut);
        (_cut[entering], _cut[leaving]) = (-cut, 0);
        _tree.Replace(leaving, entering, top);
    }

    /// <summary>The non-tree edge of least slack that crosses the cut against the leaving one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Entering(int child, bool childIsTail, int count)
    {
        var (from, to) = (_tree.Low[child], _tree.NumberOf[child]);
        var below = to - from + 1 <= count / 2;
        var best = -1;
        var least = int.MaxValue;
        for (var i = below ? from : 0; i <= (below ? to : count - 1); i++)
        {
            if (!below && i == from)
            {
                i = to;
                continue;
            }

            var node = _tree.ByNumber(i);
            foreach (var e in _tree.Incident(node))
            {
                // Seen from the child's side the edge must come in where the leaving one went out, and the other way round.
                var isTail = _tree.Demands[e].Before == node;
                if (
                    isTail == (below ? !childIsTail : childIsTail)
                    && _tree.Slack(e) < least
                    && _tree.IsBelow(_tree.Other(e, node), child) != below
                )
                {
                    (best, least) = (e, _tree.Slack(e));
                }
            }
        }

        return best;
    }

    private void Shift(int child, int by, int count)
    {
        var (from, to) = (_tree.Low[child], _tree.NumberOf[child]);
        var below = to - from + 1 <= count / 2;
        for (var i = 0; i < count; i++)
        {
            if ((i >= from && i <= to) == below)
            {
                _rank[_tree.ByNumber(i)] += below ? by : -by;
            }
        }
    }

    /// <returns>The lowest node that both ends are below.</returns>
    private int AddAlongPath(int node, int other, int cut)
    {
        while (!_tree.IsBelow(other, node))
        {
            var up = _tree.ParentEdge[node];
            _cut[up] += _tree.Demands[up].Before == node ? cut : -cut;
            node = _tree.Other(up, node);
        }

        return node;
    }
}
