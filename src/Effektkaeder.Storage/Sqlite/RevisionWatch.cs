using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The newest revision's number, read anew only when somebody, in this process or another, has committed since.</summary>
internal sealed class RevisionWatch(SqliteDatabase database) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _number;
    private JournalHead? _head;
    private volatile Seen? _seen;

    /// <param name="Number">The newest revision when the journal began with this.</param>
    private sealed record Seen(JournalHead Journal, byte[] Head, long Number)
    {
        public bool IsStillSo => Journal.IsNow(Head);
    }

    public long Latest() => _seen is { IsStillSo: true } seen ? seen.Number : Look();

    private long Look()
    {
        lock (_gate)
        {
            try
            {
                _connection ??= database.Open();
                _number ??= Prepared(SqliteReader.LatestSql);
                // The journal is looked at first: after a commit between the two, the next who asks finds another.
                var head = _head?.Read();
                var number = (long)_number.ExecuteScalar()!;
                _seen = head is null ? null : new(_head!, head, number);
                // It is there when the file has been read.
                _head ??= JournalHead.Of(_connection.Handle!);
                return number;
            }
            catch (SqliteException e)
            {
                throw database.Explain(e);
            }
        }
    }

    /// <summary>
    /// Whether the file that was opened first, and lives on here when it is deleted or another is laid in its place, is still the one
    /// that who opens the path finds.
    /// </summary>
    public bool IsAtItsPath()
    {
        var newest = Latest();
        if (!File.Exists(database.Path))
        {
            return false;
        }

        lock (_gate)
        {
            try
            {
                var known = SqliteReader.Revisions(new(_connection!, database.Terms, null, CancellationToken.None), "=", newest, 1);
                return known is not [var revision] || database.IsAtItsPath(revision);
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
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _number?.Dispose();
            _connection?.Dispose();
            (_number, _connection, _head, _seen) = (null, null, null, null);
        }
    }

    private SqliteCommand Prepared(string sql)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }
}
