using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// The whole graph. The newest is kept, brought forward by what later revisions touched, and swapped whole, so that a reader keeps
/// the one it began with. It is fetched in batches; what a commit touches meanwhile is fetched again, until nothing has.
/// </summary>
internal sealed class Neo4jSnapshot(Neo4jReader reader) : IDisposable
{
    private const int Batch = 2_000;

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile State? current;

    /// <param name="Seen">The newest revision when it was fetched.</param>
    private sealed record State(long Seen, Dictionary<string, Node> Nodes, Dictionary<string, Edge> Edges)
    {
        private Udsnit? udsnit;

        public Udsnit Udsnit => udsnit ??= Udsnit.Of(Nodes.Values, Edges.Values);
    }

    public async Task<Udsnit> AtAsync(long? revision, CancellationToken ct)
    {
        var latest = await reader.LatestAsync(ct);
        if (revision < latest) return (await SettleAsync(await LoadAsync(latest, revision, ct), revision, ct)).Udsnit;
        // Who finds it up to date waits for nobody; one reader at a time brings it forward.
        if (current is { } seen && seen.Seen == latest) return seen.Udsnit;
        await gate.WaitAsync(ct);
        try
        {
            return (current = await SettleAsync(current ?? await LoadAsync(latest, null, ct), null, ct)).Udsnit;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>Fetches again what revisions touched since, until none came meanwhile.</summary>
    private async Task<State> SettleAsync(State from, long? revision, CancellationToken ct)
    {
        while (true)
        {
            var (seen, nodeKeys, edgeKeys) = await reader.TouchedAsync(from.Seen, ct);
            if (seen == from.Seen) return from;
            var (nodes, edges) = (new Dictionary<string, Node>(from.Nodes, StringComparer.Ordinal), new Dictionary<string, Edge>(from.Edges, StringComparer.Ordinal));
            foreach (var key in nodeKeys) nodes.Remove(key);
            foreach (var key in edgeKeys) edges.Remove(key);
            foreach (var keys in nodeKeys.Chunk(Batch)) foreach (var node in await reader.NodesAsync(keys, revision, ct)) nodes[node.Key] = node;
            foreach (var keys in edgeKeys.Chunk(Batch)) foreach (var edge in await reader.EdgesAsync(keys, revision, ct)) edges[edge.Key] = edge;
            from = new(seen, nodes, edges);
        }
    }

    private async Task<State> LoadAsync(long seen, long? revision, CancellationToken ct)
    {
        var (nodes, edges) = (new Dictionary<string, Node>(StringComparer.Ordinal), new Dictionary<string, Edge>(StringComparer.Ordinal));
        void Add(object?[] row)
        {
            if (row[1] is { } fields && ElementCypher.Node(fields) is var node) nodes[node.Key] = node;
            foreach (var edge in ((List<object?>)row[2]!).Select(ElementCypher.Edge)) edges[edge.Key] = edge;
        }

        await PagesAsync(Batch, (cypher, after) =>
        {
            var then = revision is null ? null : cypher.Value(revision);
            return $$"""
                MATCH (n:Node) WHERE n.key > {{after}} WITH n ORDER BY n.key LIMIT {{cypher.Value(Batch)}}
                RETURN n.key, {{(then is null ? "" : $"CASE WHEN n.fromRev <= {then} THEN ")}}{{ElementCypher.NodeFields("n")}}{{(then is null ? "" : " END")}},
                  COLLECT { MATCH (n)-[e]->() {{(then is null ? "" : $"WHERE e.fromRev <= {then} ")}}RETURN {{ElementCypher.EdgeFields("e")}} }
                """;
        }, Add, ct);
        if (revision is not null)
        {
            string Versions(CypherBuilder cypher, string after, string label, string row) =>
                $"MATCH (v:{label}) WHERE v.key > {after} AND {ElementCypher.Stood("v", cypher.Value(revision))} WITH v ORDER BY v.key LIMIT {cypher.Value(Batch)} RETURN v.key, {row}";
            await PagesAsync(Batch, (cypher, after) => Versions(cypher, after, "NodeVersion", ElementCypher.NodeFields("v") + ", []"), Add, ct);
            await PagesAsync(Batch, (cypher, after) => Versions(cypher, after, "EdgeVersion", $"null, [{ElementCypher.VersionFields("v")}]"), Add, ct);
        }
        return new(seen, nodes, edges);
    }

    private async Task PagesAsync(int size, Func<CypherBuilder, string, string> text, Action<object?[]> add, CancellationToken ct)
    {
        for (var after = ""; ;)
        {
            var cypher = new CypherBuilder();
            var rows = await reader.RowsAsync(cypher, text(cypher, cypher.Value(after)), ct);
            foreach (var row in rows) add(row);
            if (rows.Count < size) return;
            after = (string)rows[^1][0]!;
        }
    }
}
