using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>One revision, read from the file.</summary>
internal abstract class FileGraph(long revision) : IGraph
{
    public long Revision => revision;

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Revisions(r, "<=", revision, first), ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Nodes(r, keys), ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Edges(r, keys), ct);

    public virtual Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => ReadAsync(r => SqliteReader.Query(r, query), ct);

    public virtual Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Expand(r, query), ct);

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => ReadAsync(r => FileSearch.Run(r, query), ct);

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        ReadAsync(r => SqliteStatements.Of(r, aftale), ct);

    public Task TellAsync(IColumns columns, CancellationToken ct) => ReadAsync(r => SqliteColumns.Tell(r, columns), ct);

    public abstract Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct);

    protected abstract Task<T> ReadAsync<T>(Func<Reading, T> read, CancellationToken ct);
}
