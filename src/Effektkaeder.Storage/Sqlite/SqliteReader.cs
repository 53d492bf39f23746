using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>Questions to the file. One statement a question, two where a total is asked for.</summary>
internal static class SqliteReader
{
    public const string LatestSql = "SELECT coalesce(max(number), 0) FROM revision";

    public static long Latest(Reading reading) => reading.One(LatestSql, r => r.GetInt64(0));

    public static IReadOnlyList<Revision> Revisions(Reading reading, string where, long argument, int first)
    {
        var sql = new SqlBuilder();
        sql.Append(
            $"SELECT {RevisionSeal.Fields}, seal FROM revision WHERE number {where} {sql.Value(argument)} ORDER BY number DESC LIMIT "
                + sql.Value(first)
        );
        return reading.List(
            sql,
            r =>
                RevisionSeal.Of(r) == r.GetInt64(7)
                    ? Revision(r)
                    : throw new DamagedRowException($"Det, der står om revision {r.GetInt64(0)}, er ikke, hvad der blev skrevet.")
        );
    }

    /// <summary>Of number, at, author, action, source and summary, in this order.</summary>
    public static Revision Revision(SqliteDataReader r) =>
        new(
            r.GetInt64(0),
            DateTimeOffset.Parse(r.GetString(1), CultureInfo.InvariantCulture),
            r.GetString(2),
            r.GetString(3),
            r.IsDBNull(4) ? null : r.GetString(4),
            r.GetString(5)
        );

    public static IReadOnlyList<ElementChange> Changes(Reading reading, long revision)
    {
        var nodes = Changed(reading, "node_version", Reading.NodeFields("v"), revision, r => reading.Node(r), n => n.Key);
        var edges = Changed(reading, "edge_version", Reading.EdgeFields("v"), revision, r => reading.Edge(r), e => e.Key);
        return
        [
            .. nodes.Select(n => new ElementChange(n.Key, n.Before, n.After, null, null)),
            .. edges.Select(e => new ElementChange(e.Key, null, null, e.Before, e.After)),
        ];
    }

    public static IReadOnlyList<Node> Nodes(Reading reading, IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var sql = new SqlBuilder();
        sql.Append(
            $"""
            SELECT {Reading.NodeFields("n")} FROM (SELECT DISTINCT value FROM json_each({sql.Json(keys)})) v
            JOIN key k ON k.hash = key_hash(v.value) AND k.name = v.value
            JOIN node_version n ON n.key = k.id AND {sql.Stands("n", reading.At)}
            """
        );
        return reading.List(sql, r => reading.Node(r));
    }

    public static IReadOnlyList<Edge> Edges(Reading reading, IReadOnlyCollection<string> keys)
    {
        List<EdgeName> names = [.. keys.Distinct(StringComparer.Ordinal).Select(EdgeName.Parse).OfType<EdgeName>()];
        var numbers = Keys.Find(reading, names.SelectMany(n => new[] { n.From, n.To }).Distinct(StringComparer.Ordinal));
        var sql = new SqlBuilder();
        sql.Append(
            $"""
            SELECT {Reading.EdgeFields("e")}
            FROM (SELECT value ->> 0 AS a, value ->> 1 AS b, value ->> 2 AS type, value ->> 3 AS art FROM json_each({sql.Value(
                Wanted(names, numbers)
            )})) w
            JOIN edge_version e ON e.from_key = w.a AND e.type = w.type AND e.to_key = w.b AND e.art IS w.art
              AND {sql.Stands("e", reading.At)}
            """
        );
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reading.List(sql, r => reading.Edge(r)).Where(e => wanted.Contains(e.Key)).DistinctBy(e => e.Key, StringComparer.Ordinal),
        ];
    }

    public static Slice<Node> Query(Reading reading, NodeQuery query)
    {
        var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
        var sql = new SqlBuilder();
        var nodes = new NodeSql(sql, reading.At);
        sql.Append(
            $"SELECT {Reading.NodeFields("n")} FROM node_version n WHERE {sql.Stands("n", reading.At)} AND {nodes.Where(query.Filter, "n")}"
        );
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

        var rows = reading.List(sql, r => reading.Node(r));
        var isCut = rows.Count > page.Limit;
        if (isCut)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (page.IsBackwards)
        {
            rows.Reverse();
        }

        return Slice<Node>.Of(page, rows, isCut, query.Count ? Count(reading, query) : null);
    }

    public static IReadOnlyList<Slice<Neighbour>> Expand(Reading reading, ExpandQuery query)
    {
        var (terms, page) = (NodeSql.Terms(query.Order), query.Page);
        var sql = new SqlBuilder();
        var nodes = new NodeSql(sql, reading.At);
        sql.Append(
            $"""
            WITH parent(key, name) AS MATERIALIZED (
              SELECT k.id, k.name FROM (SELECT DISTINCT value FROM json_each({sql.Json(query.Parents)})) v
              JOIN key k ON k.hash = key_hash(v.value) AND k.name = v.value),
            met AS MATERIALIZED (
              SELECT p.name AS parent, n.id AS node, e.id AS edge,
                     row_number() OVER (
                       PARTITION BY p.name ORDER BY {NodeSql.OrderBy(terms, "n", reverse: false)}, {NodeSql.EdgeKey("e")}) AS place,
                     {(page.After is null ? "1" : nodes.Beyond(terms, "n", page.After, reverse: false, "e"))}
                     AND {(page.Before is null ? "1" : nodes.Beyond(terms, "n", page.Before, reverse: true, "e"))} AS inside
              FROM parent p, edge_version e, node_version n
              WHERE {nodes.Step(query.Walk, "p.key", "e", "n")} AND {nodes.Where(query.Filter, "n")}),
            bounds AS (SELECT parent, count(*) AS total, sum(inside) AS inside FROM met GROUP BY parent),
            page AS (SELECT *, row_number() OVER (PARTITION BY parent ORDER BY place {(
                page.IsBackwards ? "DESC" : "ASC"
            )}) AS nr FROM met WHERE inside)
            SELECT b.parent, b.total, b.inside, {Reading.NodeFields("n")}, {Reading.EdgeFields("e")}
            FROM bounds b LEFT JOIN page r ON r.parent = b.parent{(page.Limit is { } most ? $" AND r.nr <= {sql.Value(most)}" : "")}
            LEFT JOIN node_version n ON n.id = r.node LEFT JOIN edge_version e ON e.id = r.edge
            ORDER BY b.parent, r.place
            """
        );
        var byParent = reading
            .List(
                sql,
                r =>
                    (
                        Parent: r.GetString(0),
                        Total: r.GetInt32(1),
                        Inside: r.GetInt32(2),
                        Neighbour: r.IsDBNull(3) ? null : new Neighbour(reading.Node(r, 3), reading.Edge(r, 3 + Reading.NodeWidth))
                    )
            )
            .ToLookup(r => r.Parent, StringComparer.Ordinal);
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

    private static int Count(Reading reading, NodeQuery query)
    {
        var sql = new SqlBuilder();
        sql.Append($"SELECT count(*) FROM node_version n WHERE {sql.Stands("n", reading.At)}");
        sql.Append($" AND {new NodeSql(sql, reading.At).Where(query.Filter, "n")}");
        return reading.List(sql, r => r.GetInt32(0))[0];
    }

    /// <summary>Each edge as its ends' numbers, its type and art; a coupling, which has no direction, both ways.</summary>
    private static string Wanted(IEnumerable<EdgeName> names, Dictionary<string, long> numbers) =>
        "["
        + string.Join(
            ',',
            names
                .Where(n => numbers.ContainsKey(n.From) && numbers.ContainsKey(n.To))
                .SelectMany(n => n.Type == EdgeType.KoblerTil ? [n, n with { From = n.To, To = n.From }] : new[] { n })
                .Select(n => $"[{numbers[n.From]},{numbers[n.To]},{(int)n.Type},{(n.Art is { } art ? $"{(int)art}" : "null")}]")
        )
        + "]";

    private static IEnumerable<(string Key, T? Before, T? After)> Changed<T>(
        Reading reading,
        string table,
        string fields,
        long revision,
        Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read,
        Func<T, string> keyOf
    )
        where T : class
    {
        List<T> Rows(string column) => reading.List($"SELECT {fields} FROM {table} v WHERE v.{column} = {revision}", read);
        var (after, before) = (Rows("from_rev"), Rows("until_rev"));
        return after
            .Select(e => (Key: keyOf(e), Element: e, IsAfter: true))
            .Concat(before.Select(e => (Key: keyOf(e), Element: e, IsAfter: false)))
            .GroupBy(e => e.Key, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                (
                    g.Key,
                    g.Where(e => !e.IsAfter).Select(T? (e) => e.Element).FirstOrDefault(),
                    g.Where(e => e.IsAfter).Select(T? (e) => e.Element).FirstOrDefault()
                )
            );
    }
}
