using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

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
        REMOVE {string.Join(", ", Faktablad.KantNavne.Select(name => $"r.{name}"))}
        {ElementRows.SetEdge}, r._fromRev = row[{ElementRows.EdgeWidth + 1}]
        """;

    private static readonly Statement Number = Statement.Of(
        $"{Neo4jFaults.Revisions} MATCH (s:_Store {"{id: 1}"}) WHERE antal = sidste AND s.number <> sidste "
            + "WITH s, sidste, s.number AS number SET s.number = sidste RETURN number, sidste",
        []
    );

    private const string Copies = "UNWIND $p.rows AS id MATCH ()-[r]->() WHERE elementId(r) = id DELETE r";

    /// <returns>What was mended, in words for the user.</returns>
    /// <exception cref="StoreException">An index could not be laid again; all else that could be was mended.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(QueryApi api, ConsistentReads reads, CancellationToken ct)
    {
        var (mended, refused) = await Neo4jSchema.MendAsync(api, ct);
        mended.AddRange(
            (await api.LockedAsync("mending", Number, ct)).Select(r =>
                $"Lagerets nyeste revision var sat til {r[0]}, og den sidste er {r[1]}."
            )
        );
        mended.AddRange(await Neo4jStrays.MendAsync(api, reads, ct));
        var found = await Neo4jDifferences
            .FindAsync(reads, null, _ => { }, ct)
            .Where(d => d is not { Node: null, Edge: null, Copies: null })
            .ToListAsync(ct);
        mended.AddRange(found.Select(d => d.Message));
        foreach (var ids in found.SelectMany(d => d.Copies ?? []).Chunk(Batch))
        {
            await api.LockedAsync("mending", Statement.Of(Copies, new() { ["rows"] = ids }), ct);
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

        return refused is null ? mended : throw refused;
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
