using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>
/// A graph that is thought of rather than kept: what is left of a stored one under some condition. It answers as the stored one would,
/// had it held this and nothing else; the history is the stored one's.
/// </summary>
public static class PartialGraph
{
    /// <param name="stored">The graph it was made from.</param>
    /// <param name="whole">What is left.</param>
    public static IGraph Of(IGraph stored, Udsnit whole) => new MemoryGraph(new Beside(stored, whole), whole, new Facts(whole));

    /// <summary>What needs an index of words, or the history.</summary>
    private sealed class Beside(IGraph stored, Udsnit whole) : IGraph
    {
        public long Revision => stored.Revision;

        public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => stored.RevisionsAsync(first, ct);

        public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
        {
            var search = new WordSearch(query);
            var hits = whole
                .Nodes.Select(node => (Node: node, Rank: search.RankOf(node)))
                .Where(hit => hit.Rank is not null)
                .OrderBy(hit => hit.Rank)
                .ThenBy(hit => hit.Node.Kind.LevelOrder())
                .ThenBy(hit => hit.Node.Key, StringComparer.Ordinal)
                .Select(hit => new SearchHit(hit.Node, hit.Rank!.Value))
                .ToList();
            var page = hits.Skip(query.Skip).Take(query.First).ToList();
            return Task.FromResult(new Slice<SearchHit>(page, query.Skip + page.Count < hits.Count, query.Skip > 0, hits.Count));
        }

        public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
            Task.FromResult<(IReadOnlyList<Node>, IReadOnlyList<Edge>)>(
                (
                    [.. whole.Nodes.Where(n => n.Udsagn.Any(u => u.Aftale == aftale))],
                    [.. whole.Edges.Where(e => e.Udsagn.Any(u => u.Aftale == aftale))]
                )
            );

        public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) => throw Elsewhere();

        public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) => throw Elsewhere();

        public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) => throw Elsewhere();

        public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) => throw Elsewhere();

        public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => throw Elsewhere();

        private static NotSupportedException Elsewhere() => new("The graph in memory answers this itself");
    }

    private sealed class Facts(Udsnit whole) : INodeFacts
    {
        public string SortKey(int node) => Domain.Tekst.SortKey.Of(whole.Nodes[node].Titel);

        public int FirstDay(int node) =>
            whole
                .Nodes[node]
                .Indhold.Tider.Where(t => t.Fra is not null || t.Til is not null)
                .Select(t => (t.Fra ?? t.Til)!.Value.DayNumber)
                .DefaultIfEmpty(DateOnly.MaxValue.DayNumber)
                .Min();
    }
}
