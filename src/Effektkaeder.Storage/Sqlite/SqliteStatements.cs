using Effektkaeder.Domain;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What one agreement states. The table of statements follows the newest revision, as the index of words does.</summary>
internal static class SqliteStatements
{
    public static (IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges) Of(Reading reading, string aftale) =>
        (
            Of(
                reading,
                ("node_version", 0, Reading.NodeFields("v")),
                aftale,
                (r, at) => reading.Node(r, at),
                n => n.Key,
                n => n.Udsagn.Select(u => u.Aftale)
            ),
            Of(
                reading,
                ("edge_version", 1, Reading.EdgeFields("v")),
                aftale,
                (r, at) => reading.Edge(r, at),
                e => e.Key,
                e => e.Udsagn.Select(u => u.Aftale)
            )
        );

    private static IReadOnlyList<T> Of<T>(
        Reading reading,
        (string Name, int IsEdge, string Fields) table,
        string aftale,
        Func<SqliteDataReader, int, T> read,
        Func<T, string> keyOf,
        Func<T, IEnumerable<string>> statedBy
    )
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"""
            SELECT {table.Fields} FROM statement s JOIN {table.Name} v ON v.id = s.version
            WHERE s.aftale = (SELECT id FROM term WHERE text = {sql.Value(aftale)}) AND s.is_edge = {table.IsEdge}
              AND v.until_rev IS NULL AND {sql.Stands("v", reading.At)}
            """
        );
        IEnumerable<T> stated = reading.List(sql, r => read(r, 0));
        if (reading.At is { } at)
        {
            var gone = GoneSince.Read(reading, table.Name, table.Fields, at, r => read(r, 1));
            stated = stated.Concat(gone.Select(g => g.Element).Where(e => statedBy(e).Contains(aftale)));
        }

        return [.. stated.OrderBy(keyOf, StringComparer.Ordinal)];
    }
}
