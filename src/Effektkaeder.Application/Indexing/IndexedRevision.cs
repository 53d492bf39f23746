using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Indexing;

/// <summary>One revision of a store, answered from the index of its graph.</summary>
internal sealed class IndexedRevision(IGraphStore store, long number, GraphIndex index) : StoredRevision(store, number)
{
    public GraphIndex Index => index;

    public override Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        IsThis(revision) ? Task.FromResult(index.Nodes(keys)) : base.NodesAsync(keys, revision, ct);

    public override Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        IsThis(revision) ? Task.FromResult(index.Edges(keys)) : base.EdgesAsync(keys, revision, ct);

    public override Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        IsThis(query.Revision) ? Task.FromResult(index.Query(query)) : base.QueryAsync(query, ct);

    public override Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        IsThis(query.Revision) ? Task.FromResult(index.Expand(query)) : base.ExpandAsync(query, ct);

    public override Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
        IsThis(selection.Revision) ? Task.FromResult(index.Graph) : base.SelectAsync(selection, ct);
}
