using Effektkaeder.Domain;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>What one agreement states. The table of statements follows the newest revision, as the index of words does.</summary>
internal static class SqliteStatements
{
    public static async Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> OfAsync(
        SqliteConnection c,
        string aftale,
        long? at,
        CancellationToken ct
    ) =>
        (
            await OfAsync(c, "node_version", 0, aftale, at, ElementBodies.ReadNode, n => n.Key, n => n.Udsagn.Select(u => u.Aftale), ct),
            await OfAsync(c, "edge_version", 1, aftale, at, ElementBodies.ReadEdge, e => e.Key, e => e.Udsagn.Select(u => u.Aftale), ct)
        );

    private static async Task<IReadOnlyList<T>> OfAsync<T>(
        SqliteConnection c,
        string table,
        int isEdge,
        string aftale,
        long? at,
        Func<string, T> read,
        Func<T, string> keyOf,
        Func<T, IEnumerable<string>> statedBy,
        CancellationToken ct
    )
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT v.body FROM statement s JOIN {table} v ON v.id = s.version WHERE s.aftale = {sql.Value(aftale)} AND s.is_edge "
                + $"= {sql.Value(isEdge)} AND v.until_rev IS NULL AND {sql.Stands("v", at)} ORDER BY v.key"
        );
        var stated = await SqliteReader.ListAsync(sql, c, r => read(r.GetString(0)), ct);
        if (at is not { } then)
        {
            return stated;
        }

        var gone = await SqliteReader.GoneSinceAsync(c, table, then, read, ct);
        return
        [
            .. stated.Concat(gone.Select(g => g.Element).Where(e => statedBy(e).Contains(aftale))).OrderBy(keyOf, StringComparer.Ordinal),
        ];
    }
}
