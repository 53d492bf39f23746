using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>Full-text search over the index of words, which holds those of the plain graph.</summary>
internal static class SearchCypher
{
    /// <summary>
    /// One row: how many are found, the page of them with their ranks, and null. At an older revision: null, all that are found and stood
    /// then, and what stood then and is gone, whether it would be found or not.
    /// </summary>
    public static string Of(CypherBuilder cypher, SearchQuery query, IReadOnlyList<IReadOnlyList<string>> words, long? at)
    {
        var folded = cypher.Value(Fold.Of(query.Text.Trim()));
        var kinds = query.Kinds.Count == 0 ? "true" : $"n.slags IN {cypher.Value(query.Kinds.Select(k => k.Info().Code).ToArray())}";
        var kommune = query.Kommune is null ? "true" : $"n.kommune = {cypher.Value(query.Kommune)}";
        var asked = cypher.Value(words.Select(w => w.Select(r => $" {r} ").ToArray()).ToArray());
        var found = $"""
            CALL db.index.fulltext.queryNodes('_node_found', {cypher.Value(Match(query, words))}) YIELD node AS n
            WITH n WHERE {kinds} AND {kommune}
            """;
        var ranked = $$"""
            WITH n, {{FoldCypher.Titel("n")}} AS titel, ' ' + left(n.words, n.titleEnd) + ' ' AS inTitle
            WITH n, CASE WHEN titel = {{folded}} THEN 0 WHEN titel STARTS WITH {{folded}} THEN 1
                         WHEN all(w IN {{asked}} WHERE any(r IN w WHERE inTitle CONTAINS r)) THEN 2 ELSE 3 END AS rank
            """;
        var hit = $"[{ElementCypher.NodeFields("n")}, rank]";
        if (at is not null)
        {
            var then = cypher.Value(at);
            return $$"""
                RETURN [null, COLLECT { {{found}} AND n.fromRev <= {{then}} {{ranked}} RETURN {{hit}} },
                  COLLECT { MATCH (v:_NodeVersion) WHERE {{ElementCypher.Stood("v", then)}} RETURN {{ElementCypher.NodeFields(
                    "v"
                )}} }] AS row
                """;
        }

        // Asked twice: to count, the server reads nothing of a node, and of all it ranks it keeps only the page.
        return $$"""
            CALL () { {{found}} RETURN count(n) AS total }
            CALL () {
              {{found}}
              {{ranked}}
              ORDER BY rank, {{NodeCypher.Level("n")}}, n.key SKIP {{cypher.Value(query.Skip)}} LIMIT {{cypher.Value(query.First)}}
              RETURN collect({{hit}}) AS hits
            }
            RETURN [total, hits, null] AS row
            """;
    }

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
