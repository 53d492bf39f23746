using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Ports;

/// <summary>
/// The graph at one revision: whatever is committed meanwhile, every answer is of that one. Who asks takes one of these and asks
/// for no other; what is judged on it is committed on its number.
/// </summary>
public interface IGraph
{
    /// <summary>The number of the revision; 0 before the first.</summary>
    long Revision { get; }

    /// <summary>The revisions that led here, the newest first.</summary>
    Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct);

    /// <summary>The nodes of these keys that exist, in no order.</summary>
    Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    /// <summary>The edges of these edge keys that exist, in no order.</summary>
    Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct);

    Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct);

    /// <summary>One slice a parent, in the parents' order.</summary>
    Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct);

    Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct);

    /// <summary>All that one agreement's document states: nodes, then edges, each by key.</summary>
    Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct);

    /// <summary>At least the part of the graph that a judgement of this selection needs.</summary>
    Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct);

    /// <summary>Tells of all of the graph by its columns.</summary>
    async Task TellAsync(IColumns columns, CancellationToken ct) => (await SelectAsync(Selection.Whole, ct)).Tell(columns);

    /// <summary>What leads from this revision to others of the same store; null where it is none of a store's.</summary>
    IHistory? History => null;

    /// <summary>The same graph where it lies in memory and answers without waiting; null where it lies elsewhere.</summary>
    IGraphAtHand? AtHand => null;

    /// <summary>The same graph with all of it read into memory, where the engine keeps it so; else this one.</summary>
    Task<IGraph> InMemoryAsync(CancellationToken ct) => Task.FromResult(this);
}

/// <summary>What a graph in memory answers at once, one node after another.</summary>
public interface IGraphAtHand
{
    Node? Node(string key);

    /// <summary>
    /// The question of <see cref="IGraph.ExpandAsync"/> for one parent after another, whatever parents it names. For one thread at a
    /// time, which may be told to stop.
    /// </summary>
    Func<string, Neighbours> Neighbours(ExpandQuery query, CancellationToken ct);

    /// <summary>The nodes that pass, as their numbers in the graph's <see cref="Udsnit"/>, rising: none of them is read for it.</summary>
    IReadOnlyList<int> Passing(NodeFilter? filter, CancellationToken ct);

    /// <summary>Whether a node has a time that can be read, by its number.</summary>
    bool HasTime(int node);
}

/// <summary>A page of what a walk leads to from one node: each node, and at the same place the edge to it.</summary>
/// <param name="Total">Of all that the walk leads to and the filter lets through.</param>
public sealed record Neighbours(Node[] Nodes, Edge[] Edges, bool HasNext, bool HasPrevious, int Total)
{
    /// <summary>Whether the page holds all there are, and is handed out again when it is asked for again.</summary>
    public bool IsKept { get; init; }
}

/// <summary>What a judgement will look at.</summary>
/// <param name="Keys">The nodes it starts from; none = the whole graph.</param>
/// <param name="CouplingHops">How many couplings it walks over.</param>
public sealed record Selection(IReadOnlyList<string> Keys, int CouplingHops = 1)
{
    public static readonly Selection Whole = new([], 0);

    /// <summary>Which way it walks along the hierarchy. What lies below the nodes it starts from is always selected.</summary>
    public Way Way { get; init; } = Way.Both;

    /// <summary>The edge types it walks besides the hierarchy and couplings.</summary>
    public IReadOnlyList<EdgeType> Types { get; init; } = [];
}

/// <summary>Down the hierarchy, up, or both.</summary>
public enum Way
{
    Down,
    Up,
    Both,
}
