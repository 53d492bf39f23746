using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// One revision, asked of the server: one statement a question. As long as it is the newest, the plain graph is asked, which is
/// quicker; the answer tells which revision that was of, and where it is a newer one the question is put again about this.
/// </summary>
internal sealed class Neo4jGraph(ConsistentReads reads, Neo4jHistory history, Neo4jSnapshot snapshot, int manyHits, long revision) : IGraph
{
    private volatile bool _isPast;

    public long Revision => revision;

    public IHistory History => history;

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => history.RevisionsAsync(revision, first, ct);

    public async Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        keys.Count == 0 ? [] : [.. (await RowsAsync((cypher, at) => ElementCypher.Nodes(cypher, keys, at), ct)).Select(ElementCypher.Node)];

    public async Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        keys.Count == 0 ? [] : [.. (await RowsAsync((cypher, at) => ElementCypher.Edges(cypher, keys, at), ct)).Select(ElementCypher.Edge)];

    public async Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct)
    {
        var row = (await RowsAsync((cypher, at) => PageCypher.Query(cypher, query, at), ct))[0];
        var found = ((List<object?>)row[0]!).Select(ElementCypher.Node).ToList();
        var isCut = found.Count > query.Page.Limit;
        if (isCut)
        {
            found.RemoveAt(found.Count - 1);
        }

        if (query.Page.IsBackwards)
        {
            found.Reverse();
        }

        return Slice<Node>.Of(query.Page, found, isCut, (int?)(long?)row[1]);
    }

    public async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        [
            .. (await RowsAsync((cypher, at) => PageCypher.Expand(cypher, query, at), ct))
                .OrderBy(r => (long)r[0]!)
                .Select(r =>
                {
                    List<Neighbour> found =
                    [
                        .. ((List<object?>)r[3]!)
                            .Cast<List<object?>>()
                            .Select(x => new Neighbour(ElementCypher.Node(x[0]), ElementCypher.Edge(x[1]))),
                    ];
                    return Slice<Neighbour>.Of(query.Page, found, (long)r[2]! > query.Page.Limit, query.Count ? (int)(long)r[1]! : null);
                }),
        ];

    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var (row, hits) = await FoundAsync(query, words, manyHits, ct);
        if (row[3] is true)
        {
            (row, hits) = await FoundAsync(query, words, int.MaxValue, ct);
        }

        if (row[2] is not List<object?> gone)
        {
            var total = (int)(long)row[0]!;
            return new(hits, total > query.Skip + query.First, query.Skip > 0, total);
        }

        // The index holds the words of what stands now: what stood then and is gone is held against the question here.
        var search = new WordSearch(query);
        List<SearchHit> all =
        [
            .. hits.Concat(
                    gone.Select(ElementCypher.Node)
                        .Select(n => (Node: n, Rank: search.RankOf(n)))
                        .Where(h => h.Rank is not null)
                        .Select(h => new SearchHit(h.Node, h.Rank!.Value))
                )
                .OrderBy(h => h.Rank)
                .ThenBy(h => h.Node.Kind.LevelOrder())
                .ThenBy(h => h.Node.Key, StringComparer.Ordinal),
        ];
        return new([.. all.Skip(query.Skip).Take(query.First)], all.Count > query.Skip + query.First, query.Skip > 0, all.Count);
    }

    private async Task<(List<object?> Row, List<SearchHit> Hits)> FoundAsync(
        SearchQuery query,
        IReadOnlyList<IReadOnlyList<string>> words,
        int many,
        CancellationToken ct
    )
    {
        var row = (await RowsAsync((cypher, at) => SearchCypher.Of(cypher, query, words, many, at), ct))[0];
        var hits = ((List<object?>)row[1]!).Cast<List<object?>>();
        return (row, [.. hits.Select(r => new SearchHit(ElementCypher.Node(r[0]), (int)(long)r[1]!))]);
    }

    public async Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct)
    {
        var row = (await RowsAsync((cypher, at) => ElementCypher.StatedBy(cypher, aftale, at), ct))[0];
        return (
            [.. ((List<object?>)row[0]!).Select(ElementCypher.Node).OrderBy(n => n.Key, StringComparer.Ordinal)],
            [
                .. ((List<object?>)row[1]!)
                    .Select(ElementCypher.Edge)
                    .Where(e => e.Udsagn.Any(u => u.Aftale == aftale))
                    .OrderBy(e => e.Key, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The server selects; only what is asked for as a whole is fetched whole.</summary>
    public async Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct)
    {
        if (selection.Keys.Count == 0)
        {
            return await snapshot.AtAsync(revision, ct);
        }

        var selected = new Neo4jSelection(reads, selection);
        var found = _isPast ? null : await selected.NowAsync(ct);
        return found is not null && IsOfThis(found.Newest) ? found.Udsnit : await selected.ThenAsync(revision, found, ct);
    }

    /// <param name="question">The statement about the newest revision, where it is given none, or about an older one.</param>
    private async Task<IReadOnlyList<List<object?>>> RowsAsync(Func<CypherBuilder, long?, string> question, CancellationToken ct)
    {
        if (!_isPast)
        {
            var now = new CypherBuilder();
            var answer = await reads.RowsAsync(now, question(now, null), ct);
            if (IsOfThis(answer.Newest))
            {
                return answer.Rows;
            }
        }

        var then = new CypherBuilder();
        return (await reads.RowsAsync(then, question(then, revision), ct)).Rows;
    }

    private bool IsOfThis(long newest)
    {
        _isPast = newest > revision;
        return newest == revision;
    }
}
