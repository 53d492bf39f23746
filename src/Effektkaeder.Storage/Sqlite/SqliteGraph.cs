using Effektkaeder.Analysis;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>One revision, read from the file; what is judged on it, from the graph in memory.</summary>
internal sealed class SqliteGraph(SqliteDatabase database, SqliteHistory history, SqliteMemory memory, long revision)
    : FileGraph(revision),
        IGraph,
        IFindsNumbers
{
    /// <summary>
    /// Walks inside each other that the file answers. SQL goes every way through the graph, which are as many as neighbours to the power
    /// of the walks; in memory each node is tested once.
    /// </summary>
    private const int MostWalks = 1;

    public IHistory History => history;

    public override async Task<Slice<Domain.Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        query.Filter?.Walks > MostWalks ? await (await memory.AtAsync(this, ct)).QueryAsync(query, ct) : await base.QueryAsync(query, ct);

    public override async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        query.Filter?.Walks > MostWalks ? await (await memory.AtAsync(this, ct)).ExpandAsync(query, ct) : await base.ExpandAsync(query, ct);

    public Task<Slice<(int Node, int Rank)>> FindNumbersAsync(SearchQuery query, Udsnit whole, IFoundNodes found, CancellationToken ct) =>
        ReadAsync(r => MemorySearch.Run(r, query, whole, found), ct);

    public async Task<IGraph> InMemoryAsync(CancellationToken ct) => await memory.AtAsync(this, ct);

    /// <summary>The file selects nothing: the whole graph is in memory.</summary>
    public override async Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => (await memory.AtAsync(this, ct)).Whole;

    protected override Task<T> ReadAsync<T>(Func<Reading, T> read, CancellationToken ct) => database.ReadAsync(read, Revision, ct);
}
