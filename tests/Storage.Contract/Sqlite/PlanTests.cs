using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>How SQLite goes about a question: from index to index, however many nodes the file holds.</summary>
public sealed class PlanTests
{
    [Theory]
    [InlineData(Direction.Out, null)]
    [InlineData(Direction.In, null)]
    [InlineData(Direction.Either, null)]
    [InlineData(Direction.Either, 7L)]
    public async Task A_walk_reads_no_table_from_end_to_end(Direction direction, long? revision)
    {
        var sql = new SqlBuilder();
        var step = new NodeSql(sql, revision).Step(new([], direction, []), "p.id", "e", "n");
        var plan = await PlanAsync(
            sql.Append($"SELECT n.id FROM (SELECT id FROM key WHERE hash = 1) p, edge_version e, node_version n WHERE {step}")
        );
        Assert.DoesNotContain(plan, l => l.StartsWith("SCAN", StringComparison.Ordinal));
        Assert.Contains(plan, l => l.StartsWith("SEARCH n ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_one_municipality_reads_no_other_municipalitys_nodes()
    {
        var sql = new SqlBuilder();
        var filter = new NodeFilter.All([
            new NodeFilter.KindIn([NodeKind.Effekt]),
            new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, ["by"]),
        ]);
        var where = new NodeSql(sql, null).Where(filter, "n");
        var plan = await PlanAsync(sql.Append($"SELECT n.id FROM node_version n WHERE {sql.Stands("n", null)} AND {where}"));
        Assert.Contains(plan, l => l.Contains("node_kind (kind=? AND kommune=?)", StringComparison.Ordinal));
    }

    private static async Task<List<string>> PlanAsync(SqlBuilder sql)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-plan-");
        try
        {
            var file = Path.Combine(folder.FullName, "graf.db");
            await (await SqliteStore.OpenAsync(file, TestContext.Current.CancellationToken)).DisposeAsync();
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = sql.Build(connection);
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            using var reader = command.ExecuteReader();
            var plan = new List<string>();
            while (reader.Read())
            {
                plan.Add(reader.GetString(3));
            }

            return plan;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
