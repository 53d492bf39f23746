using System.Globalization;
using System.Text.Json;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The scenarios of a file, each with a checksum of its own.</summary>
internal sealed class SqliteScenarios(SqliteDatabase database, RevisionWatch watch) : IScenarios
{
    public Task<IReadOnlyList<Scenario>> AllAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Scenario>>(
            r =>
                r.List(
                    "SELECT name, changes, author, at, seal FROM scenario ORDER BY name",
                    row =>
                        Keys.Hash(string.Join('\n', Enumerable.Range(0, 4).Select(row.GetString))) == row.GetInt64(4)
                            ? new Scenario(
                                row.GetString(0),
                                JsonSerializer.Deserialize<string[]>(row.GetString(1))!,
                                row.GetString(2),
                                DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture)
                            )
                            : throw new DamagedRowException($"Scenariet {row.GetString(0)} er ikke, som det blev gemt.")
                ),
            null,
            ct
        );

    public Task PutAsync(Scenario scenario, CancellationToken ct) =>
        WriteAsync(
            "INSERT OR REPLACE INTO scenario (name, changes, author, at, seal) VALUES ($name, $changes, $author, $at, key_hash($name || "
                + "char(10) || $changes || char(10) || $author || char(10) || $at))",
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
        // Into a file that was deleted or exchanged nothing is written that is told to be kept.
        if (!watch.IsAtItsPath())
        {
            throw database.Gone();
        }

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
