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
    private readonly Func<Links> _link;
    private volatile Links? _links;

    private Udsnit(UdsnitColumns columns, NodeIndex index, IReadOnlyList<Node> nodes, Func<Links> link) =>
        (_columns, _index, Nodes, _link) = (columns, index, nodes, link);

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Edge> Edges => Linked.Edges;

    /// <summary>Whether it is known to be all of its graph, so that nothing leads out of it.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The nodes that are asked about, where not all are; null for all. What they hang on is still here.</summary>
    private Func<int, bool>? Asked { get; init; }

    /// <summary>Its edges, worked out when they are first asked for where that is what its maker chose.</summary>
    private Links Linked
    {
        get
        {
            if (_links is { } links)
            {
                return links;
            }

            lock (_link)
            {
                return _links ??= _link();
            }
        }
    }

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
        var links = Links.Of(
            nodes.Length,
            [.. edges.Select(e => (byte)e.Type)],
            [.. edges.Select(e => index.Of(e.From)!.Value)],
            [.. edges.Select(e => index.Of(e.To)!.Value)],
            edges
        );
        return new(new([.. nodes.Select(n => (byte)n.Kind)], [.. Enumerable.Range(0, keys.Length)], keys), index, nodes, () => links)
        {
            _links = links,
        };
    }

    /// <summary>
    /// A whole graph over columns that are known already: an element is only asked for where one is looked at whole, and edges are
    /// worked out when one is first asked for.
    /// </summary>
    /// <param name="nodes">The columns' nodes.</param>
    public static Udsnit Over(UdsnitColumns columns, NodeIndex index, IReadOnlyList<Node> nodes, Func<Links> link) =>
        new(columns, index, nodes, link) { IsWhole = true };

    /// <summary>
    /// The same graph asked about some of its nodes: <see cref="NodesOf"/> and <see cref="EdgesOf(EdgeType)"/> tell of those alone, and
    /// everything else of all.
    /// </summary>
    public Udsnit About(Func<int, bool> asked) => new(_columns, _index, Nodes, () => Linked) { IsWhole = IsWhole, Asked = asked };

    /// <summary>The nodes of some kinds, in key order; without kinds all. None but these is read.</summary>
    public IEnumerable<Node> NodesOf(params NodeKind[] kinds) => NumbersOf(kinds).Select(node => Nodes[node]);

    /// <summary>The same by number; no node is read.</summary>
    public IEnumerable<int> NumbersOf(params NodeKind[] kinds) =>
        Enumerable.Range(0, Nodes.Count).Where(node => (kinds.Length == 0 || kinds.Contains(KindOf(node))) && Asked?.Invoke(node) != false);

    /// <summary>The edges of one type, in key order. None but these is read.</summary>
    public IEnumerable<Edge> EdgesOf(EdgeType type) =>
        Enumerable
            .Range(0, Edges.Count)
            .Where(edge => TypeOf(edge) == type && (Asked is not { } asked || asked(From(edge)) || asked(To(edge))))
            .Select(edge => Edges[edge]);

    /// <summary>Works out the edges now, for who would rather wait before anybody asks.</summary>
    public void Link() => _ = Linked;

    public int? IndexOf(string key) => _index.Of(key);

    public Node? Find(string key) => _index.Of(key) is { } index ? Nodes[index] : null;

    public string KeyOf(int node) => _columns.Keys[_columns.Rows[node]];

    public NodeKind KindOf(int node) => (NodeKind)_columns.Kinds[node];

    public EdgeType TypeOf(int edge) => (EdgeType)Linked.Types[edge];

    /// <summary>See <see cref="CenterOf(Node)"/>.</summary>
    public string? CenterOf(int node) =>
        _columns.Owners is { } owners && KindOf(node) != NodeKind.Organisation ? owners[_columns.Rows[node]] : CenterOf(Nodes[node]);

    /// <summary>Slug of the municipality of a node.</summary>
    public string KommuneOf(int node) => _columns.Kommuner is { } kommuner ? kommuner[_columns.Rows[node]] : Nodes[node].Kommune;

    /// <summary>The centre that the statement which is shown of a node names.</summary>
    public string? VistCenterOf(int node) => _columns.Centre is { } centre ? centre[_columns.Rows[node]] : Nodes[node].Vist.Center;

    public string? ArtOf(int node) => _columns.Arter is { } arter ? arter[_columns.Rows[node]] : Nodes[node].Indhold.Art;

    public Nodemaerker MaerkerOf(int node) =>
        _columns.Maerker is { } maerker ? (Nodemaerker)maerker[_columns.Rows[node]] : Nodes[node].Indhold.Maerker();

    public Kontrolmaerker KontrolmaerkerOf(int node) =>
        _columns.Kontrolmaerker is { } kontrolmaerker ? kontrolmaerker(_columns.Rows[node]) : Nodes[node].Kontrolmaerker();

    /// <summary>See <see cref="Edge.Grund"/>.</summary>
    public Grund? GrundOf(int edge) => Edges is IKenderGrunde known ? known.GrundOf(edge) : Edges[edge].Grund;

    /// <summary>Numbers of the edges that start in a node.</summary>
    public ReadOnlySpan<int> Out(int node) => Linked.Out.Of(node);

    /// <summary>Numbers of the edges that end in a node.</summary>
    public ReadOnlySpan<int> In(int node) => Linked.In.Of(node);

    public int From(int edge) => Linked.From[edge];

    public int To(int edge) => Linked.To[edge];

    /// <summary>The end of an edge that is not <paramref name="node"/>.</summary>
    public int Other(int edge, int node) => From(edge) is var from && from == node ? To(edge) : from;

    /// <summary>The nodes at the far end of edges of one type that start in a node.</summary>
    public IEnumerable<Node> Targets(string key, EdgeType type) => Ends(key, type, outgoing: true);

    /// <summary>The same by number; no node is read.</summary>
    public IEnumerable<int> Targets(int node, EdgeType type) => Ends(node, type, outgoing: true);

    /// <summary>The nodes that edges of one type come from.</summary>
    public IEnumerable<Node> Sources(string key, EdgeType type) => Ends(key, type, outgoing: false);

    /// <summary>What has a milestone or a follow-up; none for other nodes, and for a date of nothing.</summary>
    public IEnumerable<Node> OwnersOf(Node date) =>
        date.Kind.IsDate() ? Sources(date.Key, date.Kind == NodeKind.Milepael ? EdgeType.HarMilepael : EdgeType.FoelgesOp) : [];

    /// <summary>Hierarchy parents, each once.</summary>
    public IEnumerable<Node> Parents(string key) => Hierarchy(key, up: true);

    /// <summary>The same by number; no node is read.</summary>
    public IEnumerable<int> Parents(int node) => Hierarchy(node, up: true);

    /// <summary>Hierarchy children, each once.</summary>
    public IEnumerable<Node> Children(string key) => Hierarchy(key, up: false);

    /// <summary>The same by number; no node is read.</summary>
    public IEnumerable<int> Children(int node) => Hierarchy(node, up: false);

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

    private IEnumerable<Node> Ends(string key, EdgeType type, bool outgoing) =>
        IndexOf(key) is { } node ? Ends(node, type, outgoing).Select(end => Nodes[end]) : [];

    private IEnumerable<int> Ends(int node, EdgeType type, bool outgoing)
    {
        foreach (var edge in (outgoing ? Out(node) : In(node)).ToArray())
        {
            if (TypeOf(edge) == type)
            {
                yield return outgoing ? To(edge) : From(edge);
            }
        }
    }

    private IEnumerable<Node> Hierarchy(string key, bool up) =>
        IndexOf(key) is { } node ? Hierarchy(node, up).Select(end => Nodes[end]) : [];

    private IEnumerable<int> Hierarchy(int node, bool up)
    {
        var seen = new HashSet<int>();
        foreach (var edge in (up ? In(node) : Out(node)).ToArray())
        {
            if (TypeOf(edge).IsHierarchy() && seen.Add(up ? From(edge) : To(edge)))
            {
                yield return up ? From(edge) : To(edge);
            }
        }
    }
}

/// <summary>What is known of a graph's nodes without the nodes themselves.</summary>
/// <param name="Kinds">Each node's kind, in key order; <paramref name="Rows"/> where the rest of it stands.</param>
/// <param name="Keys">By row, which several graphs share.</param>
public sealed record UdsnitColumns(byte[] Kinds, int[] Rows, string[] Keys)
{
    /// <summary>By row, the municipality; null where only the nodes tell.</summary>
    public string[]? Kommuner { get; init; }

    /// <summary>By row, the node's own centre, see <see cref="Udsnit.OwnCenter"/>; null where only the nodes tell.</summary>
    public string?[]? Owners { get; init; }

    /// <summary>By row, see <see cref="Udsnit.VistCenterOf"/>; null where only the nodes tell.</summary>
    public string?[]? Centre { get; init; }

    /// <summary>By row, the art; null where only the nodes tell.</summary>
    public string?[]? Arter { get; init; }

    /// <summary>By row, the <see cref="Nodemaerker"/>; null where only the nodes tell.</summary>
    public byte[]? Maerker { get; init; }

    /// <summary>By row, the <see cref="Analysis.Kontrolmaerker"/>; null where only the nodes tell.</summary>
    public Func<int, Kontrolmaerker>? Kontrolmaerker { get; init; }
}

/// <summary>Edges whose grounds are known without the edges themselves.</summary>
public interface IKenderGrunde
{
    /// <summary>See <see cref="Edge.Grund"/>.</summary>
    Grund? GrundOf(int edge);
}
