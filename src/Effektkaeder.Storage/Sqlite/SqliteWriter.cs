using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// One change set in one transaction: the old versions are closed, the new opened, and all of it or nothing is there afterwards.
/// </summary>
internal sealed class SqliteWriter(SqliteDatabase database)
{
    /// <summary>More keys than this are forgotten, and found again in the file.</summary>
    private const int MostKeys = 1_000_000,
        WriterCache = 64,
        Many = 2_000;

    private readonly Lock _gate = new();
    private Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        ChangeSetRules.Check(changes);
        return await Task.Run(() => Commit(changes, ct), ct);
    }

    private Revision Commit(ChangeSet changes, CancellationToken ct)
    {
        using var connection = database.Open(WriterCache);
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var reading = new Reading(connection, database.Terms, null, ct);
            var latest = SqliteReader.Latest(reading);
            if (latest != changes.BaseRevision)
            {
                throw new StaleBaseException(changes.BaseRevision, SqliteReader.Revisions(reading, ">", changes.BaseRevision, 10));
            }

            var (note, number) = (changes.Note, latest + 1);
            var revision = new Revision(number, note.At, note.Author, note.Action, note.Source, note.Summary);
            var known = TakeKnown();
            using var writer = new ElementWriter(connection, database.Terms, known, ct);
            Insert(connection, revision);
            Write(writer, revision.Number, changes, ct);
            if (LooseEdge(reading, revision.Number) is { } loose)
            {
                throw ChangeSetRules.Loose(loose);
            }

            writer.Sum(revision.Number);
            transaction.Commit();
            writer.Publish();
            GiveBack(known, writer.Keys.Made);
            database.Committed(connection);
            return revision;
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

    internal static void Insert(SqliteConnection connection, Revision revision)
    {
        using var statement = new Prepared(
            connection,
            "INSERT INTO revision (number, at, author, action, source, summary, sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)"
        );
        statement.Run(
            revision.Number,
            revision.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            revision.Author,
            revision.Action,
            revision.Source,
            revision.Summary
        );
    }

    private static void Write(ElementWriter writer, long revision, ChangeSet changes, CancellationToken ct)
    {
        foreach (var name in changes.RemoveEdges.Select(EdgeName.Parse))
        {
            if (name is { } edge)
            {
                writer.CloseEdge(edge, revision);
            }
        }

        foreach (var key in changes.RemoveNodes)
        {
            writer.CloseNode(key, revision);
        }

        foreach (var row in Rows(changes.PutNodes, ct))
        {
            ct.ThrowIfCancellationRequested();
            writer.CloseNode(row.Node.Key, revision);
            writer.Put(row, revision);
        }

        foreach (var edge in changes.PutEdges)
        {
            ct.ThrowIfCancellationRequested();
            writer.CloseEdge(EdgeName.Of(edge), revision);
            writer.Put(edge, revision);
        }
    }

    /// <summary>
    /// Of many, words are made on the other cores while rows go in, in the change set's order; to share out a few takes longer than to
    /// make them, where others read documents meanwhile.
    /// </summary>
    private static IEnumerable<NodeRow> Rows(IReadOnlyList<Node> nodes, CancellationToken ct) =>
        nodes.Count < Many ? nodes.Select(NodeRow.Of) : nodes.AsParallel().AsOrdered().WithCancellation(ct).Select(NodeRow.Of);

    /// <summary>An edge that this revision put without both its ends, or from under which it took one.</summary>
    private static string? LooseEdge(Reading reading, long revision)
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"""
            SELECT {Reading.EdgeFields("e")} FROM edge_version e WHERE e.from_rev = {sql.Value(revision)} AND e.until_rev IS NULL AND (
                NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = e.from_key AND n.until_rev IS NULL)
                OR NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = e.to_key AND n.until_rev IS NULL))
            UNION ALL
            SELECT {Reading.EdgeFields("e")} FROM node_version gone
            JOIN edge_version e ON (e.from_key = gone.key OR e.to_key = gone.key) AND e.until_rev IS NULL
            WHERE gone.until_rev = {sql.Value(
                revision
            )} AND NOT EXISTS (SELECT 1 FROM node_version n WHERE n.key = gone.key AND n.until_rev IS NULL)
            LIMIT 1
            """
        );
        return reading.List(sql, r => reading.Edge(r).Key).FirstOrDefault();
    }

    private Dictionary<string, long> TakeKnown()
    {
        lock (_gate)
        {
            var known = _known;
            _known = new(StringComparer.Ordinal);
            return known;
        }
    }

    private void GiveBack(Dictionary<string, long> known, Dictionary<string, long> made)
    {
        foreach (var (key, number) in made)
        {
            known[key] = number;
        }

        lock (_gate)
        {
            _known = known.Count > MostKeys ? new(StringComparer.Ordinal) : known;
        }
    }
}
