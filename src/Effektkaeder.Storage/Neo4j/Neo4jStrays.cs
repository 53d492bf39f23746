using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Nodes that have our kinds and keys, or our relationships, and are the shown node of none that is kept: made by others, or given
/// another key or label. The relationships of such a one still say, by their own keys, which it was.
/// </summary>
internal static class Neo4jStrays
{
    private const string IsStray = "(s.key IS NULL OR NOT EXISTS { MATCH (n:_Node {key: s.key}) WHERE n.slags IN labels(s) })";

    private const string Name = "coalesce(head(labels(s)) + ' ', '') + coalesce(s.key, 'uden nøgle')";

    public const string Message =
        "Knuden {0} er ingen knude i lageret: dens nøgle eller mærke er rettet, eller den er lavet uden om effekt.";

    /// <summary>A row with the name of each.</summary>
    public static readonly string Cypher =
        $"MATCH (s)-[r]-() WHERE {ShownCypher.IsOurs("r")} WITH DISTINCT s WHERE {IsStray} RETURN [{Name}] AS row "
        + $"UNION MATCH (s:{ShownCypher.Labels}) WHERE s.key IS NOT NULL AND {IsStray} RETURN [{Name}] AS row";

    /// <summary>The one key that all relationships of a stray name, and that no other node shows.</summary>
    private static readonly string Known = $$"""
        MATCH (s)-[r]-() WHERE {{ShownCypher.IsOurs("r")}}
        WITH s, collect(split(r._key, ' ')[1..]) AS ends WHERE {{IsStray}}
        WITH s, COLLECT {
          UNWIND [k IN ends[0] WHERE all(e IN ends WHERE k IN e)] AS key
          MATCH (n:_Node {key: key}) WHERE NOT EXISTS { {{ShownCypher.Of("n", "x")}} WHERE n.slags IN labels(x) } RETURN key } AS keys
        WHERE size(keys) = 1
        RETURN [elementId(s), keys[0], {{Name}}] AS row
        """;

    private static readonly string Back = $"""
        UNWIND $p.rows AS row
        MATCH (n:_Node {"{key: row[1]}"})
        MATCH (s) WHERE elementId(s) = row[0]
        {ShownCypher.Unlabel("s")}
        SET s:$(n.slags), s.key = n.key
        """;

    /// <summary>Gives those that can be known their keys and labels back, and says which.</summary>
    public static async Task<IReadOnlyList<string>> MendAsync(QueryApi api, ConsistentReads reads, CancellationToken ct)
    {
        var rows = (await reads.RowsAsync(new(), Known, ct)).Rows;
        // Where two could be the same node neither is known.
        var known = rows.GroupBy(r => (string)r[1]!).Where(g => g.Count() == 1).Select(g => g.Single()).ToArray();
        if (known.Length > 0)
        {
            await api.LockedAsync("mending", Statement.Of(Back, new() { ["rows"] = known }), ct);
        }

        return [.. known.Select(r => Message.Replace("{0}", (string)r[2]!, StringComparison.Ordinal))];
    }
}
