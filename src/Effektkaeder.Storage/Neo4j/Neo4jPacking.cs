using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Brings a database forward in which bodies were JSON and texts were kept folded beside themselves: node by node, each with its
/// outgoing edges, then versions, then what revisions touched; each batch with the store's lock. What is packed is passed by, so it may
/// be ended anywhere, and several may do it at once. What was changed from outside before stays a fault: its checksum stays too.
/// </summary>
internal static class Neo4jPacking
{
    private const int Batch = 500,
        Changes = 50;

    private static readonly string Nodes = $$"""
        MATCH (n:_Node) WHERE n.key > $after WITH n ORDER BY n.key LIMIT {{Batch}}
        RETURN n.key, n.fromRev, n.sum, {{ElementCypher.NodeFields("n")}},
          COLLECT { {{ShownCypher.Of("n", "s")}} MATCH (s)-[e]->() WHERE {{ShownCypher.IsOurs("e")}} AND e._udsagn STARTS WITH '['
            RETURN [elementId(e), e._fromRev, e._sum, {{ElementCypher.EdgeFields("e")}}] }
        """;

    private static readonly string PutNodes = $"""
        UNWIND $p.rows AS row
        MATCH (n:_Node {"{key: row[0]}"})
        {ElementRows.SetKept}, n.fromRev = row[{ElementRows.Width}]
        """;

    private static readonly string PutEdges = $"""
        UNWIND $p.rows AS row
        MATCH ()-[r]->() WHERE elementId(r) = row[{ElementRows.EdgeWidth}]
        {ElementRows.SetEdge}, r._fromRev = row[{ElementRows.EdgeWidth + 1}]
        """;

    private static readonly string NodeVersions = $$"""
        MATCH (v:_NodeVersion) WHERE id(v) > $after WITH v ORDER BY id(v) LIMIT {{Batch}}
        RETURN id(v), v.fromRev, v.sum, {{ElementCypher.NodeFields("v")}}, v.untilRev, elementId(v)
        """;

    private static readonly string PutNodeVersions = $"""
        UNWIND $p.rows AS row
        MATCH (n:_NodeVersion) WHERE elementId(n) = row[{ElementRows.Width + 2}]
        {ElementRows.SetKept}, n.fromRev = row[{ElementRows.Width}], n.untilRev = row[{ElementRows.Width + 1}]
        REMOVE n.words, n.titleEnd
        """;

    private static readonly string EdgeVersions = $$"""
        MATCH (v:_EdgeVersion) WHERE id(v) > $after WITH v ORDER BY id(v) LIMIT {{Batch}}
        RETURN id(v), v.sum, {{ElementCypher.VersionFields("v")}}, elementId(v)
        """;

    private const string PutEdgeVersions = """
        UNWIND $p.rows AS row
        MATCH (v:_EdgeVersion) WHERE elementId(v) = row[0] SET v.udsagn = row[1], v.sum = row[2]
        """;

    private static readonly string Touched = $$"""
        MATCH (c:_Change) WHERE id(c) > $after WITH c ORDER BY id(c) LIMIT {{Changes}}
        RETURN id(c), elementId(c), c.nodes, CASE WHEN c.types IS NULL THEN c.edges END
        """;

    private const string PutTouched = """
        UNWIND $p.rows AS row
        MATCH (c:_Change) WHERE elementId(c) = row[0] SET c += row[1]
        """;

    public static async Task RunAsync(QueryApi api, CancellationToken ct)
    {
        await EachAsync(api, Nodes, "", PackNodesAsync, ct);
        await EachAsync(
            api,
            NodeVersions,
            -1L,
            (transaction, found, c) =>
                PutAsync(transaction, PutNodeVersions, rows => found.Select(r => Row(rows, r[3], r[2], r[1], r[4], r[5])), c),
            ct
        );
        await EachAsync(
            api,
            EdgeVersions,
            -1L,
            (transaction, found, c) => PutAsync(transaction, PutEdgeVersions, _ => found.Select(EdgeVersion), c),
            ct
        );
        await EachAsync(
            api,
            Touched,
            -1L,
            (transaction, found, c) => PutAsync(transaction, PutTouched, _ => found.Select(ChangeOf), c),
            ct
        );
    }

    /// <summary>Walks all there is by what comes first in each row, a batch a transaction.</summary>
    private static async Task EachAsync(
        QueryApi api,
        string find,
        object after,
        Func<ServerTransaction, IReadOnlyList<object?[]>, CancellationToken, Task> pack,
        CancellationToken ct
    )
    {
        for (var at = after; at is not null;)
        {
            var from = at;
            at = await api.RetryAsync(
                async c =>
                {
                    var (transaction, _) = await api.BeginAsync(WriteCypher.Lock("packing"), c);
                    await using var __ = transaction;
                    var found = await transaction.RunAsync(new(find, new Dictionary<string, object?> { ["after"] = from }), c);
                    await pack(transaction, found, c);
                    await transaction.CommitAsync(WriteCypher.Unlock(), c);
                    return found.Count == 0 ? null : found[^1][0];
                },
                ct
            );
        }
    }

    private static async Task PackNodesAsync(ServerTransaction transaction, IReadOnlyList<object?[]> found, CancellationToken ct)
    {
        await PutAsync(
            transaction,
            PutEdges,
            rows => found.SelectMany(r => ((List<object?>)r[4]!).Cast<List<object?>>()).Select(e => EdgeRow(rows, e)),
            ct
        );
        await PutAsync(transaction, PutNodes, rows => found.Select(r => Row(rows, r[3], r[2], r[1])), ct);
    }

    /// <param name="rowsOf">The rows; null for what is to stay as it is.</param>
    private static async Task PutAsync(
        ServerTransaction transaction,
        string text,
        Func<ElementRows, IEnumerable<object?[]?>> rowsOf,
        CancellationToken ct
    )
    {
        var names = new ElementRows();
        object?[][] rows = [.. rowsOf(names).OfType<object?[]>()];
        if (rows.Length > 0)
        {
            await transaction.RunAsync(LockedStatements.Over(text, names, rows), ct);
        }
    }

    private static object?[]? Row(ElementRows rows, object? fields, object? sum, params object?[] more)
    {
        if (Json(fields) is not { } json || ElementCypher.OrNull(() => ElementCypher.Node(fields)) is not { } node)
        {
            return null;
        }

        var row = rows.Of(node);
        row[ElementRows.Sum] = Sum(sum, ElementSums.Of(node, json), row[ElementRows.Sum]);
        return [.. row, .. more];
    }

    private static object?[]? EdgeRow(ElementRows rows, List<object?> found)
    {
        if (((List<object?>)found[3]!)[5] is not string json || ElementCypher.OrNull(() => ElementCypher.Edge(found[3])) is not { } edge)
        {
            return null;
        }

        var row = rows.Of(edge);
        row[8] = Sum(found[2], ElementSums.Of(edge, json), row[8]);
        return [.. row, found[0], found[1]];
    }

    private static object?[]? EdgeVersion(object?[] found)
    {
        var fields = (List<object?>)found[2]!;
        return fields[5] is string and ['[', ..] json && ElementCypher.OrNull(() => ElementCypher.Edge(fields)) is { } edge
            ? [found[3], Bodies.EdgeBody.Write(edge), Sum(found[1], ElementSums.Of(edge, json), ElementSums.Of(edge))]
            : null;
    }

    private static object?[]? ChangeOf(object?[] found) =>
        found[3] is List<object?> edges
            ? [found[1], ChangeCypher.Of([.. ((found[2] as List<object?>) ?? []).Cast<string>()], edges.Cast<string>()).Values]
            : null;

    /// <summary>The new checksum where the old one was right; else the old, which stays wrong.</summary>
    private static object? Sum(object? kept, long was, object? now) => kept is null || (long)kept == was ? now : kept;

    private static string? Json(object? fields) => ((List<object?>)fields!)[3] is string and ['[', ..] json ? json : null;
}
