using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite.Bodies;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>One look at the file, in one transaction. What is read is held against its checksum.</summary>
/// <param name="At">The revision that is read, where it is an older one than the newest.</param>
internal sealed record Reading(SqliteConnection Connection, Terms Terms, long? At, CancellationToken Ct)
{
    /// <summary>How many columns a node is made of, and an edge.</summary>
    public const int NodeWidth = 13,
        EdgeWidth = 9;

    private RowSums? _sums;

    /// <summary>Questions that are asked again and again by who reads; null where each is asked once.</summary>
    public KeptCommands? Kept { get; init; }

    private RowSums Sums => _sums ??= new();

    /// <summary>The columns that make a node, of the version with this name; see <see cref="Node"/>.</summary>
    public static string NodeFields(string n) =>
        $"{NamedKey($"{n}.key")}, {n}.kind, {n}.kommune, {n}.titel, {n}.tekst, {n}.body, {n}.key, {n}.flags, {n}.center, {n}.owner, "
        + $"{n}.art, {n}.first_day, {n}.sum";

    /// <summary>The columns that make an edge; see <see cref="Edge"/>.</summary>
    public static string EdgeFields(string e) =>
        $"{e}.type, {NamedKey($"{e}.from_key")}, {NamedKey($"{e}.to_key")}, {e}.art, {e}.afgoerelse, {e}.body, {e}.from_key, {e}.to_key, "
        + $"{e}.sum";

    public static string KeyOf(string number) => $"(SELECT name FROM key WHERE id = {number})";

    /// <param name="at">The first of the columns.</param>
    /// <exception cref="DamagedRowException">It is not what was written.</exception>
    public Node Node(SqliteDataReader r, int at = 0)
    {
        var key = Key(r, at);
        var (titel, tekst, body) = (r.GetString(at + 3), r.IsDBNull(at + 4) ? null : r.GetString(at + 4), (byte[])r.GetValue(at + 5));
        var sum = Sums.Node(
            r.GetInt64(at + 6),
            r.GetInt32(at + 1),
            r.GetInt32(at + 7),
            r.GetInt32(at + 2),
            Optional(r, at + 8),
            Optional(r, at + 9),
            Optional(r, at + 10),
            r.GetInt32(at + 11),
            titel,
            tekst,
            body
        );
        return sum == r.GetInt64(at + 12)
            ? new(key, (NodeKind)r.GetInt32(at + 1), Text(r.GetInt32(at + 2)), NodeBody.Read(body, titel, tekst ?? titel, Text))
            : throw new DamagedRowException($"Knuden {key} er ikke, som den blev gemt.");
    }

    /// <exception cref="DamagedRowException">It is not what was written.</exception>
    public Edge Edge(SqliteDataReader r, int at = 0)
    {
        var (from, to) = (Key(r, at + 1), Key(r, at + 2));
        var (type, art, decided, body) = (r.GetInt32(at), Optional(r, at + 3), Optional(r, at + 4), (byte[])r.GetValue(at + 5));
        return Sums.Edge(type, r.GetInt64(at + 6), r.GetInt64(at + 7), (int?)art, (int?)decided, body) == r.GetInt64(at + 8)
            ? new((EdgeType)type, from, to, (KoblingArt?)(int?)art, EdgeBody.Read(body, from, to, Text), (KoblingStatus?)(int?)decided)
            : throw new DamagedRowException($"Kanten {from} – {to} er ikke, som den blev gemt.");
    }

    public string Text(int term) => Terms.TextOf(term, Connection);

    /// <exception cref="DamagedRowException">A row is not what was written.</exception>
    public List<T> List<T>(SqlBuilder sql, Func<SqliteDataReader, T> read)
    {
        using var own = Kept is null ? sql.Build(Connection) : null;
        using var reader = (own ?? Kept!.Of(sql)).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            Ct.ThrowIfCancellationRequested();
            rows.Add(Row(reader, read));
        }

        return rows;
    }

    public T One<T>(string sql, Func<SqliteDataReader, T> read) => List(sql, read)[0];

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read) => List(new SqlBuilder().Append(sql), read);

    /// <summary>A row whose columns hold something else than they should is damaged, whatever it is that gives it away.</summary>
    public static T Row<T>(SqliteDataReader reader, Func<SqliteDataReader, T> read)
    {
        try
        {
            return read(reader);
        }
        catch (Exception e) when (e is not DamagedRowException && DamagedRowException.IsWhatComesOf(e))
        {
            throw new DamagedRowException("En række kan ikke læses.", e);
        }
    }

    public static long? Optional(SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetInt64(at);

    /// <summary>A key behind its checksum, in one look.</summary>
    public static string NamedKey(string number) => $"(SELECT hash || ' ' || name FROM key WHERE id = {number})";

    public static string Key(SqliteDataReader r, int at)
    {
        if (r.IsDBNull(at))
        {
            throw new DamagedRowException("En række nævner en nøgle, der ikke er der.");
        }

        var named = r.GetString(at);
        var cut = named.IndexOf(' ', StringComparison.Ordinal);
        var name = named[(cut + 1)..];
        return
            cut > 0
            && long.TryParse(named.AsSpan(0, cut), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hash)
            && hash == Keys.Hash(name)
            ? name
            : throw new DamagedRowException($"Nøglen {name} er ikke den, der blev gemt.");
    }
}
