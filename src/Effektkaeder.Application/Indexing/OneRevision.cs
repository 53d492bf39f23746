using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Indexing;

/// <summary>
/// A store as one operation reads it: the first question chooses the newest revision, and every answer from then on is of
/// that one, whatever is committed meanwhile.
/// </summary>
public sealed class OneRevision(IGraphStore store) : IGraphReader
{
    private readonly Lock _gate = new();
    private Task<IGraphReader>? _chosen;

    /// <summary>The chosen revision where it is indexed in memory; null before the first question, and where it lies elsewhere.</summary>
    public GraphIndex? AtHand => _chosen is { IsCompletedSuccessfully: true, Result: IndexedRevision { Index: var index } } ? index : null;

    public async Task<long> LatestAsync(CancellationToken ct) => await (await ChosenAsync(ct)).LatestAsync(ct);

    public async Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) =>
        await (await ChosenAsync(ct)).RevisionsAsync(first, ct);

    public async Task<Revision?> RevisionAsync(long number, CancellationToken ct) =>
        await (await ChosenAsync(ct)).RevisionAsync(number, ct);

    public async Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) =>
        await (await ChosenAsync(ct)).ChangesAsync(revision, ct);

    public async Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        await (await ChosenAsync(ct)).NodesAsync(keys, revision, ct);

    public async Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        await (await ChosenAsync(ct)).EdgesAsync(keys, revision, ct);

    public async Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => await (await ChosenAsync(ct)).QueryAsync(query, ct);

    public async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        await (await ChosenAsync(ct)).ExpandAsync(query, ct);

    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) =>
        await (await ChosenAsync(ct)).SearchAsync(query, ct);

    public async Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        await (await ChosenAsync(ct)).StatedByAsync(aftale, ct);

    public async Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
        await (await ChosenAsync(ct)).SelectAsync(selection, ct);

    private Task<IGraphReader> ChosenAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            return _chosen ??= ChooseAsync(ct);
        }
    }

    private async Task<IGraphReader> ChooseAsync(CancellationToken ct) =>
        store is IndexedStore indexed ? await indexed.NewestAsync(ct) : new StoredRevision(store, await store.LatestAsync(ct));
}
