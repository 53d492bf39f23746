using System.Globalization;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>Questions to the server: one statement a question.</summary>
internal sealed class Neo4jReader(QueryApi api)
{
    private const string RevisionFields = "r.number, r.at, r.author, r.action, r.source, r.summary";

    public async Task<long> LatestAsync(CancellationToken ct) => (long)(await RowsAsync(new(), "MATCH (s:Store {id: 1}) RETURN s.number", ct))[0][0]!;

    public async Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return [.. (await RowsAsync(cypher, $"MATCH (r:Revision) WHERE r.number > 0 RETURN {RevisionFields} ORDER BY r.number DESC LIMIT {cypher.Value(first)}", ct)).Select(Revision)];
    }

    public async Task<Revision?> RevisionAsync(long number, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await RowsAsync(cypher, $"MATCH (r:Revision {{number: {cypher.Value(number)}}}) RETURN {RevisionFields}", ct)).Select(Revision).FirstOrDefault();
    }

    /// <summary>The revision that a commit with this token made, if it came through.</summary>
    public async Task<Revision?> CommittedAsync(string token, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        return (await RowsAsync(cypher, $"MATCH (s:Store {{id: 1}}) MATCH (r:Revision) WHERE r.number > s.number - 100 AND r.token = {cypher.Value(token)} RETURN {RevisionFields}", ct)).Select(Revision).FirstOrDefault();
    }

    public async Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var r = cypher.Value(revision);
        var rows = (await RowsAsync(cypher, $$"""
            MATCH (n:NodeVersion) WHERE n.untilRev = {{r}} MATCH (b:NodeBody {id: n.version}) RETURN true AS isNode, false AS isAfter, n.key AS key, b.body AS body
            UNION ALL MATCH (n:NodeVersion) WHERE n.fromRev = {{r}} MATCH (b:NodeBody {id: n.version}) RETURN true AS isNode, true AS isAfter, n.key AS key, b.body AS body
            UNION ALL MATCH (n:Node) WHERE n.fromRev = {{r}} MATCH (b:NodeBody {id: n.version}) RETURN true AS isNode, true AS isAfter, n.key AS key, b.body AS body
            UNION ALL MATCH (v:EdgeVersion) WHERE v.untilRev = {{r}} RETURN false AS isNode, false AS isAfter, v.key AS key, v.body AS body
            UNION ALL MATCH (v:EdgeVersion) WHERE v.fromRev = {{r}} RETURN false AS isNode, true AS isAfter, v.key AS key, v.body AS body
            """, ct)).Select(x => (IsNode: (bool)x[0]!, IsAfter: (bool)x[1]!, Key: (string)x[2]!, Body: (string)x[3]!));
        return [.. rows.GroupBy(x => (x.IsNode, x.Key)).OrderByDescending(g => g.Key.IsNode).ThenBy(g => g.Key.Key, StringComparer.Ordinal).Select(g =>
        {
            var (before, after) = (g.Where(x => !x.IsAfter).Select(x => x.Body).FirstOrDefault(), g.Where(x => x.IsAfter).Select(x => x.Body).FirstOrDefault());
            return g.Key.IsNode
                ? new ElementChange(g.Key.Key, Read(before, ElementBodies.ReadNode), Read(after, ElementBodies.ReadNode), null, null)
                : new ElementChange(g.Key.Key, null, null, Read(before, ElementBodies.ReadEdge), Read(after, ElementBodies.ReadEdge));
        })];
    }

    public async Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct)
    {
        if (keys.Count == 0) return [];
        var cypher = new CypherBuilder();
        var match = new NodeCypher(cypher, revision).MatchKey("n", "key");
        return [.. (await RowsAsync(cypher, $"UNWIND {cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray())} AS key {match} MATCH (b:NodeBody {{id: n.version}}) RETURN b.body", ct))
            .Select(r => ElementBodies.ReadNode((string)r[0]!))];
    }

    public async Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, long? revision, CancellationToken ct)
    {
        if (keys.Count == 0) return [];
        var cypher = new CypherBuilder();
        return [.. (await RowsAsync(cypher, $"UNWIND {cypher.Value(keys.Distinct(StringComparer.Ordinal).ToArray())} AS key MATCH (v:EdgeVersion) WHERE v.key = key AND {cypher.Stands("v", revision)} RETURN v.body", ct))
            .Select(r => ElementBodies.ReadEdge((string)r[0]!))];
    }

    public async Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct)
    {
        var (terms, page, cypher) = (NodeCypher.Terms(query.Order), query.Page, new CypherBuilder());
        var nodes = new NodeCypher(cypher, query.Revision);
        var (backwards, limit) = (page.First is null && page.Last is not null, page.First ?? page.Last);
        var (pattern, stands) = nodes.Node("n");
        var where = $"{stands} AND {nodes.Where(query.Filter, "n")}";
        var (cursors, bounds) = Cursors(nodes, cypher, terms, page);
        // One row more than asked for tells whether there is a next page.
        var text = $$"""
            CALL () {
              {{cursors}} MATCH {{pattern}} WHERE {{where}}{{bounds}}
              WITH n ORDER BY {{NodeCypher.OrderBy(terms, "n", backwards)}}{{(limit is null ? "" : $" LIMIT {cypher.Value(limit + 1L)}")}}
              RETURN collect(n.version) AS ids
            }
            """;
        var count = query.Count ? $" CALL () {{ MATCH {pattern} WHERE {where} RETURN count(n) AS total }}" : " WITH ids, null AS total";
        var row = (await RowsAsync(cypher, text + count + " RETURN COLLECT { UNWIND range(0, size(ids) - 1) AS i MATCH (v:NodeBody {id: ids[i]}) RETURN [i, v.body] }, total", ct))[0];
        var found = ((List<object?>)row[0]!).Cast<List<object?>>().OrderBy(r => (long)r[0]!).Select(r => ElementBodies.ReadNode((string)r[1]!)).ToList();
        var more = limit is not null && found.Count > limit;
        if (more) found.RemoveAt(found.Count - 1);
        if (backwards) found.Reverse();
        return new(found, backwards ? page.Before is not null : more, backwards ? more : page.After is not null, (int?)(long?)row[1]);
    }

    public async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct)
    {
        var (terms, page, cypher) = (NodeCypher.Terms(query.Order), query.Page, new CypherBuilder());
        var nodes = new NodeCypher(cypher, query.Revision);
        var (backwards, limit) = (page.First is null && page.Last is not null, page.First ?? page.Last);
        var parents = cypher.Value(query.Parents.ToArray());
        var (cursors, bounds) = Cursors(nodes, cypher, terms, page);
        var edge = query.Revision is null ? "e.version" : "e.id";
        var cut = limit is null ? "inside" : backwards
            ? $"inside[CASE WHEN size(inside) > {cypher.Value(limit)} THEN size(inside) - {cypher.Value(limit)} ELSE 0 END..]" : $"inside[..{cypher.Value(limit)}]";
        var rows = await RowsAsync(cypher, $$"""
            {{cursors.Replace("MATCH", "OPTIONAL MATCH", StringComparison.Ordinal)}}
            UNWIND range(0, size({{parents}}) - 1) AS place
            CALL ({{(page.After is null ? "" : "after, ")}}{{(page.Before is null ? "" : "before, ")}}place) {
              {{nodes.MatchKey("p", parents + "[place]")}}
              {{nodes.Step(query.Walk, "p", "e", "n")}} AND {{nodes.Where(query.Filter, "n")}}
              WITH n, e, true{{bounds}} AS isInside ORDER BY {{NodeCypher.OrderBy(terms, "n", reverse: false)}}, e.key
              WITH collect([n.version, {{edge}}, isInside]) AS met
              RETURN size(met) AS total, [x IN met WHERE x[2]] AS inside
            }
            WITH place, total, size(inside) AS within, {{cut}} AS shown
            RETURN place, total, within,
              COLLECT { UNWIND range(0, size(shown) - 1) AS i MATCH (v:NodeBody {id: shown[i][0]}) MATCH (w:EdgeVersion {id: shown[i][1]}) RETURN [i, v.body, w.body] }
            """, ct);
        return [.. rows.OrderBy(r => (long)r[0]!).Select(r =>
        {
            var found = ((List<object?>)r[3]!).Cast<List<object?>>().OrderBy(x => (long)x[0]!).Select(x => new Neighbour(ElementBodies.ReadNode((string)x[1]!), ElementBodies.ReadEdge((string)x[2]!))).ToList();
            var more = (long)r[2]! > limit;
            return new Slice<Neighbour>(found, backwards ? page.Before is not null : more, backwards ? more : page.After is not null, query.Count ? (int)(long)r[1]! : null);
        })];
    }

    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var words = Soegeord.Split(query.Text).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0) return Slice<SearchHit>.Empty;
        var cypher = new CypherBuilder();
        // Words are letters and digits, so nothing in them is an operator of the index's language; the last may be a beginning.
        var match = cypher.Value(string.Join(' ', words.Select(w => "+" + w)) + "*");
        var folded = cypher.Value(Fold.Of(query.Text.Trim()));
        var kinds = query.Kinds.Count == 0 ? "true" : $"n.slags IN {cypher.Value(query.Kinds.Select(k => k.Info().Code).ToArray())}";
        var kommune = query.Kommune is null ? "true" : $"n.kommune = {cypher.Value(query.Kommune)}";
        var row = (await RowsAsync(cypher, $$"""
            CALL db.index.fulltext.queryNodes('node_words', {{match}}) YIELD node AS n
            WITH n WHERE {{kinds}} AND {{kommune}}
            WITH n, CASE WHEN n.titelFold = {{folded}} THEN 0 WHEN n.titelFold STARTS WITH {{folded}} THEN 1
                         WHEN all(w IN {{cypher.Value(words.Select(w => $" {w} ").ToArray())}} WHERE n.titleWords CONTAINS w) THEN 2 ELSE 3 END AS rank
            ORDER BY rank, coalesce(n.niveau, 99), n.key
            WITH collect([n.version, rank]) AS met
            WITH size(met) AS total, met[{{cypher.Value(query.Skip)}}..{{cypher.Value(query.Skip + query.First)}}] AS shown
            RETURN total, COLLECT { UNWIND range(0, size(shown) - 1) AS i MATCH (v:NodeBody {id: shown[i][0]}) RETURN [i, v.body, shown[i][1]] }
            """, ct))[0];
        var total = (int)(long)row[0]!;
        var hits = ((List<object?>)row[1]!).Cast<List<object?>>().OrderBy(r => (long)r[0]!).Select(r => new SearchHit(ElementBodies.ReadNode((string)r[1]!), (int)(long)r[2]!)).ToList();
        return new(hits, total > query.Skip + query.First, query.Skip > 0, total);
    }

    public async Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct)
    {
        var cypher = new CypherBuilder();
        var rows = await RowsAsync(cypher, $"MATCH (:Document {{aftale: {cypher.Value(aftale)}}})-[:STATES]->(v) RETURN v:NodeBody, v.key, v.body", ct);
        var ordered = rows.OrderBy(r => (string)r[1]!, StringComparer.Ordinal).ToLookup(r => (bool)r[0]!, r => (string)r[2]!);
        return ([.. ordered[true].Select(ElementBodies.ReadNode)], [.. ordered[false].Select(ElementBodies.ReadEdge)]);
    }

    public Task<IReadOnlyList<object?[]>> RowsAsync(CypherBuilder cypher, string text, CancellationToken ct) => api.ReadAsync(cypher.Build(text), ct);

    private static (string Match, string Bounds) Cursors(NodeCypher nodes, CypherBuilder cypher, IReadOnlyList<(OrderField Field, bool Descending)> terms, Page page)
    {
        var (match, bounds) = ("", "");
        if (page.After is { } after)
        {
            match += nodes.MatchKey("after", cypher.Value(after)) + " ";
            bounds += $" AND {NodeCypher.Beyond(terms, "n", "after", reverse: false)}";
        }
        if (page.Before is { } before)
        {
            match += nodes.MatchKey("before", cypher.Value(before)) + " ";
            bounds += $" AND {NodeCypher.Beyond(terms, "n", "before", reverse: true)}";
        }
        return (match, bounds);
    }

    private static T? Read<T>(string? body, Func<string, T> read) where T : class => body is null ? null : read(body);

    private static Revision Revision(object?[] row) => new(
        (long)row[0]!, DateTimeOffset.Parse((string)row[1]!, CultureInfo.InvariantCulture), (string)row[2]!, (string)row[3]!, (string?)row[4], (string)row[5]!);
}
