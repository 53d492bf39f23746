namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// Where shown nodes belong, as relationships: their municipality, and the centre whose statement of them is shown. Told of two lists,
/// kept and shown, of the same nodes; where the municipality or the centre is no node, nothing is drawn until it is.
/// </summary>
internal static class PlaceCypher
{
    /// <summary>Takes away where they belonged.</summary>
    public const string Leave = $$"""
        CALL (shown) {
          UNWIND shown AS s
          MATCH (s)-[old:{{ShownCypher.InKommune}}|{{ShownCypher.InCenter}}]->()
          DELETE old
        }
        """;

    /// <summary>Draws where they belong.</summary>
    public static readonly string Join = $$"""
        CALL (kept, shown) {
          UNWIND range(0, size(shown) - 1) AS i
          WITH kept[i] AS n, shown[i] AS s
          MATCH (k:Kommune {key: n.kommune}) WHERE k <> s
          CREATE (s)-[:{{ShownCypher.InKommune}}]->(k)
        }
        CALL (kept, shown) {
          UNWIND range(0, size(shown) - 1) AS i
          WITH kept[i] AS n, shown[i] AS s
          MATCH (c:Organisation {key: n.center}) WHERE c <> s
          CREATE (s)-[:{{ShownCypher.InCenter}}]->(c)
        }
        """;

    /// <summary>Draws who belongs to those of them that are municipalities and centres, and was there before them.</summary>
    public static readonly string Gather =
        Gathered("Kommune", "kommune", ShownCypher.InKommune, " AND n.sort >= ''")
        + "\n"
        + Gathered("Organisation", "center", ShownCypher.InCenter, "");

    private static string Gathered(string label, string property, string type, string more) =>
        $$"""
            CALL (shown) {
              UNWIND shown AS k
              WITH k WHERE k:{{label}}
              MATCH (n:_Node) WHERE n.{{property}} = k.key AND n.key <> k.key{{more}}
              {{ShownCypher.Of("n", "s")}}
              WITH k, s WHERE NOT EXISTS { (s)-[:{{type}}]->() }
              CREATE (s)-[:{{type}}]->(k)
            }
            """;
}
