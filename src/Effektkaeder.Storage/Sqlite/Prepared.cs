using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// A statement that is run once a row. It speaks to SQLite's own calls: a command object a row costs more than the row.
/// </summary>
internal sealed class Prepared : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;

    public Prepared(SqliteConnection connection, string sql)
    {
        _handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_handle, sql, out _statement));
    }

    public void Run(params ReadOnlySpan<object?> values) => Scalar(values);

    /// <returns>The new row's number. To let the statement return it costs a table of its own each time.</returns>
    public long Insert(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return raw.sqlite3_last_insert_rowid(_handle);
    }

    /// <returns>The first column of the first row; null where there is none.</returns>
    public long? Scalar(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        var stepped = raw.sqlite3_step(_statement);
        var value = stepped == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : null as long?;
        while (stepped == raw.SQLITE_ROW)
        {
            stepped = raw.sqlite3_step(_statement);
        }

        // Resetting tells the step's error again; what was wrong is thrown once.
        _ = raw.sqlite3_reset(_statement);
        if (stepped != raw.SQLITE_DONE)
        {
            Check(stepped);
        }

        return value;
    }

    /// <summary>What the statement calls its parameters, in the order that their values are given in.</summary>
    public IEnumerable<string> Names() =>
        Enumerable
            .Range(1, raw.sqlite3_bind_parameter_count(_statement))
            .Select(i => raw.sqlite3_bind_parameter_name(_statement, i).utf8_to_string());

    /// <summary>Hands over each row's statement, from which its columns are read.</summary>
    public void Each(Action<sqlite3_stmt> row, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        int stepped;
        while ((stepped = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
        {
            row(_statement);
        }

        _ = raw.sqlite3_reset(_statement);
        if (stepped != raw.SQLITE_DONE)
        {
            Check(stepped);
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int at, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(_statement, at),
            string text => raw.sqlite3_bind_text(_statement, at, text),
            int number => raw.sqlite3_bind_int64(_statement, at, number),
            long number => raw.sqlite3_bind_int64(_statement, at, number),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
            _ => throw new ArgumentException($"A {value.GetType()} is no column's value", nameof(value)),
        };

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_handle).utf8_to_string(), code & 0xff, code);
        }
    }
}
