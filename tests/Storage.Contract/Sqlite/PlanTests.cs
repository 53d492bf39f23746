using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>How SQLite goes about a walk: from index to index, however many nodes the file holds.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData(Direction.Out, null)]
    [InlineData(Direction.In, null)]
    [InlineData(Direction.Either, null)]
    [InlineData(Direction.Either, 7L)]
    public async Task A_walk_reads_no_table_from_end_to_end(Direction direction, long? revision)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-plan-");
        try
        {
            var file = Path.Combine(folder.FullName, "graf.db");
            await (await SqliteStore.OpenAsync(file, TestContext.Current.CancellationToken)).DisposeAsync();
            var sql = new SqlBuilder();
            var step = new NodeSql(sql, revision).Step(new([], direction, []), "p.id", "e", "n");
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            sql.Append(
                $"EXPLAIN QUERY PLAN SELECT n.id FROM (SELECT id FROM key WHERE hash = 1) p, edge_version e, node_version n WHERE {step}"
            );
            using var command = sql.Build(connection);
            using var reader = command.ExecuteReader();
            var plan = new List<string>();
            while (reader.Read())
            {
                plan.Add(reader.GetString(3));
            }

            Assert.DoesNotContain(plan, l => l.StartsWith("SCAN", StringComparison.Ordinal));
            Assert.Contains(plan, l => l.StartsWith("SEARCH n ", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
