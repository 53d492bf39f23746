using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Bodies;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>How an element is matched, now or as of a revision, and what is fetched so that it can be made whole again.</summary>
internal static class ElementCypher
{
    /// <summary>What makes a node, as a list; see <see cref="Node"/>.</summary>
    public static string NodeFields(string n) => $"[{string.Join(", ", NodeNames.Select(name => $"{n}.{name}"))}]";

    /// <summary>The properties that make a node, in their order.</summary>
    public static readonly IReadOnlyList<string> NodeNames =
    [
        "key",
        "slags",
        "kommune",
        "udsagn",
        "titel",
        "tekst",
        "center",
        ElementRows.Aftale,
        ElementRows.Aftaler,
    ];

    /// <summary>The condition that an agreement states a kept node.</summary>
    public static string IsStatedBy(string n, string aftale) =>
        $"({n}.{ElementRows.Aftale} = {aftale} OR {aftale} IN {n}.{ElementRows.Aftaler})";

    /// <summary>The condition that a centre states a kept node.</summary>
    public static string IsStatedByCentre(string n, string center) => $"({n}.center = {center} OR {center} IN {n}.centre)";

    /// <summary>The key of a relationship's edge: of a coupling it stands there, of others it is what the relationship is.</summary>
    public static string EdgeKey(string e) => $"coalesce({e}._key, type({e}) + ' ' + startNode({e}).key + ' ' + endNode({e}).key)";

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

    /// <summary>
    /// Binds the relationship of an edge's key, which is a variable. Its other end is known by its key, which costs less than to look that
    /// up among the kinds, and less than to make the keys of all that the one end has.
    /// </summary>
    public static string MatchEdge(string edge, string key) =>
        $"{ShownCypher.OfKey($"split({key}, ' ')[1]", edge + "A")} MATCH ({edge}A)-[{edge}]-({edge}B) "
        + $"WHERE {edge}B.key = split({key}, ' ')[2] AND {ShownCypher.IsOurs(edge)} AND {EdgeKey(edge)} = {key}";

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
            : $" + COLLECT {{ UNWIND nodes AS key MATCH (n:_NodeVersion {{key: key}}) WHERE {IsStatedBy("n", a)} AND {Stood("n", then)} "
                + $"RETURN {NodeFields("n")} }}";
        var goneEdges = then is null
            ? ""
            : $" + COLLECT {{ UNWIND edges AS key MATCH (e:_EdgeVersion {{key: key}}) WHERE {Stood("e", then)} "
                + $"RETURN {VersionFields("e")} }}";
        return $$"""
            CALL () { MATCH (c:_Change {aftale: {{a}}}) UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
            CALL () { MATCH (c:_Change {aftale: {{a}}}) {{ChangeCypher.EdgeKeys("c")}} RETURN collect(DISTINCT key) AS edges }
            RETURN [
              COLLECT { UNWIND nodes AS key MATCH (n:_Node {key: key}) WHERE {{IsStatedBy("n", a)}}{{nodeSince}}
                RETURN {{NodeFields("n")}} }{{goneNodes}},
              COLLECT { UNWIND edges AS key {{MatchEdge("e", "key")}}{{edgeSince}} RETURN {{EdgeFields("e")}} }{{goneEdges}}
            ] AS row
            """;
    }

    /// <exception cref="StoreException">It is not as the store left it.</exception>
    public static Node Node(object? fields) =>
        Read(
            fields,
            f => new Node((string)f[0]!, NodeKinds.Find((string)f[1]!)!.Kind, (string)f[2]!, Statements(f)),
            f => $"Knuden {f[0]}"
        );

    /// <exception cref="StoreException">It is not as the store left it.</exception>
    public static Edge Edge(object? fields) =>
        Read(
            fields,
            f => new Edge(
                EdgeTypes.Find((string)f[0]!)!.Type,
                (string)f[1]!,
                (string)f[2]!,
                Art((string?)f[3]),
                IsJson(f[5]) ? ElementBodies.ReadEdgeStatements((string)f[5]!) : EdgeBody.Read((string)f[5]!, (string)f[1]!, (string)f[2]!),
                Named<KoblingStatus>(f[4])
            ),
            f => $"Kanten {f[0]} {f[1]} {f[2]}"
        );

    private static T Read<T>(object? fields, Func<List<object?>, T> read, Func<List<object?>, string> name)
    {
        var all = fields as List<object?> ?? throw new InvalidOperationException("The server answered with no element.");
        try
        {
            return read(all);
        }
        catch (Exception e)
            when (e is JsonException or InvalidDataException or NullReferenceException or ArgumentException or InvalidCastException)
        {
            throw new StoreException(
                $"{name(all)} har udsagn, der ikke kan læses: den er rettet i databasen uden om effekt. Se »effekt verify«.",
                inner: e
            );
        }
    }

    /// <summary>What is read; null where it is not as the store left it.</summary>
    public static T? OrNull<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (StoreException)
        {
            return null;
        }
    }

    public static string? Name<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static ValueList<Udsagn> Statements(List<object?> f)
    {
        var body = (string)f[3]!;
        if (IsJson(body))
        {
            return ElementBodies.ReadNodeStatements(body);
        }

        var (titel, aftaler) = ((string)f[4]!, f[8] is List<object?> several ? several.Cast<string>() : [(string)f[7]!]);
        return NodeBody.Read(body, titel, (string?)f[5] ?? titel, (string?)f[6], aftaler);
    }

    /// <summary>As bodies were before schema 6: what is not brought forward yet, or was changed from outside before, is read too.</summary>
    private static bool IsJson(object? body) => body is string and ['[', ..];

    /// <summary>The art of a coupling is part of its key: <c>KOBLER_TIL:omtale a b</c>.</summary>
    private static KoblingArt? Art(string? key) =>
        key?.IndexOf(':') is >= 0 and var colon && colon < key.IndexOf(' ') ? Named<KoblingArt>(key[(colon + 1)..key.IndexOf(' ')]) : null;

    private static string Distinct(CypherBuilder cypher, IReadOnlyCollection<string> keys) =>
        cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray());

    private static T? Named<T>(object? name)
        where T : struct, Enum => name is string text ? Enum.Parse<T>(text, ignoreCase: true) : null;
}
