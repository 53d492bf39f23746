using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The prepared statements of one commit. A parameter's number is its value's place.</summary>
internal sealed class WriteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _currentNode = new(connection, "SELECT id FROM node_version WHERE key = ?1 AND until_rev IS NULL");
    private readonly Prepared _currentEdge = new(connection, "SELECT id FROM edge_version WHERE key = ?1 AND until_rev IS NULL");
    private readonly Prepared _closeNode = new(connection, "UPDATE node_version SET until_rev = ?2 WHERE id = ?1");
    private readonly Prepared _closeEdge = new(connection, "UPDATE edge_version SET until_rev = ?2 WHERE id = ?1");
    private readonly Prepared _forgetWords = new(connection, "DELETE FROM node_words WHERE rowid = ?1");
    private readonly Prepared _forgetStatement = new(connection, "DELETE FROM statement WHERE is_edge = ?1 AND version = ?2");

    public Prepared Revision { get; } =
        new(connection, "INSERT INTO revision (number, at, author, action, source, summary) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    public Prepared Node { get; } =
        new(
            connection,
            """
            INSERT INTO node_version (key, kind, level, kommune, center, art, henvist, uspecificeret, betinget, titel, tekst,
                                      titel_fold, tekst_fold, titel_ord, sort, first_day, body, from_rev)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) RETURNING id
            """
        );

    public Prepared Time { get; } = new(connection, "INSERT INTO node_time (version, first_day, last_day) VALUES (?1, ?2, ?3)");

    public Prepared Words { get; } = new(connection, "INSERT INTO node_words (rowid, words) VALUES (?1, ?2)");

    public Prepared Edge { get; } =
        new(
            connection,
            "INSERT INTO edge_version (key, type, from_key, to_key, body, from_rev) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id"
        );

    public Prepared Statement { get; } = new(connection, "INSERT INTO statement (aftale, is_edge, version) VALUES (?1, ?2, ?3)");

    public void CloseNode(string key, long revision)
    {
        if (_currentNode.Scalar(key) is not { } id)
        {
            return;
        }

        _closeNode.Run(id, revision);
        _forgetWords.Run(id);
        _forgetStatement.Run(0, id);
    }

    public void CloseEdge(string key, long revision)
    {
        if (_currentEdge.Scalar(key) is not { } id)
        {
            return;
        }

        _closeEdge.Run(id, revision);
        _forgetStatement.Run(1, id);
    }

    public void Dispose()
    {
        foreach (
            var prepared in new[]
            {
                _currentNode,
                _currentEdge,
                _closeNode,
                _closeEdge,
                _forgetWords,
                _forgetStatement,
                Revision,
                Node,
                Time,
                Words,
                Edge,
                Statement,
            }
        )
        {
            prepared.Dispose();
        }
    }

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

        public long Insert(params ReadOnlySpan<object?> values) => Scalar(values)!.Value;

        /// <returns>The first column of the first row; null where there is none.</returns>
        public long? Scalar(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                Check(Bind(i + 1, values[i]));
            }

            var stepped = raw.sqlite3_step(_statement);
            var value = stepped == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : null as long?;
            // An insert that returns its row is finished by the step after it.
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

        public void Dispose() => _statement.Dispose();

        private int Bind(int at, object? value) =>
            value switch
            {
                null => raw.sqlite3_bind_null(_statement, at),
                string text => raw.sqlite3_bind_text(_statement, at, text),
                int number => raw.sqlite3_bind_int64(_statement, at, number),
                long number => raw.sqlite3_bind_int64(_statement, at, number),
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
}
