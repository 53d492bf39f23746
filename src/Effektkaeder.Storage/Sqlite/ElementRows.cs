using Effektkaeder.Domain;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Rows of elements, one by one, by statements that are made once.</summary>
internal sealed class ElementRows(Reading reading) : IDisposable
{
    private SqliteCommand? _node,
        _edge,
        _title;

    /// <exception cref="DamagedRowException">It is not what was written, or not there.</exception>
    public Node Node(int version) =>
        Read(ref _node, $"SELECT {Reading.NodeFields("n")} FROM node_version n", version, r => reading.Node(r));

    /// <exception cref="DamagedRowException">It is not what was written, or not there.</exception>
    public Edge Edge(int version) =>
        Read(ref _edge, $"SELECT {Reading.EdgeFields("n")} FROM edge_version n", version, r => reading.Edge(r));

    /// <exception cref="DamagedRowException">It is not there.</exception>
    public string Title(int version) => Read(ref _title, "SELECT n.titel FROM node_version n", version, r => r.GetString(0));

    public void Dispose()
    {
        _node?.Dispose();
        _edge?.Dispose();
        _title?.Dispose();
    }

    private T Read<T>(ref SqliteCommand? command, string sql, int version, Func<SqliteDataReader, T> read)
    {
        if (command is null)
        {
            command = reading.Connection.CreateCommand();
            command.CommandText = $"{sql} WHERE n.id = @p0";
            command.Parameters.Add("@p0", SqliteType.Integer);
        }

        command.Parameters[0].Value = version;
        using var row = command.ExecuteReader();
        return row.Read() ? Reading.Row(row, read) : throw new DamagedRowException($"Række {version} mangler.");
    }
}
