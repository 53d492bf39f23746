using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite.Bodies;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>One look at the file, in one transaction.</summary>
/// <param name="At">The revision that is read, where it is an older one than the newest.</param>
internal sealed record Reading(SqliteConnection Connection, Terms Terms, long? At, CancellationToken Ct)
{
    /// <summary>The columns that make a node, of the version with this name; see <see cref="Node"/>.</summary>
    public static string NodeFields(string n) => $"{KeyOf($"{n}.key")}, {n}.kind, {n}.kommune, {n}.titel, {n}.tekst, {n}.body";

    /// <summary>The columns that make an edge; see <see cref="Edge"/>.</summary>
    public static string EdgeFields(string e) =>
        $"{e}.type, {KeyOf($"{e}.from_key")}, {KeyOf($"{e}.to_key")}, {e}.art, {e}.afgoerelse, {e}.body";

    public static string KeyOf(string number) => $"(SELECT name FROM key WHERE id = {number})";

    /// <param name="at">The first of the columns.</param>
    public Node Node(SqliteDataReader r, int at = 0)
    {
        var titel = r.GetString(at + 3);
        return new(
            r.GetString(at),
            (NodeKind)r.GetInt32(at + 1),
            Text(r.GetInt32(at + 2)),
            NodeBody.Read((byte[])r.GetValue(at + 5), titel, r.IsDBNull(at + 4) ? titel : r.GetString(at + 4), Text)
        );
    }

    public Edge Edge(SqliteDataReader r, int at = 0)
    {
        var (from, to) = (r.GetString(at + 1), r.GetString(at + 2));
        return new(
            (EdgeType)r.GetInt32(at),
            from,
            to,
            r.IsDBNull(at + 3) ? null : (KoblingArt)r.GetInt32(at + 3),
            EdgeBody.Read((byte[])r.GetValue(at + 5), from, to, Text),
            r.IsDBNull(at + 4) ? null : (KoblingStatus)r.GetInt32(at + 4)
        );
    }

    public string Text(int term) => Terms.TextOf(term, Connection);

    public List<T> List<T>(SqlBuilder sql, Func<SqliteDataReader, T> read)
    {
        using var command = sql.Build(Connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            Ct.ThrowIfCancellationRequested();
            rows.Add(read(reader));
        }

        return rows;
    }

    public T One<T>(string sql, Func<SqliteDataReader, T> read) => List(sql, read)[0];

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read) => List(new SqlBuilder().Append(sql), read);
}
