using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The prepared statements of one commit. A parameter's number is its value's place.</summary>
internal sealed class WriteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _currentNode = new(connection, "SELECT id FROM node_version WHERE key = ?1 AND until_rev IS NULL");
    private readonly Prepared _currentEdge = new(
        connection,
        """
        SELECT id FROM edge_version WHERE from_key = ?1 AND type = ?3 AND to_key = ?2 AND art IS ?4 AND until_rev IS NULL
        UNION ALL
        SELECT id FROM edge_version
        WHERE ?5 AND from_key = ?2 AND type = ?3 AND to_key = ?1 AND art IS ?4 AND until_rev IS NULL LIMIT 1
        """
    );
    private readonly Prepared _closeNode = new(connection, "UPDATE node_version SET until_rev = ?2 WHERE id = ?1");
    private readonly Prepared _closeEdge = new(connection, "UPDATE edge_version SET until_rev = ?2 WHERE id = ?1");
    private readonly Prepared _forgetWords = new(connection, "DELETE FROM node_words WHERE rowid = ?1");
    private readonly Prepared _forgetStatement = new(
        connection,
        "DELETE FROM statement WHERE aftale = ?1 AND is_edge = ?2 AND version = ?3"
    );

    public Prepared Node { get; } =
        new(
            connection,
            """
            INSERT INTO node_version (key, kind, flags, kommune, center, owner, art, first_day, titel, tekst, body, sum, from_rev, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """
        );

    public Prepared Time { get; } = new(connection, "INSERT OR IGNORE INTO node_time (version, first_day, last_day) VALUES (?1, ?2, ?3)");

    public Prepared Words { get; } = new(connection, "INSERT INTO node_words (rowid, titel, andet) VALUES (?1, ?2, ?3)");

    public Prepared Edge { get; } =
        new(
            connection,
            """
            INSERT INTO edge_version (type, from_key, to_key, art, afgoerelse, body, sum, from_rev, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """
        );

    public Prepared Statement { get; } = new(connection, "INSERT OR IGNORE INTO statement (aftale, is_edge, version) VALUES (?1, ?2, ?3)");

    public long? CurrentNode(long key) => _currentNode.Scalar(key);

    /// <param name="eitherWay">Whether the edge has no direction of its own.</param>
    public long? CurrentEdge(long from, long to, int type, int? art, bool eitherWay) =>
        _currentEdge.Scalar(from, to, type, art, eitherWay ? 1 : 0);

    /// <param name="stated">The agreements that stated it.</param>
    public void CloseNode(long id, IEnumerable<int> stated, long revision)
    {
        _closeNode.Run(id, revision);
        _forgetWords.Run(id);
        Forget(stated, 0, id);
    }

    public void CloseEdge(long id, IEnumerable<int> stated, long revision)
    {
        _closeEdge.Run(id, revision);
        Forget(stated, 1, id);
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

    private void Forget(IEnumerable<int> stated, int isEdge, long id)
    {
        foreach (var aftale in stated)
        {
            _forgetStatement.Run(aftale, isEdge, id);
        }
    }
}
