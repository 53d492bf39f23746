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
        Statement.Of("MATCH (s:_Store {id: 1}) SET s.writing = $p.token WITH s RETURN s.number", new() { ["token"] = token });

    /// <summary>
    /// What <see cref="Lock"/> took is given back, with any mark of a commit: who has the lock knows that none is under way.
    /// </summary>
    public static Statement Unlock() =>
        Statement.Of("MATCH (s:_Store {id: 1}) MATCH (c:_Commit {id: 1}) REMOVE s.writing, c.token, c.at", []);

    /// <summary>Says that a commit is about to be seen; stands outside its transaction, so that it is seen first.</summary>
    public static Statement Mark(string token) =>
        Statement.Of("MATCH (c:_Commit {id: 1}) SET c.token = $p.token, c.at = timestamp()", new() { ["token"] = token });

    /// <summary>
    /// Says that all of a commit can be seen, or that nothing of it ever will. Answers as a look does, but with nothing where the mark is
    /// another's by now.
    /// </summary>
    public static Statement Unmark(string token) =>
        Statement.Of(
            "MATCH (c:_Commit {id: 1}) WHERE c.token = $p.token REMOVE c.token, c.at WITH c MATCH (s:_Store {id: 1}) RETURN s.number, null",
            new() { ["token"] = token }
        );

    /// <summary>
    /// Takes the lock as <see cref="Lock"/> does, for a commit on a revision: where that is the newest, nodes are kept as they are as
    /// versions that were. Answers with the newest's number, and with the keys of those nodes.
    /// </summary>
    public static Statement Begin(string token, long on, string[] keys) =>
        Statement.Of(
            $$"""
            MATCH (s:_Store {id: 1}) SET s.writing = $p.token
            WITH s.number AS number
            CALL (number) {
              UNWIND CASE number WHEN $p.on THEN $p.keys ELSE [] END AS key
              {{CloseNode}}
              RETURN collect(key) AS closed
            }
            RETURN number, closed
            """,
            new()
            {
                ["token"] = token,
                ["on"] = on,
                ["keys"] = keys,
                ["revision"] = on + 1,
            }
        );

    /// <summary>Keeps more nodes as they are, and answers with their keys.</summary>
    public static Statement CloseNodes(string[] keys, long revision) =>
        Statement.Of($"UNWIND $p.keys AS key {CloseNode} RETURN key", new() { ["keys"] = keys, ["revision"] = revision });

    private const string CloseNode = """
        MATCH (n:_Node {key: key})
        CREATE (v:_NodeVersion) SET v = properties(n), v.untilRev = $p.revision REMOVE v.words, v.titleEnd
        """;

    /// <summary>Takes relationships out of the plain graph, keeps them as versions that were, and answers with their keys.</summary>
    public static Statement CloseEdges(string[] keys, long revision) =>
        Statement.Of(
            $$"""
            UNWIND $p.keys AS key
            {{ElementCypher.MatchEdge("r", "key")}}
            CREATE (v:_EdgeVersion)
            SET v = {key: key, type: type(r), fromKey: startNode(r).key, toKey: endNode(r).key, fromRev: r._fromRev,
              untilRev: $p.revision, afgoerelse: r._afgoerelse, udsagn: r._udsagn, sum: r._sum}
            DELETE r
            RETURN key
            """,
            new() { ["keys"] = keys, ["revision"] = revision }
        );

    /// <summary>An edge that still stands at a node that is to go.</summary>
    public static Statement StillJoined(string[] keys) =>
        Statement.Of(
            $"UNWIND $p.keys AS key {ShownCypher.OfKey("key", "s")} MATCH (s)-[r]-() WHERE {ShownCypher.IsOurs("r")} "
                + $"RETURN {ElementCypher.EdgeKey("r")} LIMIT 1",
            new() { ["keys"] = keys }
        );

    /// <summary>Takes what people see of nodes away, with what they drew to it themselves.</summary>
    public static Statement DeleteShown(string[] keys) =>
        Statement.Of($"UNWIND $p.keys AS key {ShownCypher.OfKey("key", "s")} DETACH DELETE s", new() { ["keys"] = keys });

    public static Statement DeleteNodes(string[] keys) =>
        Statement.Of("UNWIND $p.keys AS key MATCH (n:_Node {key: key}) DETACH DELETE n", new() { ["keys"] = keys });

    /// <summary>
    /// Puts nodes that are new, both of each made with their labels at once; nodes that are there; and the edges of both. One text,
    /// whatever there is of each, so that the server has one plan. Answers with how many nodes were put, and how many edges found both
    /// their ends.
    /// </summary>
    public static Statement Put(IReadOnlyList<Node> made, IReadOnlyList<Node> again, IReadOnlyList<Edge> edges, long revision)
    {
        var rows = new ElementRows();
        return Statement.Of(
            PutText,
            new()
            {
                ["made"] = made.Select(rows.Of).ToArray(),
                ["again"] = again.Select(rows.Of).ToArray(),
                ["rows"] = edges.Select(rows.Of).ToArray(),
                ["joined"] = rows.Ends.Count,
                ["changes"] = ChangeCypher.Rows([.. made, .. again], edges, rows),
                ["keys"] = rows.Keys,
                ["ends"] = rows.Ends,
                ["shown"] = Faktablad.EgneNavne,
                ["revision"] = revision,
            }
        );
    }

    private static readonly string PutText = $$"""
        CALL () {
          UNWIND $p.made AS row
          CREATE (n:_Node) CREATE (s:$(row[1]))
          {{ElementRows.SetKept}}
          {{ElementRows.SetShown}}
          RETURN collect(n) AS madeKept, collect(s) AS madeShown
        }
        CALL () {
          UNWIND $p.again AS row
          MATCH (n:_Node {key: row[0]})
          {{ShownCypher.Of("n", "s")}}
          {{ElementRows.ClearShown}}
          REMOVE s:$(n.slags) SET s:$(row[1])
          {{ElementRows.SetKept}}
          {{ElementRows.SetShown}}
          RETURN collect(n) AS againKept, collect(s) AS shown
        }
        {{PlaceCypher.Leave}}
        WITH madeKept + againKept AS kept, madeShown, madeShown + shown AS shown
        {{PlaceCypher.Join}}
        WITH size(kept) AS nodes, madeShown AS shown
        {{PlaceCypher.Gather}}
        CALL () {
          {{ElementRows.MatchEnds}}
          UNWIND $p.rows AS row
          {{ElementRows.CreateEdge}}
          {{ElementRows.SetEdge}}
          RETURN count(r) AS edges
        }
        {{ChangeCypher.Note}}
        RETURN nodes, edges
        """;

    public static Statement MissingEnds(IEnumerable<Edge> edges) =>
        Statement.Of(
            """
            UNWIND $p.rows AS row
            WITH row WHERE NOT EXISTS { (:_Node {key: row[1]}) } OR NOT EXISTS { (:_Node {key: row[2]}) }
            RETURN row[0] LIMIT 1
            """,
            new() { ["rows"] = edges.Select(e => new[] { e.Key, e.From, e.To }).ToArray() }
        );

    /// <summary>The last of a commit: the revision, and what it removed.</summary>
    public static Statement Revision(Revision revision, string token, string[] removedNodes, string[] removedEdges) =>
        Statement.Of(
            """
            CREATE (r:_Revision) SET r = $p.revision
            CREATE (c:_Change) SET c = $p.removed, c.revision = r.number
            WITH r MATCH (s:_Store {id: 1}) SET s.number = r.number REMOVE s.writing
            """,
            new()
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
                ["removed"] = ChangeCypher.Of(removedNodes, removedEdges).Values,
            }
        );
}
