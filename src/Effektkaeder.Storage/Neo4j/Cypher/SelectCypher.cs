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
    private static readonly string Hanging = Types([EdgeType.RettetMod, EdgeType.HarMilepael, EdgeType.FoelgesOp, EdgeType.TruesAf, EdgeType.DokumenteresVed, EdgeType.MaalesMed, EdgeType.HarMaaling]);

    private static readonly string Responsible = Types([EdgeType.Yder, EdgeType.AnsvarligFor, EdgeType.Koordinerer, EdgeType.ForpligtetI]);

    /// <summary>The ids of the nodes' versions, and the number of the revision they were found in.</summary>
    public static string Nodes(Selection selection, CypherBuilder cypher)
    {
        var keys = cypher.Value(selection.Keys.ToArray());
        // Other types are walked from their lower end up and back, as the hierarchy is.
        var walked = Types(Walk.Hierarchy.Concat(selection.Types).Where(t => t != EdgeType.KoblerTil).Distinct());
        var hops = Math.Max(0, selection.CouplingHops);
        var up = selection.Way == Way.Down ? "WITH source, down, [] AS up" : $"""
            CALL (source) {Closure("source", "<-", walked, "-")}
            WITH source, down, found AS up
            {string.Concat(Enumerable.Repeat(Hop("up", "source, down, ", "<-", walked, "-"), hops))}
            """;
        var down = selection.Way == Way.Up ? "" : string.Concat(Enumerable.Repeat(Hop("down", "source, ", "-", walked, "->"), hops));
        return $$"""
            MATCH (s:Store {id: 1})
            CALL () {
              MATCH (n:Node) WHERE n.key IN {{keys}} RETURN n
              UNION
              UNWIND {{keys}} AS key MATCH (:Node:Aftale {key: key}) MATCH (:Document {aftale: key})-[:STATES]->(v:NodeBody) MATCH (n:Node {key: v.key}) RETURN n
              UNION
              UNWIND {{keys}} AS key MATCH (:Node:Organisation {key: key}) MATCH (n:Node) WHERE key IN n.centre RETURN n
            }
            WITH s, collect(n) AS source
            CALL (source) {{Closure("source", "-", walked, "->")}}
            WITH s, source, found AS down
            {{down.Replace("WITH source", "WITH s, source", StringComparison.Ordinal)}}
            {{up.Replace("WITH source", "WITH s, source", StringComparison.Ordinal)}}
            CALL (down, up) {
              UNWIND down + up AS x
              MATCH (x)<-[:{{Hierarchy}}*0..]-(y)
              RETURN collect(DISTINCT y) AS judged
            }
            CALL (judged) {
              UNWIND judged AS x RETURN x AS n
              UNION
              UNWIND judged AS x MATCH (x)-[:{{Hanging}}]->(y) MATCH (y)-[:HAR_MAALING*0..1]->(n) RETURN n
              UNION
              UNWIND judged AS x MATCH (x)<-[:{{Responsible}}]-(y) MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
              UNION
              UNWIND judged AS x UNWIND x.aftaler + [x.kommune] AS key WITH DISTINCT key MATCH (n:Node {key: key}) RETURN n
              UNION
              UNWIND judged AS x UNWIND x.centre AS key WITH DISTINCT key MATCH (y:Node {key: key}) MATCH (y)-[:HOERER_UNDER*0..]->(n) RETURN n
            }
            RETURN n.key, n.version, s.number
            """;
    }

    /// <summary>The edges between nodes of a list.</summary>
    public static string Edges(Selection selection, CypherBuilder cypher, string[] keys)
    {
        var types = Types(EdgeTypes.All.Select(e => e.Type).Where(t => t != EdgeType.Angiver || selection.Types.Contains(t)));
        var list = cypher.Value(keys);
        return $$"""
            MATCH (s:Store {id: 1})
            UNWIND {{list}} AS key
            MATCH (:Node {key: key})-[e:{{types}}]->(b:Node) WHERE b.key IN {{list}}
            MATCH (v:EdgeVersion {id: e.version})
            RETURN v.body, s.number
            """;
    }

    /// <summary>All that lies beyond some nodes, each once, themselves with them.</summary>
    private static string Closure(string from, string left, string types, string right) => $$"""
        {
          UNWIND {{from}} AS x
          MATCH (x){{left}}[:{{types}}*0..]{{right}}(y)
          RETURN collect(DISTINCT y) AS found
        }
        """;

    /// <summary>One coupling further, through a shared thing where there is one, and on along the hierarchy.</summary>
    private static string Hop(string reached, string others, string left, string types, string right) => $$"""

        CALL ({{reached}}) {
          UNWIND {{reached}} AS x
          MATCH (x)-[:KOBLER_TIL]-(b:Node)
          OPTIONAL MATCH (b)-[:KOBLER_TIL]-(c:Node) WHERE b:Redskab OR b:Lovhenvisning OR b:Emne
          WITH collect(DISTINCT b) + collect(DISTINCT c) AS next
          UNWIND next AS z
          MATCH (z){{left}}[:{{types}}*0..]{{right}}(y)
          RETURN collect(DISTINCT y) AS more
        }
        WITH {{others}}{{reached}} + more AS {{reached}}
        """;

    private static string Types(IEnumerable<EdgeType> types) => string.Join('|', types.Select(t => t.Info().Code));
}
