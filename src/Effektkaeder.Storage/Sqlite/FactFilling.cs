using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Writes down of every element what is told of it without reading it, in a file that was made before that was kept.</summary>
internal static class FactFilling
{
    /// <summary>The schema that it is part of.</summary>
    public const int Step = 4;

    private const int ToldEach = 10_000;

    /// <param name="progress">Told how many elements of how many are done.</param>
    public static void Run(SqliteConnection connection, Action<long, long> progress, CancellationToken ct)
    {
        var reading = new Reading(connection, new(), null, ct);
        var (nodes, edges) = (ElementFacts.Kontrolmaerker(reading), ElementFacts.Grounds(reading));
        var (done, total) = (0, nodes.Count + edges.Count);
        Fill("node_version", nodes);
        Fill("edge_version", edges);

        void Fill(string table, IReadOnlyList<ElementFact> facts)
        {
            using var put = new Prepared(connection, $"UPDATE {table} SET fact = ?2 WHERE id = ?1");
            foreach (var fact in facts)
            {
                ct.ThrowIfCancellationRequested();
                put.Run(fact.Version, StoredFact.Of(fact.Fact, fact.Sum));
                if (++done % ToldEach == 0 || done == total)
                {
                    progress(done, total);
                }
            }
        }
    }
}
