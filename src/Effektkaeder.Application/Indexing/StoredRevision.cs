using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Indexing;

/// <summary>
/// One revision of a store, which was its newest a moment ago. Engines answer the newest revision sooner than an older one,
/// so that is asked as long as it is still this one: what was read before the number was seen again is of this revision.
/// </summary>
internal class StoredRevision(IGraphStore store, long number) : IGraphReader
{
    private volatile bool _isPast;

    public Task<long> LatestAsync(CancellationToken ct) => Task.FromResult(number);

    public async Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct)
    {
        var since = (int)Math.Min(int.MaxValue - first, await store.LatestAsync(ct) - number);
        return [.. (await store.RevisionsAsync(first + since, ct)).Where(r => r.Number <= number).Take(first)];
    }

    public Task<Revision?> RevisionAsync(long wanted, CancellationToken ct) => store.RevisionAsync(wanted, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => store.ChangesAsync(revision, ct);

    public virtual Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        ReadAsync(revision, at => store.NodesAsync(keys, at, ct), ct);

    public virtual Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct) =>
        ReadAsync(revision, at => store.EdgesAsync(keys, at, ct), ct);

    public virtual Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        ReadAsync(query.Revision, at => store.QueryAsync(query with { Revision = at }, ct), ct);

    public virtual Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        ReadAsync(query.Revision, at => store.ExpandAsync(query with { Revision = at }, ct), ct);

    public virtual Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) =>
        ReadAsync(selection.Revision, at => store.SelectAsync(selection with { Revision = at }, ct), ct);

    /// <summary>
    /// Words are indexed of the newest revision alone. Where it is no longer this one the hits are this revision's nodes,
    /// without those it does not have.
    /// </summary>
    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var hits = await store.SearchAsync(query, ct);
        if (await store.LatestAsync(ct) == number)
        {
            return hits;
        }

        var nodes = (await NodesAsync([.. hits.Items.Select(h => h.Node.Key)], null, ct)).ToDictionary(n => n.Key, StringComparer.Ordinal);
        return hits with
        {
            Items = [.. hits.Items.Where(h => nodes.ContainsKey(h.Node.Key)).Select(h => h with { Node = nodes[h.Node.Key] })],
        };
    }

    /// <summary>What a document states is asked before something is written, and always of the newest revision.</summary>
    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        store.StatedByAsync(aftale, ct);

    /// <summary>Whether a question about <paramref name="revision"/> is about this one.</summary>
    protected bool IsThis(long? revision) => revision is null || revision == number;

    private async Task<T> ReadAsync<T>(long? revision, Func<long?, Task<T>> read, CancellationToken ct)
    {
        if (!IsThis(revision))
        {
            return await read(revision);
        }

        if (!_isPast)
        {
            var answer = await read(null);
            if (await store.LatestAsync(ct) == number)
            {
                return answer;
            }

            _isPast = true;
        }
        return await read(number);
    }
}
