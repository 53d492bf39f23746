using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Makes what is derived anew from the statements it is derived from. What was committed since it was found to differ is left alone;
/// what has no statements left, as a relationship that is gone, cannot be made anew.
/// </summary>
internal static class Neo4jMending
{
    private const int Batch = 500;

    private static readonly string Nodes = $$"""
        UNWIND $p.rows AS row
        MATCH (n:_Node {key: row[0]}) WHERE n.sum = row[{{ElementRows.Sum}}]
        {0}
        {{ElementRows.SetKept}}, n.fromRev = row[{{ElementRows.Width}}]
        {{ElementRows.SetShown}}
        WITH collect(n) AS kept, collect(s) AS shown
        {{PlaceCypher.Leave}}
        {{PlaceCypher.Join}}
        {{PlaceCypher.Gather}}
        """;

    private static readonly string Edges = $"""
        UNWIND $p.rows AS row
        MATCH ()-[r]->() WHERE elementId(r) = row[{ElementRows.EdgeWidth}] AND r._sum = row[8]
        REMOVE r.grund, r.art, r.status, r.betinget, r.citat, r.felt, r.dokument, r.linje, r.sted
        {ElementRows.SetEdge}, r._fromRev = row[{ElementRows.EdgeWidth + 1}]
        """;

    /// <returns>What was mended, in words for the user.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(QueryApi api, ConsistentReads reads, CancellationToken ct)
    {
        var mended = new List<string>(await Neo4jStrays.MendAsync(api, reads, ct));
        var found = new List<Difference>();
        await foreach (var difference in Neo4jDifferences.FindAsync(reads, ct))
        {
            if (difference is { Node: null, Edge: null })
            {
                continue;
            }

            found.Add(difference);
            mended.Add(difference.Message);
        }

        var nodes = found.Select(d => d.Node).OfType<FoundNode>().DistinctBy(n => n.Node.Key).ToLookup(n => n.IsShown);
        var anew = $"{ShownCypher.Of("n", "s")}\n{ElementRows.ClearShown}\n{ShownCypher.Unlabel("s")}\nSET s:$(row[1])";
        foreach (var (text, same) in new[] { ("CREATE (s:$(row[1]))", nodes[false]), (anew, nodes[true]) })
        {
            foreach (var part in same.Chunk(Batch))
            {
                await PutAsync(api, Nodes.Replace("{0}", text, StringComparison.Ordinal), rows => part.Select(n => Row(rows, n)), ct);
            }
        }

        foreach (var part in found.Select(d => d.Edge).OfType<FoundEdge>().DistinctBy(e => e.Id).Chunk(Batch))
        {
            await PutAsync(api, Edges, rows => part.Select(e => Row(rows, e)), ct);
        }

        return mended;
    }

    private static object?[] Row(ElementRows rows, FoundNode found) => [.. rows.Of(found.Node), found.FromRev];

    private static object?[] Row(ElementRows rows, FoundEdge found) => [.. rows.Of(found.Edge), found.Id, found.FromRev];

    private static async Task PutAsync(QueryApi api, string text, Func<ElementRows, IEnumerable<object?[]>> rowsOf, CancellationToken ct)
    {
        var names = new ElementRows();
        object?[][] rows = [.. rowsOf(names)];
        await api.LockedAsync("mending", LockedStatements.Over(text, names, rows), ct);
    }
}
