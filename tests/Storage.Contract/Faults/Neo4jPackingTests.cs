using System.IO.Compression;
using System.Text.Json;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// A database of schema 5, as that version wrote it: two agreements, one of them in three editions. Its bodies are JSON, and what is
/// said stands several times.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jPackingTests
{
    private static readonly Dictionary<string, object?> None = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Held(List<object?> Labels, Dictionary<string, object?> Properties)
    {
        public bool Is(string label) => Labels.Contains(label);

        public string? this[string name] => (string?)Properties[name];

        public bool Stood(long revision) =>
            (long)Properties["fromRev"]! <= revision && (Properties.GetValueOrDefault("untilRev") is not long until || until > revision);
    }

    [Fact]
    public async Task It_is_packed_from_wherever_it_was_cut_off_by_several_at_once_and_every_revision_answers_as_before()
    {
        var options = await Neo4jServer.OptionsAsync(Ct);
        using var api = new QueryApi(options);
        var (nodes, edges) = await RestoreAsync(api);

        foreach (var requests in new[] { 8, 12, 16, 21, 26 })
        {
            using var cut = new Cut(requests);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Neo4jStore.OpenAsync(options with { Handler = cut }, cut.Dead));
            // The version before is told that it is too old from the first moment on.
            Assert.Equal(6L, (await api.ReadAsync(new("MATCH (s:Store {id: 1}) RETURN s.schema", None), Ct))[0][0]);
        }

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Neo4jStore.OpenAsync(options, Ct)));
        var store = stores[0];
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        var newest = await store.LatestAsync(Ct);
        Assert.Equal(4, newest);
        for (var revision = 1L; revision <= newest; revision++)
        {
            var whole = await (await store.AtAsync(revision, Ct)).SelectAsync(Selection.Whole, Ct);
            Assert.Equal(
                nodes
                    .Where(n => (n.Is("_Node") || n.Is("_NodeVersion")) && n.Stood(revision))
                    .ToDictionary(n => n["key"]!, n => n["udsagn"]!),
                whole.Nodes.ToDictionary(n => n.Key, ElementBodies.WriteStatements)
            );
            Assert.Equal(
                edges
                    .Where(e => (long)e["_fromRev"]! <= revision)
                    .Select(e => ((string)e["_key"]!, (string)e["_udsagn"]!))
                    .Concat(nodes.Where(n => n.Is("_EdgeVersion") && n.Stood(revision)).Select(n => (n["key"]!, n["udsagn"]!)))
                    .ToDictionary(e => e.Item1, e => e.Item2),
                whole.Edges.ToDictionary(e => e.Key, ElementBodies.WriteStatements)
            );
            Assert.NotEmpty(await store.ChangesAsync(revision, Ct));
        }

        var left = await api.ReadAsync(
            new(
                """
                MATCH (n:_Node|_NodeVersion|_EdgeVersion|_Store) UNWIND keys(n) AS name WITH DISTINCT name
                WHERE name IN ['tiderFra', 'tiderTil', 'titleWords', 'moving', 'packing'] RETURN name
                UNION MATCH (n:_Node|_NodeVersion|_EdgeVersion) WHERE n.udsagn STARTS WITH '[' RETURN n.key AS name
                UNION MATCH ()-[r]->() WHERE r._udsagn STARTS WITH '[' OR r._key IS NOT NULL AND NOT r:KOBLER_TIL RETURN type(r) AS name
                UNION MATCH (c:_Change) WHERE c.edges IS NOT NULL AND c.types IS NULL RETURN toString(c.revision) AS name
                """,
                None
            ),
            Ct
        );
        Assert.Empty(left);
        Assert.Equal(newest + 1, (await store.CommitAsync(WritingChild.Batch(newest), Ct))!.Number);
        foreach (var opened in stores)
        {
            await opened.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("MATCH (n:_Node) SET n.udsagn = replace(n.udsagn, '\"linje\":', '\"linje\":1')", "dens udsagn er rettet")]
    [InlineData("MATCH ()-[r:OMFATTER]->() SET r._udsagn = replace(r._udsagn, '\"linje\":', '\"linje\":1')", "er rettet i databasen")]
    [InlineData("MATCH (n:_Node {slags: 'Indsats'}) SET n.udsagn = left(n.udsagn, 40)", "ikke kan læses")]
    [InlineData("MATCH (n:Indsats) SET n.titel = 'Ny'", "titel er »Ny« i databasen")]
    public async Task What_was_changed_from_outside_before_is_named_after(string cypher, string said)
    {
        var options = await Neo4jServer.OptionsAsync(Ct);
        using var api = new QueryApi(options);
        await RestoreAsync(api);
        await api.WriteAsync(new(cypher, None), Ct);
        await using var store = await Neo4jStore.OpenAsync(options, Ct);
        Assert.Contains(await store.FaultsAsync(Ct), f => f.Contains(said, StringComparison.Ordinal));
    }

    private static async Task<(List<Held> Nodes, List<Dictionary<string, object?>> Edges)> RestoreAsync(QueryApi api)
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        await api.WriteAsync(new("MATCH (n) DETACH DELETE n", None), Ct);
        using var file = new GZipStream(
            typeof(Neo4jPackingTests).Assembly.GetManifestResourceStream("neo4j5.json.gz")!,
            CompressionMode.Decompress
        );
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: Ct);
        var (nodes, relations) = (Rows(json, "nodes"), Rows(json, "relations"));
        await api.WriteAsync(
            new(
                """
                UNWIND $nodes AS row CREATE (n:$(row[1])) SET n = row[2]
                FOREACH (k IN keys(row[3]) | SET n[k] = date(row[3][k]))
                WITH row, n ORDER BY row[0]
                WITH collect(n) AS nodes
                UNWIND $relations AS row
                WITH row, nodes[row[0]] AS a, nodes[row[2]] AS b
                CREATE (a)-[r:$(row[1])]->(b) SET r = row[3]
                """,
                new Dictionary<string, object?> { ["nodes"] = nodes, ["relations"] = relations }
            ),
            Ct
        );
        return (
            [.. nodes.Select(r => new Held((List<object?>)r[1]!, (Dictionary<string, object?>)r[2]!))],
            [.. relations.Select(r => (Dictionary<string, object?>)r[3]!).Where(p => p.ContainsKey("_key"))]
        );
    }

    private static List<List<object?>> Rows(JsonDocument json, string name) =>
        [.. json.RootElement.GetProperty(name).EnumerateArray().Select(PlainJson.Read).Cast<List<object?>>()];
}
