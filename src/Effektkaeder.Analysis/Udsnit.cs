using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>
/// The part of a graph that a judgement looks at; immutable, so any number of questions may be asked of it at once.
/// Nodes and edges are numbered in key order, and neighbours come in that order: the same graph gives the same answers.
/// </summary>
public sealed class Udsnit
{
    private readonly Dictionary<string, int> _indexes;
    private readonly int[] _from,
        _to,
        _outStart,
        _inStart,
        _outEdges,
        _inEdges;

    private Udsnit(Node[] nodes, Edge[] edges, Dictionary<string, int> indexes, int[] from, int[] to)
    {
        (Nodes, Edges, _indexes, _from, _to) = (nodes, edges, indexes, from, to);
        (_outStart, _outEdges) = Group(nodes.Length, from);
        (_inStart, _inEdges) = Group(nodes.Length, to);
    }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Edge> Edges { get; }

    /// <summary>Edges with an end outside the nodes are left out.</summary>
    public static Udsnit Of(IEnumerable<Node> noder, IEnumerable<Edge> kanter)
    {
        Node[] nodes = [.. noder.OrderBy(n => n.Key, StringComparer.Ordinal)];
        var indexes = new Dictionary<string, int>(nodes.Length, StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length; i++)
        {
            indexes.Add(nodes[i].Key, i);
        }

        Edge[] edges =
        [
            .. kanter.Where(e => indexes.ContainsKey(e.From) && indexes.ContainsKey(e.To)).OrderBy(e => e.Key, StringComparer.Ordinal),
        ];
        return new(nodes, edges, indexes, [.. edges.Select(e => indexes[e.From])], [.. edges.Select(e => indexes[e.To])]);
    }

    public int? IndexOf(string key) => _indexes.TryGetValue(key, out var index) ? index : null;

    public Node? Find(string key) => _indexes.TryGetValue(key, out var index) ? Nodes[index] : null;

    /// <summary>Numbers of the edges that start in a node.</summary>
    public ReadOnlySpan<int> Out(int node) => _outEdges.AsSpan(_outStart[node].._outStart[node + 1]);

    /// <summary>Numbers of the edges that end in a node.</summary>
    public ReadOnlySpan<int> In(int node) => _inEdges.AsSpan(_inStart[node].._inStart[node + 1]);

    public int From(int edge) => _from[edge];

    public int To(int edge) => _to[edge];

    /// <summary>The end of an edge that is not <paramref name="node"/>.</summary>
    public int Other(int edge, int node) => _from[edge] == node ? _to[edge] : _from[edge];

    /// <summary>The nodes at the far end of edges of one type that start in a node.</summary>
    public IEnumerable<Node> Targets(string key, EdgeType type) => Ends(key, type, outgoing: true);

    /// <summary>The nodes that edges of one type come from.</summary>
    public IEnumerable<Node> Sources(string key, EdgeType type) => Ends(key, type, outgoing: false);

    /// <summary>Hierarchy parents, each once.</summary>
    public IEnumerable<Node> Parents(string key) => Hierarchy(key, up: true);

    /// <summary>Hierarchy children, each once.</summary>
    public IEnumerable<Node> Children(string key) => Hierarchy(key, up: false);

    /// <summary>
    /// Key of the nearest organisation of art center that an organisation is or belongs under; null for none, also in a circle.
    /// </summary>
    public string? CenterAbove(Node organisation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = organisation; at is not null && seen.Add(at.Key); at = Targets(at.Key, EdgeType.HoererUnder).FirstOrDefault())
        {
            if (at.Indhold.Art == "center")
            {
                return at.Key;
            }
        }

        return null;
    }

    /// <summary>
    /// The one centre that states a node, or that an organisation is or belongs under; null where several state it or none does.
    /// A ghost of the chain, an agreement not read, and what all share belong to no centre however few name them.
    /// </summary>
    public string? CenterOf(Node node) => node.Kind == NodeKind.Organisation ? CenterAbove(node) : OwnCenter(node);

    /// <summary>The one centre that states a node; null where several do, or none.</summary>
    public static string? OwnCenter(Node node)
    {
        if (
            node.Kind is NodeKind.Lovhenvisning or NodeKind.Kommune or NodeKind.Politik
            || node.Henvist && (node.Kind.IsChain() || node.Kind == NodeKind.Aftale)
        )
        {
            return null;
        }

        // Who only names it does not state it.
        var centers = node
            .Udsagn.Where(u => node.Henvist || !u.Indhold.Henvist)
            .Select(u => u.Center)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return centers is [{ } only] ? only : null;
    }

    /// <summary>Every edge of a node, outgoing first.</summary>
    public IEnumerable<Edge> EdgesOf(string key)
    {
        if (IndexOf(key) is not { } node)
        {
            yield break;
        }

        foreach (var edge in Out(node).ToArray())
        {
            yield return Edges[edge];
        }

        foreach (var edge in In(node).ToArray())
        {
            yield return Edges[edge];
        }
    }

    private IEnumerable<Node> Ends(string key, EdgeType type, bool outgoing)
    {
        if (IndexOf(key) is not { } node)
        {
            yield break;
        }

        foreach (var edge in (outgoing ? Out(node) : In(node)).ToArray())
        {
            if (Edges[edge].Type == type)
            {
                yield return Nodes[outgoing ? _to[edge] : _from[edge]];
            }
        }
    }

    private IEnumerable<Node> Hierarchy(string key, bool up)
    {
        if (IndexOf(key) is not { } node)
        {
            yield break;
        }

        var seen = new HashSet<int>();
        foreach (var edge in (up ? In(node) : Out(node)).ToArray())
        {
            if (Edges[edge].Type.IsHierarchy() && seen.Add(up ? _from[edge] : _to[edge]))
            {
                yield return Nodes[up ? _from[edge] : _to[edge]];
            }
        }
    }

    /// <summary>Edge numbers grouped by end: a counting sort, which keeps the edges of each group in their order.</summary>
    private static (int[] Start, int[] Edges) Group(int nodes, int[] ends)
    {
        var start = new int[nodes + 1];
        foreach (var end in ends)
        {
            start[end + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            start[i + 1] += start[i];
        }

        var next = start.AsSpan(0, nodes).ToArray();
        var edges = new int[ends.Length];
        for (var edge = 0; edge < ends.Length; edge++)
        {
            edges[next[ends[edge]]++] = edge;
        }

        return (start, edges);
    }
}
