using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Nodes that have our kinds and keys, or our relationships, and are the shown node of none that is kept: made by others, or given
/// another key or label. The relationships of such a one still say, by their own keys, which it was.
/// </summary>
internal static class Neo4jStrays
{
    private const string IsStray =
        "NOT s:_Node AND (s.key IS NULL OR NOT EXISTS { MATCH (n:_Node {key: s.key}) WHERE n.slags IN labels(s) })";

    private const string Name = "coalesce(head(labels(s)) + ' ', '') + coalesce(s.key, 'uden nøgle')";

    public const string Message =
        "Knuden {0} er ingen knude i lageret: dens nøgle eller mærke er rettet, eller den er lavet uden om effekt.";

    public const string LabelledMessage = "Lagerets egen _Node {0} har fået et mærke af vores slags, så den vises.";

    /// <summary>What the store keeps and nobody is to see, where others gave it a kind to be seen by.</summary>
    public static readonly string Labelled = $"MATCH (s:_Node&({ShownCypher.Labels})) RETURN [s.key] AS row";

    private static readonly string Unlabel = $"MATCH (s:_Node&({ShownCypher.Labels})) {ShownCypher.Unlabel("s")} RETURN [s.key] AS row";

    /// <summary>A municipality may have no edges: those in it know its key. Binds the stray, and the keys that they know.</summary>
    private static readonly string Kommune = $$"""
        MATCH ()-[:{{ShownCypher.InKommune}}]->(s)
        WITH DISTINCT s WHERE {{IsStray}} AND NOT EXISTS { (s)-[r]-() WHERE {{ShownCypher.IsOurs("r")}} }
        MATCH (s)<-[:{{ShownCypher.InKommune}}]-(x) MATCH (n:_Node {key: x.key})
        WITH s, collect(DISTINCT n.kommune) AS keys
        """;

    /// <summary>A row with the name of each.</summary>
    public static readonly string Cypher =
        $"MATCH (s)-[r]-() WHERE {ShownCypher.IsOurs("r")} WITH DISTINCT s WHERE {IsStray} RETURN [{Name}] AS row "
        + $"UNION MATCH (s:{ShownCypher.Labels}) WHERE s.key IS NOT NULL AND {IsStray} RETURN [{Name}] AS row "
        + $"UNION {Kommune} RETURN [{Name}] AS row";

    /// <summary>Each stray with all its edges, as they are kept, and whether they start at it.</summary>
    private static readonly string Edges = $$"""
        MATCH (s)-[r]-() WHERE {{ShownCypher.IsOurs("r")}}
        WITH s, collect([startNode(r) = s, {{ElementCypher.EdgeFields("r")}}, r._sum]) AS edges WHERE {{IsStray}}
        RETURN [elementId(s), {{Name}}, edges, null] AS row
        """;

    private static readonly string Known = $"{Kommune} WHERE size(keys) = 1 RETURN [elementId(s), {Name}, [], keys[0]] AS row";

    private static readonly string Hidden =
        $"MATCH (n:_Node) WHERE NOT EXISTS {{ {ShownCypher.Of("n", "x")} WHERE n.slags IN labels(x) }} RETURN [n.key] AS row";

    private static readonly string Back = $"""
        UNWIND $p.rows AS row
        MATCH (n:_Node {"{key: row[1]}"})
        MATCH (s) WHERE elementId(s) = row[0]
        {ShownCypher.Unlabel("s")}
        SET s:$(n.slags), s.key = n.key
        """;

    /// <summary>Gives those that can be known their keys and labels back, and says which.</summary>
    public static async Task<IReadOnlyList<string>> MendAsync(QueryApi api, ConsistentReads reads, CancellationToken ct)
    {
        var mended = new List<string>();
        if ((await reads.RowsAsync(new(), Labelled, ct)).Rows.Count > 0)
        {
            var bare = await api.LockedAsync("mending", Statement.Of(Unlabel, []), ct);
            mended.AddRange(bare.Select(r => LabelledMessage.Replace("{0}", (string)((List<object?>)r[0]!)[0]!, StringComparison.Ordinal)));
        }

        var strays = (await reads.RowsAsync(new(), $"{Edges} UNION {Known}", ct)).Rows;
        if (strays.Count == 0)
        {
            return mended;
        }

        var hidden = (await reads.RowsAsync(new(), Hidden, ct)).Rows.Select(r => (string)r[0]!).ToList();
        var rows = strays
            .Select(s => (Stray: s, Keys: hidden.Where(key => s[3] is string its ? its == key : IsIt(key, (List<object?>)s[2]!)).ToList()))
            .Where(s => s.Keys.Count == 1)
            .Select(s => new List<object?> { s.Stray[0], s.Keys[0], s.Stray[1] });
        // Where two could be the same node neither is known.
        var known = rows.GroupBy(r => (string)r[1]!).Where(g => g.Count() == 1).Select(g => g.Single()).ToArray();
        if (known.Length > 0)
        {
            await api.LockedAsync("mending", Statement.Of(Back, new() { ["rows"] = known }), ct);
        }

        return [.. mended, .. known.Select(r => Message.Replace("{0}", (string)r[2]!, StringComparison.Ordinal))];
    }

    /// <summary>Whether all edges are what they were when kept, where the node at this end of them has the key.</summary>
    private static bool IsIt(string key, List<object?> edges) =>
        edges
            .Cast<List<object?>>()
            .All(e =>
            {
                var (starts, fields) = ((bool)e[0]!, ((List<object?>)e[1]!).ToList());
                fields[starts ? 1 : 2] = key;
                return fields[1] is string && fields[2] is string && Sum(fields) == (long?)e[2];
            });

    private static long? Sum(List<object?> fields) =>
        ElementCypher.OrNull(() => ElementCypher.Edge(fields)) is { } edge ? ElementSums.Of(edge) : null;
}
