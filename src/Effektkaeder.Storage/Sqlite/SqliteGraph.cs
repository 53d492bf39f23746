using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>One revision, read from the file; what is judged on it, from the graph in memory.</summary>
internal sealed class SqliteGraph(SqliteDatabase database, SqliteMemory memory, long revision) : IGraph, IFindsNumbers
{
    /// <summary>
    /// Walks inside each other that the file answers. SQL goes every way through the graph, which are as many as neighbours to the power
    /// of the walks; in memory each node is tested once.
    /// </summary>
    private const int MostWalks = 1;

    public long Revision => revision;

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Revisions(r, "<=", revision, first), ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Nodes(r, keys), ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        ReadAsync(r => SqliteReader.Edges(r, keys), ct);

    public async Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        query.Filter?.Walks > MostWalks
            ? await (await memory.AtAsync(this, ct)).QueryAsync(query, ct)
            : await ReadAsync(r => SqliteReader.Query(r, query), ct);

    public async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        query.Filter?.Walks > MostWalks
            ? await (await memory.AtAsync(this, ct)).ExpandAsync(query, ct)
            : await ReadAsync(r => SqliteReader.Expand(r, query), ct);

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => ReadAsync(r => SqliteSearch.Run(r, query), ct);

    public Task<Slice<(int Number, int Rank)>> FindNumbersAsync(SearchQuery query, Func<int, int> placeOf, CancellationToken ct) =>
        ReadAsync(r => new SqliteSearch(r, query).Find(placeOf), ct);

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        ReadAsync(r => SqliteStatements.Of(r, aftale), ct);

    public async Task<IGraph> InMemoryAsync(CancellationToken ct) => await memory.AtAsync(this, ct);

    /// <summary>The file selects nothing: the whole graph is in memory.</summary>
    public async Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => (await memory.AtAsync(this, ct)).Whole;

    public Task TellAsync(IColumns columns, CancellationToken ct) => ReadAsync(r => SqliteColumns.Tell(r, columns), ct);

    private Task<T> ReadAsync<T>(Func<Reading, T> read, CancellationToken ct) => database.ReadAsync(read, revision, ct);
}
