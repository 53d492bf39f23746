using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// The closed query model in Cypher. Now is asked of the plain graph, by its labels and relationships; then of nodes as they are
/// and as they were, joined by the edges' versions, which know their ends by key. Labels and types in the text come from the domain's tables, values are parameters.
/// </summary>
internal sealed class NodeCypher(CypherBuilder cypher, long? revision)
{
    private const string FirstDay = "0001-01-01", LastDay = "9999-12-31";

    /// <summary>A pattern for a node, and the condition that it stands.</summary>
    public (string Pattern, string Stands) Node(string node) =>
        revision is null ? ($"({node}:Node)", "true") : ($"({node}:Node|NodeVersion)", cypher.StoodAsNode(node, revision.Value));

    /// <summary>The node of a key: a cursor, a parent.</summary>
    public string MatchKey(string node, string key)
    {
        var (pattern, stands) = Node(node);
        return $"MATCH {pattern} WHERE {node}.key = {key} AND {stands}";
    }

    public string Where(NodeFilter? filter, string node) => filter switch
    {
        null => "true",
        NodeFilter.All all => Join(all.Filters, node, " AND ", "true"),
        NodeFilter.Any any => Join(any.Filters, node, " OR ", "false"),
        NodeFilter.Not not => $"NOT ({Where(not.Filter, node)})",
        NodeFilter.KindIn kinds => $"{node}.slags IN {cypher.Value(Codes(kinds.Kinds))}",
        NodeFilter.Text text => Text(text, node),
        NodeFilter.Flag flag => $"{Flag(flag.Field, node)} = {cypher.Value(flag.Value)}",
        NodeFilter.Overlaps overlaps =>
            $"any(i IN range(0, size({node}.tiderFra) - 1) WHERE {node}.tiderFra[i] <= {cypher.Value(overlaps.To is { } to ? to : LastDay)}"
            + $" AND {node}.tiderTil[i] >= {cypher.Value(overlaps.From is { } from ? from : FirstDay)})",
        NodeFilter.Related related => Related(related, node),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter"),
    };

    /// <summary>Matches one step from a node already met to a new one, with the edge between.</summary>
    public string Step(Walk walk, string near, string edge, string far)
    {
        var kinds = walk.Kinds.Count == 0 ? "true" : $"{far}.slags IN {cypher.Value(Codes(walk.Kinds))}";
        if (revision is null)
        {
            var types = walk.Types.Count == 0 ? "" : ":" + string.Join('|', walk.Types.Distinct().Select(t => t.Info().Code));
            var (left, right) = walk.Direction switch { Direction.Out => ("-", "->"), Direction.In => ("<-", "-"), _ => ("-", "-") };
            return $"MATCH ({near}){left}[{edge}{types}]{right}({far}:Node) WHERE {kinds}";
        }
        var typed = walk.Types.Count == 0 ? "true" : $"{edge}.type IN {cypher.Value(walk.Types.Select(t => t.Info().Code).ToArray())}";
        var (ends, other) = walk.Direction switch
        {
            Direction.Out => ($"{edge}.fromKey = {near}.key", $"{edge}.toKey"),
            Direction.In => ($"{edge}.toKey = {near}.key", $"{edge}.fromKey"),
            _ => ($"({edge}.fromKey = {near}.key OR {edge}.toKey = {near}.key)", $"CASE WHEN {edge}.fromKey = {near}.key THEN {edge}.toKey ELSE {edge}.fromKey END"),
        };
        return $"MATCH ({edge}:EdgeVersion) WHERE {ends} AND {typed} AND {cypher.Stands(edge, revision)} "
            + $"MATCH ({far}:Node|NodeVersion) WHERE {far}.key = {other} AND {cypher.StoodAsNode(far, revision.Value)} AND {kinds}";
    }

    /// <summary>What to order by and which way; the key last, so that the order is total.</summary>
    public static IReadOnlyList<(OrderField Field, bool Descending)> Terms(IReadOnlyList<Order> order) =>
        [.. order.Where(o => o.Field != OrderField.Key).Select(o => (o.Field, o.Descending)),
         (OrderField.Key, order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false)];

    public static string OrderBy(IReadOnlyList<(OrderField Field, bool Descending)> terms, string node, bool reverse) =>
        string.Join(", ", terms.Select(t => $"{Column(t.Field, node)} {(t.Descending != reverse ? "DESC" : "ASC")}"));

    /// <summary>The condition that a node comes after the cursor in the order (before it, when reversed); false where there is no cursor.</summary>
    public static string Beyond(IReadOnlyList<(OrderField Field, bool Descending)> terms, string node, string cursor, bool reverse)
    {
        var steps = terms.Select((term, i) => "(" + string.Join(" AND ",
            [.. terms.Take(i).Select(t => $"{Column(t.Field, node)} = {Column(t.Field, cursor)}"),
             $"{Column(term.Field, node)} {(term.Descending != reverse ? "<" : ">")} {Column(term.Field, cursor)}"]) + ")");
        return $"coalesce({string.Join(" OR ", steps)}, false)";
    }

    private static string[] Codes(IEnumerable<NodeKind> kinds) => [.. kinds.Select(k => k.Info().Code)];

    private string Join(IReadOnlyList<NodeFilter> filters, string node, string word, string none) =>
        filters.Count == 0 ? none : "(" + string.Join(word, filters.Select(f => Where(f, node))) + ")";

    private string Text(NodeFilter.Text text, string node)
    {
        var property = $"{node}.{Property(text.Field)}";
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var equal = $"coalesce({property} IN {cypher.Value(text.Values.OfType<string>().ToArray())}, false)";
            return text.Values.Contains(null) ? $"({equal} OR {property} IS NULL)" : equal;
        }
        var folded = text.Field switch { TextField.Titel => $"{node}.titelFold", TextField.Tekst => $"{node}.tekstFold", _ => property };
        var word = text.Operator switch { TextOperator.Contains => "CONTAINS", TextOperator.StartsWith => "STARTS WITH", _ => "ENDS WITH" };
        return $"coalesce({folded} {word} {cypher.Value(Fold.Of(text.Values[0] ?? ""))}, false)"; // keys, slugs and arts are folded by what they are
    }

    private string Related(NodeFilter.Related related, string node)
    {
        var (edge, far) = (cypher.Variable("e"), cypher.Variable("n"));
        var step = Step(related.Walk, node, edge, far);
        var match = Where(related.Filter, far);
        return related.Quantifier switch
        {
            Quantifier.Some => $"EXISTS {{ {step} AND ({match}) }}",
            Quantifier.None => $"NOT EXISTS {{ {step} AND ({match}) }}",
            _ => $"NOT EXISTS {{ {step} AND NOT ({match}) }}",
        };
    }

    private static string Property(TextField field) => field switch
    {
        TextField.Key => "key", TextField.Titel => "titel", TextField.Tekst => "tekst",
        TextField.Art => "art", TextField.Kommune => "kommune", _ => "center",
    };

    private static string Flag(FlagField field, string node) => field switch
    {
        FlagField.Henvist => $"{node}.henvist", FlagField.Betinget => $"({node}.betinget IS NOT NULL)", _ => $"{node}.uspecificeret",
    };

    private static string Column(OrderField field, string node) => field switch
    {
        OrderField.Titel => $"{node}.sort", OrderField.Level => $"coalesce({node}.niveau, 99)", OrderField.Kind => $"{node}.slags",
        OrderField.Date => $"{node}.firstDay", _ => $"{node}.key",
    };
}
