using System.Globalization;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>The revisions, and what each of them changed.</summary>
internal sealed class Neo4jHistory(ConsistentReads reads) : IHistory
{
    private const string RevisionFields = "[r.number, r.at, r.author, r.action, r.source, r.summary]";

    /// <param name="last">The newest of them.</param>
    public async Task<IReadOnlyList<Revision>> RevisionsAsync(long last, int first, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return
        [
            .. (
                await reads.RowsAsync(
                    cypher,
                    $"MATCH (r:_Revision) WHERE r.number > 0 AND r.number <= {cypher.Value(last)} WITH r "
                        + $"ORDER BY r.number DESC LIMIT {cypher.Value(first)} RETURN "
                        + $"{RevisionFields} AS row",
                    ct
                )
            ).Rows.Select(Revision),
        ];
    }

    public async Task<Revision?> RevisionAsync(long number, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await reads.RowsAsync(cypher, $"MATCH (r:_Revision {{number: {cypher.Value(number)}}}) RETURN {RevisionFields} AS row", ct))
            .Rows.Select(Revision)
            .FirstOrDefault();
    }

    /// <summary>The last of the commits after a revision, and the one among them that this token marks.</summary>
    public async Task<(IReadOnlyList<Revision> Last, Revision? Own)> SinceAsync(long revision, string token, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var since = $"MATCH (r:_Revision) WHERE r.number > {cypher.Value(revision)}";
        var row = (
            await reads.RowsAsync(
                cypher,
                $$"""
                RETURN [COLLECT { {{since}} WITH r ORDER BY r.number DESC LIMIT 10 RETURN {{RevisionFields}} },
                  COLLECT { {{since}} AND r.token = {{cypher.Value(token)}} RETURN {{RevisionFields}} }] AS row
                """,
                ct
            )
        ).Rows[0].Select(found => ((List<object?>)found!).Cast<List<object?>>().Select(Revision).ToList()).ToList();
        return (row[0], row[1].FirstOrDefault());
    }

    public async Task<IReadOnlyList<string>> TouchedAsync(long after, long upTo, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return
        [
            .. (
                await reads.RowsAsync(
                    cypher,
                    $"MATCH (c:_Change) WHERE c.revision > {cypher.Value(after)} AND c.revision <= {cypher.Value(upTo)} "
                        + "UNWIND c.nodes AS key RETURN DISTINCT [key] AS row",
                    ct
                )
            ).Rows.Select(row => (string)row[0]!),
        ];
    }

    public async Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var r = cypher.Value(revision);
        // What a revision put begins with it; what it took or changed ends with it.
        var rows = (
            await reads.RowsAsync(
                cypher,
                $$"""
                CALL () { MATCH (c:_Change {revision: {{r}}}) UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
                CALL () { MATCH (c:_Change {revision: {{r}}}) {{ChangeCypher.EdgeKeys("c")}} RETURN collect(DISTINCT key) AS edges }
                CALL (nodes, edges) {
                  UNWIND nodes AS key MATCH (n:_Node {key: key}) WHERE n.fromRev = {{r}}
                  RETURN true AS isNode, true AS isAfter, key, {{ElementCypher.NodeFields("n")}} AS fields
                  UNION ALL
                  UNWIND nodes AS key MATCH (n:_NodeVersion {key: key}) WHERE n.fromRev = {{r}} OR n.untilRev = {{r}}
                  RETURN true AS isNode, n.fromRev = {{r}} AS isAfter, key, {{ElementCypher.NodeFields("n")}} AS fields
                  UNION ALL
                  UNWIND edges AS key {{ElementCypher.MatchEdge(
                    "e",
                    "key"
                )}} AND e._fromRev = {{r}} RETURN false AS isNode, true AS isAfter, key, {{ElementCypher.EdgeFields("e")}} AS fields
                  UNION ALL
                  UNWIND edges AS key MATCH (e:_EdgeVersion {key: key}) WHERE e.fromRev = {{r}} OR e.untilRev = {{r}}
                  RETURN false AS isNode, e.fromRev = {{r}} AS isAfter, key, {{ElementCypher.VersionFields("e")}} AS fields
                }
                RETURN [isNode, isAfter, key, fields] AS row
                """,
                ct
            )
        ).Rows.Select(x => (IsNode: (bool)x[0]!, IsAfter: (bool)x[1]!, Key: (string)x[2]!, Fields: x[3]));
        return
        [
            .. rows.GroupBy(x => (x.IsNode, x.Key))
                .OrderByDescending(g => g.Key.IsNode)
                .ThenBy(g => g.Key.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var (before, after) = (
                        g.Where(x => !x.IsAfter).Select(x => x.Fields).FirstOrDefault(),
                        g.Where(x => x.IsAfter).Select(x => x.Fields).FirstOrDefault()
                    );
                    return g.Key.IsNode
                        ? new ElementChange(g.Key.Key, Read(before, ElementCypher.Node), Read(after, ElementCypher.Node), null, null)
                        : new ElementChange(g.Key.Key, null, null, Read(before, ElementCypher.Edge), Read(after, ElementCypher.Edge));
                }),
        ];
    }

    /// <summary>The newest revision, and the keys that revisions after one touched.</summary>
    public async Task<(long Latest, IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges)> TouchedAsync(
        long since,
        CancellationToken ct
    )
    {
        var cypher = new CypherBuilder();
        var r = cypher.Value(since);
        var row = (
            await reads.RowsAsync(
                cypher,
                $$"""
                MATCH (s:_Store {id: 1})
                CALL () { MATCH (c:_Change) WHERE c.revision > {{r}} UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
                CALL () { MATCH (c:_Change) WHERE c.revision > {{r}} {{ChangeCypher.EdgeKeys("c")}} RETURN collect(DISTINCT key) AS edges }
                RETURN [s.number, nodes, edges] AS row
                """,
                ct
            )
        ).Rows[0];
        return ((long)row[0]!, [.. ((List<object?>)row[1]!).Cast<string>()], [.. ((List<object?>)row[2]!).Cast<string>()]);
    }

    private static T? Read<T>(object? fields, Func<object?, T> read)
        where T : class => fields is null ? null : read(fields);

    private static Revision Revision(List<object?> row) =>
        new(
            (long)row[0]!,
            DateTimeOffset.Parse((string)row[1]!, CultureInfo.InvariantCulture),
            (string)row[2]!,
            (string)row[3]!,
            (string?)row[4],
            (string)row[5]!
        );
}
