using System.Text.Json;
using Effektkaeder.Domain;
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
    public static async Task<Slice<SearchHit>> RunAsync(SqliteConnection c, SearchQuery query, long? at, CancellationToken ct)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var sql = new SqlBuilder();
        var found = $"n.id IN (SELECT rowid FROM node_words WHERE words MATCH {sql.Value(Match(words))})";
        if (at is { } then)
        {
            found = $"({found} OR n.id IN (SELECT value FROM json_each({sql.Value(await GoneAsync(c, query, then, ct))})))";
        }

        var folded = sql.Value(Fold.Of(query.Text.Trim()));
        var inTitle = string.Join(
            " AND ",
            words.Select(w => $"({string.Join(" OR ", w.Select(r => $"instr(n.titel_ord, {sql.Value($" {r} ")}) > 0"))})")
        );
        var kinds = query.Kinds.Count == 0 ? "1" : $"n.kind IN {sql.Values(query.Kinds.Select(k => k.Info().Code))}";
        var kommune = query.Kommune is null ? "1" : $"n.kommune = {sql.Value(query.Kommune)}";
        sql.Append(
            $"""
            SELECT n.body, CASE WHEN n.titel_fold = {folded} THEN 0 WHEN substr(n.titel_fold, 1, length({folded})) = {folded} THEN 1
                                WHEN {inTitle} THEN 2 ELSE 3 END AS rank, count(*) OVER () AS total
            FROM node_version n WHERE {found} AND {sql.Stands("n", at)} AND {kinds} AND {kommune}
            ORDER BY rank, n.level, n.key LIMIT {sql.Value(query.First + 1L)} OFFSET {sql.Value(query.Skip)}
            """
        );
        var rows = await SqliteReader.ListAsync(
            sql,
            c,
            r => (Hit: new SearchHit(ElementBodies.ReadNode(r.GetString(0)), r.GetInt32(1)), Total: r.GetInt32(2)),
            ct
        );
        if (rows.Count == 0 && query.Skip > 0)
        {
            return new([], false, true, (await RunAsync(c, query with { First = 0, Skip = 0 }, at, ct)).Total);
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

    private static async Task<string> GoneAsync(SqliteConnection c, SearchQuery query, long at, CancellationToken ct)
    {
        var search = new WordSearch(query);
        var gone = await SqliteReader.GoneSinceAsync(c, "node_version", at, ElementBodies.ReadNode, ct);
        return JsonSerializer.Serialize(
            [.. gone.Where(g => search.RankOf(g.Element) is not null).Select(g => g.Id)],
            Lists.Default.Int64Array
        );
    }
}
