using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// A tree of tight demands over each connected part, numbered in postorder: what stands below a node are the nodes from
/// its <see cref="Low"/> up to its own number.
/// </summary>
internal sealed class SpanningTree
{
    private readonly int[] _start;
    private readonly int[] _incident;
    private readonly bool[] _inTree;
    private readonly int[] _order;
    private readonly Stack<(int Node, int Next)> _walk = [];

    public SpanningTree(int count, Precedence[] demands)
    {
        Demands = demands;
        _start = new int[count + 1];
        foreach (var (before, after) in demands)
        {
            _start[before + 1]++;
            _start[after + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            _start[i + 1] += _start[i];
        }

        _incident = new int[2 * demands.Length];
        var fill = _start[..count];
        for (var e = 0; e < demands.Length; e++)
        {
            _incident[fill[demands[e].Before]++] = e;
            _incident[fill[demands[e].After]++] = e;
        }

        _inTree = new bool[demands.Length];
        _order = new int[count];
        (ParentEdge, Low, NumberOf) = (new int[count], new int[count], new int[count]);
        Rank = LongestPath(count);
    }

    public Precedence[] Demands { get; }

    public int[] Rank { get; }

    /// <summary>By node, the tree edge to its parent; -1 at the root.</summary>
    public int[] ParentEdge { get; }

    public int[] Low { get; }

    public int[] NumberOf { get; }

    public int ByNumber(int number) => _order[number];

    public ReadOnlySpan<int> Incident(int node) => _incident.AsSpan(_start[node], _start[node + 1] - _start[node]);

    public bool IsBelow(int node, int top) => NumberOf[node] >= Low[top] && NumberOf[node] <= NumberOf[top];

    public int Slack(int e) => Rank[Demands[e].After] - Rank[Demands[e].Before] - 1;

    public int Other(int e, int node) => Demands[e].Before == node ? Demands[e].After : Demands[e].Before;

    /// <summary>The connected parts.</summary>
    public IEnumerable<IReadOnlyList<int>> Parts()
    {
        var seen = new bool[Rank.Length];
        for (var first = 0; first < seen.Length; first++)
        {
            if (seen[first])
            {
                continue;
            }

            var members = new List<int> { first };
            seen[first] = true;
            for (var i = 0; i < members.Count; i++)
            {
                foreach (var e in Incident(members[i]))
                {
                    var other = Other(e, members[i]);
                    if (!seen[other])
                    {
                        seen[other] = true;
                        members.Add(other);
                    }
                }
            }

            yield return members;
        }
    }

    /// <summary>Grows the tree from a part's first node; where no tight edge leads on, the whole tree moves until one does.</summary>
    public void Grow(IReadOnlyList<int> members)
    {
        var inside = new bool[Rank.Length];
        var tree = new List<int> { members[0] };
        inside[members[0]] = true;

        // The tree moves as a whole, so the order of the waiting edges never changes: those that leave it by their
        // slack less its move, those that enter it by their slack and its move.
        var leaving = new PriorityQueue<int, (int Slack, int Edge)>();
        var entering = new PriorityQueue<int, (int Slack, int Edge)>();
        var moved = 0;
        for (var scanned = 0; tree.Count < members.Count;)
        {
            for (; scanned < tree.Count; scanned++)
            {
                // A node joined after a move stands where the move left it; all ranks inside count from the first place.
                foreach (var e in Incident(tree[scanned]))
                {
                    if (!inside[Other(e, tree[scanned])])
                    {
                        if (Demands[e].Before == tree[scanned])
                        {
                            leaving.Enqueue(e, (Rank[Demands[e].After] - Rank[tree[scanned]] - 1, e));
                        }
                        else
                        {
                            entering.Enqueue(e, (Rank[tree[scanned]] - Rank[Demands[e].Before] - 1, e));
                        }
                    }
                }
            }

            var (forwards, outSlack) = Nearest(leaving, -moved);
            var (backwards, inSlack) = Nearest(entering, moved);
            var isOut = backwards < 0 || (forwards >= 0 && outSlack <= inSlack);
            var edge = isOut ? forwards : backwards;
            moved += isOut ? outSlack : -inSlack;
            var next = inside[Demands[edge].Before] ? Demands[edge].After : Demands[edge].Before;
            (inside[next], _inTree[edge]) = (true, true);
            Rank[next] -= moved;
            tree.Add(next);
        }

        foreach (var node in tree)
        {
            Rank[node] += moved;
        }

        (int Edge, int Slack) Nearest(PriorityQueue<int, (int Slack, int Edge)> queue, int move)
        {
            while (queue.TryPeek(out var e, out var key))
            {
                if (!inside[Demands[e].Before] || !inside[Demands[e].After])
                {
                    return (e, key.Slack + move);
                }

                queue.Dequeue();
            }

            return (-1, 0);
        }
    }

    /// <summary>Numbers a whole part from its root.</summary>
    public void Number(int root)
    {
        ParentEdge[root] = -1;
        Walk(root, 0);
    }

    /// <summary>Changes one tree edge for another; <paramref name="top"/> is the lowest node above both.</summary>
    public void Replace(int leaving, int entering, int top)
    {
        (_inTree[leaving], _inTree[entering]) = (false, true);
        Walk(top, Low[top]);
    }

    private void Walk(int top, int number)
    {
        Low[top] = number;
        _walk.Push((top, _start[top]));
        while (_walk.TryPop(out var at))
        {
            var (node, next) = at;
            while (next < _start[node + 1] && (!_inTree[_incident[next]] || _incident[next] == ParentEdge[node]))
            {
                next++;
            }

            if (next == _start[node + 1])
            {
                NumberOf[node] = number;
                _order[number++] = node;
                continue;
            }

            _walk.Push((node, next + 1));
            var child = Other(_incident[next], node);
            (ParentEdge[child], Low[child]) = (_incident[next], number);
            _walk.Push((child, _start[child]));
        }
    }

    private int[] LongestPath(int count)
    {
        var rank = new int[count];
        foreach (var node in Topological.Order(count, Demands))
        {
            foreach (var e in Incident(node))
            {
                if (Demands[e].Before == node)
                {
                    rank[Demands[e].After] = Math.Max(rank[Demands[e].After], rank[node] + 1);
                }
            }
        }

        return rank;
    }
}
