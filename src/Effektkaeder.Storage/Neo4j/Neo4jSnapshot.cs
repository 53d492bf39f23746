using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// The whole graph. The newest is kept, and the older one last asked for. It is fetched in batches, moved to another revision by
/// fetching what was touched since, until nothing has been, and swapped whole, so that a reader keeps the one it began with.
/// </summary>
internal sealed class Neo4jSnapshot(ConsistentReads reads, Neo4jHistory history) : IDisposable
{
    private const int Batch = 2_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile State? _current;
    private volatile Past? _past;

    private sealed record Past(long Revision, Udsnit Udsnit);

    /// <param name="Seen">What later revisions touched is not in it, or not yet.</param>
    private sealed record State(long Seen, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges)
    {
        private Udsnit? _udsnit;

        public Udsnit Udsnit => _udsnit ??= Udsnit.Of(Nodes.Values, Edges.Values);
    }

    public async Task<Udsnit> AtAsync(long revision, CancellationToken ct)
    {
        // Who finds it there waits for nobody; one reader at a time moves it.
        if (Held(revision) is { } seen)
        {
            return seen;
        }

        await _gate.WaitAsync(ct);
        try
        {
            if (Held(revision) is { } moved)
            {
                return moved;
            }

            _current = await SettleAsync(_current ?? await LoadAsync(await reads.LatestAsync(ct), ct), null, ct);
            if (_current.Seen != revision)
            {
                _past = new(revision, (await SettleAsync(_current with { Seen = revision }, revision, ct)).Udsnit);
            }

            return Held(revision)!;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private Udsnit? Held(long revision) =>
        _past is { } past && past.Revision == revision ? past.Udsnit
        : _current is { } current && current.Seen == revision ? current.Udsnit
        : null;

    /// <summary>Fetches again what revisions touched since, until none came meanwhile.</summary>
    private async Task<State> SettleAsync(State from, long? revision, CancellationToken ct)
    {
        while (true)
        {
            var (seen, nodeKeys, edgeKeys) = await history.TouchedAsync(from.Seen, ct);
            if (seen == from.Seen)
            {
                return from;
            }

            var (nodes, edges) = (
                new Dictionary<string, Node>(from.Nodes, StringComparer.Ordinal),
                new Dictionary<string, Edge>(from.Edges, StringComparer.Ordinal)
            );
            foreach (var key in nodeKeys)
            {
                nodes.Remove(key);
            }

            foreach (var key in edgeKeys)
            {
                edges.Remove(key);
            }

            foreach (var keys in nodeKeys.Chunk(Batch))
            {
                foreach (var node in await NodesAsync(keys, revision, ct))
                {
                    nodes[node.Key] = node;
                }
            }

            foreach (var keys in edgeKeys.Chunk(Batch))
            {
                foreach (var edge in await EdgesAsync(keys, revision, ct))
                {
                    edges[edge.Key] = edge;
                }
            }

            from = new(seen, nodes, edges);
        }
    }

    private async Task<State> LoadAsync(long seen, CancellationToken ct)
    {
        var (nodes, edges) = (new Dictionary<string, Node>(StringComparer.Ordinal), new Dictionary<string, Edge>(StringComparer.Ordinal));
        for (var after = ""; ;)
        {
            var cypher = new CypherBuilder();
            var (_, rows) = await reads.RowsAsync(
                cypher,
                $$"""
                MATCH (n:_Node) WHERE n.key > {{cypher.Value(after)}} WITH n ORDER BY n.key LIMIT {{cypher.Value(Batch)}}
                RETURN [n.key, {{ElementCypher.NodeFields("n")}}, COLLECT { {{ShownCypher.Of("n", "s")}}
                  MATCH (s)-[e]->() WHERE {{ShownCypher.IsOurs("e")}} RETURN {{ElementCypher.EdgeFields("e")}} }] AS row
                """,
                ct
            );
            foreach (var row in rows)
            {
                var node = ElementCypher.Node(row[1]);
                nodes[node.Key] = node;
                foreach (var edge in ((List<object?>)row[2]!).Select(ElementCypher.Edge))
                {
                    edges[edge.Key] = edge;
                }
            }
            if (rows.Count < Batch)
            {
                return new(seen, nodes, edges);
            }

            after = (string)rows[^1][0]!;
        }
    }

    private async Task<IEnumerable<Node>> NodesAsync(string[] keys, long? at, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await reads.RowsAsync(cypher, ElementCypher.Nodes(cypher, keys, at), ct)).Rows.Select(ElementCypher.Node);
    }

    private async Task<IEnumerable<Edge>> EdgesAsync(string[] keys, long? at, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await reads.RowsAsync(cypher, ElementCypher.Edges(cypher, keys, at), ct)).Rows.Select(ElementCypher.Edge);
    }
}
