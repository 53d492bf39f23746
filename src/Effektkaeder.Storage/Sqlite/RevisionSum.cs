using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What a revision's checksum is over: see <see cref="RowSums.Revision"/>.</summary>
internal static class RevisionSum
{
    public static long Of(Reading reading, long revision, RowSums sums)
    {
        var before = reading.List($"SELECT sum FROM revision WHERE number = {revision - 1}", r => r.GetInt64(0)).FirstOrDefault();
        return sums.Revision(
            before,
            new[]
            {
                ("sum", "node_version", "from_rev"),
                ("sum", "edge_version", "from_rev"),
                ("id", "node_version", "until_rev"),
                ("id", "edge_version", "until_rev"),
            }.SelectMany(part =>
                reading.List($"SELECT {part.Item1} FROM {part.Item2} WHERE {part.Item3} = {revision} ORDER BY id", r => r.GetInt64(0))
            )
        );
    }
}

/// <summary>The checksum of what stands in a revision's own row, its sum over the elements included.</summary>
internal static class RevisionSeal
{
    /// <summary>What it is over, in the order that <see cref="Of(SqliteDataReader)"/> reads.</summary>
    public const string Fields = "number, at, author, action, source, summary, sum";

    public static long Of(SqliteDataReader r) =>
        Keys.Hash(string.Join('\n', Enumerable.Range(0, 7).Select(i => r.IsDBNull(i) ? "" : r.GetString(i))));

    public static long Of(Reading reading, long revision) => reading.One($"SELECT {Fields} FROM revision WHERE number = {revision}", Of);
}
