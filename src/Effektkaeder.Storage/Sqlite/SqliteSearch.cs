using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;
using Microsoft.Data.Sqlite;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Full-text search. The index holds the words of the newest revision alone; at an older one its hits are those that stood then, and
/// what has changed since is held against the question node by node.
/// </summary>
internal static class SqliteSearch
{
    public static Slice<SearchHit> Run(Reading reading, SearchQuery query)
    {
        var found = Run(reading, query, Reading.NodeFields("n"), Reading.NodeWidth, r => reading.Node(r));
        return new([.. found.Items.Select(h => new SearchHit(h.Hit, h.Rank))], found.HasNext, found.HasPrevious, found.Total);
    }

    /// <summary>The keys alone, for who has the nodes.</summary>
    public static Slice<(string Key, int Rank)> Keys(Reading reading, SearchQuery query) =>
        Run(reading, query, Reading.KeyOf("n.key"), 1, r => r.GetString(0));

    /// <param name="fields">What is read of each hit; <paramref name="width"/> how many fields that is.</param>
    private static Slice<(T Hit, int Rank)> Run<T>(
        Reading reading,
        SearchQuery query,
        string fields,
        int width,
        Func<SqliteDataReader, T> read
    )
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<(T, int)>.Empty;
        }

        var sql = new SqlBuilder();
        var found = Found(Match(words));
        // The words of a title are a column of the index, so that a title is looked at only where it stands there no more.
        var inTitle = Found($"{{titel}} : ({string.Join(" AND ", words.Select(w => $"({string.Join(" OR ", w.Select(Quoted))})"))})");
        if (reading.At is { } then)
        {
            var gone = sql.Values(Gone(reading, query, then));
            found = $"({found} OR n.id IN {gone})";
            inTitle = string.Join(
                " AND ",
                words.Select(w => $"({string.Join(" OR ", w.Select(r => $"instr(stems(n.titel), {sql.Value($" {r} ")}) > 0"))})")
            );
        }

        var fit = $"fit(n.titel, {sql.Value(Fold.Of(query.Text.Trim()))})";
        var kinds = query.Kinds.Count == 0 ? "1" : NodeSql.KindIn(query.Kinds, "n");
        var kommune = query.Kommune is null ? "1" : $"n.kommune = (SELECT id FROM term WHERE text = {sql.Value(query.Kommune)})";
        sql.Append(
            $"""
            SELECT {fields}, CASE {fit} WHEN 0 THEN 0 WHEN 1 THEN 1 ELSE CASE WHEN {inTitle} THEN 2 ELSE 3 END END AS rank,
                count(*) OVER () AS total
            FROM node_version n WHERE {found} AND {sql.Stands("n", reading.At)} AND {kinds} AND {kommune}
            ORDER BY rank, {NodeSql.OrderBy(NodeSql.Terms([new(OrderField.Level)]), "n", reverse: false)} LIMIT {sql.Value(
                query.First + 1L
            )} OFFSET {sql.Value(query.Skip)}
            """
        );
        var rows = reading.List(sql, r => (Hit: read(r), Rank: r.GetInt32(width), Total: r.GetInt32(width + 1)));
        if (rows.Count == 0 && query.Skip > 0)
        {
            return new([], false, true, Run(reading, query with { First = 0, Skip = 0 }, fields, width, read).Total);
        }

        return new(
            [.. rows.Take(query.First).Select(r => (r.Hit, r.Rank))],
            rows.Count > query.First,
            query.Skip > 0,
            rows.Count == 0 ? 0 : rows[0].Total
        );

        string Found(string match) => $"n.id IN (SELECT rowid FROM node_words WHERE node_words MATCH {sql.Value(match)})";
    }

    /// <summary>
    /// The question in the index's language. Every word is quoted, so that nothing in it is read as an operator; the last may be a
    /// beginning.
    /// </summary>
    private static string Match(IReadOnlyList<IReadOnlyList<string>> words) =>
        string.Join(
            " AND ",
            words.Select((w, i) => $"({string.Join(" OR ", w.Select((r, j) => Quoted(r) + (i == words.Count - 1 && j == 0 ? "*" : "")))})")
        );

    private static string Quoted(string stem) => $"\"{stem}\"";

    private static IEnumerable<long> Gone(Reading reading, SearchQuery query, long at)
    {
        var search = new WordSearch(query);
        return GoneSince
            .Read(reading, "node_version", Reading.NodeFields("v"), at, r => reading.Node(r, 1))
            .Where(g => search.RankOf(g.Element) is not null)
            .Select(g => g.Id);
    }
}
