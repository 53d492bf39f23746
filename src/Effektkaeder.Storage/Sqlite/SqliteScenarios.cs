using System.Globalization;
using System.Text.Json;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

internal sealed class SqliteScenarios(SqliteDatabase database) : IScenarios
{
    public Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Scenario>>(
            r =>
                r.List(
                    "SELECT name, changes, author, at FROM scenario ORDER BY name",
                    row => new Scenario(
                        row.GetString(0),
                        JsonSerializer.Deserialize<string[]>(row.GetString(1))!,
                        row.GetString(2),
                        DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture)
                    )
                ),
            null,
            ct
        );

    public Task PutAsync(Scenario scenario, CancellationToken ct) =>
        WriteAsync(
            "INSERT OR REPLACE INTO scenario (name, changes, author, at) VALUES ($name, $changes, $author, $at)",
            ct,
            ("$name", scenario.Name),
            ("$changes", JsonSerializer.Serialize(scenario.Changes)),
            ("$author", scenario.Author),
            ("$at", scenario.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
        );

    public async Task<bool> RemoveAsync(string name, CancellationToken ct) =>
        await WriteAsync("DELETE FROM scenario WHERE name = $name", ct, ("$name", name)) > 0;

    private async Task<int> WriteAsync(string sql, CancellationToken ct, params (string Name, string Value)[] values)
    {
        await using var connection = database.Open();
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                command.Parameters.AddWithValue(name, value);
            }

            return await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException e)
        {
            throw database.Explain(e);
        }
    }
}
