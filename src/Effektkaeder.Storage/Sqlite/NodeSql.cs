using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The closed query model in SQL.</summary>
/// <param name="revision">An older revision that is asked about; null for the newest.</param>
internal sealed class NodeSql(SqlBuilder sql, long? revision)
{
    private static readonly string KindOrder = Cases(k =>
            NodeKinds.All.Select(o => o.Code).Order(StringComparer.Ordinal).ToList().IndexOf(k.Code)
        ),
        LevelOrder = Cases(k => k.Kind.LevelOrder());

    /// <summary>The condition on the node version called <paramref name="node"/>; 1 where there is no filter.</summary>
    public string Where(NodeFilter? filter, string node) =>
        filter switch
        {
            null => "1",
            NodeFilter.All all => Join(all.Filters, node, " AND ", "1"),
            NodeFilter.Any any => Join(any.Filters, node, " OR ", "0"),
            NodeFilter.Not not => $"NOT ({Where(not.Filter, node)})",
            NodeFilter.KindIn kinds => KindIn(kinds.Kinds, node),
            NodeFilter.Text text => Text(text, node),
            NodeFilter.Flag flag => $"({node}.flags & {(int)flag.Field.Maerke()} {(flag.Value ? "<>" : "=")} 0)",
            NodeFilter.Overlaps overlaps => $"EXISTS (SELECT 1 FROM node_time t WHERE t.version = {node}.id AND t.first_day <= "
                + $"{sql.Value(overlaps.To ?? DateOnly.MaxValue)} AND t.last_day >= {sql.Value(overlaps.From ?? DateOnly.MinValue)})",
            NodeFilter.Related related => Related(related, node),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter"),
        };

    /// <summary>
    /// A join from the edge version <paramref name="edge"/> at <paramref name="near"/>, the number of a key, to the node version
    /// <paramref name="far"/>.
    /// </summary>
    public string Step(Walk walk, string near, string edge, string far)
    {
        var types = walk.Types.Count == 0 ? "1" : $"{edge}.type IN ({Numbers(walk.Types.Select(t => (int)t))})";
        var ends = walk.Direction switch
        {
            Direction.Out => $"{edge}.from_key = {near} AND {far}.key = {edge}.to_key",
            Direction.In => $"{edge}.to_key = {near} AND {far}.key = {edge}.from_key",
            // The far end as one value: as an alternative of two, SQLite reads every node for each edge.
            _ => $"({edge}.from_key = {near} OR {edge}.to_key = {near}) AND "
                + $"{far}.key = CASE {edge}.from_key WHEN {near} THEN {edge}.to_key ELSE {edge}.from_key END",
        };
        var kinds = walk.Kinds.Count == 0 ? "1" : KindIn(walk.Kinds, far);
        return $"{ends} AND {types} AND {kinds} AND {sql.Stands(edge, revision)} AND {sql.Stands(far, revision)}";
    }

    /// <summary>Each sort term as an expression of a node version by its name, and its direction; the key last, so
    /// that the order is total.</summary>
    public static IReadOnlyList<(Func<string, string> Of, bool Descending)> Terms(IReadOnlyList<Order> order) =>
        [
            .. order.Where(o => o.Field != OrderField.Key).Select(o => (Expression(o), o.Descending)),
            (Expression(new(OrderField.Key)), order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false),
        ];

    public static string OrderBy(IReadOnlyList<(Func<string, string> Of, bool Descending)> terms, string node, bool reverse) =>
        string.Join(", ", terms.Select(t => $"{t.Of(node)} {(t.Descending != reverse ? "DESC" : "ASC")}"));

    /// <summary>The text that orders an edge among several to one node.</summary>
    public static string EdgeKey(string edge)
    {
        var (from, to) = (Reading.KeyOf($"{edge}.from_key"), Reading.KeyOf($"{edge}.to_key"));
        var heads = EdgeTypes.All.Where(t => t.Type != EdgeType.KoblerTil).Select(t => $"WHEN {(int)t.Type} THEN '{t.Code}'");
        var couplings = Enum.GetValues<KoblingArt>()
            .Select(a => $"WHEN {(int)a} THEN '{EdgeType.KoblerTil.Info().Code}:{a.ToString().ToLowerInvariant()}'");
        return $"""
            (CASE {edge}.type {string.Join(' ', heads)} ELSE CASE {edge}.art {string.Join(' ', couplings)} END END || ' ' ||
             CASE WHEN {edge}.type = {(int)
                EdgeType.KoblerTil} THEN min({from}, {to}) || ' ' || max({from}, {to}) ELSE {from} || ' ' || {to} END)
            """;
    }

    /// <summary>The nodes that come after the cursor's in the order (before it, when reversed).</summary>
    /// <param name="edge">The edge to the node, where there is one: it breaks the tie of several to one node.</param>
    public string Beyond(
        IReadOnlyList<(Func<string, string> Of, bool Descending)> terms,
        string node,
        Cursor at,
        bool reverse,
        string? edge = null
    )
    {
        var (cursor, parameter) = (sql.Alias("c"), sql.Value(at.Node));
        var steps = terms.Select(
            (term, i) =>
                string.Join(
                    " AND ",
                    [
                        .. terms.Take(i).Select(t => $"{t.Of(node)} = {t.Of(cursor)}"),
                        $"{term.Of(node)} {(term.Descending != reverse ? "<" : ">")} {term.Of(cursor)}",
                    ]
                )
        );
        if (edge is not null && at.Edge is not null)
        {
            steps = steps.Append($"{node}.key = {cursor}.key AND {EdgeKey(edge)} {(reverse ? "<" : ">")} {sql.Value(at.Edge)}");
        }

        return $"EXISTS (SELECT 1 FROM key k{cursor} JOIN node_version {cursor} ON {cursor}.key = k{cursor}.id "
            + $"WHERE k{cursor}.hash = key_hash({parameter}) AND k{cursor}.name = {parameter} AND {sql.Stands(cursor, revision)} AND "
            + $"({string.Join(" OR ", steps.Select(s => $"({s})"))}))";
    }

    public static string KindIn(IReadOnlyCollection<NodeKind> kinds, string node) =>
        kinds.Count == 0 ? "0" : $"{node}.kind IN ({Numbers(kinds.Select(k => (int)k))})";

    private string Join(IReadOnlyList<NodeFilter> filters, string node, string word, string none) =>
        filters.Count == 0 ? none : "(" + string.Join(word, filters.Select(f => Where(f, node))) + ")";

    private string Text(NodeFilter.Text text, string node)
    {
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            if (text is { Field: TextField.Kommune, Values: [{ } kommune] })
            {
                // Every node has one, so this is true or not, and the index is asked; where there is no such municipality no node has none.
                return $"{node}.kommune IS (SELECT id FROM term WHERE text = {sql.Value(kommune)})";
            }

            var present = text.Values.OfType<string>().ToList();
            var equal = present.Count == 0 ? "0" : $"coalesce({Equal(text.Field, node, sql.Values(present))}, 0)";
            return text.Values.Contains(null) ? $"({equal} OR {Value(text.Field, node)} IS NULL)" : equal;
        }

        // Keys, slugs and arts are folded by what they are.
        var folded = text.Field is TextField.Titel or TextField.Tekst ? $"fold({Value(text.Field, node)})" : Value(text.Field, node);
        if (text.Operator is TextOperator.Reads)
        {
            return $"coalesce({folded} IN {sql.Values(text.Values.OfType<string>().Select(Fold.Of))}, 0)";
        }

        var value = sql.Value(Fold.Of(text.Values[0] ?? ""));
        return text.Operator switch
        {
            TextOperator.Contains => $"coalesce(instr({folded}, {value}) > 0, 0)",
            TextOperator.StartsWith => $"coalesce(substr({folded}, 1, length({value})) = {value}, 0)",
            _ => $"coalesce(length({folded}) >= length({value}) AND substr({folded}, length({folded}) - length({value}) + 1) = {value}, 0)",
        };
    }

    private static string Equal(TextField field, string node, string values) =>
        field switch
        {
            TextField.Key => $"{node}.key IN (SELECT k.id FROM {values} v JOIN key k ON k.hash = key_hash(v.value) AND k.name = v.value)",
            TextField.Art or TextField.Kommune or TextField.Center =>
                $"{node}.{Column(field)} IN (SELECT t.id FROM {values} v JOIN term t ON t.text = v.value)",
            _ => $"{Value(field, node)} IN {values}",
        };

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

    private static string Value(TextField field, string node) =>
        field switch
        {
            TextField.Key => Reading.KeyOf($"{node}.key"),
            TextField.Titel => $"{node}.titel",
            TextField.Tekst => $"coalesce({node}.tekst, {node}.titel)",
            _ => $"(SELECT text FROM term WHERE id = {node}.{Column(field)})",
        };

    private static string Column(TextField field) =>
        field switch
        {
            TextField.Art => "art",
            TextField.Kommune => "kommune",
            _ => "center",
        };

    private static Func<string, string> Expression(Order term) =>
        term.Field switch
        {
            OrderField.Titel => node => $"sort_key({node}.titel)",
            OrderField.Level => node => $"(CASE {node}.kind {LevelOrder} END)",
            OrderField.Kind => node => $"(CASE {node}.kind {KindOrder} END)",
            OrderField.Date => node => Day(node, term.Descending),
            _ => node => Reading.KeyOf($"{node}.key"),
        };

    /// <summary>What has no day stands last whichever way the days go.</summary>
    private static string Day(string node, bool descending) =>
        $"CASE {node}.first_day WHEN {NodeRow.NoDay} THEN {(descending ? -1 : NodeRow.NoDay)} ELSE {FirstDay(node)} END";

    /// <summary>The first day of a node's earliest time, which for one that is open at the start is its last.</summary>
    public static string FirstDay(string node) =>
        $"""
            CASE {node}.first_day WHEN 0 THEN (SELECT min(CASE d.first_day WHEN 0 THEN d.last_day ELSE d.first_day END)
                                               FROM node_time d WHERE d.version = {node}.id)
              ELSE {node}.first_day END
            """;

    private static string Cases(Func<KindInfo, int> order) =>
        string.Join(' ', NodeKinds.All.Select(k => $"WHEN {(int)k.Kind} THEN {order(k)}"));

    private static string Numbers(IEnumerable<int> numbers) => string.Join(',', numbers);
}
