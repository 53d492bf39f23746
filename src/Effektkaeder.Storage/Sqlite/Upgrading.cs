using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Reads what the first schema held over into the second, version by version in the order they came, within the migration's own
/// transaction: whoever stops it in the middle has the file as it was.
/// </summary>
internal static class Upgrading
{
    /// <summary>The step that needs it.</summary>
    public const int Step = 2;

    private const int ToldEach = 10_000;

    public static void Run(SqliteConnection connection, Action<long, long> progress, CancellationToken ct)
    {
        var reading = new Reading(connection, new(), null, ct);
        var revisions = Revisions(reading);
        var total = reading.One("SELECT (SELECT count(*) FROM node_version_1) + (SELECT count(*) FROM edge_version_1)", r => r.GetInt64(0));
        foreach (var revision in revisions)
        {
            WriteTransaction.Insert(connection, revision);
        }

        using var writer = new ElementWriter(reading, new(StringComparer.Ordinal));
        var done = 0L;
        foreach (var (body, from, until) in Rows(connection, "node_version_1", ct))
        {
            writer.Put(NodeRow.Of(ElementBodies.ReadNode(body)), from, until);
            Tell();
        }

        foreach (var (body, from, until) in Rows(connection, "edge_version_1", ct))
        {
            writer.Put(ElementBodies.ReadEdge(body), from, until);
            Tell();
        }

        foreach (var revision in revisions)
        {
            writer.Sum(revision.Number);
        }

        using var drop = connection.CreateCommand();
        drop.CommandText = "DROP TABLE node_version_1; DROP TABLE edge_version_1; DROP TABLE revision_1;";
        drop.ExecuteNonQuery();

        void Tell()
        {
            if (++done % ToldEach == 0 || done == total)
            {
                progress(done, total);
            }
        }
    }

    private static List<Revision> Revisions(Reading reading) =>
        reading.List("SELECT number, at, author, action, source, summary FROM revision_1 ORDER BY number", SqliteReader.Revision);

    private static IEnumerable<(string Body, long From, long? Until)> Rows(SqliteConnection connection, string table, CancellationToken ct)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT body, from_rev, until_rev FROM {table} ORDER BY id";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            yield return (reader.GetString(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
        }
    }
}
