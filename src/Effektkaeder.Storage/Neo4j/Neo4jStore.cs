using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>A Neo4j server, 5.26 or later, spoken to over its Query API.</summary>
public sealed class Neo4jStore : IGraphStore
{
    private readonly QueryApi _api;
    private readonly ConsistentReads _reads;
    private readonly Neo4jHistory _history;
    private readonly Neo4jWriter _writer;
    private readonly Neo4jSnapshot _snapshot;
    private readonly int _manyHits;
    private Neo4jGraph? _newest;

    private Neo4jStore(QueryApi api, Neo4jOptions options)
    {
        _reads = new(api, options);
        (_api, _history, Location, _manyHits) = (api, new(_reads), options.Location, options.ManyHits);
        Scenarios = new Neo4jScenarios(api, _reads);
        (_writer, _snapshot) = (new(api, _reads, _history, options), new(_reads, _history));
    }

    public string Location { get; }

    public IScenarios Scenarios { get; }

    /// <summary>Finds the server, sees that it can be used, and brings its schema forward.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do.</exception>
    public static async Task<Neo4jStore> OpenAsync(Neo4jOptions options, CancellationToken ct)
    {
        options = await Neo4jReach.FindAsync(options, ct);
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

    /// <summary>One graph as long as it is the newest: what is worked out of a graph is kept with it.</summary>
    public async Task<IGraph> NewestAsync(CancellationToken ct)
    {
        var (latest, last) = (await _reads.LatestAsync(ct), Volatile.Read(ref _newest));
        if (last?.Revision != latest)
        {
            Volatile.Write(ref _newest, last = Graph(latest));
        }

        return last;
    }

    public async Task<IGraph> AtAsync(long revision, CancellationToken ct)
    {
        UnknownRevisionException.ThrowUnless(revision, await _reads.LatestAsync(ct));
        return Graph(revision);
    }

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => _history.RevisionAsync(number, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => _history.ChangesAsync(revision, ct);

    public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => _writer.CommitAsync(changes, ct);

    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => (await VerifyAsync((_, _) => { }, ct)).Faults;

    /// <summary>
    /// A version is kept once, as what one revision put and another took, so there is nothing to replay: what is said of it is to fit.
    /// </summary>
    public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) =>
        Neo4jFaults.FindAsync(_api, _reads, progress, ct);

    public Task<IReadOnlyList<string>> MendAsync(CancellationToken ct) => Neo4jMending.RunAsync(_api, _reads, ct);

    public async ValueTask DisposeAsync()
    {
        await _api.SettledAsync();
        _snapshot.Dispose();
        _api.Dispose();
    }

    private Neo4jGraph Graph(long revision) => new(_reads, _history, _snapshot, _manyHits, revision);
}
