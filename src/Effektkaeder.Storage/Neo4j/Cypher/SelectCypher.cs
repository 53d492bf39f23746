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
    public static readonly EdgeType[] HangingTypes =
    [
        EdgeType.RettetMod,
        EdgeType.HarMilepael,
        EdgeType.FoelgesOp,
        EdgeType.TruesAf,
        EdgeType.DokumenteresVed,
        EdgeType.MaalesMed,
        EdgeType.HarMaaling,
    ];

    public static readonly EdgeType[] ResponsibleTypes =
    [
        EdgeType.Yder,
        EdgeType.AnsvarligFor,
        EdgeType.Koordinerer,
        EdgeType.ForpligtetI,
    ];

    private static readonly string Hanging = Types(HangingTypes),
        Responsible = Types(ResponsibleTypes);

    /// <summary>
    /// One row: the nodes, with the revision that put each and whether judgement rests on it; and the edges between them, with the revision
    /// that put each.
    /// </summary>
    /// <param name="sources">The keys to walk from.</param>
    /// <param name="beside">The keys of what is to be there without being walked from.</param>
    public static string Now(Selection selection, CypherBuilder cypher, IEnumerable<string> sources, IEnumerable<string> beside) =>
        $$"""
            {{Found(selection, cypher.Value(sources.ToArray()), cypher.Value(beside.ToArray()))}}
            RETURN [COLLECT { UNWIND nodes AS a MATCH (n:_Node {key: a.key})
                RETURN [{{ElementCypher.NodeFields("n")}}, n.fromRev, a IN judged] },
              COLLECT { UNWIND nodes AS a MATCH (a)-[e:{{Drawn(selection)}}]->(b) WHERE b IN nodes AND {{ShownCypher.IsOurs("e")}}
                RETURN [{{ElementCypher.EdgeFields("e")}}, e._fromRev] }] AS row
            """;

    /// <summary>
    /// One row: what the agreements and centres among the keys of a question stated as of a revision; and what stood then and does no more,
    /// of the nodes of that and of other keys, and of the edges at any of them.
    /// </summary>
    public static string Gone(Selection selection, CypherBuilder cypher, long revision, IEnumerable<string> found)
    {
        var (keys, asked, then, types) = (
            cypher.Value(found.ToArray()),
            cypher.Value(selection.Keys.ToArray()),
            cypher.Value(revision),
            cypher.Value(Drawn(selection).Split('|'))
        );
        return $$"""
            CALL () {
              UNWIND {{asked}} AS aftale MATCH (c:_Change {aftale: aftale}) WHERE c.revision <= {{then}} UNWIND c.nodes AS key
              RETURN collect(DISTINCT key) AS ofAftaler
            }
            CALL () {
              UNWIND {{asked}} AS center MATCH (:_Node|_NodeVersion {key: center, slags: 'Organisation'})
              MATCH (n:_Node|_NodeVersion) WHERE {{ElementCypher.IsStatedByCentre("n", "center")}} AND n.fromRev <= {{then}}
              RETURN collect(DISTINCT n.key) AS ofCentre
            }
            WITH ofAftaler + ofCentre AS stated
            RETURN [stated,
              COLLECT { UNWIND stated + {{keys}} AS key WITH DISTINCT key MATCH (n:_NodeVersion {key: key})
                WHERE {{ElementCypher.Stood("n", then)}} RETURN {{ElementCypher.NodeFields("n")}} },
              COLLECT { UNWIND stated + {{keys}} AS key WITH DISTINCT key MATCH (v:_EdgeVersion) WHERE (v.fromKey = key OR v.toKey = key)
                AND {{ElementCypher.Stood("v", then)}} AND v.type IN {{types}}
                RETURN DISTINCT {{ElementCypher.VersionFields("v")}} }] AS row
            """;
    }

    /// <summary>Binds judged, what the walk may reach and all above it; and nodes, that and what surrounds it.</summary>
    private static string Found(Selection selection, string keys, string more)
    {
        // Other types are walked from their lower end up and back, as the hierarchy is.
        var walked = Types(Walk.Hierarchy.Concat(selection.Types).Where(t => t != EdgeType.KoblerTil).Distinct());
        var hops = Math.Max(0, selection.CouplingHops);
        // All above is judged anyway: with nothing else to walk, every way is the same text, which the server has a plan of.
        var way = hops == 0 && walked == Hierarchy ? Way.Down : selection.Way;
        var down = way == Way.Up ? "" : string.Concat(Enumerable.Repeat(Hop("down", "beside, source, ", "-", walked, "->"), hops));
        var up =
            way == Way.Down
                ? "WITH beside, down, [] AS up"
                : $"""
                    CALL (source) {Closure("source", "<-", walked, "-")}
                    WITH beside, down, found AS up
                    {string.Concat(Enumerable.Repeat(Hop("up", "beside, down, ", "<-", walked, "-"), hops))}
                    """;
        return $$"""
            {{Sources(keys, more)}}
            CALL (source) {{Closure("source", "-", walked, "->")}}
            WITH beside, source, found AS down
            {{down}}
            {{up}}
            CALL (down, up) {
              UNWIND down + up AS x
              WITH DISTINCT x
              MATCH (x)<-[:{{Hierarchy}}*0..]-(y)
              RETURN collect(DISTINCT y) AS judged
            }
            CALL (judged) { UNWIND judged AS x MATCH (k:_Node {key: x.key}) RETURN collect(k) AS kept }
            CALL (beside, judged, kept) {
              CALL (beside, judged, kept) {
                UNWIND judged AS x RETURN x AS n
                UNION
                UNWIND beside AS y MATCH (y)-[:HAR_MAALING|HOERER_UNDER*0..]->(n) RETURN n
                UNION
                UNWIND judged AS x MATCH (x)-[:{{Hanging}}]->(y) MATCH (y)-[:HAR_MAALING*0..1]->(n) RETURN n
                UNION
                UNWIND judged AS x MATCH (x)<-[:{{Responsible}}]-(y) MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
                UNION
                UNWIND kept AS k UNWIND coalesce(k.aftaler, [k.aftale]) AS key WITH DISTINCT key MATCH (n:Aftale {key: key}) RETURN n
                UNION
                UNWIND kept AS k WITH DISTINCT k.kommune AS key MATCH (n:Kommune {key: key}) RETURN n
                UNION
                UNWIND kept AS k UNWIND coalesce(k.centre, [k.center]) AS key WITH DISTINCT key MATCH (y:Organisation {key: key})
                MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
              }
              RETURN collect(n) AS nodes
            }
            """;
    }

    /// <summary>
    /// The nodes of the keys; of an agreement's all that it states, of a centre's all that it states. And what is beside them.
    /// </summary>
    private static string Sources(string keys, string more) =>
        $$"""
            CALL () {
              CALL () {
                UNWIND {{keys}} AS key MATCH (n:_Node {key: key}) RETURN n, true AS isWalked
                UNION
                UNWIND {{keys}} AS key MATCH (:Aftale {key: key}) MATCH (c:_Change {aftale: key})
                UNWIND c.nodes AS k MATCH (n:_Node {key: k}) WHERE {{ElementCypher.IsStatedBy("n", "key")}} RETURN n, true AS isWalked
                UNION
                UNWIND {{keys}} AS key MATCH (:Organisation {key: key}) MATCH (n:_Node)
                WHERE {{ElementCypher.IsStatedByCentre("n", "key")}} RETURN n, true AS isWalked
                UNION
                UNWIND {{more}} AS key MATCH (n:_Node {key: key}) RETURN n, false AS isWalked
              }
              {{ShownCypher.Of("n", "shown")}}
              RETURN collect(CASE WHEN isWalked THEN shown END) AS source, collect(CASE WHEN NOT isWalked THEN shown END) AS beside
            }
            """;

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
