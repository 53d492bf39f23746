using System.Globalization;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Change sets in one transaction, each a revision: the old versions are closed, the new opened, and all of it or nothing is there
/// afterwards.
/// </summary>
internal sealed class WriteTransaction : IDisposable
{
    private const int WriterCache = 64,
        Few = 8,
        Many = 2_000;

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter.Remembered _remembered;
    private readonly Action<SqliteWriter.Remembered> _landed;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction? _transaction;
    private readonly Reading _reading;
    private readonly ElementWriter? _writer;
    private bool _isHalf;

    /// <param name="remembered">What is known of the file; nobody else's while this lasts.</param>
    /// <param name="landed">Given what is known when all of it stands in the file.</param>
    public WriteTransaction(
        SqliteDatabase database,
        SqliteWriter.Remembered remembered,
        Action<SqliteWriter.Remembered> landed,
        CancellationToken ct
    )
    {
        (_database, _remembered, _landed, _connection) = (database, remembered, landed, database.Open(WriterCache));
        _reading = new(_connection, remembered.Terms, null, ct) { Kept = new(_connection) };
        try
        {
            _transaction = _connection.BeginTransaction(deferred: false);
            Latest = SqliteReader.Latest(_reading);
            _writer = new(_reading, remembered.Keys);
        }
        catch (Exception e)
        {
            Dispose();
            throw Told(e);
        }
    }

    /// <summary>The newest revision, those that were made here included.</summary>
    public long Latest { get; private set; }

    /// <summary>What was made here last; null where nothing was.</summary>
    public Revision? Made { get; private set; }

    public T Read<T>(Func<Reading, T> read, CancellationToken ct)
    {
        try
        {
            return read(_reading with { Ct = ct });
        }
        catch (Exception e)
        {
            throw Told(e);
        }
    }

    /// <summary>Nothing of it is there before <see cref="Land"/>, and after an exception never.</summary>
    public Revision Commit(ChangeSet changes, CancellationToken ct)
    {
        try
        {
            if (Latest != changes.BaseRevision)
            {
                throw new StaleBaseException(changes.BaseRevision, SqliteReader.Revisions(_reading, ">", changes.BaseRevision, 10));
            }

            _isHalf = true;
            var (note, number) = (changes.Note, Latest + 1);
            var revision = new Revision(number, note.At, note.Author, note.Action, note.Source, note.Summary);
            Insert(_connection, revision);
            Write(_writer!, revision.Number, changes, ct);
            if (LooseEdge(_reading, revision.Number) is { } loose)
            {
                throw ChangeSetRules.Loose(loose);
            }

            _writer!.Sum(revision.Number);
            _isHalf = false;
            (Latest, Made) = (number, revision);
            return revision;
        }
        catch (Exception e)
        {
            throw Told(e);
        }
    }

    /// <summary>Makes durable what was committed.</summary>
    public void Land()
    {
        if (_isHalf)
        {
            throw new InvalidOperationException("A change set of the transaction is not whole.");
        }

        try
        {
            _transaction!.Commit();
        }
        catch (SqliteException e)
        {
            throw Told(e);
        }

        _landed(_remembered);
        if (Made is not null)
        {
            _database.Committed(_connection);
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _reading.Kept?.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
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

        foreach (var row in Rows(changes.PutNodes, n => NodeRow.Of(n, writer.Body(n)), ct))
        {
            ct.ThrowIfCancellationRequested();
            writer.CloseNode(row.Node.Key, revision);
            writer.Put(row, revision);
        }

        foreach (var (edge, body) in Rows(changes.PutEdges, e => (e, writer.Body(e)), ct))
        {
            ct.ThrowIfCancellationRequested();
            writer.CloseEdge(EdgeName.Of(edge), revision);
            writer.Put(edge, revision, body: body);
        }
    }

    /// <summary>Rows are made on other cores while they go in, in the change set's order.</summary>
    private static IEnumerable<TRow> Rows<T, TRow>(IReadOnlyList<T> items, Func<T, TRow> make, CancellationToken ct) =>
        items.Count < Few ? items.Select(make)
        : items.Count < Many ? FromBothEnds<T, TRow>.Make(items, make, ct)
        : items.AsParallel().AsOrdered().WithCancellation(ct).Select(make);

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

    private Exception Told(Exception e) =>
        e switch
        {
            SqliteException sqlite => _database.Explain(sqlite),
            DamagedRowException damaged => _database.Damaged(damaged),
            _ => e,
        };
}
