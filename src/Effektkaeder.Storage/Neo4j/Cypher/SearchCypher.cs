using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>Full-text search over the index of words, which holds those of the plain graph.</summary>
internal static class SearchCypher
{
    /// <summary>
    /// One row: how many are found, the page of them with their ranks, and null. At an older revision: all that are found and stood
    /// then, and what stood then and is gone, whether it would be found or not.
    /// </summary>
    public static string Of(CypherBuilder cypher, SearchQuery query, IReadOnlyList<IReadOnlyList<string>> words, long? at)
    {
        var then = at is null ? null : cypher.Value(at);
        var folded = cypher.Value(Fold.Of(query.Text.Trim()));
        var kinds = query.Kinds.Count == 0 ? "true" : $"n.slags IN {cypher.Value(query.Kinds.Select(k => k.Info().Code).ToArray())}";
        var kommune = query.Kommune is null ? "true" : $"n.kommune = {cypher.Value(query.Kommune)}";
        var asked = cypher.Value(words.Select(w => w.Select(r => $" {r} ").ToArray()).ToArray());
        var page = then is null ? $"met[{cypher.Value(query.Skip)}..{cypher.Value(query.Skip + query.First)}]" : "met";
        var gone = then is null
            ? "null"
            : $"COLLECT {{ MATCH (v:_NodeVersion) WHERE {ElementCypher.Stood("v", then)} RETURN {ElementCypher.NodeFields("v")} }}";
        return $$"""
            CALL db.index.fulltext.queryNodes('_node_words', {{cypher.Value(Match(words))}}) YIELD node AS n
            WITH n WHERE {{kinds}} AND {{kommune}}{{(then is null ? "" : $" AND n.fromRev <= {then}")}}
            WITH n, {{FoldCypher.Titel("n")}} AS titel, ' ' + left(n.words, n.titleEnd) + ' ' AS inTitle
            WITH n, CASE WHEN titel = {{folded}} THEN 0 WHEN titel STARTS WITH {{folded}} THEN 1
                         WHEN all(w IN {{asked}} WHERE any(r IN w WHERE inTitle CONTAINS r)) THEN 2 ELSE 3 END AS rank
            ORDER BY rank, {{NodeCypher.Level("n")}}, n.key
            WITH collect([n, rank]) AS met
            RETURN [size(met), [x IN {{page}} | [{{ElementCypher.NodeFields("x[0]")}}, x[1]]], {{gone}}] AS row
            """;
    }

    /// <summary>
    /// Words are letters and digits, so nothing in them is an operator of the index's language; the last may be a beginning.
    /// </summary>
    private static string Match(IReadOnlyList<IReadOnlyList<string>> words) =>
        string.Join(
            ' ',
            words.Select((w, i) => $"+({string.Join(" OR ", w.Select((r, j) => i == words.Count - 1 && j == 0 ? r + "*" : r))})")
        );
}
