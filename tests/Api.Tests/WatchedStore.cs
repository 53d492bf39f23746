using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Tests;

/// <summary>Hands on every question, counts those about the graph, and lets something happen before each.</summary>
internal sealed class WatchedStore(IGraphStore inner, Func<int, Task>? before = null) : IGraphStore
{
    private readonly SemaphoreSlim _turns = new(1, 1);
    private int _questions;

    public int Questions => _questions;

    public string Location => inner.Location;

    public IScenarios Scenarios => inner.Scenarios;

    public async Task<IGraph> NewestAsync(CancellationToken ct) => new WatchedGraph(this, await inner.NewestAsync(ct));

    public async Task<IGraph> AtAsync(long revision, CancellationToken ct) => new WatchedGraph(this, await inner.AtAsync(revision, ct));

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => Watched(() => inner.RevisionAsync(number, ct));

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) =>
        Watched(() => inner.ChangesAsync(revision, ct));

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => inner.FaultsAsync(ct);

    public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => inner.VerifyAsync(progress, ct);

    public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => inner.CommitAsync(changes, ct);

    public ValueTask DisposeAsync()
    {
        _turns.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> Watched<T>(Func<Task<T>> question)
    {
        var number = Interlocked.Increment(ref _questions);
        if (before is null)
        {
            return await question();
        }

        await _turns.WaitAsync();
        try
        {
            await before(number);
        }
        finally
        {
            _turns.Release();
        }
        return await question();
    }

    private sealed class WatchedGraph(WatchedStore store, IGraph graph) : IGraph
    {
        public long Revision => graph.Revision;

        public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) =>
            store.Watched(() => graph.RevisionsAsync(first, ct));

        public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
            store.Watched(() => graph.NodesAsync(keys, ct));

        public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
            store.Watched(() => graph.EdgesAsync(keys, ct));

        public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => store.Watched(() => graph.QueryAsync(query, ct));

        public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
            store.Watched(() => graph.ExpandAsync(query, ct));

        public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) =>
            store.Watched(() => graph.SearchAsync(query, ct));

        public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
            store.Watched(() => graph.StatedByAsync(aftale, ct));

        public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => store.Watched(() => graph.SelectAsync(selection, ct));
    }
}
