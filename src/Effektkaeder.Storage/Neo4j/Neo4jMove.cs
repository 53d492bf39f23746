using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Brings a database forward in which a node was shown and kept as one: of each <c>:Node</c> the store's part goes to a node of its own,
/// and what is left is what people see. Node by node and each with its outgoing edges, so that it may be ended anywhere and goes on
/// from there; with the store's lock, so that several may do it at once.
/// </summary>
internal static class Neo4jMove
{
    private const int Batch = 500,
        Labelled = 10_000;

    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The labels that were, by what they are now.</summary>
    private static readonly (string Was, string Is)[] Labels =
    [
        ("NodeVersion", "_NodeVersion"),
        ("EdgeVersion", "_EdgeVersion"),
        ("Revision", "_Revision"),
        ("Change", "_Change"),
        ("Scenario", "_Scenario"),
    ];

    private static readonly string[] Dropped =
    [
        "CONSTRAINT node_key",
        "CONSTRAINT revision_number",
        "CONSTRAINT commit_id",
        "CONSTRAINT scenario_name",
        "INDEX change_revision",
        "INDEX change_aftale",
        "INDEX node_version_key",
        "INDEX node_version_until",
        "INDEX edge_version_key",
        "INDEX edge_version_out",
        "INDEX edge_version_in",
        "INDEX edge_version_until",
        "INDEX node_words",
        "INDEX node_sort",
        "INDEX node_kommune_sort",
    ];

    private static readonly Statement Next = new(
        $$"""
        MATCH (n:Node) WHERE n.udsagn IS NOT NULL
        WITH n LIMIT {{Batch}}
        RETURN elementId(n), n.fromRev, [n.key, n.slags, n.kommune, n.udsagn],
          COLLECT { MATCH (n)-[e]->() WHERE e.udsagn IS NOT NULL
            RETURN [elementId(e), e.fromRev, [type(e), n.key, endNode(e).key, e.key, e.afgoerelse, e.udsagn]] }
        """,
        None
    );

    private static readonly string PutNodes = $"""
        UNWIND $p.rows AS row
        MATCH (s:Node) WHERE elementId(s) = row[{ElementRows.Width}]
        CREATE (n:_Node)
        {ElementRows.SetKept}, n.fromRev = row[{ElementRows.Width + 1}]
        REMOVE s:Node, s.fromRev, s.slags, s.center, s.centre, s.aftaler, s.tiderFra, s.tiderTil, s.firstDay, s.sort, s.titelFold,
          s.tekstFold, s.words, s.titleWords, s.udsagn
        {ElementRows.ClearShown}
        {ElementRows.SetShown}
        """;

    private static readonly string PutEdges = $"""
        UNWIND $p.rows AS row
        MATCH ()-[r]->() WHERE elementId(r) = row[{ElementRows.EdgeWidth}]
        REMOVE r.key, r.fromRev, r.afgoerelse, r.udsagn
        {ElementRows.SetEdge}, r._fromRev = row[{ElementRows.EdgeWidth + 1}]
        """;

    private static readonly string Place = $$"""
        MATCH (n:_Node) WHERE n.key > $after WITH n ORDER BY n.key LIMIT {{Batch}}
        {{ShownCypher.Of("n", "s")}}
        WITH collect(n) AS kept, collect(s) AS shown
        {{PlaceCypher.Leave}}
        {{PlaceCypher.Join}}
        RETURN kept[-1].key
        """;

    public static async Task RunAsync(QueryApi api, CancellationToken ct)
    {
        while (await api.RetryAsync(c => MoveAsync(api, c), ct)) { }

        for (object? after = ""; after is not null;)
        {
            var statement = new Statement(Place, new Dictionary<string, object?> { ["after"] = after });
            after = (await api.LockedAsync("moving", statement, ct))[0][0];
        }

        foreach (var (was, now) in Labels)
        {
            var rename = $"MATCH (v:{was}) WITH v LIMIT {Labelled} SET v:{now} REMOVE v:{was} RETURN count(*)";
            while ((long)(await api.LockedAsync("moving", new(rename, None), ct))[0][0]! > 0) { }
        }

        await api.WriteAsync(new("MATCH (c:Commit {id: 1}) DELETE c", None), ct);
        foreach (var dropped in Dropped)
        {
            await api.WriteAsync(new($"DROP {dropped} IF EXISTS", None), ct);
        }
    }

    /// <returns>False where nothing was left to move.</returns>
    private static async Task<bool> MoveAsync(QueryApi api, CancellationToken ct)
    {
        var (transaction, _) = await api.BeginAsync(WriteCypher.Lock("moving"), ct);
        await using var __ = transaction;
        var found = await transaction.RunAsync(Next, ct);
        var (nodes, edges) = (new ElementRows(), new ElementRows());
        object?[][] nodeRows = [.. found.Select(r => (object?[])[.. nodes.Of(ElementCypher.Node(r[2])), r[0], r[1]])];
        object?[][] edgeRows =
        [
            .. found
                .SelectMany(r => ((List<object?>)r[3]!).Cast<List<object?>>())
                .Select(e => (object?[])[.. edges.Of(ElementCypher.Edge(e[2])), e[0], e[1]]),
        ];
        await transaction.RunAsync(LockedStatements.Over(PutEdges, edges, edgeRows), ct);
        await transaction.CommitAsync(LockedStatements.Over(PutNodes, nodes, nodeRows), ct);
        return found.Count > 0;
    }
}
