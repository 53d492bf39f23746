using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>Full-text search over the index of words, which holds those of the plain graph.</summary>
internal static class SearchCypher
{
    /// <summary>
    /// Where a text is longer, or can be spelled in more ways, or the page is further down, titles that begin so are not looked for.
    /// </summary>
    private const int MostLetters = 200,
        MostSpellings = 64,
        MostBeginning = 1_000;

    /// <summary>
    /// One row: how many are found, the page of them with their ranks, null, and whether the page is not to be relied on. At an older
    /// revision: null, all that are found and stood then, what stood then and is gone, whether it would be found or not, and false.
    /// </summary>
    /// <param name="many">
    /// Where more are found, the page is looked for among those whose titles begin with the text, which come first: to rank all that is
    /// found costs more than to find it. Where they do not fill it, it is not to be relied on.
    /// </param>
    public static string Of(CypherBuilder cypher, SearchQuery query, IReadOnlyList<IReadOnlyList<string>> words, int many, long? at)
    {
        var title = Fold.Of(query.Text.Trim());
        var folded = cypher.Value(title);
        var kinds = query.Kinds.Count == 0 ? "true" : $"n.slags IN {cypher.Value(query.Kinds.Select(k => k.Info().Code).ToArray())}";
        var kommune = query.Kommune is null ? "true" : $"n.kommune = {cypher.Value(query.Kommune)}";
        var asked = cypher.Value(words.Select(w => w.Select(r => $" {r} ").ToArray()).ToArray());
        var found = $"""
            CALL db.index.fulltext.queryNodes('_node_found', {cypher.Value(Match(query, words))}) YIELD node AS n
            WITH n WHERE {kinds} AND {kommune}
            """;
        // What is not asked about a node is not read of it.
        var ranked = $$"""
            WITH n, {{FoldCypher.Titel("n")}} AS titel
            WITH n, CASE WHEN titel = {{folded}} THEN 0 WHEN titel STARTS WITH {{folded}} THEN 1
                         WHEN all(w IN {{asked}} WHERE any(r IN w WHERE ' ' + left(n.words, n.titleEnd) + ' ' CONTAINS r)) THEN 2
                         ELSE 3 END AS rank
            """;
        var hit = $"[{ElementCypher.NodeFields("n")}, rank]";
        if (at is not null)
        {
            var then = cypher.Value(at);
            return $$"""
                RETURN [null, COLLECT { {{found}} AND n.fromRev <= {{then}} {{ranked}} RETURN {{hit}} },
                  COLLECT { MATCH (v:_NodeVersion) WHERE {{ElementCypher.Stood("v", then)}} RETURN {{ElementCypher.NodeFields(
                    "v"
                )}} }, false] AS row
                """;
        }

        var (skip, first, upTo) = (cypher.Value(query.Skip), cypher.Value(query.First), cypher.Value(query.Skip + query.First));
        var prefixes = query.Skip + query.First > MostBeginning ? null : SortPrefixes(title);
        // Asked twice: to count, the server reads nothing of a node, and of all it ranks it keeps only the page.
        return $$"""
            CALL () { {{found}} RETURN count(n) AS total }
            WITH total, {{(prefixes is null ? "false" : $"total > {cypher.Value(many)}")}} AS isMany
            CALL (isMany) {
              WITH isMany WHERE isMany
              CALL () {
                UNWIND {{cypher.Value(prefixes ?? [])}} AS prefix
                MATCH (n:_Node) WHERE n.sort STARTS WITH prefix AND n.titelFold IS NULL RETURN n, n.sort = prefix AS isWhole
                UNION ALL
                MATCH (n:_Node) WHERE n.titelFold STARTS WITH {{folded}} RETURN n, true AS isWhole
              }
              WITH n, isWhole WHERE {{kinds}} AND {{kommune}}
              WITH n, CASE WHEN isWhole AND {{FoldCypher.Titel("n")}} = {{folded}} THEN 0 ELSE 1 END AS rank
              ORDER BY rank, {{NodeCypher.Level("n")}}, n.key LIMIT {{upTo}}
              // What nearly all of them are is asked of the page alone.
              WITH {{hit}} AS hit, {{FoldCypher.Titel("n")}} STARTS WITH {{folded}} AND {{HasEveryWord(cypher, words, asked)}} AS isSo
              RETURN collect(hit) AS beginning, count(CASE WHEN isSo THEN 1 END) AS sure
            }
            CALL (isMany) {
              WITH isMany WHERE NOT isMany
              {{found}}
              {{ranked}}
              ORDER BY rank, {{NodeCypher.Level("n")}}, n.key SKIP {{skip}} LIMIT {{first}}
              RETURN collect({{hit}}) AS best
            }
            RETURN [total, CASE WHEN isMany THEN beginning[{{skip}}..] ELSE best END, null, isMany AND sure < {{upTo}}] AS row
            """;
    }

    /// <summary>
    /// What a title is sorted by begins with one of these, where it begins with a text when folded and the server folds it rightly: "ae"
    /// may be the letters or an æ, which may also be begun and no more at the end. Null where they would be many.
    /// </summary>
    internal static string[]? SortPrefixes(string folded)
    {
        if (folded.Length > MostLetters)
        {
            return null;
        }

        List<string> spelled = [.. Spelled(folded, 0).Take(MostSpellings + 1)];
        string[] prefixes = [.. spelled.Select(SortKey.Of).Distinct(StringComparer.Ordinal)];
        return spelled.Count > MostSpellings || prefixes.Contains("") ? null : prefixes;
    }

    /// <summary>The ways to spell the end of a folded text that the server would fold to it, or to something that begins with it.</summary>
    private static IEnumerable<string> Spelled(string folded, int from)
    {
        if (from == folded.Length)
        {
            return [""];
        }

        (string Letters, int Length)[] first = folded[from..] switch
        {
            "a" => [("a", 1), ("æ", 1), ("å", 1)],
            "o" => [("o", 1), ("ø", 1)],
            ['a', 'a', ..] => [("a", 1), ("å", 2)],
            ['a', 'e', ..] => [("a", 1), ("æ", 2)],
            ['o', 'e', ..] => [("o", 1), ("ø", 2)],
            _ => [(folded[from..(from + 1)], 1)],
        };
        return first.SelectMany(f => Spelled(folded, from + f.Length).Select(rest => f.Letters + rest));
    }

    /// <summary>The condition that a node has every word, as the index has it found.</summary>
    private static string HasEveryWord(CypherBuilder cypher, IReadOnlyList<IReadOnlyList<string>> words, string asked) =>
        $"(all(w IN {asked}[..-1] WHERE any(r IN w WHERE ' ' + n.words + ' ' CONTAINS r)) AND (any(r IN {asked}[-1] WHERE "
        + $"' ' + n.words + ' ' CONTAINS r) OR ' ' + n.words CONTAINS {cypher.Value(" " + words[^1][0])}))";

    /// <summary>
    /// Words are letters and digits, so nothing in them is an operator of the index's language; the last may be a beginning. Kinds and
    /// municipality only narrow here, as the index cuts them: whether a node is of them is its own to say.
    /// </summary>
    private static string Match(SearchQuery query, IReadOnlyList<IReadOnlyList<string>> words)
    {
        var asked = words.Select((w, i) => $"+({string.Join(" OR ", w.Select((r, j) => i == words.Count - 1 && j == 0 ? r + "*" : r))})");
        return $"+words:({string.Join(' ', asked)}){Within("kommune", query.Kommune is { } kommune ? [kommune] : [])}"
            + Within("slags", query.Kinds.Select(k => k.Info().Code));
    }

    /// <summary>Nothing where a value has no letters to look up.</summary>
    private static string Within(string property, IEnumerable<string> values)
    {
        List<string> all = [.. values];
        return all.Count == 0 || all.Any(string.IsNullOrWhiteSpace) ? "" : $" +{property}:({string.Join(' ', all.Select(Quoted))})";
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
