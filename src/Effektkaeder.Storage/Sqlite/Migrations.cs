using System.Globalization;
using System.Reflection;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Numbered scripts run forward on start; <c>user_version</c> says how far a file has come. An older file is copied first.
/// </summary>
internal static class Migrations
{
    private const string Prefix = "sqlite/";

    /// <param name="progress">Told how many elements of how many an older file's are read over.</param>
    public static Task RunAsync(SqliteDatabase database, Action<long, long> progress, CancellationToken ct) =>
        RunAsync(database, Scripts(), progress, ct);

    /// <param name="scripts">Ascending by number.</param>
    public static async Task RunAsync(
        SqliteDatabase database,
        IReadOnlyList<(int Number, string Sql)> scripts,
        Action<long, long> progress,
        CancellationToken ct
    )
    {
        await using var connection = database.Open();
        try
        {
            if (await VersionAsync(connection, ct) == scripts[^1].Number)
            {
                return;
            }

            await MigrateAsync(database, connection, scripts, progress, ct);
        }
        catch (SqliteException e)
        {
            throw database.Explain(e);
        }
        catch (DamagedRowException e)
        {
            throw database.Damaged(e);
        }
    }

    private static async Task MigrateAsync(
        SqliteDatabase database,
        SqliteConnection connection,
        IReadOnlyList<(int Number, string Sql)> scripts,
        Action<long, long> progress,
        CancellationToken ct
    )
    {
        var before = await VersionAsync(connection, ct);
        if (before > scripts[^1].Number)
        {
            throw new StoreException(
                $"Lageret {database.Path} er lavet af en nyere udgave (skema {before}; denne kender {scripts[^1].Number}). Brug den "
                    + $"nyere udgave."
            );
        }

        if (before > 0)
        {
            await KeepAsync(database, $"{database.Path}.bak-{before.ToString(CultureInfo.InvariantCulture)}", ct);
        }

        await using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have come first while this one waited for the lock.
        var version = await VersionAsync(connection, ct);
        if (version == 0 && await HasTablesAsync(connection, ct))
        {
            throw new StoreException(
                $"Filen {database.Path} er en database, men ikke et lager. Intet er ændret; vælg en anden med --store."
            );
        }

        foreach (var (number, sql) in scripts.Where(s => s.Number > version))
        {
            await ExecuteAsync(connection, sql, ct);
            await ExecuteAsync(connection, $"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)};", ct);
        }

        if (version < Upgrading.Step)
        {
            Upgrading.Run(connection, progress, ct);
        }
        else if (version < FactFilling.Step)
        {
            FactFilling.Run(connection, progress, ct);
        }

        await transaction.CommitAsync(ct);
        if (before is > 0 and < Upgrading.Step)
        {
            // What the old tables took is given back; a file that was large is small from here on.
            await ExecuteAsync(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);", ct);
        }
        else if (before > 0)
        {
            await ExecuteAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE);", ct);
        }
    }

    /// <summary>The copy takes its name when it is whole.</summary>
    private static async Task KeepAsync(SqliteDatabase database, string copy, CancellationToken ct)
    {
        var unfinished = copy + ".delvis";
        try
        {
            File.Delete(unfinished);
            await database.BackUpAsync(unfinished, ct);
            File.Move(unfinished, copy, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(unfinished + "-journal");
        }
    }

    public static IReadOnlyList<(int Number, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
                }),
        ];
    }

    private static Task<long> VersionAsync(SqliteConnection connection, CancellationToken ct) =>
        NumberAsync(connection, "PRAGMA user_version;", ct);

    private static async Task<bool> HasTablesAsync(SqliteConnection connection, CancellationToken ct) =>
        await NumberAsync(connection, "SELECT count(*) FROM sqlite_master;", ct) > 0;

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
