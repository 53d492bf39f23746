using System.Runtime.CompilerServices;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>
/// Holds what nodes and edges were against the checksum they were kept with: an earlier revision is answered from it, so a change in it
/// would be an answer that looks right. Nothing else says what it was, so it cannot be made anew.
/// </summary>
internal static class Neo4jVersions
{
    private const int Batch = 500;

    public static async IAsyncEnumerable<string> FaultsAsync(ConsistentReads reads, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (
            var fault in OfAsync(reads, "_NodeVersion", ElementCypher.NodeFields("v"), f => ElementSums.Of(ElementCypher.Node(f)), ct)
        )
        {
            yield return $"Knuden {fault}";
        }

        await foreach (
            var fault in OfAsync(reads, "_EdgeVersion", ElementCypher.VersionFields("v"), f => ElementSums.Of(ElementCypher.Edge(f)), ct)
        )
        {
            yield return $"Kanten {fault}";
        }
    }

    private static async IAsyncEnumerable<string> OfAsync(
        ConsistentReads reads,
        string label,
        string fields,
        Func<object?, long> sumOf,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var after = ""; after is not null;)
        {
            var cypher = new CypherBuilder();
            var (_, rows) = await reads.RowsAsync(
                cypher,
                $"MATCH (v:{label}) WHERE v.key > {cypher.Value(after)} WITH v.key AS key, collect(v) AS all ORDER BY key LIMIT {Batch} "
                    + $"RETURN [key, [v IN all | [v.sum, v.fromRev, {fields}]]] AS row",
                ct
            );
            foreach (var (key, version) in rows.SelectMany(r => ((List<object?>)r[1]!).Select(v => ((string)r[0]!, (List<object?>)v!))))
            {
                if (!IsWhole(version, sumOf))
                {
                    yield return $"{key}, som den var fra revision {version[1]}, er rettet i databasen.";
                }
            }

            after = rows.Count < Batch ? null : (string)rows[^1][0]!;
        }
    }

    private static bool IsWhole(List<object?> version, Func<object?, long> sumOf)
    {
        try
        {
            return version[0] is long sum && sum == sumOf(version[2]);
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
