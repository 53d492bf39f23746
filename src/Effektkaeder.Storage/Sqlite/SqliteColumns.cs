using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite.Bodies;
using SQLitePCL;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Tells a revision's columns, row by row as they lie in the file.</summary>
internal sealed class SqliteColumns(Reading reading, IColumns to)
{
    /// <summary>By the number of a key, the node's place among those told; below zero where it has none.</summary>
    private readonly int[] _places = Unknown(reading.One("SELECT coalesce(max(id), 0) FROM key", r => r.GetInt32(0)));

    /// <summary>The term that is the name of the property; 0 where no node has it.</summary>
    private readonly int _id = reading.One($"SELECT coalesce(max(id), 0) FROM term WHERE text = '{Egenskaber.Id}'", r => r.GetInt32(0));
    private int _told;

    public static bool Tell(Reading reading, IColumns to)
    {
        var columns = new SqliteColumns(reading, to);
        columns.Each(
            "v.key, k.name, k.hash, v.kind, v.kommune, v.center, v.body",
            "node_version v LEFT JOIN key k ON k.id = v.key",
            columns.Node
        );
        columns.Each("v.from_key, v.to_key, v.type, v.afgoerelse, v.body", "edge_version v", columns.Edge);
        return true;
    }

    private void Each(string fields, string table, Action<sqlite3_stmt> row)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT {fields} FROM {table} WHERE {sql.Stands("v", reading.At)}");
        sql.Each(reading.Connection, row);
    }

    /// <summary>What the row leads to is held against what it must be; the row itself is read later, if at all.</summary>
    private void Node(sqlite3_stmt row)
    {
        var key = raw.sqlite3_column_blob(row, 1);
        var (number, kind) = (raw.sqlite3_column_int(row, 0), raw.sqlite3_column_int(row, 3));
        if (
            (uint)number >= (uint)_places.Length
            || _places[number] >= 0
            || Keys.Hash(key) != raw.sqlite3_column_int64(row, 2)
            || (uint)kind >= (uint)NodeKinds.All.Count
        )
        {
            throw Damaged(key);
        }

        _places[number] = _told++;
        to.Node(key, Id(row, key), (NodeKind)kind, reading.Text(raw.sqlite3_column_int(row, 4)), Term(row, 5));
    }

    private ReadOnlySpan<byte> Id(sqlite3_stmt row, ReadOnlySpan<byte> key)
    {
        if (_id == 0)
        {
            return default;
        }

        try
        {
            return NodeBody.Only(raw.sqlite3_column_blob(row, 6).ToArray(), _id, Egenskaber.Id, reading.Text);
        }
        catch (Exception e) when (DamagedRowException.IsWhatComesOf(e))
        {
            throw Damaged(key, e);
        }
    }

    private void Edge(sqlite3_stmt row)
    {
        var type = (EdgeType)raw.sqlite3_column_int(row, 2);
        var isCoupling = type == EdgeType.KoblerTil;
        if (!isCoupling && !type.IsHierarchy())
        {
            return;
        }

        var (from, end) = (Place(row, 0), Place(row, 1));
        if (!isCoupling)
        {
            to.Hierarchy(from, end);
        }
        else if (IsWalked(row))
        {
            to.Coupling(from, end);
        }
    }

    /// <summary>As the edge itself says; see <see cref="Domain.Edge.Tillid"/>.</summary>
    private bool IsWalked(sqlite3_stmt row)
    {
        if (raw.sqlite3_column_type(row, 3) != raw.SQLITE_NULL)
        {
            switch ((KoblingStatus)raw.sqlite3_column_int(row, 3))
            {
                case KoblingStatus.Bekraeftet:
                    return true;
                case KoblingStatus.Afvist:
                    return false;
            }
        }

        try
        {
            var body = raw.sqlite3_column_blob(row, 4).ToArray();
            return EdgeBody.First(body).Tillid > 0 || EdgeBody.Read(body, "", "", reading.Text).Max(u => u.Tillid) > 0;
        }
        catch (Exception e) when (DamagedRowException.IsWhatComesOf(e))
        {
            throw new DamagedRowException("En kobling kan ikke læses.", e);
        }
    }

    private int Place(sqlite3_stmt row, int at) =>
        raw.sqlite3_column_int(row, at) is var number && (uint)number < (uint)_places.Length && _places[number] is >= 0 and var place
            ? place
            : throw new DamagedRowException("En kant begynder eller ender i en knude, der ikke er der.");

    /// <summary>Null reads as 0, which no term is.</summary>
    private string? Term(sqlite3_stmt row, int at) => raw.sqlite3_column_int(row, at) is not 0 and var term ? reading.Text(term) : null;

    private static DamagedRowException Damaged(ReadOnlySpan<byte> key, Exception? inner = null) =>
        new($"Knuden {Encoding.UTF8.GetString(key)} er ikke, som den blev gemt.", inner);

    private static int[] Unknown(int most)
    {
        var places = new int[most + 1];
        Array.Fill(places, -1);
        return places;
    }
}
