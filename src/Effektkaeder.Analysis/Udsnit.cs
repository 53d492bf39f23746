using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>
/// The part of a graph that a judgement looks at; immutable, so any number of questions may be asked of it at once.
/// Nodes and edges are numbered in key order, and neighbours come in that order: the same graph gives the same answers.
/// </summary>
public sealed class Udsnit
{
    private readonly UdsnitColumns _columns;
    private readonly NodeIndex _index;
    private readonly Adjacency _out,
        _in;

    private Udsnit(
        UdsnitColumns columns,
        NodeIndex index,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        Adjacency outgoing,
        Adjacency incoming
    )
    {
        (_columns, _index, Nodes, Edges) = (columns, index, nodes, edges);
        (_out, _in) = (outgoing, incoming);
    }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Edge> Edges { get; }

    /// <summary>Whether it is known to be all of its graph, so that nothing leads out of it.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>Edges with an end outside the nodes are left out.</summary>
    public static Udsnit Of(IEnumerable<Node> noder, IEnumerable<Edge> kanter)
    {
        Node[] nodes = [.. noder.OrderBy(n => n.Key, StringComparer.Ordinal)];
        string[] keys = [.. nodes.Select(n => n.Key)];
        var index = NodeIndex.Of(keys);
        Edge[] edges =
        [
            .. kanter.Where(e => index.Of(e.From) is not null && index.Of(e.To) is not null).OrderBy(e => e.Key, StringComparer.Ordinal),
        ];
        var columns = new UdsnitColumns(
            keys,
            [.. nodes.Select(n => (byte)n.Kind)],
            [.. edges.Select(e => (byte)e.Type)],
            [.. edges.Select(e => index.Of(e.From)!.Value)],
            [.. edges.Select(e => index.Of(e.To)!.Value)]
        );
        return Over(columns, index, nodes, edges, isWhole: false);
    }

    /// <summary>
    /// A whole graph over columns that are known already: an element is only asked for where one is looked at whole.
    /// </summary>
    /// <param name="nodes">The columns' nodes; <paramref name="edges"/> their edges, in key order.</param>
    public static Udsnit Over(UdsnitColumns columns, NodeIndex index, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges) =>
        Over(columns, index, nodes, edges, isWhole: true);

    private static Udsnit Over(
        UdsnitColumns columns,
        NodeIndex index,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        bool isWhole
    ) =>
        new(columns, index, nodes, edges, Adjacency.Of(nodes.Count, columns.From), Adjacency.Of(nodes.Count, columns.To))
        {
            IsWhole = isWhole,
        };

    /// <summary>This graph as another revision has it.</summary>
    /// <param name="sources">By number there, the number of a node here; -1 for one that has no edges here.</param>
    /// <param name="moved">What becomes of its edges.</param>
    public Udsnit Moved(
        UdsnitColumns columns,
        NodeIndex index,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        int[] sources,
        Splice moved
    )
    {
        // Where most is new, what was known of the order is no help.
        if (moved.PutAt.Length > edges.Count / 4)
        {
            return Over(columns, index, nodes, edges);
        }

        var became = moved.Became();
        return new(
            columns,
            index,
            nodes,
            edges,
            _out.Moved(sources, became, moved.PutAt, columns.From),
            _in.Moved(sources, became, moved.PutAt, columns.To)
        )
        {
            IsWhole = true,
        };
    }

    public int? IndexOf(string key) => _index.Of(key);

    public Node? Find(string key) => _index.Of(key) is { } index ? Nodes[index] : null;

    public string KeyOf(int node) => _columns.Keys[node];

    public NodeKind KindOf(int node) => (NodeKind)_columns.Kinds[node];

    public EdgeType TypeOf(int edge) => (EdgeType)_columns.Types[edge];

    /// <summary>See <see cref="CenterOf(Node)"/>.</summary>
    public string? CenterOf(int node) =>
        _columns.Owners is { } owners && KindOf(node) != NodeKind.Organisation ? owners[node] : CenterOf(Nodes[node]);

    /// <summary>Slug of the municipality of a node.</summary>
    public string KommuneOf(int node) => _columns.Kommuner is { } kommuner ? kommuner[node] : Nodes[node].Kommune;

    /// <summary>Numbers of the edges that start in a node.</summary>
    public ReadOnlySpan<int> Out(int node) => _out.Of(node);

    /// <summary>Numbers of the edges that end in a node.</summary>
    public ReadOnlySpan<int> In(int node) => _in.Of(node);

    public int From(int edge) => _columns.From[edge];

    public int To(int edge) => _columns.To[edge];

    /// <summary>The end of an edge that is not <paramref name="node"/>.</summary>
    public int Other(int edge, int node) => _columns.From[edge] == node ? _columns.To[edge] : _columns.From[edge];

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
            if (TypeOf(edge) == type)
            {
                yield return Nodes[outgoing ? _columns.To[edge] : _columns.From[edge]];
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
            if (TypeOf(edge).IsHierarchy() && seen.Add(up ? _columns.From[edge] : _columns.To[edge]))
            {
                yield return Nodes[up ? _columns.From[edge] : _columns.To[edge]];
            }
        }
    }
}

/// <summary>What is known of a graph without its elements, each by its number in key order.</summary>
/// <param name="Kinds">Each node's kind; <paramref name="Types"/> each edge's type.</param>
/// <param name="From">The node that each edge starts in; <paramref name="To"/> the one that it ends in.</param>
public sealed record UdsnitColumns(string[] Keys, byte[] Kinds, byte[] Types, int[] From, int[] To)
{
    /// <summary>Each node's municipality; null where only the nodes tell.</summary>
    public string[]? Kommuner { get; init; }

    /// <summary>Each node's own centre, see <see cref="Udsnit.OwnCenter"/>; null where only the nodes tell.</summary>
    public string?[]? Owners { get; init; }
}
