using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>The statements of one commit, in their order, each over rows.</summary>
internal static class WriteCypher
{
    /// <summary>
    /// Takes the store's one lock before its number is read: of two who write, the second waits here and then sees the first.
    /// </summary>
    public static Statement Lock(string token) =>
        new("MATCH (s:Store {id: 1}) SET s.writing = $token WITH s RETURN s.number", new Dictionary<string, object?> { ["token"] = token });

    /// <summary>
    /// What <see cref="Lock"/> took is given back, with any mark of a commit: who has the lock knows that none is under way.
    /// </summary>
    public static Statement Unlock() =>
        new("MATCH (s:Store {id: 1}) MATCH (c:Commit {id: 1}) REMOVE s.writing, c.token, c.at", new Dictionary<string, object?>());

    /// <summary>Says that a commit is about to be seen; stands outside its transaction, so that it is seen first.</summary>
    public static Statement Begin(string token) =>
        new("MATCH (c:Commit {id: 1}) SET c.token = $token, c.at = timestamp()", new Dictionary<string, object?> { ["token"] = token });

    /// <summary>
    /// Says that all of a commit can be seen, or that nothing of it ever will. Answers as a look does, but with nothing where the mark is
    /// another's by now.
    /// </summary>
    public static Statement End(string token) =>
        new(
            "MATCH (c:Commit {id: 1}) WHERE c.token = $token REMOVE c.token, c.at WITH c MATCH (s:Store {id: 1}) RETURN s.number, null",
            new Dictionary<string, object?> { ["token"] = token }
        );

    /// <summary>Keeps nodes as they are as versions that were, and answers with their keys.</summary>
    public static Statement CloseNodes(string[] keys, long revision) =>
        new(
            """
            UNWIND $keys AS key
            MATCH (n:Node {key: key})
            CREATE (v:NodeVersion) SET v = properties(n), v.untilRev = $revision REMOVE v.words, v.titleWords
            RETURN key
            """,
            new Dictionary<string, object?> { ["keys"] = keys, ["revision"] = revision }
        );

    /// <summary>Takes relationships out of the plain graph, keeps them as versions that were, and answers with their keys.</summary>
    public static Statement CloseEdges(string[] keys, long revision) =>
        new(
            $"""
            UNWIND $keys AS key
            {ElementCypher.MatchEdge("r", "key")}
            CREATE (v:EdgeVersion)
            SET v = properties(r), v.type = type(r), v.fromKey = startNode(r).key, v.toKey = endNode(r).key, v.untilRev = $revision
            DELETE r
            RETURN key
            """,
            new Dictionary<string, object?> { ["keys"] = keys, ["revision"] = revision }
        );

    /// <summary>An edge that still stands at a node that is to go.</summary>
    public static Statement StillJoined(string[] keys) =>
        new(
            "UNWIND $keys AS key MATCH (:Node {key: key})-[r]-() RETURN r.key LIMIT 1",
            new Dictionary<string, object?> { ["keys"] = keys }
        );

    public static Statement DeleteNodes(string[] keys) =>
        new("UNWIND $keys AS key MATCH (n:Node {key: key}) DELETE n", new Dictionary<string, object?> { ["keys"] = keys });

    /// <param name="isNew">No node has any of these keys: then each is made with its labels at once, which is quicker than giving them to
    /// it.</param>
    public static Statement PutNodes(IEnumerable<Node> nodes, long revision, bool isNew) =>
        Rows(
            nodes,
            (rows, n) => rows.Of(n),
            revision,
            $$"""
            UNWIND $rows AS row
            {{(isNew ? ElementRows.CreateNode : "MATCH (n:Node {key: row[0]}) REMOVE n:$(n.slags) SET n:$(row[1])")}}
            {{ElementRows.SetNode}}
            WITH collect([row[7], row[0]]) AS put
            {{Note("nodes")}}
            """
        );

    /// <summary>Answers with how many found both their ends.</summary>
    public static Statement PutEdges(IEnumerable<Edge> edges, long revision) =>
        Rows(
            edges,
            (rows, e) => rows.Of(e),
            revision,
            $$"""
            UNWIND $rows AS row
            {{ElementRows.CreateEdge}}
            WITH collect([row[10], key]) AS put
            {{Note("edges")}}
            """
        );

    public static Statement MissingEnds(IEnumerable<Edge> edges) =>
        new(
            """
            UNWIND $rows AS row
            WITH row WHERE NOT EXISTS { (:Node {key: row[1]}) } OR NOT EXISTS { (:Node {key: row[2]}) }
            RETURN row[0] LIMIT 1
            """,
            new Dictionary<string, object?> { ["rows"] = edges.Select(e => new[] { e.Key, e.From, e.To }).ToArray() }
        );

    /// <summary>The last of a commit: the revision, and what it removed.</summary>
    public static Statement Revision(Revision revision, string token, string[] removedNodes, string[] removedEdges) =>
        new(
            """
            CREATE (r:Revision) SET r = $revision
            CREATE (:Change {revision: r.number, nodes: $nodes, edges: $edges})
            WITH r MATCH (s:Store {id: 1}) SET s.number = r.number REMOVE s.writing
            """,
            new Dictionary<string, object?>
            {
                ["revision"] = new Dictionary<string, object?>
                {
                    ["number"] = revision.Number,
                    ["at"] = revision.At.UtcDateTime.ToString(
                        "yyyy-MM-ddTHH:mm:ss.fffZ",
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                    ["author"] = revision.Author,
                    ["action"] = revision.Action,
                    ["source"] = revision.Source,
                    ["summary"] = revision.Summary,
                    ["token"] = token,
                },
                ["nodes"] = removedNodes,
                ["edges"] = removedEdges,
            }
        );

    /// <summary>Writes down what was put, by the agreements that state it.</summary>
    private static string Note(string elements) =>
        $$"""
            CALL (put) {
              UNWIND put AS p UNWIND p[0] AS aftale
              WITH aftale, collect(p[1]) AS keys
              CREATE (:Change {revision: $revision, aftale: $keys[aftale], {{elements}}: keys})
            }
            RETURN size(put)
            """;

    private static Statement Rows<T>(IEnumerable<T> elements, Func<ElementRows, T, object?[]> of, long revision, string text)
    {
        var rows = new ElementRows();
        return new(
            text,
            new Dictionary<string, object?>
            {
                ["rows"] = elements.Select(e => of(rows, e)).ToArray(),
                ["keys"] = rows.Keys,
                ["revision"] = revision,
            }
        );
    }
}
