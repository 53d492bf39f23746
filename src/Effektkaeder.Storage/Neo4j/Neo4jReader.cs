using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Questions to the server: one statement a question, each answered from one revision.</summary>
internal sealed class Neo4jReader(ConsistentReads reads)
{
    private const string RevisionFields = "[r.number, r.at, r.author, r.action, r.source, r.summary]";

    public Task<long> LatestAsync(CancellationToken ct) => reads.LatestAsync(ct);

    public async Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return
        [
            .. (
                await RowsAsync(
                    cypher,
                    $"MATCH (r:Revision) WHERE r.number > 0 WITH r ORDER BY r.number DESC LIMIT {cypher.Value(first)} RETURN "
                        + $"{RevisionFields} AS row",
                    ct
                )
            ).Select(Revision),
        ];
    }

    public async Task<Revision?> RevisionAsync(long number, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await RowsAsync(cypher, $"MATCH (r:Revision {{number: {cypher.Value(number)}}}) RETURN {RevisionFields} AS row", ct))
            .Select(Revision)
            .FirstOrDefault();
    }

    /// <summary>The last of the commits after a revision, and the one among them that this token marks.</summary>
    public async Task<(IReadOnlyList<Revision> Last, Revision? Own)> SinceAsync(long revision, string token, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var since = $"MATCH (r:Revision) WHERE r.number > {cypher.Value(revision)}";
        var row = (
            await RowsAsync(
                cypher,
                $$"""
                RETURN [COLLECT { {{since}} WITH r ORDER BY r.number DESC LIMIT 10 RETURN {{RevisionFields}} },
                  COLLECT { {{since}} AND r.token = {{cypher.Value(token)}} RETURN {{RevisionFields}} }] AS row
                """,
                ct
            )
        )[0].Select(found => ((List<object?>)found!).Cast<List<object?>>().Select(Revision).ToList()).ToList();
        return (row[0], row[1].FirstOrDefault());
    }

    public async Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var r = cypher.Value(revision);
        // What a revision put begins with it; what it took or changed ends with it.
        var rows = (
            await RowsAsync(
                cypher,
                $$"""
                CALL () { MATCH (c:Change {revision: {{r}}}) UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
                CALL () { MATCH (c:Change {revision: {{r}}}) UNWIND c.edges AS key RETURN collect(DISTINCT key) AS edges }
                CALL (nodes, edges) {
                  UNWIND nodes AS key MATCH (n:Node {key: key}) WHERE n.fromRev = {{r}} RETURN true AS isNode, true AS isAfter, key, {{ElementCypher.NodeFields(
                    "n"
                )}} AS fields
                  UNION ALL
                  UNWIND nodes AS key MATCH (n:NodeVersion {key: key}) WHERE n.fromRev = {{r}} OR n.untilRev = {{r}}
                  RETURN true AS isNode, n.fromRev = {{r}} AS isAfter, key, {{ElementCypher.NodeFields("n")}} AS fields
                  UNION ALL
                  UNWIND edges AS key {{ElementCypher.MatchEdge(
                    "e",
                    "key"
                )}} AND e.fromRev = {{r}} RETURN false AS isNode, true AS isAfter, key, {{ElementCypher.EdgeFields("e")}} AS fields
                  UNION ALL
                  UNWIND edges AS key MATCH (e:EdgeVersion {key: key}) WHERE e.fromRev = {{r}} OR e.untilRev = {{r}}
                  RETURN false AS isNode, e.fromRev = {{r}} AS isAfter, key, {{ElementCypher.VersionFields("e")}} AS fields
                }
                RETURN [isNode, isAfter, key, fields] AS row
                """,
                ct
            )
        ).Select(x => (IsNode: (bool)x[0]!, IsAfter: (bool)x[1]!, Key: (string)x[2]!, Fields: x[3]));
        return
        [
            .. rows.GroupBy(x => (x.IsNode, x.Key))
                .OrderByDescending(g => g.Key.IsNode)
                .ThenBy(g => g.Key.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var (before, after) = (
                        g.Where(x => !x.IsAfter).Select(x => x.Fields).FirstOrDefault(),
                        g.Where(x => x.IsAfter).Select(x => x.Fields).FirstOrDefault()
                    );
                    return g.Key.IsNode
                        ? new ElementChange(g.Key.Key, Read(before, ElementCypher.Node), Read(after, ElementCypher.Node), null, null)
                        : new ElementChange(g.Key.Key, null, null, Read(before, ElementCypher.Edge), Read(after, ElementCypher.Edge));
                }),
        ];
    }

    /// <summary>The newest revision, and the keys that revisions after one touched.</summary>
    public async Task<(long Latest, IReadOnlyList<string> Nodes, IReadOnlyList<string> Edges)> TouchedAsync(
        long since,
        CancellationToken ct
    )
    {
        var cypher = new CypherBuilder();
        var r = cypher.Value(since);
        var row = (
            await RowsAsync(
                cypher,
                $$"""
                MATCH (s:Store {id: 1})
                CALL () { MATCH (c:Change) WHERE c.revision > {{r}} UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
                CALL () { MATCH (c:Change) WHERE c.revision > {{r}} UNWIND c.edges AS key RETURN collect(DISTINCT key) AS edges }
                RETURN [s.number, nodes, edges] AS row
                """,
                ct
            )
        )[0];
        return ((long)row[0]!, [.. ((List<object?>)row[1]!).Cast<string>()], [.. ((List<object?>)row[2]!).Cast<string>()]);
    }

    public async Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var cypher = new CypherBuilder();
        var match = new NodeCypher(cypher, revision).MatchKey("n", "key");
        return
        [
            .. (
                await RowsAsync(
                    cypher,
                    $"UNWIND {cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray())} AS key {match} RETURN "
                        + $"{ElementCypher.NodeFields("n")} AS row",
                    ct
                )
            ).Select(ElementCypher.Node),
        ];
    }

    public async Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var cypher = new CypherBuilder();
        var (list, r) = (cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray()), revision is null ? null : cypher.Value(revision));
        var now =
            $"UNWIND {list} AS key {ElementCypher.MatchEdge("e", "key")}{(r is null ? "" : $" AND e.fromRev <= {r}")} RETURN "
            + $"{ElementCypher.EdgeFields("e")} AS row";
        var then = r is null
            ? ""
            : $" UNION ALL UNWIND {list} AS key MATCH (v:EdgeVersion {{key: key}}) WHERE {ElementCypher.Stood("v", r)} RETURN "
                + $"{ElementCypher.VersionFields("v")} AS row";
        return [.. (await RowsAsync(cypher, now + then, ct)).Select(ElementCypher.Edge)];
    }

    public async Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct)
    {
        var (terms, page, cypher) = (NodeCypher.Terms(query.Order), query.Page, new CypherBuilder());
        var nodes = new NodeCypher(cypher, query.Revision);
        var (backwards, limit) = (page.First is null && page.Last is not null, page.First ?? page.Last);
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
              WITH n ORDER BY {{NodeCypher.OrderBy(terms, "n", backwards)}}{{(limit is null ? "" : $" LIMIT {cypher.Value(limit + 1L)}")}}
              RETURN collect({{ElementCypher.NodeFields("n")}}) AS found
            }
            """;
        var count = query.Count ? $" CALL () {{ MATCH {pattern} WHERE {where} RETURN count(n) AS total }}" : " WITH found, null AS total";
        var row = (await RowsAsync(cypher, text + count + " RETURN [found, total] AS row", ct))[0];
        var found = ((List<object?>)row[0]!).Select(ElementCypher.Node).ToList();
        var more = limit is not null && found.Count > limit;
        if (more)
        {
            found.RemoveAt(found.Count - 1);
        }

        if (backwards)
        {
            found.Reverse();
        }

        return new(found, backwards ? page.Before is not null : more, backwards ? more : page.After is not null, (int?)(long?)row[1]);
    }

    public async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct)
    {
        var (terms, page, cypher) = (NodeCypher.Terms(query.Order), query.Page, new CypherBuilder());
        var nodes = new NodeCypher(cypher, query.Revision);
        var (backwards, limit) = (page.First is null && page.Last is not null, page.First ?? page.Last);
        var parents = cypher.Value(query.Parents.ToArray());
        var (cursors, bounds) = Cursors(nodes, cypher, terms, page, "e");
        var cut =
            limit is null ? "inside"
            : backwards ? $"inside[CASE WHEN size(inside) > {cypher.Value(limit)} THEN size(inside) - {cypher.Value(limit)} ELSE 0 END..]"
            : $"inside[..{cypher.Value(limit)}]";
        var rows = await RowsAsync(
            cypher,
            $$"""
            {{cursors}}
            UNWIND range(0, size({{parents}}) - 1) AS place
            CALL ({{(page.After is null ? "" : "after, ")}}{{(page.Before is null ? "" : "before, ")}}place) {
              {{nodes.MatchKey("p", parents + "[place]")}}
              {{nodes.Step(query.Walk, "p", "e", "n")}} AND {{nodes.Where(query.Filter, "n")}}
              WITH n, e, true{{bounds}} AS isInside ORDER BY {{NodeCypher.OrderBy(terms, "n", reverse: false)}}, e.key
              WITH collect([n, e, isInside]) AS met
              RETURN size(met) AS total, [x IN met WHERE x[2]] AS inside
            }
            WITH place, total, size(inside) AS within, {{cut}} AS shown
            RETURN [place, total, within, [x IN shown | [{{ElementCypher.NodeFields("x[0]")}}, {{nodes.EdgeFields("x[1]")}}]]] AS row
            """,
            ct
        );
        return
        [
            .. rows.OrderBy(r => (long)r[0]!)
                .Select(r =>
                {
                    var found = ((List<object?>)r[3]!)
                        .Cast<List<object?>>()
                        .Select(x => new Neighbour(ElementCypher.Node(x[0]), ElementCypher.Edge(x[1])))
                        .ToList();
                    var more = (long)r[2]! > limit;
                    return new Slice<Neighbour>(
                        found,
                        backwards ? page.Before is not null : more,
                        backwards ? more : page.After is not null,
                        query.Count ? (int)(long)r[1]! : null
                    );
                }),
        ];
    }

    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var words = Soegeord.Asked(query.Text);
        if (words.Count == 0)
        {
            return Slice<SearchHit>.Empty;
        }

        var cypher = new CypherBuilder();
        // Words are letters and digits, so nothing in them is an operator of the index's language; the last may be a beginning.
        var match = cypher.Value(
            string.Join(
                ' ',
                words.Select((w, i) => $"+({string.Join(" OR ", w.Select((r, j) => i == words.Count - 1 && j == 0 ? r + "*" : r))})")
            )
        );
        var folded = cypher.Value(Fold.Of(query.Text.Trim()));
        var kinds = query.Kinds.Count == 0 ? "true" : $"n.slags IN {cypher.Value(query.Kinds.Select(k => k.Info().Code).ToArray())}";
        var kommune = query.Kommune is null ? "true" : $"n.kommune = {cypher.Value(query.Kommune)}";
        var row = (
            await RowsAsync(
                cypher,
                $$"""
                CALL db.index.fulltext.queryNodes('node_words', {{match}}) YIELD node AS n
                WITH n WHERE {{kinds}} AND {{kommune}}
                WITH n, CASE WHEN n.titelFold = {{folded}} THEN 0 WHEN n.titelFold STARTS WITH {{folded}} THEN 1
                             WHEN all(w IN {{cypher.Value(
                    words.Select(w => w.Select(r => $" {r} ").ToArray()).ToArray()
                )}} WHERE any(r IN w WHERE n.titleWords CONTAINS r)) THEN 2 ELSE 3 END AS rank
                ORDER BY rank, coalesce(n.niveau, 99), n.key
                WITH collect([n, rank]) AS met
                RETURN [size(met), [x IN met[{{cypher.Value(query.Skip)}}..{{cypher.Value(
                    query.Skip + query.First
                )}}] | [{{ElementCypher.NodeFields("x[0]")}}, x[1]]]] AS row
                """,
                ct
            )
        )[0];
        var total = (int)(long)row[0]!;
        var hits = ((List<object?>)row[1]!)
            .Cast<List<object?>>()
            .Select(r => new SearchHit(ElementCypher.Node(r[0]), (int)(long)r[1]!))
            .ToList();
        return new(hits, total > query.Skip + query.First, query.Skip > 0, total);
    }

    public async Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var a = cypher.Value(aftale);
        // What any revision put by this agreement, as far as it still stands and the agreement still states it.
        var row = (
            await RowsAsync(
                cypher,
                $$"""
                CALL () { MATCH (c:Change {aftale: {{a}}}) UNWIND c.nodes AS key RETURN collect(DISTINCT key) AS nodes }
                CALL () { MATCH (c:Change {aftale: {{a}}}) UNWIND c.edges AS key RETURN collect(DISTINCT key) AS edges }
                RETURN [COLLECT { UNWIND nodes AS key MATCH (n:Node {key: key}) WHERE {{a}} IN n.aftaler RETURN {{ElementCypher.NodeFields(
                    "n"
                )}} },
                  COLLECT { UNWIND edges AS key {{ElementCypher.MatchEdge(
                    "e",
                    "key"
                )}} AND {{a}} IN e.aftaler RETURN {{ElementCypher.EdgeFields("e")}} }] AS row
                """,
                ct
            )
        )[0];
        return (
            [.. ((List<object?>)row[0]!).Select(ElementCypher.Node).OrderBy(n => n.Key, StringComparer.Ordinal)],
            [.. ((List<object?>)row[1]!).Select(ElementCypher.Edge).OrderBy(e => e.Key, StringComparer.Ordinal)]
        );
    }

    /// <summary>Asks; the text returns each of its rows as a list named row.</summary>
    public Task<IReadOnlyList<List<object?>>> RowsAsync(CypherBuilder cypher, string text, CancellationToken ct) =>
        reads.RowsAsync(cypher, text, ct);

    /// <param name="edge">The edge to the node, where there is one: it breaks the tie of several to one node.</param>
    private static (string Match, string Bounds) Cursors(
        NodeCypher nodes,
        CypherBuilder cypher,
        IReadOnlyList<(OrderField Field, bool Descending)> terms,
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
            var tie = edge is null || cursor.Edge is null ? null : $"{edge}.key {(reverse ? "<" : ">")} {cypher.Value(cursor.Edge)}";
            match += $"{(edge is null ? "" : "OPTIONAL ")}{nodes.MatchKey(name, cypher.Value(cursor.Node))} ";
            bounds += $" AND {NodeCypher.Beyond(terms, "n", name, reverse, tie)}";
        }
        return (match, bounds);
    }

    private static T? Read<T>(object? fields, Func<object?, T> read)
        where T : class => fields is null ? null : read(fields);

    private static Revision Revision(List<object?> row) =>
        new(
            (long)row[0]!,
            DateTimeOffset.Parse((string)row[1]!, CultureInfo.InvariantCulture),
            (string)row[2]!,
            (string)row[3]!,
            (string?)row[4],
            (string)row[5]!
        );
}
