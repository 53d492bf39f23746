using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// Levels with the least total length of the demands, each at least one level long.
/// <para>Source: Gansner et al. (1993), section 2.3: a spanning tree of tight edges, bettered by exchanging an edge of
/// negative cut value for the non-tree edge of least slack the other way.</para>
/// </summary>
internal sealed class NetworkSimplex
{
    private readonly Precedence[] _demands;
    private readonly List<int>[] _incident;
    private readonly int[] _rank;
    private readonly bool[] _inTree;
    private readonly int[] _parentEdge;
    private readonly int[] _low;
    private readonly int[] _number;
    private readonly int[] _cut;
    private readonly int[] _outflow;
    private readonly List<int> _order = [];

    private NetworkSimplex(int count, Precedence[] demands)
    {
        _demands = demands;
        _incident = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            _incident[i] = [];
        }

        for (var e = 0; e < demands.Length; e++)
        {
            _incident[demands[e].Before].Add(e);
            _incident[demands[e].After].Add(e);
        }

        _rank = LongestPath(count, demands);
        _inTree = new bool[demands.Length];
        _parentEdge = new int[count];
        _low = new int[count];
        _number = new int[count];
        _cut = new int[demands.Length];
        _outflow = new int[count];
    }

    /// <returns>By node, its level from 0.</returns>
    public static int[] Rank(int count, Precedence[] demands)
    {
        var simplex = new NetworkSimplex(count, demands);
        var component = new int[count];
        Array.Fill(component, -1);
        for (var i = 0; i < count; i++)
        {
            if (component[i] < 0)
            {
                simplex.SolveComponent(simplex.Component(i, component));
            }
        }

        return simplex._rank;
    }

    private static int[] LongestPath(int count, Precedence[] demands)
    {
        var rank = new int[count];
        var outs = demands.ToLookup(d => d.Before, d => d.After);
        foreach (var node in Topological.Order(count, demands))
        {
            foreach (var after in outs[node])
            {
                rank[after] = Math.Max(rank[after], rank[node] + 1);
            }
        }

        return rank;
    }

    private List<int> Component(int start, int[] component)
    {
        var members = new List<int> { start };
        component[start] = start;
        for (var i = 0; i < members.Count; i++)
        {
            foreach (var e in _incident[members[i]])
            {
                var other = Other(e, members[i]);
                if (component[other] < 0)
                {
                    component[other] = start;
                    members.Add(other);
                }
            }
        }

        return members;
    }

    private void SolveComponent(List<int> members)
    {
        GrowTightTree(members);
        // Each exchange costs one pass over the component; the bound keeps dense graphs within their time.
        var budget = Math.Min(members.Count, 40_000_000 / (1 + (members.Count * members.Count)) + 40);
        for (var round = 0; round < budget; round++)
        {
            ComputeCuts(members[0]);
            var leaving = -1;
            foreach (var node in _order)
            {
                var e = _parentEdge[node];
                if (e >= 0 && _cut[e] < 0 && (leaving < 0 || _cut[e] < _cut[leaving]))
                {
                    leaving = e;
                }
            }

            if (leaving < 0 || !Exchange(leaving, members))
            {
                break;
            }
        }

        var first = members.Min(m => _rank[m]);
        foreach (var node in members)
        {
            _rank[node] -= first;
        }
    }

    private void GrowTightTree(List<int> members)
    {
        var inside = new bool[_rank.Length];
        var tree = new List<int> { members[0] };
        inside[members[0]] = true;
        var scanned = 0;
        while (true)
        {
            for (; scanned < tree.Count; scanned++)
            {
                foreach (var e in _incident[tree[scanned]])
                {
                    var other = Other(e, tree[scanned]);
                    if (!inside[other] && Slack(e) == 0)
                    {
                        inside[other] = _inTree[e] = true;
                        tree.Add(other);
                    }
                }
            }

            if (tree.Count == members.Count)
            {
                return;
            }

            var best = -1;
            foreach (var node in tree)
            {
                foreach (var e in _incident[node])
                {
                    if (!inside[Other(e, node)] && (best < 0 || Slack(e) < Slack(best)))
                    {
                        best = e;
                    }
                }
            }

            var shift = inside[_demands[best].Before] ? Slack(best) : -Slack(best);
            foreach (var node in tree)
            {
                _rank[node] += shift;
            }

            scanned = 0;
        }
    }

    /// <summary>Numbers the tree in postorder and computes each tree edge's cut value from its child's edges.</summary>
    private void ComputeCuts(int root)
    {
        _order.Clear();
        var stack = new Stack<(int Node, int Edge, bool Done)>();
        stack.Push((root, -1, false));
        while (stack.TryPop(out var top))
        {
            if (top.Done)
            {
                _number[top.Node] = _order.Count;
                _order.Add(top.Node);
                continue;
            }

            _parentEdge[top.Node] = top.Edge;
            _low[top.Node] = _order.Count;
            stack.Push((top.Node, top.Edge, true));
            foreach (var e in _incident[top.Node])
            {
                if (_inTree[e] && e != top.Edge)
                {
                    stack.Push((Other(e, top.Node), e, false));
                }
            }
        }

        // What leaves a subtree less what enters it is the sum over its nodes: edges inside cancel out.
        foreach (var node in _order)
        {
            _outflow[node] = 0;
            foreach (var e in _incident[node])
            {
                _outflow[node] += _demands[e].Before == node ? 1 : -1;
                if (_inTree[e] && e != _parentEdge[node])
                {
                    _outflow[node] += _outflow[Other(e, node)];
                }
            }

            var edge = _parentEdge[node];
            if (edge >= 0)
            {
                _cut[edge] = _demands[edge].Before == node ? _outflow[node] : -_outflow[node];
            }
        }
    }

    private bool Exchange(int leaving, List<int> members)
    {
        var child = _parentEdge[_demands[leaving].Before] == leaving ? _demands[leaving].Before : _demands[leaving].After;
        var childIsTail = _demands[leaving].Before == child;
        var entering = -1;
        foreach (var node in members)
        {
            if (!Inside(node, child))
            {
                continue;
            }

            foreach (var e in _incident[node])
            {
                var other = Other(e, node);
                if (Inside(other, child) || e == leaving || (_demands[e].Before == node) == childIsTail)
                {
                    continue;
                }

                if (entering < 0 || Slack(e) < Slack(entering))
                {
                    entering = e;
                }
            }
        }

        if (entering < 0)
        {
            return false;
        }

        var shift = childIsTail ? -Slack(entering) : Slack(entering);
        foreach (var node in members)
        {
            if (Inside(node, child))
            {
                _rank[node] += shift;
            }
        }

        (_inTree[leaving], _inTree[entering]) = (false, true);
        return true;
    }

    private bool Inside(int node, int top) => _number[node] >= _low[top] && _number[node] <= _number[top];

    private int Slack(int e) => _rank[_demands[e].After] - _rank[_demands[e].Before] - 1;

    private int Other(int e, int node) => _demands[e].Before == node ? _demands[e].After : _demands[e].Before;
}
