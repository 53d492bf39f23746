using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Ports;

/// <summary>A store of one graph and all its revisions.</summary>
public interface IGraphStore : IGraphReader, IGraphWriter, IAsyncDisposable
{
    /// <summary>Where the graph is kept, as the user named it; never a password.</summary>
    string Location { get; }

    /// <summary>
    /// What the engine finds wrong with how it keeps the graph, in words for the user; empty when all is sound. Changes nothing.
    /// </summary>
    Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct);
}

/// <summary>Questions. Each answers from one revision, whatever is written meanwhile.</summary>
public interface IGraphReader
{
    /// <summary>The newest revision's number; 0 for an empty store.</summary>
    Task<long> LatestAsync(CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct);

    Task<Revision?> RevisionAsync(long number, CancellationToken ct);

    /// <summary>What one revision changed: nodes by key, then edges by key.</summary>
    Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct);

    /// <summary>The nodes of these keys that exist, in no order.</summary>
    Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct);

    /// <summary>The edges of these edge keys that exist, in no order.</summary>
    Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct);

    Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct);

    /// <summary>One slice a parent, in the parents' order.</summary>
    Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct);

    Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct);

    /// <summary>All that one agreement's document states now: nodes, then edges.</summary>
    Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct);

    /// <summary>At least the part of the graph that a judgement of this selection needs.</summary>
    Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct);
}

/// <summary>Writing: one change set is one revision, or nothing.</summary>
public interface IGraphWriter
{
    /// <returns>The new revision; null where the change set is empty.</returns>
    /// <exception cref="StaleBaseException">Something was committed since the base revision.</exception>
    Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct);
}

/// <summary>What a judgement will look at.</summary>
/// <param name="Keys">The nodes it starts from; none = the whole graph.</param>
/// <param name="CouplingHops">How many couplings it walks over.</param>
public sealed record Selection(IReadOnlyList<string> Keys, int CouplingHops = 1, long? Revision = null)
{
    /// <summary>Which way it walks along the hierarchy. What lies below the nodes it starts from is always selected.</summary>
    public Way Way { get; init; } = Way.Both;

    /// <summary>The edge types it walks besides the hierarchy and couplings.</summary>
    public IReadOnlyList<EdgeType> Types { get; init; } = [];

    public static Selection Whole(long? revision = null) => new([], 0, revision);
}

/// <summary>Down the hierarchy, up, or both.</summary>
public enum Way
{
    Down,
    Up,
    Both,
}
