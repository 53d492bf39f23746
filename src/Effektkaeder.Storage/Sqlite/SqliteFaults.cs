using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What SQLite, and the rules of our tables, find wrong with a file.</summary>
internal static class SqliteFaults
{
    /// <summary>More of one kind tell nothing new.</summary>
    private const int Most = 10;

    private static readonly (string Sql, string Message)[] Rules =
    [
        ("SELECT key FROM node_version GROUP BY key HAVING count(*) > 1 AND sum(until_rev IS NULL) > 1", "Knuden {0} står to gange."),
        (
            "SELECT key FROM edge_version e WHERE until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = "
                + "e.from_key AND n.until_rev IS NULL)",
            "Kanten {0} begynder i en knude, der ikke er der."
        ),
        (
            "SELECT key FROM edge_version e WHERE until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = "
                + "e.to_key AND n.until_rev IS NULL)",
            "Kanten {0} ender i en knude, der ikke er der."
        ),
        (
            "SELECT n.key FROM node_version n WHERE n.until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM node_words_docsize d WHERE "
                + "d.id = n.id)",
            "Knuden {0} kan ikke findes ved søgning."
        ),
        (
            "SELECT n.key FROM node_version n WHERE n.until_rev IS NULL AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.is_edge = "
                + "0 AND s.version = n.id)",
            "Knuden {0} angives af intet dokument."
        ),
        (
            "SELECT coalesce(max(number), 0) || ' mod ' || count(*) FROM revision HAVING coalesce(max(number), 0) <> count(*)",
            "Revisionerne er ikke fortløbende: {0}."
        ),
    ];

    public static async Task<IReadOnlyList<string>> FindAsync(SqliteDatabase database, CancellationToken ct)
    {
        try
        {
            return await database.ReadAsync(
                async c =>
                {
                    List<string> faults =
                    [
                        .. (await TextAsync(c, "PRAGMA integrity_check(10)", ct)).Where(t => t != "ok").Select(t => $"SQLite: {t}"),
                    ];
                    faults.AddRange(
                        (
                            await TextAsync(c, "SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check LIMIT 10", ct)
                        ).Select(t => $"SQLite: en række peger på noget, der ikke er der: {t}")
                    );
                    // A file with damaged pages is not asked anything more.
                    if (faults.Count > 0)
                    {
                        return faults;
                    }

                    foreach (var (sql, message) in Rules)
                    {
                        faults.AddRange(
                            (await TextAsync(c, $"{sql} LIMIT {Most}", ct)).Select(t => message.Replace("{0}", t, StringComparison.Ordinal))
                        );
                    }

                    faults.AddRange((await ColumnsAsync(c, ct)).Take(Most));
                    return (IReadOnlyList<string>)faults;
                },
                ct
            );
        }
        catch (Ports.StoreException e)
        {
            return [e.Message];
        }
    }

    /// <summary>Columns are made from the body; where they differ, something else wrote to the file.</summary>
    private static async Task<IReadOnlyList<string>> ColumnsAsync(SqliteConnection connection, CancellationToken ct)
    {
        var sql = new SqlBuilder();
        sql.Append(
            "SELECT key, kind, titel, titel_fold, tekst_fold, titel_ord, sort, body FROM node_version WHERE until_rev IS NULL ORDER BY key"
        );
        await using var command = sql.Build(connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var faults = new List<string>();
        while (faults.Count < Most && await reader.ReadAsync(ct))
        {
            var stored = Enumerable.Range(0, 7).Select(reader.GetString).ToList();
            if (Expected(reader.GetString(7)) is not { } expected || !stored.SequenceEqual(expected, StringComparer.Ordinal))
            {
                faults.Add($"Knuden {stored[0]}: kolonnerne er ikke dem, dens udsagn giver.");
            }
        }
        return faults;
    }

    private static IEnumerable<string>? Expected(string body)
    {
        try
        {
            var row = NodeRow.Of(ElementBodies.ReadNode(body));
            return
            [
                row.Node.Key,
                Domain.NodeKinds.Info(row.Node.Kind).Code,
                row.Node.Titel,
                row.TitelFold,
                row.TekstFold,
                $" {row.TitelOrd} ",
                row.Sort,
            ];
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> TextAsync(SqliteConnection connection, string text, CancellationToken ct)
    {
        var sql = new SqlBuilder();
        sql.Append(text);
        return await SqliteReader.ListAsync(sql, connection, r => r.GetString(0), ct);
    }
}
