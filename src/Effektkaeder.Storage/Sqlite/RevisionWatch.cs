using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// The newest revision's number. SQLite's <c>data_version</c> tells in microseconds whether anybody, in this process or another, has
/// committed since; only then is the number read anew.
/// </summary>
/// <remarks>
/// Source: https://sqlite.org/pragma.html#pragma_data_version. It compares within one connection, which is therefore kept.
/// </remarks>
internal sealed class RevisionWatch(SqliteDatabase database) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _number;
    private sqlite3_stmt? _version;
    private long _seen = -1,
        _latest;

    public long Latest()
    {
        lock (_gate)
        {
            try
            {
                _connection ??= database.Open();
                // The version is read first: a commit between the two makes the next look read the number again.
                if (DataVersion(_connection.Handle!) is var seen && seen != _seen)
                {
                    _number ??= Prepared(SqliteReader.LatestSql);
                    (_latest, _seen) = ((long)_number.ExecuteScalar()!, seen);
                }
                return _latest;
            }
            catch (SqliteException e)
            {
                throw database.Explain(e);
            }
        }
    }

    /// <summary>Every question asks this, so it goes by the statement itself: a command would cost more than the answer.</summary>
    private long DataVersion(sqlite3 handle)
    {
        if (_version is null)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, "PRAGMA data_version", out _version), handle);
        }

        var code = raw.sqlite3_step(_version);
        var seen = code == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_version, 0) : -1;
        raw.sqlite3_reset(_version);
        if (code != raw.SQLITE_ROW)
        {
            SqliteException.ThrowExceptionForRC(code, handle);
        }

        return seen;
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
            _version?.Dispose();
            _number?.Dispose();
            _connection?.Dispose();
            (_version, _number, _connection, _seen) = (null, null, null, -1);
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
