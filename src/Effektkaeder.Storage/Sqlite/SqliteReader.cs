using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Questions to the file. One statement a question, two where a total is asked for.</summary>
internal sealed class SqliteReader(SqliteDatabase database)
{
    public Task<long> LatestAsync(CancellationToken ct) => database.ReadAsync(c => LatestAsync(c, ct), ct);

    public static async Task<long> LatestAsync(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(number), 0) FROM revision";
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public Task<IReadOnlyList<Revision>> RevisionsAsync(string where, long argument, int first, CancellationToken ct) =>
        database.ReadAsync(c => RevisionsAsync(c, where, argument, first, ct), ct);

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

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var nodes = await ChangedAsync(c, "node_version", revision, ElementBodies.ReadNode, ct);
                var edges = await ChangedAsync(c, "edge_version", revision, ElementBodies.ReadEdge, ct);
                return (IReadOnlyList<ElementChange>)
                    [
                        .. nodes.Select(n => new ElementChange(n.Key, n.Before, n.After, null, null)),
                        .. edges.Select(e => new ElementChange(e.Key, null, null, e.Before, e.After)),
                    ];
            },
            ct
        );

    public Task<IReadOnlyList<T>> ByKeyAsync<T>(
        string table,
        IReadOnlyCollection<string> keys,
        long? revision,
        Func<string, T> read,
        CancellationToken ct
    ) => database.ReadAsync(c => ByKeyAsync(c, table, keys, revision, read, ct), ct);

    public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
                var backwards = page.First is null && page.Last is not null;
                var limit = page.First ?? page.Last;
                var sql = new SqlBuilder();
                var nodes = new NodeSql(sql, query.Revision);
                sql.Append(
                    $"SELECT n.body FROM node_version n WHERE {sql.Stands("n", query.Revision)} AND {nodes.Where(query.Filter, "n")}"
                );
                if (page.After is not null)
                {
                    sql.Append($" AND {nodes.Beyond(terms, "n", page.After, reverse: false)}");
                }

                if (page.Before is not null)
                {
                    sql.Append($" AND {nodes.Beyond(terms, "n", page.Before, reverse: true)}");
                }

                sql.Append($" ORDER BY {NodeSql.OrderBy(terms, "n", backwards)}");
                // One row more than asked for tells whether there is a next page.
                if (limit is not null)
                {
                    sql.Append($" LIMIT {sql.Value(limit + 1L)}");
                }

                var rows = (await ListAsync(sql, c, r => ElementBodies.ReadNode(r.GetString(0)), ct)).ToList();
                var more = limit is not null && rows.Count > limit;
                if (more)
                {
                    rows.RemoveAt(rows.Count - 1);
                }

                if (backwards)
                {
                    rows.Reverse();
                }

                var total = query.Count ? await CountAsync(c, query, ct) : (int?)null;
                return new Slice<Node>(rows, backwards ? page.Before is not null : more, backwards ? more : page.After is not null, total);
            },
            ct
        );

    public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
            {
                var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
                var sql = new SqlBuilder();
                var nodes = new NodeSql(sql, query.Revision);
                var (backwards, limit) = (page.First is null && page.Last is not null, page.First ?? page.Last);
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
                        backwards ? "DESC" : "ASC"
                    )}) AS nr FROM met WHERE inside)
                    SELECT b.parent, b.total, b.inside, n.body, e.body
                    FROM bounds b LEFT JOIN page r ON r.parent = b.parent{(limit is { } most ? $" AND r.nr <= {sql.Value(most)}" : "")}
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
                return (IReadOnlyList<Slice<Neighbour>>)
                    [
                        .. query.Parents.Select(p =>
                        {
                            var own = byParent[p].FirstOrDefault();
                            var more = own.Inside > limit;
                            return new Slice<Neighbour>(
                                [.. byParent[p].Select(r => r.Neighbour).OfType<Neighbour>()],
                                backwards ? page.Before is not null : more,
                                backwards ? more : page.After is not null,
                                query.Count ? own.Total : null
                            );
                        }),
                    ];
            },
            ct
        );

    public Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) =>
        database.ReadAsync(c => SearchAsync(c, query, ct), ct);

    private static async Task<Slice<SearchHit>> SearchAsync(SqliteConnection c, SearchQuery query, CancellationToken ct)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var sql = new SqlBuilder();
        var folded = sql.Value(Fold.Of(query.Text.Trim()));
        var inTitle = string.Join(
            " AND ",
            words.Select(w => $"({string.Join(" OR ", w.Select(r => $"instr(n.titel_ord, {sql.Value($" {r} ")}) > 0"))})")
        );
        var kinds = query.Kinds.Count == 0 ? "1" : $"n.kind IN {sql.Values(query.Kinds.Select(k => k.Info().Code))}";
        var kommune = query.Kommune is null ? "1" : $"n.kommune = {sql.Value(query.Kommune)}";
        // Every word is quoted, so that nothing in it is read as an operator of the full-text language; the last may be a beginning.
        var match = sql.Value(
            string.Join(
                " AND ",
                words.Select(
                    (w, i) => $"({string.Join(" OR ", w.Select((r, j) => $"\"{r}\"{(i == words.Count - 1 && j == 0 ? "*" : "")}"))})"
                )
            )
        );
        sql.Append(
            $"""
            SELECT n.body, CASE WHEN n.titel_fold = {folded} THEN 0 WHEN substr(n.titel_fold, 1, length({folded})) = {folded} THEN 1
                                WHEN {inTitle} THEN 2 ELSE 3 END AS rank, count(*) OVER () AS total
            FROM node_words w JOIN node_version n ON n.id = w.rowid
            WHERE w.words MATCH {match} AND n.until_rev IS NULL AND {kinds} AND {kommune}
            ORDER BY rank, n.level, n.key LIMIT {sql.Value(query.First + 1L)} OFFSET {sql.Value(query.Skip)}
            """
        );
        var rows = (
            await ListAsync(
                sql,
                c,
                r => (Hit: new SearchHit(ElementBodies.ReadNode(r.GetString(0)), r.GetInt32(1)), Total: r.GetInt32(2)),
                ct
            )
        ).ToList();
        if (rows.Count == 0 && query.Skip > 0)
        {
            return new([], false, true, (await SearchAsync(c, query with { First = 0, Skip = 0 }, ct)).Total);
        }

        return new(
            [.. rows.Take(query.First).Select(r => r.Hit)],
            rows.Count > query.First,
            query.Skip > 0,
            rows.Count == 0 ? 0 : rows[0].Total
        );
    }

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        database.ReadAsync(
            async c =>
                (
                    await StatedAsync(c, "node_version", 0, aftale, ElementBodies.ReadNode, ct),
                    await StatedAsync(c, "edge_version", 1, aftale, ElementBodies.ReadEdge, ct)
                ),
            ct
        );

    public static async Task<IReadOnlyList<T>> ByKeyAsync<T>(
        SqliteConnection connection,
        string table,
        IReadOnlyCollection<string> keys,
        long? revision,
        Func<string, T> read,
        CancellationToken ct
    )
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var sql = new SqlBuilder();
        sql.Append($"SELECT v.body FROM {table} v WHERE v.key IN {sql.Values(keys)} AND {sql.Stands("v", revision)}");
        return await ListAsync(sql, connection, r => read(r.GetString(0)), ct);
    }

    public static async Task<IReadOnlyList<T>> ListAsync<T>(
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

    private static async Task<int> CountAsync(SqliteConnection connection, NodeQuery query, CancellationToken ct)
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT count(*) FROM node_version n WHERE {sql.Stands("n", query.Revision)} AND "
                + $"{new NodeSql(sql, query.Revision).Where(query.Filter, "n")}"
        );
        return (await ListAsync(sql, connection, r => r.GetInt32(0), ct))[0];
    }

    private static async Task<IReadOnlyList<T>> StatedAsync<T>(
        SqliteConnection connection,
        string table,
        int isEdge,
        string aftale,
        Func<string, T> read,
        CancellationToken ct
    )
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT v.body FROM statement s JOIN {table} v ON v.id = s.version WHERE s.aftale = {sql.Value(aftale)} AND s.is_edge "
                + $"= {sql.Value(isEdge)} AND v.until_rev IS NULL ORDER BY v.key"
        );
        return await ListAsync(sql, connection, r => read(r.GetString(0)), ct);
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
