using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Application.Indexing;

/// <summary>
/// A store that has its newest graph in memory, and an index of that for whoever reads <see cref="OneRevision"/>. Only for stores whose
/// <see cref="IGraphReader.SelectAsync"/> gives the same selection again
/// while nothing has been committed: one that fetches the whole graph each time would be slower for it.
/// </summary>
/// <remarks>
/// What is committed here is seen at once, and whoever asks for the newest revision reads at least that one afterwards. What
/// another process commits is seen within <see cref="Fresh"/>: the store is not asked more often whether there is anything new.
/// </remarks>
public sealed class IndexedStore(IGraphStore inner, TimeProvider time) : IGraphStore
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(5);

    private volatile Held? _held;
    private int _told;

    /// <summary>The store as a server asks it: indexed where the engine keeps its newest graph in memory.</summary>
    public static IGraphStore Over(IGraphStore store, TimeProvider time) => store is SqliteStore ? new IndexedStore(store, time) : store;

    public string Location => inner.Location;

    public Task<long> LatestAsync(CancellationToken ct)
    {
        Stale();
        return inner.LatestAsync(ct);
    }

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => inner.RevisionsAsync(first, ct);

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => inner.RevisionAsync(number, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => inner.ChangesAsync(revision, ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        inner.NodesAsync(keys, revision, ct);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        inner.EdgesAsync(keys, revision, ct);

    public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => inner.QueryAsync(query, ct);

    public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) => inner.ExpandAsync(query, ct);

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => inner.SearchAsync(query, ct);

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        inner.StatedByAsync(aftale, ct);

    public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => inner.SelectAsync(selection, ct);

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => inner.FaultsAsync(ct);

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        try
        {
            return await inner.CommitAsync(changes, ct);
        }
        finally
        {
            Stale();
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>The newest revision and its index.</summary>
    internal async Task<IndexedRevision> NewestAsync(CancellationToken ct)
    {
        var (now, commits) = (_held, Volatile.Read(ref _told));
        if (now is not null && now.Told == commits && time.GetElapsedTime(now.At) < Fresh)
        {
            return now.Revision;
        }

        var at = time.GetTimestamp();
        var graph = await inner.SelectAsync(Selection.Whole(), ct);
        var revision = now?.Revision.Index.Graph == graph ? now.Revision : await NumberedAsync(graph, ct);
        _held = new(revision, at, commits);
        return revision;
    }

    /// <summary>A selection does not say which revision it is of: it is the one that is newest before and after.</summary>
    private async Task<IndexedRevision> NumberedAsync(Udsnit graph, CancellationToken ct)
    {
        while (true)
        {
            var number = await inner.LatestAsync(ct);
            var again = await inner.SelectAsync(Selection.Whole(), ct);
            if (again == graph && number == await inner.LatestAsync(ct))
            {
                return new(inner, number, new(graph));
            }

            graph = again;
        }
    }

    private void Stale() => Interlocked.Increment(ref _told);

    /// <param name="Told">How often the store was marked stale before this was read.</param>
    private sealed record Held(IndexedRevision Revision, long At, int Told);
}
