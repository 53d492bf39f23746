using System.IO.Compression;
using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// A database that the version before wrote, in which each node was shown and kept as one: nodes, relationships and versions of two
/// agreements, one of them in two editions, as that server held them.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jMoveTests
{
    private static readonly Dictionary<string, object?> None = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Held(object? Id, List<object?> Labels, Dictionary<string, object?> Properties);

    [Fact]
    public async Task It_is_brought_forward_from_wherever_it_was_cut_off_by_several_at_once_with_all_it_holds()
    {
        var options = await Neo4jServer.OptionsAsync(Ct);
        using var api = new QueryApi(options);
        var nodes = await RestoreAsync(api);

        // Killed after each of a few batches; a version that knows the old schema alone is told that it is too old from then on.
        foreach (var requests in new[] { 20, 75, 90, 110 })
        {
            using var cut = new Cut(requests);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Neo4jStore.OpenAsync(options with { Handler = cut }, cut.Dead));
            Assert.Equal(6L, (await api.ReadAsync(new("MATCH (s:Store {id: 1}) RETURN s.schema", None), Ct))[0][0]);
        }

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Neo4jStore.OpenAsync(options, Ct)));
        var store = stores[0];
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        var kept = nodes
            .Where(n => n.Labels.Contains("Node"))
            .ToDictionary(n => (string)n.Properties["key"]!, n => (string)n.Properties["udsagn"]!);
        var graph = await store.NewestAsync(Ct);
        var whole = await graph.SelectAsync(Selection.Whole, Ct);
        Assert.Equal(kept, whole.Nodes.ToDictionary(n => n.Key, ElementBodies.WriteStatements));
        Assert.Equal(nodes.Count(n => n.Labels.Contains("Revision")), (await graph.RevisionsAsync(100, Ct)).Count);
        foreach (var revision in Enumerable.Range(1, (int)graph.Revision))
        {
            Assert.NotEmpty(await store.ChangesAsync(revision, Ct));
        }

        var left = await api.ReadAsync(
            new(
                "MATCH (n) UNWIND labels(n) AS label WITH DISTINCT label "
                    + "WHERE NOT label STARTS WITH '_' AND NOT label IN $kinds RETURN label",
                new Dictionary<string, object?> { ["kinds"] = NodeKinds.All.Select(k => k.Code).ToArray() }
            ),
            Ct
        );
        Assert.Equal("Store", Assert.Single(left)[0]);
        Assert.Empty(
            await api.ReadAsync(new("SHOW INDEXES YIELD name, labelsOrTypes WHERE 'Node' IN labelsOrTypes RETURN name", None), Ct)
        );
        Assert.Equal(graph.Revision + 1, (await store.CommitAsync(WritingChild.Batch(graph.Revision), Ct))!.Number);
        foreach (var opened in stores)
        {
            await opened.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_of_a_later_schema_is_refused()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        var options = await Neo4jServer.OptionsAsync(Ct);
        await (await Neo4jStore.OpenAsync(options, Ct)).DisposeAsync();
        using var api = new QueryApi(options);
        var schema = (await api.ReadAsync(new("MATCH (s:Store) RETURN s.schema", None), Ct))[0][0];
        await api.WriteAsync(new("MATCH (s:Store) SET s.schema = 99", None), Ct);
        try
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => Neo4jStore.OpenAsync(options, Ct));
            Assert.Contains("nyere udgave", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await api.WriteAsync(
                new("MATCH (s:Store) SET s.schema = $schema", new Dictionary<string, object?> { ["schema"] = schema }),
                Ct
            );
        }
    }

    private static async Task<List<Held>> RestoreAsync(QueryApi api)
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        using var file = new GZipStream(
            typeof(Neo4jMoveTests).Assembly.GetManifestResourceStream("neo4j4.json.gz")!,
            CompressionMode.Decompress
        );
        using var json = await JsonDocument.ParseAsync(file, cancellationToken: Ct);
        var nodes = Rows(json, "nodes").Select(r => new Held(r[0], (List<object?>)r[1]!, (Dictionary<string, object?>)r[2]!)).ToList();
        await api.WriteAsync(new("MATCH (s:_Store), (c:_Commit) DELETE s, c", None), Ct);
        await api.WriteAsync(new("CREATE CONSTRAINT node_key IF NOT EXISTS FOR (n:Node) REQUIRE n.key IS UNIQUE", None), Ct);
        await api.WriteAsync(new("CREATE INDEX node_sort IF NOT EXISTS FOR (n:Node) ON (n.sort)", None), Ct);
        await api.WriteAsync(
            new(
                """
                UNWIND $nodes AS row CREATE (n:$(row[1])) SET n = row[2]
                WITH collect([row[0], n]) AS made
                UNWIND made AS m WITH collect(m[0]) AS ids, collect(m[1]) AS nodes
                UNWIND $relations AS row
                WITH row, [i IN range(0, size(ids) - 1) WHERE ids[i] = row[0] | nodes[i]][0] AS a,
                  [i IN range(0, size(ids) - 1) WHERE ids[i] = row[2] | nodes[i]][0] AS b
                CREATE (a)-[r:$(row[1])]->(b) SET r = row[3]
                """,
                new Dictionary<string, object?> { ["nodes"] = Rows(json, "nodes"), ["relations"] = Rows(json, "relations") }
            ),
            Ct
        );
        return nodes;
    }

    private static List<List<object?>> Rows(JsonDocument json, string name) =>
        [.. json.RootElement.GetProperty(name).EnumerateArray().Select(PlainJson.Read).Cast<List<object?>>()];
}
