using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j.Cypher;

/// <summary>Pages of nodes and of neighbours.</summary>
internal static class PageCypher
{
    /// <summary>One row: the nodes of the page, one more where there are more; and the total, where it is asked for.</summary>
    public static string Query(CypherBuilder cypher, NodeQuery query, long? at)
    {
        var (terms, page) = (NodeCypher.Terms(query.Order), query.Page);
        var nodes = new NodeCypher(cypher, at);
        var (pattern, stands) = nodes.Node("n", query.Filter);
        var where = $"{stands} AND {nodes.Where(query.Filter, "n")}";
        var from = NodeCypher.From(
            terms,
            "n",
            page.After is not null ? "after"
                : page.Before is not null ? "before"
                : null,
            reverse: page.After is null && page.Before is not null
        );
        var (cursors, bounds) = Cursors(nodes, cypher, terms, page);
        // One row more than asked for tells whether there is a next page.
        var text = $$"""
            CALL () {
              {{cursors}} MATCH {{pattern}} WHERE {{from}} AND {{where}}{{bounds}}
              WITH n ORDER BY {{NodeCypher.OrderBy(terms, "n", page.IsBackwards)}}{{(
                page.Limit is { } limit ? $" LIMIT {cypher.Value(limit + 1L)}" : ""
            )}}
              RETURN collect({{ElementCypher.NodeFields("n")}}) AS found
            }
            """;
        var count = query.Count ? $" CALL () {{ MATCH {pattern} WHERE {where} RETURN count(n) AS total }}" : " WITH found, null AS total";
        return text + count + " RETURN [found, total] AS row";
    }

    /// <summary>A row a parent: its place, how many there are, how many within the cursors, and those of the page.</summary>
    public static string Expand(CypherBuilder cypher, ExpandQuery query, long? at)
    {
        var (terms, page) = (NodeCypher.Terms(query.Order), query.Page);
        var nodes = new NodeCypher(cypher, at);
        var parents = cypher.Value(query.Parents.ToArray());
        var (cursors, bounds) = Cursors(nodes, cypher, terms, page, "e");
        return $$"""
            {{cursors}}
            UNWIND range(0, size({{parents}}) - 1) AS place
            CALL ({{(page.After is null ? "" : "after, ")}}{{(page.Before is null ? "" : "before, ")}}place) {
              {{nodes.MatchKey("p", parents + "[place]")}}
              {{nodes.Step(query.Walk, "p", "e", "n")}} AND {{nodes.Where(query.Filter, "n")}}
              WITH n, e, true{{bounds}} AS isInside ORDER BY {{NodeCypher.OrderBy(terms, "n", reverse: false)}}, {{nodes.EdgeKey("e")}}
              WITH collect([n, e, isInside]) AS met
              RETURN size(met) AS total, [x IN met WHERE x[2]] AS inside
            }
            WITH place, total, size(inside) AS within, {{Cut(cypher, page)}} AS shown
            RETURN [place, total, within, [x IN shown | [{{ElementCypher.NodeFields("x[0]")}}, {{nodes.EdgeFields("x[1]")}}]]] AS row
            """;
    }

    private static string Cut(CypherBuilder cypher, Page page)
    {
        if (page.Limit is not { } most)
        {
            return "inside";
        }

        var limit = cypher.Value(most);
        return page.IsBackwards
            ? $"inside[CASE WHEN size(inside) > {limit} THEN size(inside) - {limit} ELSE 0 END..]"
            : $"inside[..{limit}]";
    }

    /// <param name="edge">The edge to the node, where there is one: it breaks the tie of several to one node.</param>
    private static (string Match, string Bounds) Cursors(
        NodeCypher nodes,
        CypherBuilder cypher,
        IReadOnlyList<Order> terms,
        Page page,
        string? edge = null
    )
    {
        var (match, bounds) = ("", "");
        foreach (var (name, cursor) in new[] { ("after", page.After), ("before", page.Before) })
        {
            if (cursor is null)
            {
                continue;
            }

            var reverse = name == "before";
            var tie =
                edge is null || cursor.Edge is null ? null : $"{nodes.EdgeKey(edge)} {(reverse ? "<" : ">")} {cypher.Value(cursor.Edge)}";
            match += $"{(edge is null ? "" : "OPTIONAL ")}{nodes.MatchKey(name, cypher.Value(cursor.Node))} ";
            bounds += $" AND {NodeCypher.Beyond(terms, "n", name, reverse, tie)}";
        }
        return (match, bounds);
    }
}
