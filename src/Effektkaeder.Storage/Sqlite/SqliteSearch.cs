using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// Full-text search. The index holds the words of the newest revision alone; at an older one its hits are those that stood then, and
/// what has changed since is held against the question node by node.
/// </summary>
internal static class SqliteSearch
{
    public static Slice<SearchHit> Run(Reading reading, SearchQuery query)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var sql = new SqlBuilder();
        var found = $"n.id IN (SELECT rowid FROM node_words WHERE node_words MATCH {sql.Value(Match(words))})";
        if (reading.At is { } then)
        {
            found = $"({found} OR n.id IN {sql.Values(Gone(reading, query, then))})";
        }

        var folded = sql.Value(Fold.Of(query.Text.Trim()));
        var inTitle = string.Join(
            " AND ",
            words.Select(w => $"({string.Join(" OR ", w.Select(r => $"instr(stems(n.titel), {sql.Value($" {r} ")}) > 0"))})")
        );
        var kinds = query.Kinds.Count == 0 ? "1" : NodeSql.KindIn(query.Kinds, "n");
        var kommune = query.Kommune is null ? "1" : $"n.kommune = (SELECT id FROM term WHERE text = {sql.Value(query.Kommune)})";
        sql.Append(
            $"""
            SELECT {Reading.NodeFields(
                "n"
            )}, CASE WHEN fold(n.titel) = {folded} THEN 0 WHEN substr(fold(n.titel), 1, length({folded})) = {folded} THEN 1
                                WHEN {inTitle} THEN 2 ELSE 3 END AS rank, count(*) OVER () AS total
            FROM node_version n WHERE {found} AND {sql.Stands("n", reading.At)} AND {kinds} AND {kommune}
            ORDER BY rank, {NodeSql.OrderBy(NodeSql.Terms([new(OrderField.Level)]), "n", reverse: false)} LIMIT {sql.Value(
                query.First + 1L
            )} OFFSET {sql.Value(query.Skip)}
            """
        );
        var rows = reading.List(
            sql,
            r => (Hit: new SearchHit(reading.Node(r), r.GetInt32(Reading.NodeWidth)), Total: r.GetInt32(Reading.NodeWidth + 1))
        );
        if (rows.Count == 0 && query.Skip > 0)
        {
            return new([], false, true, Run(reading, query with { First = 0, Skip = 0 }).Total);
        }

        return new(
            [.. rows.Take(query.First).Select(r => r.Hit)],
            rows.Count > query.First,
            query.Skip > 0,
            rows.Count == 0 ? 0 : rows[0].Total
        );
    }

    /// <summary>
    /// The question in the index's language. Every word is quoted, so that nothing in it is read as an operator; the last may be a
    /// beginning.
    /// </summary>
    private static string Match(IReadOnlyList<IReadOnlyList<string>> words) =>
        string.Join(
            " AND ",
            words.Select((w, i) => $"({string.Join(" OR ", w.Select((r, j) => $"\"{r}\"{(i == words.Count - 1 && j == 0 ? "*" : "")}"))})")
        );

    private static IEnumerable<long> Gone(Reading reading, SearchQuery query, long at)
    {
        var search = new WordSearch(query);
        return GoneSince
            .Read(reading, "node_version", Reading.NodeFields("v"), at, r => reading.Node(r, 1))
            .Where(g => search.RankOf(g.Element) is not null)
            .Select(g => g.Id);
    }
}
