using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Rows of elements, one by one. A row never changes once it stands, so it is read outside any transaction, by one connection that is
/// kept.
/// </summary>
internal sealed class ElementSource(SqliteDatabase database) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _node,
        _edge,
        _title;
    private Reading? _reading;

    public Node Node(int version) =>
        Read(ref _node, $"SELECT {Reading.NodeFields("n")} FROM node_version n", version, r => _reading!.Node(r));

    public Edge Edge(int version) =>
        Read(ref _edge, $"SELECT {Reading.EdgeFields("n")} FROM edge_version n", version, r => _reading!.Edge(r));

    /// <summary>The sort key of every version's title, of those that are alike one.</summary>
    public IReadOnlyList<(int Version, string Key)> SortKeys()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return database.Read(
            r => r.List("SELECT id, titel FROM node_version", row => (row.GetInt32(0), Key(row.GetString(1)))),
            null,
            CancellationToken.None
        );

        string Key(string title) => known.TryGetValue(title, out var key) ? key : known[title] = SortKey.Of(title);
    }

    public string SortKeyOf(int version) =>
        Read(ref _title, "SELECT n.titel FROM node_version n", version, r => SortKey.Of(r.GetString(0)));

    public void Dispose()
    {
        lock (_gate)
        {
            _node?.Dispose();
            _edge?.Dispose();
            _title?.Dispose();
            _connection?.Dispose();
            (_node, _edge, _title, _connection) = (null, null, null, null);
        }
    }

    private T Read<T>(ref SqliteCommand? command, string sql, int version, Func<SqliteDataReader, T> read)
    {
        lock (_gate)
        {
            try
            {
                _connection ??= database.Open();
                _reading ??= new(_connection, database.Terms, null, CancellationToken.None);
                if (command is null)
                {
                    command = _connection.CreateCommand();
                    command.CommandText = $"{sql} WHERE n.id = @p0";
                    command.Parameters.Add("@p0", SqliteType.Integer);
                }

                command.Parameters[0].Value = version;
                using var row = command.ExecuteReader();
                return row.Read() ? Reading.Row(row, read) : throw new DamagedRowException($"Række {version} mangler.");
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
}
