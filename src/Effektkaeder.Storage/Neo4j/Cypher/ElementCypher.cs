using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>How an element is matched, now or as of a revision, and what is fetched so that it can be made whole again.</summary>
internal static class ElementCypher
{
    /// <summary>What makes a node, as a list; see <see cref="Node"/>.</summary>
    public static string NodeFields(string n) => $"[{n}.key, {n}.slags, {n}.kommune, {n}.udsagn]";

    /// <summary>What makes an edge of a relationship, as a list; see <see cref="Edge"/>.</summary>
    public static string EdgeFields(string e) =>
        $"[type({e}), startNode({e}).key, endNode({e}).key, {e}._key, {e}._afgoerelse, {e}._udsagn]";

    /// <summary>The same of an edge as it was.</summary>
    public static string VersionFields(string v) => $"[{v}.type, {v}.fromKey, {v}.toKey, {v}.key, {v}.afgoerelse, {v}.udsagn]";

    /// <summary>The condition that a version stood.</summary>
    public static string Stood(string version, string revision) => $"{version}.fromRev <= {revision} AND {version}.untilRev > {revision}";

    /// <summary>Binds the node of a key; none where it does not stand.</summary>
    /// <param name="revision">A parameter; null for now.</param>
    public static string MatchNode(string node, string key, string? revision) =>
        revision is null
            ? $"MATCH ({node}:_Node {{key: {key}}})"
            : $$"""
                CALL (*) {
                  MATCH ({{node}}:_Node {key: {{key}}}) WHERE {{node}}.fromRev <= {{revision}} RETURN {{node}}
                  UNION ALL
                  MATCH ({{node}}:_NodeVersion {key: {{key}}}) WHERE {{Stood(node, revision)}} RETURN {{node}}
                }
                """;

    /// <summary>Binds the relationship of an edge's key, which is a variable.</summary>
    public static string MatchEdge(string edge, string key) =>
        $"{ShownCypher.OfKey($"split({key}, ' ')[1]", edge + "A")} {ShownCypher.OfKey($"split({key}, ' ')[2]", edge + "B")} "
        + $"MATCH ({edge}A)-[{edge}]-({edge}B) WHERE {edge}._key = {key}";

    /// <summary>A row of fields a node that stands.</summary>
    public static string Nodes(CypherBuilder cypher, IReadOnlyCollection<string> keys, long? at)
    {
        var match = new NodeCypher(cypher, at).MatchKey("n", "key");
        return $"UNWIND {Distinct(cypher, keys)} AS key {match} RETURN {NodeFields("n")} AS row";
    }

    /// <summary>A row of fields an edge that stands.</summary>
    public static string Edges(CypherBuilder cypher, IReadOnlyCollection<string> keys, long? at)
    {
        var list = Distinct(cypher, keys);
        if (at is null)
        {
            return $"UNWIND {list} AS key {MatchEdge("e", "key")} RETURN {EdgeFields("e")} AS row";
        }

        var then = cypher.Value(at);
        return $$"""
            UNWIND {{list}} AS key {{MatchEdge("e", "key")}} AND e._fromRev <= {{then}} RETURN {{EdgeFields("e")}} AS row
            UNION ALL
            UNWIND {{list}} AS key MATCH (v:_EdgeVersion {key: key}) WHERE {{Stood("v", then)}} RETURN {{VersionFields("v")}} AS row
            """;
    }

    /// <summary>
    /// One row: the nodes that any revision put by an agreement, as far as they stand and it still states them; and the edges that any
    /// put by it, as far as they stand, whether it does or not.
    /// </summary>
    public static string StatedBy(CypherBuilder cypher, string aftale, long? at)
    {
        var (a, then) = (cypher.Value(aftale), at is null ? null : cypher.Value(at));
        var (nodeSince, edgeSince) = then is null ? ("", "") : ($" AND n.fromRev <= {then}", $" AND e._fromRev <= {then}");
        var goneNodes = then is null
            ? ""
            : $" + COLLECT {{ UNWIND nodes AS key MATCH (n:_NodeVersion {{key: key}}) WHERE {a} IN n.aftaler AND {Stood("n", then)} "
                + $"RETURN {NodeFields("n")} }}";
        var goneEdges = then is null
            ? ""
            : $" + COLLECT {{ UNWIND edges AS key MATCH (e:_EdgeVersion {{key: key}}) WHERE {Stood("e", then)} "
                + $"RETURN {VersionFields("e")} }}";
        return $$"""
            CALL () { MATCH (c:_Change {aftale: {{a}}}) UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
            CALL () { MATCH (c:_Change {aftale: {{a}}}) UNWIND c.edges AS key RETURN collect(DISTINCT key) AS edges }
            RETURN [
              COLLECT { UNWIND nodes AS key MATCH (n:_Node {key: key}) WHERE {{a}} IN n.aftaler{{nodeSince}} RETURN {{NodeFields(
                "n"
            )}} }{{goneNodes}},
              COLLECT { UNWIND edges AS key {{MatchEdge("e", "key")}}{{edgeSince}} RETURN {{EdgeFields("e")}} }{{goneEdges}}
            ] AS row
            """;
    }

    public static Node Node(object? fields) =>
        fields is List<object?> f
            ? new((string)f[0]!, NodeKinds.Find((string)f[1]!)!.Kind, (string)f[2]!, ElementBodies.ReadNodeStatements((string)f[3]!))
            : throw new InvalidOperationException("The server answered with no node.");

    public static Edge Edge(object? fields) =>
        fields is List<object?> f
            ? new(
                EdgeTypes.Find((string)f[0]!)!.Type,
                (string)f[1]!,
                (string)f[2]!,
                Art((string)f[3]!),
                ElementBodies.ReadEdgeStatements((string)f[5]!),
                Named<KoblingStatus>(f[4])
            )
            : throw new InvalidOperationException("The server answered with no edge.");

    public static string? Name<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    /// <summary>The art of a coupling is part of its key: <c>KOBLER_TIL:omtale a b</c>.</summary>
    private static KoblingArt? Art(string key) =>
        key.IndexOf(':') is >= 0 and var colon && colon < key.IndexOf(' ') ? Named<KoblingArt>(key[(colon + 1)..key.IndexOf(' ')]) : null;

    private static string Distinct(CypherBuilder cypher, IReadOnlyCollection<string> keys) =>
        cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray());

    private static T? Named<T>(object? name)
        where T : struct, Enum => name is string text ? Enum.Parse<T>(text, ignoreCase: true) : null;
}
