using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Questions to the file. One statement a question, two where a total is asked for. Each is about the newest revision, or about an
/// older one where its number is given.
/// </summary>
internal static class SqliteReader
{
    public const string LatestSql = "SELECT coalesce(max(number), 0) FROM revision";

    public static async Task<long> LatestAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = LatestSql;
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task<IReadOnlyList<Revision>> RevisionsAsync(
        SqliteConnection connection,
        string where,
        long argument,
        int first,
        CancellationToken ct
    )
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT number, at, author, action, source, summary FROM revision WHERE number {where} {sql.Value(argument)} ORDER BY "
                + $"number DESC LIMIT {sql.Value(first)}"
        );
        return await ListAsync(
            sql,
            connection,
            r => new Revision(
                r.GetInt64(0),
                DateTimeOffset.Parse(r.GetString(1), CultureInfo.InvariantCulture),
                r.GetString(2),
                r.GetString(3),
                r.IsDBNull(4) ? null : r.GetString(4),
                r.GetString(5)
            ),
            ct
        );
    }

    public static async Task<IReadOnlyList<ElementChange>> ChangesAsync(SqliteConnection c, long revision, CancellationToken ct)
    {
        var nodes = await ChangedAsync(c, "node_version", revision, ElementBodies.ReadNode, ct);
        var edges = await ChangedAsync(c, "edge_version", revision, ElementBodies.ReadEdge, ct);
        return
        [
            .. nodes.Select(n => new ElementChange(n.Key, n.Before, n.After, null, null)),
            .. edges.Select(e => new ElementChange(e.Key, null, null, e.Before, e.After)),
        ];
    }

    public static async Task<Slice<Node>> QueryAsync(SqliteConnection c, NodeQuery query, long? at, CancellationToken ct)
    {
        var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
        var sql = new SqlBuilder();
        var nodes = new NodeSql(sql, at);
        sql.Append($"SELECT n.body FROM node_version n WHERE {sql.Stands("n", at)} AND {nodes.Where(query.Filter, "n")}");
        if (page.After is not null)
        {
            sql.Append($" AND {nodes.Beyond(terms, "n", page.After, reverse: false)}");
        }

        if (page.Before is not null)
        {
            sql.Append($" AND {nodes.Beyond(terms, "n", page.Before, reverse: true)}");
        }

        sql.Append($" ORDER BY {NodeSql.OrderBy(terms, "n", page.IsBackwards)}");
        // One row more than asked for tells whether there is a next page.
        if (page.Limit is { } limit)
        {
            sql.Append($" LIMIT {sql.Value(limit + 1L)}");
        }

        var rows = await ListAsync(sql, c, r => ElementBodies.ReadNode(r.GetString(0)), ct);
        var isCut = rows.Count > page.Limit;
        if (isCut)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (page.IsBackwards)
        {
            rows.Reverse();
        }

        return Slice<Node>.Of(page, rows, isCut, query.Count ? await CountAsync(c, query, at, ct) : null);
    }

    public static async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(
        SqliteConnection c,
        ExpandQuery query,
        long? at,
        CancellationToken ct
    )
    {
        var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
        var sql = new SqlBuilder();
        var nodes = new NodeSql(sql, at);
        sql.Append(
            $"""
            WITH parent(key) AS (SELECT DISTINCT value FROM json_each({sql.Value(
                System.Text.Json.JsonSerializer.Serialize(query.Parents.ToArray(), Lists.Default.StringArray)
            )})),
            met AS MATERIALIZED (
              SELECT p.key AS parent, n.id AS node, e.id AS edge,
                     row_number() OVER (PARTITION BY p.key ORDER BY {NodeSql.OrderBy(terms, "n", reverse: false)}, e.key) AS place,
                     {(page.After is null ? "1" : nodes.Beyond(terms, "n", page.After, reverse: false, "e"))}
                     AND {(page.Before is null ? "1" : nodes.Beyond(terms, "n", page.Before, reverse: true, "e"))} AS inside
              FROM parent p, edge_version e, node_version n
              WHERE {nodes.Step(query.Walk, "p.key", "e", "n")} AND {nodes.Where(query.Filter, "n")}),
            bounds AS (SELECT parent, count(*) AS total, sum(inside) AS inside FROM met GROUP BY parent),
            page AS (SELECT *, row_number() OVER (PARTITION BY parent ORDER BY place {(
                page.IsBackwards ? "DESC" : "ASC"
            )}) AS nr FROM met WHERE inside)
            SELECT b.parent, b.total, b.inside, n.body, e.body
            FROM bounds b LEFT JOIN page r ON r.parent = b.parent{(page.Limit is { } most ? $" AND r.nr <= {sql.Value(most)}" : "")}
            LEFT JOIN node_version n ON n.id = r.node LEFT JOIN edge_version e ON e.id = r.edge
            ORDER BY b.parent, r.place
            """
        );
        var rows = await ListAsync(
            sql,
            c,
            r =>
                (
                    Parent: r.GetString(0),
                    Total: r.GetInt32(1),
                    Inside: r.GetInt32(2),
                    Neighbour: r.IsDBNull(3)
                        ? null
                        : new Neighbour(ElementBodies.ReadNode(r.GetString(3)), ElementBodies.ReadEdge(r.GetString(4)))
                ),
            ct
        );
        var byParent = rows.ToLookup(r => r.Parent, StringComparer.Ordinal);
        return
        [
            .. query.Parents.Select(p =>
            {
                var own = byParent[p].FirstOrDefault();
                List<Neighbour> shown = [.. byParent[p].Select(r => r.Neighbour).OfType<Neighbour>()];
                return Slice<Neighbour>.Of(page, shown, own.Inside > page.Limit, query.Count ? own.Total : null);
            }),
        ];
    }

    public static async Task<IReadOnlyList<T>> ByKeyAsync<T>(
        SqliteConnection connection,
        string table,
        IReadOnlyCollection<string> keys,
        long? at,
        Func<string, T> read,
        CancellationToken ct
    )
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var sql = new SqlBuilder();
        sql.Append($"SELECT v.body FROM {table} v WHERE v.key IN {sql.Values(keys)} AND {sql.Stands("v", at)}");
        return await ListAsync(sql, connection, r => read(r.GetString(0)), ct);
    }

    public static async Task<List<T>> ListAsync<T>(
        SqlBuilder sql,
        SqliteConnection connection,
        Func<SqliteDataReader, T> read,
        CancellationToken ct
    )
    {
        await using var command = sql.Build(connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>
    /// What stood at an older revision and stands no more, in key order: the indexes that follow the newest revision do not hold it.
    /// </summary>
    public static async Task<List<(long Id, T Element)>> GoneSinceAsync<T>(
        SqliteConnection connection,
        string table,
        long at,
        Func<string, T> read,
        CancellationToken ct
    )
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT v.id, v.body FROM {table} v WHERE v.until_rev > {sql.Value(at)} AND v.from_rev <= {sql.Value(at)} ORDER BY v.key"
        );
        return await ListAsync(sql, connection, r => (r.GetInt64(0), read(r.GetString(1))), ct);
    }

    private static async Task<int> CountAsync(SqliteConnection connection, NodeQuery query, long? at, CancellationToken ct)
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT count(*) FROM node_version n WHERE {sql.Stands("n", at)} AND " + $"{new NodeSql(sql, at).Where(query.Filter, "n")}"
        );
        return (await ListAsync(sql, connection, r => r.GetInt32(0), ct))[0];
    }

    private static async Task<IEnumerable<(string Key, T? Before, T? After)>> ChangedAsync<T>(
        SqliteConnection connection,
        string table,
        long revision,
        Func<string, T> read,
        CancellationToken ct
    )
        where T : class
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT key, body, from_rev = {sql.Value(revision)} FROM {table} WHERE from_rev = {sql.Value(revision)} OR until_rev = "
                + $"{sql.Value(revision)} ORDER BY key"
        );
        var rows = await ListAsync(
            sql,
            connection,
            r => (Key: r.GetString(0), Element: read(r.GetString(1)), IsAfter: r.GetInt32(2) == 1),
            ct
        );
        return rows.GroupBy(r => r.Key, StringComparer.Ordinal)
            .Select(g =>
                (
                    g.Key,
                    g.Where(r => !r.IsAfter).Select(T? (r) => r.Element).FirstOrDefault(),
                    g.Where(r => r.IsAfter).Select(T? (r) => r.Element).FirstOrDefault()
                )
            );
    }
}
