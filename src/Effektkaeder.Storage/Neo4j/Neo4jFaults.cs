using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Where the plain graph and what the store keeps beside it say different things.</summary>
internal static class Neo4jFaults
{
    /// <summary>More of one kind tell nothing new.</summary>
    private const int Most = 10;

    private static readonly (string Cypher, string Message)[] Rules =
    [
        ("MATCH (n:Node) WHERE NOT EXISTS { MATCH (b:NodeBody {id: n.version}) WHERE b.key = n.key } RETURN n.key", "Knuden {0} har mistet sine udsagn."),
        ("MATCH (a:Node)-[r]->(b:Node) WHERE NOT EXISTS { MATCH (v:EdgeVersion {key: r.key, untilRev: $never}) WHERE v.fromKey = a.key AND v.toKey = b.key } RETURN coalesce(r.key, type(r) + ' ' + a.key + ' ' + b.key)", "Relationen {0} er ingen kant i lageret."),
        ("MATCH (v:EdgeVersion {untilRev: $never}) WHERE NOT EXISTS { MATCH (:Node {key: v.fromKey})-[r]->(:Node {key: v.toKey}) WHERE r.key = v.key } RETURN v.key", "Kanten {0} mangler sin relation."),
        ("MATCH (r:Revision) WHERE r.number > 0 WITH count(r) AS antal, coalesce(max(r.number), 0) AS sidste MATCH (s:Store {id: 1}) WHERE antal <> sidste OR s.number <> sidste RETURN toString(sidste) + ' mod ' + toString(antal)", "Revisionerne er ikke fortløbende: {0}."),
    ];

    public static async Task<IReadOnlyList<string>> FindAsync(QueryApi api, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var (cypher, message) in Rules)
        {
            var rows = await api.ReadAsync(new Statement($"{cypher} LIMIT {Most}", new Dictionary<string, object?> { ["never"] = CypherBuilder.Never }), ct);
            faults.AddRange(rows.Select(r => message.Replace("{0}", (string)r[0]!, StringComparison.Ordinal)));
        }
        return faults;
    }
}
