using Effektkaeder.Storage.Neo4j.Cypher;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Where the plain graph and what the store keeps beside it say different things.</summary>
internal static class Neo4jFaults
{
    /// <summary>More of one kind tell nothing new.</summary>
    private const int Most = 10;

    private static readonly (string Cypher, string Message)[] Rules =
    [
        (
            "MATCH (n:Node) WHERE n.udsagn IS NULL OR n.slags IS NULL OR n.fromRev IS NULL RETURN [n.key] AS row",
            "Knuden {0} har mistet sine udsagn."
        ),
        (
            "MATCH (c:Change) WHERE c.aftale IS NOT NULL UNWIND c.nodes AS key WITH DISTINCT key, c.revision AS rev WHERE NOT "
                + "EXISTS { MATCH (n:Node {key: key}) WHERE n.fromRev = rev } AND NOT EXISTS { MATCH (v:NodeVersion {key: key}) WHERE "
                + "v.fromRev = rev } RETURN [key] AS row",
            "Knuden {0} mangler, som den blev gemt."
        ),
        (
            "MATCH (a:Node)-[r]->(b:Node) WHERE r.udsagn IS NULL OR r.fromRev IS NULL OR NOT r.key STARTS WITH type(r) OR NOT "
                + "split(r.key, ' ')[1..] IN [[a.key, b.key], [b.key, a.key]] RETURN [coalesce(r.key, type(r) + ' ' + a.key + ' ' + "
                + "b.key)] AS row",
            "Relationen {0} er ingen kant i lageret."
        ),
        (
            $"MATCH (c:Change) WHERE c.aftale IS NOT NULL UNWIND c.edges AS key WITH DISTINCT key, c.revision AS rev WHERE NOT "
                + $"EXISTS {{ {ElementCypher.MatchEdge("r", "key")} AND r.fromRev = rev }} AND NOT EXISTS {{ MATCH (v:EdgeVersion {{key: "
                + $"key}}) WHERE v.fromRev = rev }} RETURN [key] AS row",
            "Kanten {0} mangler, som den blev gemt."
        ),
        (
            "MATCH (r:Revision) WHERE r.number > 0 WITH count(r) AS antal, coalesce(max(r.number), 0) AS sidste MATCH (s:Store {id: "
                + "1}) WHERE antal <> sidste OR s.number <> sidste RETURN [toString(sidste) + ' mod ' + toString(antal)] AS row",
            "Revisionerne er ikke fortløbende: {0}."
        ),
    ];

    public static async Task<IReadOnlyList<string>> FindAsync(ConsistentReads reads, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var (cypher, message) in Rules)
        {
            var rows = (await reads.RowsAsync(new(), $"{cypher} LIMIT {Most}", ct)).Rows;
            faults.AddRange(rows.Select(r => message.Replace("{0}", (string)r[0]!, StringComparison.Ordinal)));
        }
        return faults;
    }
}
