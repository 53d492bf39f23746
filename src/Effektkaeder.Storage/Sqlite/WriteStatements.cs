using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The prepared statements of one commit.</summary>
internal sealed class WriteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Prepared currentNode = new(connection, "SELECT id FROM node_version WHERE key = @p0 AND until_rev IS NULL", 1);
    private readonly Prepared currentEdge = new(connection, "SELECT id FROM edge_version WHERE key = @p0 AND until_rev IS NULL", 1);
    private readonly Prepared closeNode = new(connection, "UPDATE node_version SET until_rev = @p1 WHERE id = @p0", 2);
    private readonly Prepared closeEdge = new(connection, "UPDATE edge_version SET until_rev = @p1 WHERE id = @p0", 2);
    private readonly Prepared forgetWords = new(connection, "DELETE FROM node_words WHERE rowid = @p0", 1);
    private readonly Prepared forgetStatement = new(connection, "DELETE FROM statement WHERE is_edge = @p0 AND version = @p1", 2);

    public Prepared Revision { get; } = new(connection, "INSERT INTO revision (number, at, author, action, source, summary) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)", 6);

    public Prepared Node { get; } = new(connection, """
        INSERT INTO node_version (key, kind, level, kommune, center, art, henvist, uspecificeret, betinget, titel, tekst,
                                  titel_fold, tekst_fold, titel_ord, sort, first_day, body, from_rev)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17) RETURNING id
        """, 18);

    public Prepared Time { get; } = new(connection, "INSERT INTO node_time (version, first_day, last_day) VALUES (@p0, @p1, @p2)", 3);

    public Prepared Words { get; } = new(connection, "INSERT INTO node_words (rowid, words) VALUES (@p0, @p1)", 2);

    public Prepared Edge { get; } = new(connection, "INSERT INTO edge_version (key, type, from_key, to_key, body, from_rev) VALUES (@p0, @p1, @p2, @p3, @p4, @p5) RETURNING id", 6);

    public Prepared Statement { get; } = new(connection, "INSERT INTO statement (aftale, is_edge, version) VALUES (@p0, @p1, @p2)", 3);

    public void CloseNode(string key, long revision)
    {
        if (currentNode.Scalar(key) is not { } id) return;
        closeNode.Run(id, revision);
        forgetWords.Run(id);
        forgetStatement.Run(0, id);
    }

    public void CloseEdge(string key, long revision)
    {
        if (currentEdge.Scalar(key) is not { } id) return;
        closeEdge.Run(id, revision);
        forgetStatement.Run(1, id);
    }

    public void Dispose()
    {
        foreach (var prepared in new[] { currentNode, currentEdge, closeNode, closeEdge, forgetWords, forgetStatement, Revision, Node, Time, Words, Edge, Statement })
            prepared.Dispose();
    }

    internal sealed class Prepared : IDisposable
    {
        private readonly SqliteCommand command;

        public Prepared(SqliteConnection connection, string sql, int parameters)
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture) });
        }

        public void Run(params ReadOnlySpan<object?> values) { Bind(values); command.ExecuteNonQuery(); }

        public long? Scalar(params ReadOnlySpan<object?> values) { Bind(values); return (long?)command.ExecuteScalar(); }

        public long Insert(params ReadOnlySpan<object?> values) => Scalar(values)!.Value;

        public void Dispose() => command.Dispose();

        private void Bind(ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
