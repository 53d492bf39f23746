using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What a revision's checksum is over: see <see cref="RowSums.Revision"/>.</summary>
internal static class RevisionSum
{
    public static long Of(Reading reading, long revision, RowSums sums)
    {
        var before = Numbers(reading, "SELECT sum FROM revision WHERE number = ", revision - 1).FirstOrDefault();
        return sums.Revision(
            before,
            new[]
            {
                ("sum", "node_version", "from_rev"),
                ("sum", "edge_version", "from_rev"),
                ("id", "node_version", "until_rev"),
                ("id", "edge_version", "until_rev"),
            }.SelectMany(part =>
                Numbers(reading, $"SELECT {part.Item1} FROM {part.Item2} WHERE {part.Item3} = ", revision, " ORDER BY id")
            )
        );
    }

    private static List<long> Numbers(Reading reading, string sql, long revision, string order = "")
    {
        var asked = new SqlBuilder();
        asked.Append(sql).Append(asked.Value(revision)).Append(order);
        return reading.List(asked, r => r.GetInt64(0));
    }
}

/// <summary>The checksum of what stands in a revision's own row, its sum over the elements included.</summary>
internal static class RevisionSeal
{
    /// <summary>What it is over, in the order that <see cref="Of(SqliteDataReader)"/> reads.</summary>
    public const string Fields = "number, at, author, action, source, summary, sum";

    public static long Of(SqliteDataReader r) =>
        Keys.Hash(string.Join('\n', Enumerable.Range(0, 7).Select(i => r.IsDBNull(i) ? "" : r.GetString(i))));

    public static long Of(Reading reading, long revision)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT {Fields} FROM revision WHERE number = ").Append(sql.Value(revision));
        return reading.List(sql, Of)[0];
    }
}
