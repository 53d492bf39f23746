using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What stood at an older revision and stands no more: what the tables that follow the newest revision do not hold.</summary>
internal static class GoneSince
{
    /// <param name="read">Reads an element whose columns begin at the second.</param>
    public static List<(long Id, T Element)> Read<T>(Reading reading, string table, string fields, long at, Func<SqliteDataReader, T> read)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT v.id, {fields} FROM {table} v WHERE v.until_rev > {sql.Value(at)} AND v.from_rev <= {sql.Value(at)}");
        return reading.List(sql, r => (r.GetInt64(0), read(r)));
    }
}
