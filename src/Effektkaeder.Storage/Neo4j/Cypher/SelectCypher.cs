using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// What a judgement needs, found by the server: the nodes that the walk may reach each way, all that lies above them in the
/// hierarchy, and what surrounds those. Never less than the walk in Analysis reaches, a little more where that is simpler.
/// </summary>
internal static class SelectCypher
{
    private static readonly string Hierarchy = Types(EdgeTypes.All.Where(e => e.IsHierarchy).Select(e => e.Type));

    /// <summary>What hangs on a node: milestones, follow-ups and the like, but not what an agreement states.</summary>
    private static readonly EdgeType[] HangingTypes =
    [
        EdgeType.RettetMod,
        EdgeType.HarMilepael,
        EdgeType.FoelgesOp,
        EdgeType.TruesAf,
        EdgeType.DokumenteresVed,
        EdgeType.MaalesMed,
        EdgeType.HarMaaling,
    ];

    private static readonly EdgeType[] ResponsibleTypes =
    [
        EdgeType.Yder,
        EdgeType.AnsvarligFor,
        EdgeType.Koordinerer,
        EdgeType.ForpligtetI,
    ];

    private static readonly string Hanging = Types(HangingTypes),
        Responsible = Types(ResponsibleTypes);

    /// <summary>Now: the nodes and the edges between them.</summary>
    public static string Now(Selection selection, CypherBuilder cypher) =>
        $$"""
            {{Found(selection, cypher.Value(selection.Keys.ToArray()), then: null)}}
            RETURN [COLLECT { UNWIND nodes AS a MATCH (n:_Node {key: a.key}) RETURN {{ElementCypher.NodeFields("n")}} },
              COLLECT { UNWIND nodes AS a MATCH (a)-[e:{{Drawn(selection)}}]->(b) WHERE b IN nodes AND {{ShownCypher.IsOurs("e")}}
                RETURN {{ElementCypher.EdgeFields("e")}} }] AS row
            """;

    /// <summary>
    /// As of a revision: what is found in the graph as it is now, as it was then; each edge as it was that touches any of it, and
    /// the keys that judgement rests on. Where such an edge leads out of what is found, the question is asked again from there too.
    /// </summary>
    public static string Then(
        Selection selection,
        long revision,
        CypherBuilder cypher,
        IEnumerable<string> sources,
        IEnumerable<string> extra
    )
    {
        var (keys, more, then, types) = (
            cypher.Value(sources.ToArray()),
            cypher.Value(extra.ToArray()),
            cypher.Value(revision),
            Drawn(selection)
        );
        var typed = cypher.Value(types.Split('|'));
        return $$"""
            {{Found(selection, keys, then, more)}}
            WITH nodes + beside AS met, [n IN judged | n.key] + sources AS judged, [n IN nodes | n.key] + sources + {{more}} AS keys
            CALL (keys) { UNWIND keys AS key WITH DISTINCT key {{ElementCypher.MatchNode(
                "n",
                "key",
                then
            )}} RETURN collect({{ElementCypher.NodeFields("n")}}) AS nodes }
            CALL (keys, met) {
              CALL (keys, met) {
                UNWIND met AS a WITH DISTINCT a
                MATCH (a)-[e:{{types}}]->(b) WHERE e._fromRev <= {{then}} AND b.key IN keys
                RETURN {{ElementCypher.EdgeFields("e")}} AS fields
                UNION
                UNWIND keys AS key WITH DISTINCT key MATCH (v:_EdgeVersion {fromKey: key}) WHERE {{ElementCypher.Stood(
                "v",
                then
            )}} AND v.type IN {{typed}} RETURN {{ElementCypher.VersionFields("v")}} AS fields
                UNION
                UNWIND keys AS key WITH DISTINCT key MATCH (v:_EdgeVersion {toKey: key}) WHERE {{ElementCypher.Stood(
                "v",
                then
            )}} AND v.type IN {{typed}} RETURN {{ElementCypher.VersionFields("v")}} AS fields
              }
              RETURN collect(fields) AS edges
            }
            RETURN [nodes, edges, judged] AS row
            """;
    }

    /// <summary>
    /// Binds judged, what the walk may reach and all above it; and nodes, that and what surrounds it. Then also sources, the keys it began
    /// with, and beside, what stands now of those and of more.
    /// </summary>
    private static string Found(Selection selection, string keys, string? then, string more = "[]")
    {
        // Other types are walked from their lower end up and back, as the hierarchy is.
        var walked = Types(Walk.Hierarchy.Concat(selection.Types).Where(t => t != EdgeType.KoblerTil).Distinct());
        var hops = Math.Max(0, selection.CouplingHops);
        var others = then is null ? "" : "sources, beside, ";
        var down =
            selection.Way == Way.Up ? "" : string.Concat(Enumerable.Repeat(Hop("down", $"{others}source, ", "-", walked, "->"), hops));
        var up =
            selection.Way == Way.Down
                ? $"WITH {others}down, [] AS up"
                : $"""
                    CALL (source) {Closure("source", "<-", walked, "-")}
                    WITH {others}down, found AS up
                    {string.Concat(Enumerable.Repeat(Hop("up", $"{others}down, ", "<-", walked, "-"), hops))}
                    """;
        return $$"""
            {{(then is null ? Sources(keys) : SourcesThen(keys, then, more))}}
            CALL (source) {{Closure("source", "-", walked, "->")}}
            WITH {{others}}source, found AS down
            {{down}}
            {{up}}
            CALL (down, up) {
              UNWIND down + up AS x
              WITH DISTINCT x
              MATCH (x)<-[:{{Hierarchy}}*0..]-(y)
              RETURN collect(DISTINCT y) AS judged
            }
            CALL (judged) { UNWIND judged AS x MATCH (k:_Node {key: x.key}) RETURN collect(k) AS kept }
            CALL (judged, kept) {
              CALL (judged, kept) {
                UNWIND judged AS x RETURN x AS n
                UNION
                UNWIND judged AS x MATCH (x)-[:{{Hanging}}]->(y) MATCH (y)-[:HAR_MAALING*0..1]->(n) RETURN n
                UNION
                UNWIND judged AS x MATCH (x)<-[:{{Responsible}}]-(y) MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
                UNION
                UNWIND kept AS k UNWIND k.aftaler AS key WITH DISTINCT key MATCH (n:Aftale {key: key}) RETURN n
                UNION
                UNWIND kept AS k WITH DISTINCT k.kommune AS key MATCH (n:Kommune {key: key}) RETURN n
                UNION
                UNWIND kept AS k UNWIND k.centre AS key WITH DISTINCT key MATCH (y:Organisation {key: key})
                MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
              }
              RETURN collect(n) AS nodes
            }
            """;
    }

    /// <summary>The nodes of the keys; of an agreement's all that it states, of a centre's all that it states.</summary>
    private static string Sources(string keys) =>
        $$"""
            CALL () {
              CALL () {
                MATCH (n:_Node) WHERE n.key IN {{keys}} RETURN n
                UNION
                UNWIND {{keys}} AS key MATCH (:Aftale {key: key}) MATCH (c:_Change {aftale: key})
                UNWIND c.nodes AS k MATCH (n:_Node {key: k}) WHERE key IN n.aftaler RETURN n
                UNION
                UNWIND {{keys}} AS key MATCH (:Organisation {key: key}) MATCH (n:_Node) WHERE key IN n.centre RETURN n
              }
              {{ShownCypher.Of("n", "shown")}}
              RETURN collect(shown) AS source
            }
            """;

    /// <summary>The same as keys too, since some may be of nodes that are no more.</summary>
    private static string SourcesThen(string keys, string then, string more) =>
        $$"""
            CALL () {
              CALL () {
                UNWIND {{keys}} AS key RETURN key
                UNION
                UNWIND {{keys}} AS aftale MATCH (c:_Change {aftale: aftale}) WHERE c.revision <= {{then}} UNWIND c.nodes AS key RETURN key
                UNION
                UNWIND {{keys}} AS center MATCH (:_Node|_NodeVersion {key: center, slags: 'Organisation'})
                MATCH (n:_Node|_NodeVersion) WHERE center IN n.centre AND n.fromRev <= {{then}} RETURN n.key AS key
              }
              RETURN collect(DISTINCT key) AS sources
            }
            CALL (sources) {
              UNWIND sources + {{more}} AS key {{ShownCypher.OfKey("key", "n")}}
              RETURN collect(CASE WHEN key IN sources THEN n END) AS source, collect(n) AS beside
            }
            """;

    /// <summary>Adds what the edges of that time lead to beyond what was found: true where that is anything new.</summary>
    public static bool Follow(
        Selection selection,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        HashSet<string> judged,
        HashSet<string> sources,
        HashSet<string> extra
    )
    {
        var (found, before) = (nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal), sources.Count + extra.Count);
        foreach (var edge in edges)
        {
            if (
                (edge.Type.IsHierarchy() || edge.Type == EdgeType.KoblerTil || selection.Types.Contains(edge.Type))
                && judged.Contains(edge.From) != judged.Contains(edge.To)
            )
            {
                sources.Add(judged.Contains(edge.From) ? edge.To : edge.From);
            }

            if (
                (HangingTypes.Contains(edge.Type) || edge.Type == EdgeType.HoererUnder)
                && found.Contains(edge.From)
                && !found.Contains(edge.To)
            )
            {
                extra.Add(edge.To);
            }

            if (ResponsibleTypes.Contains(edge.Type) && judged.Contains(edge.To) && !found.Contains(edge.From))
            {
                extra.Add(edge.From);
            }
        }
        foreach (var udsagn in nodes.Where(n => judged.Contains(n.Key)).SelectMany(n => n.Udsagn))
        {
            extra.UnionWith(new[] { udsagn.Aftale, udsagn.Center }.OfType<string>().Where(k => !found.Contains(k)));
        }

        return sources.Count + extra.Count > before;
    }

    private static string Drawn(Selection selection) =>
        Types(EdgeTypes.All.Select(e => e.Type).Where(t => t != EdgeType.Angiver || selection.Types.Contains(t)));

    /// <summary>All that lies beyond some nodes, each once, themselves with them.</summary>
    private static string Closure(string from, string left, string types, string right) =>
        $$"""
            {
              UNWIND {{from}} AS x
              MATCH (x){{left}}[:{{types}}*0..]{{right}}(y)
              RETURN collect(DISTINCT y) AS found
            }
            """;

    /// <summary>One coupling further, through a shared thing where there is one, and on along the hierarchy.</summary>
    private static string Hop(string reached, string others, string left, string types, string right) =>
        $$"""

            CALL ({{reached}}) {
              UNWIND {{reached}} AS x
              WITH DISTINCT x
              MATCH (x)-[:KOBLER_TIL]-(b)
              OPTIONAL MATCH (b)-[:KOBLER_TIL]-(c) WHERE b:Redskab OR b:Lovhenvisning OR b:Emne
              WITH collect(DISTINCT b) + collect(DISTINCT c) AS next
              UNWIND next AS z
              WITH DISTINCT z
              MATCH (z){{left}}[:{{types}}*0..]{{right}}(y)
              RETURN collect(DISTINCT y) AS more
            }
            WITH {{others}}{{reached}} + more AS {{reached}}
            """;

    private static string Types(IEnumerable<EdgeType> types) => string.Join('|', types.Select(t => t.Info().Code));
}
