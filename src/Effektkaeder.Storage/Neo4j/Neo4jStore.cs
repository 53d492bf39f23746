using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>A Neo4j server, 5.26 or later, spoken to over its Query API.</summary>
public sealed class Neo4jStore : IGraphStore
{
    private readonly QueryApi _api;
    private readonly Neo4jReader _reader;
    private readonly Neo4jWriter _writer;
    private readonly Neo4jSelector _selector;

    private Neo4jStore(QueryApi api, Neo4jOptions options)
    {
        var reads = new ConsistentReads(api, options);
        (_api, _reader, Location) = (api, new(reads), options.Location);
        (_writer, _selector) = (new(api, reads, _reader, options.Random), new(_reader));
    }

    public string Location { get; }

    /// <summary>Finds the server, sees that it can be used, and brings its schema forward.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<Neo4jStore> OpenAsync(Neo4jOptions options, CancellationToken ct)
    {
        var api = new QueryApi(options);
        try
        {
            await Neo4jMigrations.RunAsync(api, options, ct);
            return new(api, options);
        }
        catch
        {
            api.Dispose();
            throw;
        }
    }

    public Task<long> LatestAsync(CancellationToken ct) => _reader.LatestAsync(ct);

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => _reader.RevisionsAsync(first, ct);

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => _reader.RevisionAsync(number, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => _reader.ChangesAsync(revision, ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        _reader.NodesAsync(keys, revision, ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        _reader.EdgesAsync(keys, revision, ct);

    public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => _reader.QueryAsync(query, ct);

    public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) => _reader.ExpandAsync(query, ct);

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => _reader.SearchAsync(query, ct);

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        _reader.StatedByAsync(aftale, ct);

    public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => _selector.SelectAsync(selection, ct);

    public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => _writer.CommitAsync(changes, ct);

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => Neo4jFaults.FindAsync(_reader, ct);

    public ValueTask DisposeAsync()
    {
        _selector.Dispose();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }
}
