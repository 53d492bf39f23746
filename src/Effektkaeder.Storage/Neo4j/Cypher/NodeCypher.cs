using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>
/// The closed query model in Cypher. Now is asked of the plain graph, by its labels and relationships; then of that and of what
/// was. Labels and types in the text come from the domain's tables, values are parameters.
/// </summary>
internal sealed class NodeCypher(CypherBuilder cypher, long? revision)
{
    /// <summary>What a node can be, where the question's own filter says so.</summary>
    private readonly Dictionary<string, IReadOnlyList<NodeKind>> _kinds = new(StringComparer.Ordinal);

    /// <summary>What stands for an end that is open, in days.</summary>
    private static readonly int FirstDay = Day(DateOnly.MinValue),
        LastDay = Day(DateOnly.MaxValue);

    private readonly string? _then = revision is null ? null : cypher.Value(revision);

    /// <summary>A pattern for a node, and the condition that it stands.</summary>
    public (string Pattern, string Stands) Node(string node) =>
        _then is null
            ? ($"({node}:_Node)", "true")
            : ($"({node}:_Node|_NodeVersion)", $"{node}.fromRev <= {_then} AND ({node}.untilRev IS NULL OR {node}.untilRev > {_then})");

    /// <summary>
    /// The same for a node that is to pass a filter, said so that the server can find it by label and index: the filter's own conditions
    /// hide that.
    /// </summary>
    public (string Pattern, string Stands) Node(string node, NodeFilter? filter)
    {
        var (pattern, stands) = Node(node);
        foreach (
            var part in filter is NodeFilter.All all ? all.Filters
            : filter is null ? []
            : [filter]
        )
        {
            if (part is NodeFilter.KindIn { Kinds.Count: > 0 } kinds && _then is null)
            {
                _kinds[node] = kinds.Kinds;
                stands += $" AND {node}.slags {Among(Codes(kinds.Kinds))}";
            }

            if (
                part is NodeFilter.Text { Field: TextField.Key or TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } text
                && !text.Values.Contains(null)
            )
            {
                stands += $" AND {node}.{Property(text.Field)} " + Among([.. text.Values.OfType<string>()]);
                // The index of municipalities is one of what is sorted too, and is not used by who does not ask about that.
                stands += text.Field == TextField.Kommune && _then is null ? $" AND {node}.sort >= ''" : "";
            }
        }
        return (pattern, stands);
    }

    /// <summary>
    /// The condition that a node comes no earlier in the order than a cursor, said so that the server can walk an index from there.
    /// </summary>
    /// <param name="cursor">Null for the order's own beginning.</param>
    public static string From(IReadOnlyList<Order> terms, string node, string? cursor, bool reverse)
    {
        var term = terms[0];
        if (term.Field is not (OrderField.Titel or OrderField.Key))
        {
            return "true";
        }

        var column = Sorted(term, node);
        return cursor is null ? $"{column} >= ''" : $"{column} {(term.Descending != reverse ? "<=" : ">=")} {Sorted(term, cursor)}";
    }

    /// <summary>The node of a key: a cursor, a parent.</summary>
    public string MatchKey(string node, string key) => ElementCypher.MatchNode(node, key, _then);

    /// <summary>What makes the edge of a step.</summary>
    public string EdgeFields(string edge) => _then is null ? ElementCypher.EdgeFields(edge) : $"{edge}.fields";

    /// <summary>The key of the edge of a step.</summary>
    public string EdgeKey(string edge) => _then is null ? ElementCypher.EdgeKey(edge) : $"{edge}.key";

    public string Where(NodeFilter? filter, string node) =>
        filter switch
        {
            null => "true",
            NodeFilter.All all => Join(all.Filters, node, " AND ", "true"),
            NodeFilter.Any any => Join(any.Filters, node, " OR ", "false"),
            NodeFilter.Not not => $"NOT ({Where(not.Filter, node)})",
            NodeFilter.KindIn kinds => $"{node}.slags IN {cypher.Value(Codes(kinds.Kinds))}",
            NodeFilter.Text text => Text(text, node),
            NodeFilter.Flag flag => $"{Flag(flag.Field, node)} = {cypher.Value(flag.Value)}",
            NodeFilter.Overlaps overlaps => $"any(i IN range(0, size(coalesce({node}.tider, [])) / 2 - 1) WHERE {node}.tider[2 * i] <= "
                + $"{cypher.Value(overlaps.To is { } to ? Day(to) : LastDay)}"
                + $" AND {node}.tider[2 * i + 1] >= {cypher.Value(overlaps.From is { } from ? Day(from) : FirstDay)})",
            NodeFilter.Related related => Related(related, node),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter"),
        };

    /// <summary>
    /// Matches one step from a node already met to a new one, with the edge between; ends in a condition, to which more may be added.
    /// </summary>
    public string Step(Walk walk, string near, string edge, string far)
    {
        var kinds = walk.Kinds.Count == 0 ? "true" : $"{far}.slags IN {cypher.Value(Codes(walk.Kinds))}";
        var types = walk.Types.Distinct().Select(t => t.Info().Code).ToArray();
        var typed = types.Length == 0 ? "" : ":" + string.Join('|', types);
        var (left, right) = walk.Direction switch
        {
            Direction.Out => ("-", "->"),
            Direction.In => ("<-", "-"),
            _ => ("-", "-"),
        };
        if (_then is null)
        {
            var (here, there) = ($"{near}At{far}", $"{far}At");
            return $"{ShownCypher.Of(near, here, _kinds.GetValueOrDefault(near))} MATCH ({here}){left}[{edge}{typed}]{right}({there}) "
                + $"WHERE {ShownCypher.IsOurs(edge)} MATCH ({far}:_Node {{key: {there}.key}}) WHERE {kinds}";
        }

        var (key, list) = ($"{far}Key", types.Length == 0 ? null : cypher.Value(types));
        var ends = walk.Direction switch
        {
            Direction.Out => new[] { ("fromKey", "toKey") },
            Direction.In => [("toKey", "fromKey")],
            _ => [("fromKey", "toKey"), ("toKey", "fromKey")],
        };
        // An edge stands at the node as it is now, whichever version of it was met.
        return $$"""
            CALL ({{near}}) {
              {{ShownCypher.OfKey(near + ".key", "s")}}
              MATCH (s){{left}}[r{{typed}}]{{right}}(o) WHERE r._fromRev <= {{_then}}
              RETURN {key: {{ElementCypher.EdgeKey("r")}}, fields: {{ElementCypher.EdgeFields("r")}}} AS {{edge}}, o.key AS {{key}}
              {{string.Concat(ends.Select(e => $$"""
              UNION ALL
              MATCH (v:_EdgeVersion { {{e.Item1}}: {{near}}.key})
              WHERE {{ElementCypher.Stood("v", _then)}}{{(list is null ? "" : $" AND v.type IN {list}")}}
              RETURN {key: v.key, fields: {{ElementCypher.VersionFields("v")}}} AS {{edge}}, v.{{e.Item2}} AS {{key}}

              """))}}
            }
            {{MatchKey(far, key)}}
            WITH * WHERE {{kinds}}
            """;
    }

    /// <summary>What to order by and which way; the key last, so that the order is total.</summary>
    public static IReadOnlyList<Order> Terms(IReadOnlyList<Order> order) =>
        [.. order.Where(o => o.Field != OrderField.Key), order.FirstOrDefault(o => o.Field == OrderField.Key) ?? new(OrderField.Key)];

    public static string OrderBy(IReadOnlyList<Order> terms, string node, bool reverse) =>
        string.Join(", ", terms.Select(t => $"{Sorted(t, node)} {(t.Descending != reverse ? "DESC" : "ASC")}"));

    /// <summary>
    /// The condition that a node comes after the cursor in the order (before it, when reversed); false where there is no cursor.
    /// </summary>
    /// <param name="edge">A further condition on the edge to the cursor's own node; null where that node is passed.</param>
    public static string Beyond(IReadOnlyList<Order> terms, string node, string cursor, bool reverse, string? edge = null)
    {
        var steps = terms.Select(
            (term, i) =>
                "("
                + string.Join(
                    " AND ",
                    [
                        .. terms.Take(i).Select(t => $"{Sorted(t, node)} = {Sorted(t, cursor)}"),
                        $"{Sorted(term, node)} {(term.Descending != reverse ? "<" : ">")} {Sorted(term, cursor)}",
                    ]
                )
                + ")"
        );
        return $"coalesce({string.Join(" OR ", edge is null ? steps : steps.Append($"({node}.key = {cursor}.key AND {edge})"))}, false)";
    }

    private string Among(string[] values) => values.Length == 1 ? $"= {cypher.Value(values[0])}" : $"IN {cypher.Value(values)}";

    private static string[] Codes(IEnumerable<NodeKind> kinds) => [.. kinds.Select(k => k.Info().Code)];

    private string Join(IReadOnlyList<NodeFilter> filters, string node, string word, string none) =>
        filters.Count == 0 ? none : "(" + string.Join(word, filters.Select(f => Where(f, node))) + ")";

    private string Text(NodeFilter.Text text, string node)
    {
        // A text that is its title is not kept twice.
        var property = text.Field == TextField.Tekst ? $"coalesce({node}.tekst, {node}.titel)" : $"{node}.{Property(text.Field)}";
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var equal = $"coalesce({property} IN {cypher.Value(text.Values.OfType<string>().ToArray())}, false)";
            return text.Values.Contains(null) ? $"({equal} OR {property} IS NULL)" : equal;
        }
        var folded = text.Field switch
        {
            TextField.Titel => FoldCypher.Titel(node),
            TextField.Tekst => FoldCypher.Tekst(node),
            _ => property,
        };
        // Keys, slugs and arts are folded by what they are.
        if (text.Operator is TextOperator.Reads)
        {
            return $"coalesce({folded} IN {cypher.Value(text.Values.OfType<string>().Select(Fold.Of).ToArray())}, false)";
        }

        var word = text.Operator switch
        {
            TextOperator.Contains => "CONTAINS",
            TextOperator.StartsWith => "STARTS WITH",
            _ => "ENDS WITH",
        };
        return $"coalesce({folded} {word} {cypher.Value(Fold.Of(text.Values[0] ?? ""))}, false)";
    }

    private string Related(NodeFilter.Related related, string node)
    {
        var (edge, far) = (cypher.Variable("e"), cypher.Variable("n"));
        var step = Step(related.Walk, node, edge, far);
        var match = Where(related.Filter, far);
        return related.Quantifier switch
        {
            Quantifier.Some => $"EXISTS {{ {step} AND ({match}) RETURN 1 }}",
            Quantifier.None => $"NOT EXISTS {{ {step} AND ({match}) RETURN 1 }}",
            _ => $"NOT EXISTS {{ {step} AND NOT ({match}) RETURN 1 }}",
        };
    }

    private static string Property(TextField field) =>
        field switch
        {
            TextField.Key => "key",
            TextField.Titel => "titel",
            TextField.Tekst => "tekst",
            TextField.Art => "art",
            TextField.Kommune => "kommune",
            _ => "center",
        };

    private static string Flag(FlagField field, string node) =>
        field switch
        {
            FlagField.Henvist => $"coalesce({node}.henvist, false)",
            FlagField.Betinget => $"({node}.betinget IS NOT NULL)",
            _ => $"coalesce({node}.uspecificeret, false)",
        };

    /// <summary>A kind's level, which follows from the kind.</summary>
    public static string Level(string node) =>
        $"CASE {node}.slags {string.Join(' ', NodeKinds.Levels.Select(k => $"WHEN '{k.Code}' THEN {k.Level}"))} ELSE "
        + $"{NodeKinds.OutsideLevels} END";

    private static string Sorted(Order term, string node) =>
        term.Field switch
        {
            OrderField.Titel => $"{node}.sort",
            OrderField.Level => Level(node),
            OrderField.Kind => $"{node}.slags",
            OrderField.Date => Day(node, term.Descending),
            _ => $"{node}.key",
        };

    /// <summary>
    /// The first day of a node's earliest time, which for one that is open at the start is its last; what has no day stands last
    /// whichever way the days go.
    /// </summary>
    private static string Day(string node, bool descending) =>
        $"CASE coalesce({node}.firstDay, {LastDay}) WHEN {LastDay} THEN {(descending ? -1 : LastDay)} WHEN {FirstDay} THEN "
        + $"reduce(day = {LastDay}, i IN range(0, size({node}.tider) / 2 - 1) | CASE WHEN {node}.tider[2 * i] = {FirstDay} "
        + $"AND {node}.tider[2 * i + 1] < day THEN {node}.tider[2 * i + 1] WHEN {node}.tider[2 * i] <> {FirstDay} "
        + $"AND {node}.tider[2 * i] < day THEN {node}.tider[2 * i] ELSE day END) ELSE {node}.firstDay END";

    /// <summary>A day as it is kept: a number takes no block of its own on the server's disk.</summary>
    public static int Day(DateOnly day) => day.DayNumber;
}
