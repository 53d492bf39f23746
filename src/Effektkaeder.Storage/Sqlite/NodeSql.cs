using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The closed query model in SQL.</summary>
internal sealed class NodeSql(SqlBuilder sql, long? revision)
{
    private static readonly (string First, string Last) Open = ("0001-01-01", "9999-12-31");

    /// <summary>The condition on the node version called <paramref name="node"/>; 1 where there is no filter.</summary>
    public string Where(NodeFilter? filter, string node) =>
        filter switch
        {
            null => "1",
            NodeFilter.All all => Join(all.Filters, node, " AND ", "1"),
            NodeFilter.Any any => Join(any.Filters, node, " OR ", "0"),
            NodeFilter.Not not => $"NOT ({Where(not.Filter, node)})",
            NodeFilter.KindIn kinds => $"{node}.kind IN {sql.Values(kinds.Kinds.Select(k => k.Info().Code))}",
            NodeFilter.Text text => Text(text, node),
            NodeFilter.Flag flag => $"{node}.{Column(flag.Field)} = {sql.Value(flag.Value)}",
            NodeFilter.Overlaps overlaps => $"EXISTS (SELECT 1 FROM node_time t WHERE t.version = {node}.id AND t.first_day <= "
                + $"{sql.Value(overlaps.To is { } to ? SqlBuilder.Day(to) : Open.Last)}"
                + $" AND t.last_day >= {sql.Value(overlaps.From is { } from ? SqlBuilder.Day(from) : Open.First)})",
            NodeFilter.Related related => Related(related, node),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter"),
        };

    /// <summary>
    /// A join from the edge version <paramref name="edge"/> at <paramref name="near"/> to the node version <paramref name="far"/>.
    /// </summary>
    public string Step(Walk walk, string near, string edge, string far)
    {
        var types = walk.Types.Count == 0 ? "1" : $"{edge}.type IN {sql.Values(walk.Types.Select(t => t.Info().Code))}";
        var ends = walk.Direction switch
        {
            Direction.Out => $"{edge}.from_key = {near} AND {far}.key = {edge}.to_key",
            Direction.In => $"{edge}.to_key = {near} AND {far}.key = {edge}.from_key",
            _ => $"({edge}.from_key = {near} AND {far}.key = {edge}.to_key OR {edge}.to_key = {near} AND {far}.key = {edge}.from_key)",
        };
        var kinds = walk.Kinds.Count == 0 ? "1" : $"{far}.kind IN {sql.Values(walk.Kinds.Select(k => k.Info().Code))}";
        return $"{ends} AND {types} AND {kinds} AND {sql.Stands(edge, revision)} AND {sql.Stands(far, revision)}";
    }

    /// <summary>Column and direction of every sort term; the key last, so that the order is total.</summary>
    public static IReadOnlyList<(string Column, bool Descending)> Terms(IReadOnlyList<Order> order) =>
        [
            .. order.Where(o => o.Field != OrderField.Key).Select(o => (Column(o.Field), o.Descending)),
            ("key", order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false),
        ];

    public static string OrderBy(IReadOnlyList<(string Column, bool Descending)> terms, string node, bool reverse) =>
        string.Join(", ", terms.Select(t => $"{node}.{t.Column} {(t.Descending != reverse ? "DESC" : "ASC")}"));

    /// <summary>The nodes that come after the cursor's in the order (before it, when reversed).</summary>
    /// <param name="edge">The edge to the node, where there is one: it breaks the tie of several to one node.</param>
    public string Beyond(IReadOnlyList<(string Column, bool Descending)> terms, string node, Cursor at, bool reverse, string? edge = null)
    {
        var (cursor, parameter) = (sql.Alias("c"), sql.Value(at.Node));
        var steps = terms.Select(
            (term, i) =>
                string.Join(
                    " AND ",
                    [
                        .. terms.Take(i).Select(t => $"{node}.{t.Column} = {cursor}.{t.Column}"),
                        $"{node}.{term.Column} {(term.Descending != reverse ? "<" : ">")} {cursor}.{term.Column}",
                    ]
                )
        );
        if (edge is not null && at.Edge is not null)
        {
            steps = steps.Append($"{node}.key = {cursor}.key AND {edge}.key {(reverse ? "<" : ">")} {sql.Value(at.Edge)}");
        }

        return $"EXISTS (SELECT 1 FROM node_version {cursor} WHERE {cursor}.key = {parameter} AND {sql.Stands(cursor, revision)} AND "
            + $"({string.Join(" OR ", steps.Select(s => $"({s})"))}))";
    }

    private string Join(IReadOnlyList<NodeFilter> filters, string node, string word, string none) =>
        filters.Count == 0 ? none : "(" + string.Join(word, filters.Select(f => Where(f, node))) + ")";

    private string Text(NodeFilter.Text text, string node)
    {
        var column = $"{node}.{Column(text.Field)}";
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var present = text.Values.OfType<string>().ToList();
            var equal = present.Count == 0 ? "0" : $"coalesce({column} IN {sql.Values(present)}, 0)";
            return text.Values.Contains(null) ? $"({equal} OR {column} IS NULL)" : equal;
        }
        var folded = text.Field switch
        {
            TextField.Titel => $"{node}.titel_fold",
            TextField.Tekst => $"{node}.tekst_fold",
            _ => column,
        };
        var value = sql.Value(Fold.Of(text.Values[0] ?? "")); // keys, slugs and arts are folded by what they are
        return text.Operator switch
        {
            TextOperator.Contains => $"coalesce(instr({folded}, {value}) > 0, 0)",
            TextOperator.StartsWith => $"coalesce(substr({folded}, 1, length({value})) = {value}, 0)",
            _ => $"coalesce(length({folded}) >= length({value}) AND substr({folded}, length({folded}) - length({value}) + 1) = {value}, 0)",
        };
    }

    private string Related(NodeFilter.Related related, string node)
    {
        var (edge, far) = (sql.Alias("e"), sql.Alias("n"));
        var match = Where(related.Filter, far);
        var step = Step(related.Walk, $"{node}.key", edge, far);
        return related.Quantifier switch
        {
            Quantifier.Some => $"EXISTS (SELECT 1 FROM edge_version {edge}, node_version {far} WHERE {step} AND ({match}))",
            Quantifier.None => $"NOT EXISTS (SELECT 1 FROM edge_version {edge}, node_version {far} WHERE {step} AND ({match}))",
            _ => $"NOT EXISTS (SELECT 1 FROM edge_version {edge}, node_version {far} WHERE {step} AND NOT ({match}))",
        };
    }

    private static string Column(TextField field) =>
        field switch
        {
            TextField.Key => "key",
            TextField.Titel => "titel",
            TextField.Tekst => "tekst",
            TextField.Art => "art",
            TextField.Kommune => "kommune",
            _ => "center",
        };

    private static string Column(FlagField field) =>
        field switch
        {
            FlagField.Henvist => "henvist",
            FlagField.Betinget => "betinget",
            _ => "uspecificeret",
        };

    private static string Column(OrderField field) =>
        field switch
        {
            OrderField.Titel => "sort",
            OrderField.Level => "level",
            OrderField.Kind => "kind",
            OrderField.Date => "first_day",
            _ => "key",
        };
}
