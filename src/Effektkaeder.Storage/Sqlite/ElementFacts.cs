using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Sqlite.Bodies;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>A small number about a version of an element, whose row has this sum.</summary>
internal readonly record struct ElementFact(int Version, byte Fact, long Sum);

/// <summary>
/// What <see cref="Facts"/> are told of every version: row by row as they lie in the file. A row that is not what was written is passed
/// over: it is named where the element itself is read.
/// </summary>
internal static class ElementFacts
{
    /// <summary>A ground as a small number: 0 for none.</summary>
    public static byte Of(Grund? grund) => (byte)(grund is { } ground ? (int)ground + 1 : 0);

    public static Grund? GroundOf(byte fact) => fact == 0 ? null : (Grund)(fact - 1);

    public static IReadOnlyList<ElementFact> Grounds(Reading reading)
    {
        var (found, sums) = (new List<ElementFact>(), new RowSums());
        new SqlBuilder()
            .Append("SELECT id, type, from_key, to_key, art, afgoerelse, body, sum FROM edge_version")
            .Each(reading.Connection, row => Add(found, Ground, row, 7));
        return found;

        byte? Ground(sqlite3_stmt row)
        {
            var body = raw.sqlite3_column_blob(row, 6).ToArray();
            var sum = sums.Edge(
                raw.sqlite3_column_int(row, 1),
                raw.sqlite3_column_int64(row, 2),
                raw.sqlite3_column_int64(row, 3),
                (int?)Optional(row, 4),
                (int?)Optional(row, 5),
                body
            );
            return sum != raw.sqlite3_column_int64(row, 7) ? null
                : EdgeBody.First(body).IsByText ? Of(Grund.Tekst)
                : Of(EdgeBody.Read(body, "", "", reading.Text).Min(u => u.Grund));
        }
    }

    public static IReadOnlyList<ElementFact> Kontrolmaerker(Reading reading)
    {
        var (found, sums) = (new List<ElementFact>(), new RowSums());
        new SqlBuilder()
            .Append("SELECT id, key, kind, flags, kommune, center, owner, art, first_day, titel, tekst, body, sum FROM node_version")
            .Each(reading.Connection, row => Add(found, Mark, row, 12));
        return found;

        byte? Mark(sqlite3_stmt row)
        {
            var (titel, kind) = (raw.sqlite3_column_text(row, 9).utf8_to_string(), raw.sqlite3_column_int(row, 2));
            var tekst = raw.sqlite3_column_type(row, 10) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(row, 10).utf8_to_string();
            var body = raw.sqlite3_column_blob(row, 11).ToArray();
            var sum = sums.Node(
                raw.sqlite3_column_int64(row, 1),
                kind,
                raw.sqlite3_column_int(row, 3),
                raw.sqlite3_column_int(row, 4),
                Optional(row, 5),
                Optional(row, 6),
                Optional(row, 7),
                raw.sqlite3_column_int(row, 8),
                titel,
                tekst,
                body
            );
            return sum == raw.sqlite3_column_int64(row, 12)
                ? (byte)new Node("", (NodeKind)kind, "", NodeBody.Read(body, titel, tekst ?? titel, reading.Text)).Kontrolmaerker()
                : null;
        }
    }

    private static long? Optional(sqlite3_stmt row, int at) =>
        raw.sqlite3_column_type(row, at) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, at);

    private static void Add(List<ElementFact> found, Func<sqlite3_stmt, byte?> read, sqlite3_stmt row, int sum)
    {
        try
        {
            if (read(row) is { } fact)
            {
                found.Add(new(raw.sqlite3_column_int(row, 0), fact, raw.sqlite3_column_int64(row, sum)));
            }
        }
        catch (Exception e) when (DamagedRowException.IsWhatComesOf(e))
        {
            // As said above.
        }
    }
}
