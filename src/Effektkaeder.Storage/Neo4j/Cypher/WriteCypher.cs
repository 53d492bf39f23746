using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>The statements of one commit, in their order, each over rows.</summary>
internal static class WriteCypher
{
    /// <summary>Takes the store's one lock before its number is read: of two who write, the second waits here and then sees the first.</summary>
    public static Statement Lock(string token) => new(
        "MATCH (s:Store {id: 1}) SET s.writing = $token WITH s RETURN s.number", new Dictionary<string, object?> { ["token"] = token });

    public static Statement Revision(Revision revision, string token) => new("""
        CREATE (r:Revision) SET r = $revision
        WITH r MATCH (s:Store {id: 1}) SET s.number = r.number REMOVE s.writing
        """, new Dictionary<string, object?>
        {
            ["revision"] = new Dictionary<string, object?>
            {
                ["number"] = revision.Number, ["at"] = revision.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture),
                ["author"] = revision.Author, ["action"] = revision.Action, ["source"] = revision.Source, ["summary"] = revision.Summary, ["token"] = token,
            },
        });

    /// <summary>Keeps nodes as they are as versions that were; what documents state is of nodes as they are.</summary>
    public static Statement CloseNodes(IEnumerable<string> keys, long revision) => new("""
        UNWIND $keys AS key
        MATCH (n:Node {key: key})
        CREATE (v:NodeVersion) SET v = properties(n), v.untilRev = $revision REMOVE v.words, v.titleWords
        WITH n MATCH (:NodeBody {id: n.version})<-[s:STATES]-(:Document)
        DELETE s
        """, new Dictionary<string, object?> { ["keys"] = keys.ToArray(), ["revision"] = revision });

    public static Statement CloseEdges(IEnumerable<string> keys, long revision) => new("""
        UNWIND $keys AS key
        MATCH (v:EdgeVersion {key: key, untilRev: $never})
        SET v.untilRev = $revision
        WITH v MATCH (v)<-[s:STATES]-(:Document)
        DELETE s
        """, new Dictionary<string, object?> { ["keys"] = keys.ToArray(), ["revision"] = revision, ["never"] = CypherBuilder.Never });

    /// <summary>Takes relationships out of the plain graph.</summary>
    public static Statement Unlink(IEnumerable<string> keys, long revision) => new("""
        UNWIND $keys AS key
        MATCH (v:EdgeVersion {key: key, untilRev: $revision})
        MATCH (a:Node {key: v.fromKey})-[r]->(b:Node {key: v.toKey}) WHERE r.key = key
        DELETE r
        """, new Dictionary<string, object?> { ["keys"] = keys.ToArray(), ["revision"] = revision });

    /// <summary>An edge that still stands at a node that is to go.</summary>
    public static Statement StillJoined(IEnumerable<string> keys) => new(
        "UNWIND $keys AS key MATCH (:Node {key: key})-[r]-() RETURN r.key LIMIT 1", new Dictionary<string, object?> { ["keys"] = keys.ToArray() });

    public static Statement DeleteNodes(IEnumerable<string> keys) => new(
        "UNWIND $keys AS key MATCH (n:Node {key: key}) DELETE n", new Dictionary<string, object?> { ["keys"] = keys.ToArray() });

    public static Statement PutNodes(IEnumerable<Node> nodes, long revision) => new("""
        UNWIND $rows AS row
        MERGE (n:Node {key: row.key})
        REMOVE n:$(coalesce(n.slags, row.kind))
        SET n = row.properties, n:$(row.kind)
        CREATE (b:NodeBody {id: row.id, key: row.key, body: row.body})
        WITH b, row UNWIND row.aftaler AS aftale
        MERGE (d:Document {aftale: aftale})
        CREATE (d)-[:STATES]->(b)
        """, Rows(nodes.Select(n => ElementRows.Of(n, revision)), revision));

    /// <summary>Answers with how many found both their ends.</summary>
    public static Statement PutEdges(IEnumerable<Edge> edges, long revision) => new("""
        UNWIND $rows AS row
        MATCH (a:Node {key: row.from})
        MATCH (b:Node {key: row.to})
        CREATE (a)-[r:$(row.type)]->(b)
        SET r = row.properties
        CREATE (v:EdgeVersion {id: row.id, key: row.key, type: row.type, fromKey: row.from, toKey: row.to, body: row.body, fromRev: $revision, untilRev: $never})
        WITH v, row
        CALL (v, row) {
          UNWIND row.aftaler AS aftale
          MERGE (d:Document {aftale: aftale})
          CREATE (d)-[:STATES]->(v)
        }
        RETURN count(*)
        """, Rows(edges.Select(e => ElementRows.Of(e, revision)), revision));

    public static Statement MissingEnds(IEnumerable<Edge> edges) => new("""
        UNWIND $rows AS row
        WITH row WHERE NOT EXISTS { (:Node {key: row[1]}) } OR NOT EXISTS { (:Node {key: row[2]}) }
        RETURN row[0] LIMIT 1
        """, new Dictionary<string, object?> { ["rows"] = edges.Select(e => new[] { e.Key, e.From, e.To }).ToArray() });

    private static Dictionary<string, object?> Rows(IEnumerable<Dictionary<string, object?>> rows, long revision) =>
        new() { ["rows"] = rows.ToArray(), ["revision"] = revision, ["never"] = CypherBuilder.Never };
}
