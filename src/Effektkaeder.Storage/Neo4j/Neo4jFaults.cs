using System.Runtime.CompilerServices;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Where the plain graph and what the store keeps beside it say different things.</summary>
internal static class Neo4jFaults
{
    /// <summary>More of one kind tell nothing new; and how many revisions' changes are held against the graph at a time.</summary>
    private const int Most = 10,
        RevisionsEach = 10;

    /// <summary>Binds how many revisions there are, and the last.</summary>
    public const string Revisions = "MATCH (r:_Revision) WHERE r.number > 0 WITH count(r) AS antal, coalesce(max(r.number), 0) AS sidste";

    private static readonly (string Cypher, string Message)[] Rules =
    [
        (
            "MATCH (n:_Node) WHERE n.udsagn IS NULL OR n.slags IS NULL OR n.fromRev IS NULL RETURN [n.key] AS row",
            "Knuden {0} har mistet sine udsagn."
        ),
        (Neo4jStrays.Labelled, Neo4jStrays.LabelledMessage),
        (Neo4jStrays.Cypher, Neo4jStrays.Message),
        (
            $"MATCH (a)-[r:{string.Join('|', EdgeTypes.All.Select(e => e.Code))}]->(b) WHERE r._sum IS NULL OR r._udsagn IS NULL OR "
                + "r._fromRev IS NULL OR r._key IS NOT NULL AND "
                + "(NOT r._key STARTS WITH type(r) OR NOT split(r._key, ' ')[1..] IN [[a.key, b.key], [b.key, a.key]]) "
                + "RETURN [coalesce(r._key, type(r) + ' ' + coalesce(a.key, '?') + ' ' + coalesce(b.key, '?'))] AS row",
            "Relationen {0} er ingen kant i lageret."
        ),
        (
            $"{Revisions} WHERE antal <> sidste RETURN [toString(sidste) + ' mod ' + toString(antal)] AS row",
            "Revisionerne er ikke fortløbende: {0}."
        ),
        (
            $"{Revisions} MATCH (s:_Store {{id: 1}}) WHERE antal = sidste AND s.number <> sidste "
                + "RETURN [toString(s.number) + ', og den sidste er ' + toString(sidste)] AS row",
            "Lagerets nyeste revision er sat til {0}."
        ),
    ];

    /// <summary>
    /// Follow a match of the changes of some revisions: of all of them at once it would take a server minutes, and be asked from the
    /// beginning whenever something is committed meanwhile.
    /// </summary>
    private static readonly (string Cypher, string Message)[] ChangeRules =
    [
        (
            "UNWIND c.nodes AS key WITH DISTINCT key, c.revision AS rev WHERE NOT EXISTS { MATCH (n:_Node {key: key}) WHERE "
                + "n.fromRev = rev } AND NOT EXISTS { MATCH (v:_NodeVersion {key: key}) WHERE v.fromRev = rev } RETURN [key] AS row",
            "Knuden {0} mangler, som den blev gemt."
        ),
        (
            $"{ChangeCypher.EdgeKeys("c", ", c.revision AS rev")} "
                + $"WITH DISTINCT key, rev WHERE NOT EXISTS {{ {ElementCypher.MatchEdge("r", "key")} AND r._fromRev = rev }} AND NOT "
                + $"EXISTS {{ MATCH (v:_EdgeVersion {{key: key}}) WHERE v.fromRev = rev }} RETURN [key] AS row",
            "Kanten {0} mangler, som den blev gemt."
        ),
    ];

    public static async Task<IReadOnlyList<string>> FindAsync(QueryApi api, ConsistentReads reads, CancellationToken ct)
    {
        if (!await Neo4jSchema.IsReadableAsync(api, ct))
        {
            return [Neo4jSchema.Unreadable];
        }

        var faults = new List<string>(await Neo4jSchema.FaultsAsync(api, ct));
        foreach (var (cypher, message) in Rules)
        {
            var rows = (await reads.RowsAsync(new(), $"{cypher} LIMIT {Most}", ct)).Rows;
            faults.AddRange(rows.Select(r => Told(message, r)));
        }

        foreach (var (cypher, message) in ChangeRules)
        {
            faults.AddRange(await OfChangesAsync(reads, cypher, message, ct).Take(Most).ToListAsync(ct));
        }

        faults.AddRange(await Neo4jDifferences.FindAsync(reads, ct).Select(d => d.Message).Take(Most).ToListAsync(ct));
        faults.AddRange(await Neo4jVersions.FaultsAsync(reads, ct).Take(Most).ToListAsync(ct));
        return faults;
    }

    private static async IAsyncEnumerable<string> OfChangesAsync(
        ConsistentReads reads,
        string text,
        string message,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var last = (long)(await reads.RowsAsync(new(), "MATCH (c:_Change) RETURN [coalesce(max(c.revision), 0)] AS row", ct)).Rows[0][0]!;
        for (var after = 0L; after < last; after += RevisionsEach)
        {
            var cypher = new CypherBuilder();
            var some = $"c.revision > {cypher.Value(after)} AND c.revision <= {cypher.Value(after + RevisionsEach)}";
            var found = await reads.RowsAsync(cypher, $"MATCH (c:_Change) WHERE {some} AND c.aftale IS NOT NULL {text} LIMIT {Most}", ct);
            foreach (var row in found.Rows)
            {
                yield return Told(message, row);
            }
        }
    }

    private static string Told(string message, List<object?> row) => message.Replace("{0}", (string)row[0]!, StringComparison.Ordinal);

    /// <summary>A commit met something that is not as the store left it.</summary>
    public static StoreException ChangedOutside(Neo4jOptions options) =>
        new(
            $"{options.Location} er ændret uden om effekt, så ændringen er ikke gemt. »effekt verify« siger hvad, "
                + "og »effekt verify --repair« retter det, der kan."
        );
}
