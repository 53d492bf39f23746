using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Neo4j.Cypher;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Neo4j;

/// <summary>The part of the graph that a judgement needs. The server selects; only what is asked for as a whole is fetched whole.</summary>
internal sealed class Neo4jSelector(Neo4jReader reader)
{
    private const int Batch = 20_000, Tries = 5;

    private volatile Whole? whole;

    private sealed record Whole(long Revision, Udsnit Udsnit);

    public async Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct)
    {
        if (selection.Revision is { } revision) return await LoadAsync(revision, ct);
        if (selection.Keys.Count == 0) return await LatestAsync(ct);
        for (var i = 0; i < Tries; i++)
            if (await TryAsync(selection, ct) is { } udsnit) return udsnit;
        // Others write without pause: versions of one revision do not move.
        return await LatestAsync(ct);
    }

    /// <summary>Null where a commit came between the two questions.</summary>
    private async Task<Udsnit?> TryAsync(Selection selection, CancellationToken ct)
    {
        var (forNodes, forEdges, forBodies) = (new CypherBuilder(), new CypherBuilder(), new CypherBuilder());
        var found = await reader.RowsAsync(forNodes, SelectCypher.Nodes(selection, forNodes), ct);
        if (found.Count == 0) return Udsnit.Of([], []);
        var keys = found.Select(r => (string)r[0]!).Distinct(StringComparer.Ordinal).ToArray();
        var versions = found.Select(r => (string)r[1]!).Distinct(StringComparer.Ordinal).ToArray();
        var edges = await reader.RowsAsync(forEdges, SelectCypher.Edges(selection, forEdges, keys), ct);
        var nodes = await reader.RowsAsync(forBodies, $"UNWIND {forBodies.Value(versions)} AS id MATCH (v:NodeBody {{id: id}}) RETURN v.body", ct);
        if (edges.Any(e => (long)e[1]! != (long)found[0][2]!)) return null;
        return Udsnit.Of(nodes.Select(r => ElementBodies.ReadNode((string)r[0]!)), edges.Select(r => ElementBodies.ReadEdge((string)r[0]!)));
    }

    private async Task<Udsnit> LatestAsync(CancellationToken ct)
    {
        var (latest, seen) = (await reader.LatestAsync(ct), whole);
        if (seen?.Revision == latest) return seen.Udsnit;
        var loaded = new Whole(latest, await LoadAsync(latest, ct));
        whole = loaded;
        return loaded.Udsnit;
    }

    /// <summary>
    /// All that stood at a revision, in batches by key. Nodes as they are come before nodes as they were: one that a commit ends
    /// in between is met twice, never missed.
    /// </summary>
    private async Task<Udsnit> LoadAsync(long revision, CancellationToken ct)
    {
        List<(string Version, Node Node)> nodes = [];
        foreach (var label in new[] { "Node", "NodeVersion" })
            nodes.AddRange(await LoadAsync($"(v:{label})", "v.version", c => c.StoodAsNode("v", revision), "MATCH (b:NodeBody {id: id})", "b.body", ElementBodies.ReadNode, ct));
        var edges = await LoadAsync("(v:EdgeVersion)", "v.id", c => c.Stands("v", revision), "MATCH (b:EdgeVersion {id: id})", "b.body", ElementBodies.ReadEdge, ct);
        return Udsnit.Of(nodes.DistinctBy(n => n.Version).Select(n => n.Node), edges.Select(e => e.Element));
    }

    private async Task<List<(string Version, T Element)>> LoadAsync<T>(
        string pattern, string id, Func<CypherBuilder, string> stands, string body, string text, Func<string, T> read, CancellationToken ct)
    {
        var (all, after) = (new List<(string, T)>(), "");
        while (true)
        {
            var cypher = new CypherBuilder();
            var rows = await reader.RowsAsync(cypher,
                $"MATCH {pattern} WHERE v.key > {cypher.Value(after)} AND {stands(cypher)} WITH v.key AS key, {id} AS id ORDER BY key LIMIT {cypher.Value(Batch)} {body} RETURN key, id, {text}", ct);
            all.AddRange(rows.Select(r => ((string)r[1]!, read((string)r[2]!))));
            if (rows.Count < Batch) return all;
            after = rows.Select(r => (string)r[0]!).Max(StringComparer.Ordinal)!;
        }
    }
}
