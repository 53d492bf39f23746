using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The columns while they are being ordered: items, their places, and what joins them. An inner edge joins neighbouring
/// columns; an arc joins two items of one column in the channel before or after it.
/// </summary>
internal sealed class Workspace
{
    private readonly HashSet<int> _held = [];
    private int _count;

    public Workspace(LayeredGraph graph, int[] laneRank)
    {
        Graph = graph;
        var nodes = graph.Graph.Nodes.Length;
        Grow(Math.Max(16, nodes * 2));
        Order = new List<int>[graph.ColumnCount];
        Arcs = new List<(int A, int B)>[2][];
        for (var side = 0; side < 2; side++)
        {
            Arcs[side] = new List<(int A, int B)>[graph.ColumnCount];
        }

        for (var c = 0; c < graph.ColumnCount; c++)
        {
            Order[c] = [];
            Arcs[0][c] = [];
            Arcs[1][c] = [];
        }

        for (var node = 0; node < nodes; node++)
        {
            AddItem(graph.Column[node], laneRank[graph.Graph.Nodes[node].Lane], -1);
        }

        Chains = new List<int>?[graph.Graph.Edges.Length];
        Turns = new Side[graph.Graph.Edges.Length];
    }

    public LayeredGraph Graph { get; }

    public CancellationToken Stop => Graph.Graph.Options.Stop;

    public int Count => _count;

    public List<int>[] Order { get; }

    public int[] Column { get; private set; } = [];

    public int[] Lane { get; private set; } = [];

    public int[] Edge { get; private set; } = [];

    public int[] Pos { get; private set; } = [];

    /// <summary>By side, by item: the other ends of its inner edges.</summary>
    public Links[][] Inner { get; } =
    [
        [],
        [],
    ];

    /// <summary>By side, by item: the other ends of its arcs.</summary>
    public Links[][] ArcEnds { get; } =
    [
        [],
        [],
    ];

    /// <summary>By side, by column: the arcs there.</summary>
    public List<(int A, int B)>[][] Arcs { get; }

    /// <summary>By edge, its items from source to target; null while the edge is not drawn.</summary>
    public List<int>?[] Chains { get; }

    public Side[] Turns { get; }

    /// <summary>Two held items never change places with each other.</summary>
    public void Hold(int item) => _held.Add(item);

    public bool IsHeld(int item) => _held.Count > 0 && _held.Contains(item);

    /// <summary>Makes an item that has no place yet.</summary>
    public int AddItem(int column, int lane, int edge)
    {
        if (_count == Column.Length)
        {
            Grow(_count * 2);
        }

        (Column[_count], Lane[_count], Edge[_count]) = (column, lane, edge);
        return _count++;
    }

    public void Insert(int item, int gap)
    {
        var order = Order[Column[item]];
        order.Insert(gap, item);
        Renumber(Column[item], gap);
    }

    /// <summary>Moves an item of the column to a gap, counted with the item where it stood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(int item, int gap)
    {
        var order = Order[Column[item]];
        var from = Pos[item];
        var to = gap > from ? gap - 1 : gap;
        var step = Math.Sign(to - from);
        for (var at = from; at != to; at += step)
        {
            order[at] = order[at + step];
            Pos[order[at]] = at;
        }

        order[to] = item;
        Pos[item] = to;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Renumber(int column, int from = 0)
    {
        var order = Order[column];
        for (var i = from; i < order.Count; i++)
        {
            Pos[order[i]] = i;
        }
    }

    /// <summary>Joins the items of a drawn edge.</summary>
    public void Connect(int edge, List<int> chain, Side turn)
    {
        (Chains[edge], Turns[edge]) = (chain, turn);
        for (var k = 0; k + 1 < chain.Count; k++)
        {
            var (a, b) = (chain[k], chain[k + 1]);
            if (a == b)
            {
                continue;
            }

            if (Column[a] == Column[b])
            {
                ArcEnds[(int)turn][a].Add(b);
                ArcEnds[(int)turn][b].Add(a);
                Arcs[(int)turn][Column[a]].Add((a, b));
            }
            else
            {
                var (before, after) = Column[a] < Column[b] ? (a, b) : (b, a);
                Inner[(int)Side.After][before].Add(after);
                Inner[(int)Side.Before][after].Add(before);
            }
        }
    }

    /// <summary>Undoes <see cref="Connect"/> and takes the edge's passing items out of their columns.</summary>
    public void Disconnect(int edge)
    {
        var chain = Chains[edge]!;
        Unlink(edge);
        for (var k = 1; k + 1 < chain.Count; k++)
        {
            Order[Column[chain[k]]].RemoveAt(Pos[chain[k]]);
            Renumber(Column[chain[k]], Pos[chain[k]]);
        }
    }

    /// <summary>Undoes <see cref="Connect"/>; the passing items keep their places, where nothing crosses them any more.</summary>
    public void Unlink(int edge)
    {
        var chain = Chains[edge]!;
        var turn = Turns[edge];
        for (var k = 0; k + 1 < chain.Count; k++)
        {
            var (a, b) = (chain[k], chain[k + 1]);
            if (a == b)
            {
                continue;
            }

            if (Column[a] == Column[b])
            {
                ArcEnds[(int)turn][a].Remove(b);
                ArcEnds[(int)turn][b].Remove(a);
                Arcs[(int)turn][Column[a]].Remove((a, b));
            }
            else
            {
                var (before, after) = Column[a] < Column[b] ? (a, b) : (b, a);
                Inner[(int)Side.After][before].Remove(after);
                Inner[(int)Side.Before][after].Remove(before);
            }
        }

        Chains[edge] = null;
    }

    /// <summary>The places of one lane in a column: from the first up to, not including, the end.</summary>
    public (int Start, int End) Block(int column, int lane)
    {
        var order = Order[column];
        return (Bound(order, lane), Bound(order, lane + 1));
    }

    public int[][] Snapshot() => Array.ConvertAll(Order, o => o.ToArray());

    public void Restore(int[][] snapshot)
    {
        for (var c = 0; c < snapshot.Length; c++)
        {
            Order[c].Clear();
            Order[c].AddRange(snapshot[c]);
            Renumber(c);
        }
    }

    private int Bound(List<int> order, int lane)
    {
        var (low, high) = (0, order.Count);
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (Lane[order[mid]] < lane)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low;
    }

    private void Grow(int size)
    {
        Column = Resized(Column);
        Lane = Resized(Lane);
        Edge = Resized(Edge);
        Pos = Resized(Pos);
        for (var side = 0; side < 2; side++)
        {
            Inner[side] = Resized(Inner[side]);
            ArcEnds[side] = Resized(ArcEnds[side]);
        }

        T[] Resized<T>(T[] array)
        {
            Array.Resize(ref array, size);
            return array;
        }
    }
}
