using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>What the addresses that people have mean for the Query API.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jAddressTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("neo4j+http://vaert:7474", "http://vaert:7474/", "neo4j")]
    [InlineData("neo4j+https://x.databases.neo4j.io/graf", "https://x.databases.neo4j.io/", "graf")]
    [InlineData("neo4j://vaert", "http://vaert:7474/", "neo4j")]
    [InlineData("bolt://vaert:7687/graf", "http://vaert:7474/", "graf")]
    [InlineData("bolt://[::1]:7687", "http://[::1]:7474/", "neo4j")]
    [InlineData("neo4j://vaert:9001", "http://vaert:9001/ http://vaert:7474/", "neo4j")]
    [InlineData("neo4j+s://vaert:7687", "https://vaert:7473/ https://vaert/", "neo4j")]
    [InlineData("bolt+s://vaert:443", "https://vaert/ https://vaert:7473/", "neo4j")]
    [InlineData("neo4j+s://x.databases.neo4j.io", "https://x.databases.neo4j.io/", "neo4j")]
    public void An_address_names_the_servers_to_try_and_the_database(string location, string servers, string database)
    {
        Assert.True(Neo4jAddress.IsOne(location));
        var address = Neo4jAddress.Parse(location);
        Assert.Equal((servers, database, false), (string.Join(' ', address.Servers), address.Database, address.IsBeside));
    }

    [Theory]
    [InlineData("neo4j+ftp://vaert/graf", "er ikke en adresse")]
    [InlineData("neo4j+http://vaert/a/b", "er ikke en adresse")]
    [InlineData("neo4j+http://vaert/graf?x=1", "er ikke en adresse")]
    [InlineData("neo4j+", "er ikke en adresse")]
    [InlineData("neo4j+ssc://vaert", "neo4j+s://")]
    [InlineData("bolt+ssc://vaert:7687", "bolt+s://")]
    public void An_address_that_is_none_is_refused(string location, string said) =>
        Assert.Contains(said, Assert.Throws<StoreException>(() => Neo4jAddress.Parse(location)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_Bolt_address_finds_the_query_API_of_its_server_or_says_where_it_looked_and_what_to_write()
    {
        var there = await Neo4jServer.OptionsAsync(Ct);
        // The port that is named first is nobody's.
        var options = there with
        {
            Server = new("http://127.0.0.1:9"),
            Others = [there.Server],
            IsGuess = true,
        };
        await using (var store = await Neo4jStore.OpenAsync(options, Ct))
        {
            Assert.Equal(there.Location, store.Location);
        }

        var nowhere = options with { Others = [new("http://127.0.0.1:11")] };
        var said = (await Assert.ThrowsAsync<StoreException>(() => Neo4jStore.OpenAsync(nowhere, Ct))).Message;
        Assert.Contains("127.0.0.1:9 eller 127.0.0.1:11", said, StringComparison.Ordinal);
        Assert.Contains("neo4j+http://127.0.0.1:PORT/neo4j", said, StringComparison.Ordinal);

        // A server that is there and does not encrypt is no server that is not to be trusted.
        var secure = there with
        {
            Server = new($"https://{there.Server.Authority}"),
        };
        foreach (var asked in new[] { secure, secure with { IsGuess = true } })
        {
            said = (await Assert.ThrowsAsync<StoreException>(() => Neo4jStore.OpenAsync(asked, Ct))).Message;
            Assert.Contains($"skriv {there.Location}.", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_address_that_stands_in_Browser_is_answered_with_the_one_that_is_used()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => Application.Stores.OpenAsync("https://vaert:7473/browser/", Ct));
        Assert.EndsWith("eller neo4j+https://vaert:7473/neo4j.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_holds_something_else_is_left_alone_unless_told()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        var options = await Neo4jServer.OptionsAsync(Ct);
        using var api = new QueryApi(options);
        Task<IReadOnlyList<object?[]>> AskAsync(string cypher) => api.WriteAsync(new(cypher, new Dictionary<string, object?>()), Ct);
        var schema = (await AskAsync("MATCH (s:_Store) RETURN s.schema"))[0][0];
        await AskAsync("MATCH (s:_Store) DELETE s CREATE (:Person {name: 'Ada'})");
        try
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => Neo4jStore.OpenAsync(options, Ct));
            Assert.Contains("(:Person)", refused.Message, StringComparison.Ordinal);
            Assert.Contains("?ved-siden-af=ja", refused.Message, StringComparison.Ordinal);
            Assert.Equal(0L, (await AskAsync("MATCH (s:Store) RETURN count(*)"))[0][0]);
            await using var store = await Neo4jStore.OpenAsync(options with { IsBeside = true }, Ct);
            await store.CommitAsync(WritingChild.Batch(0), Ct);
            Assert.Equal(1L, (await AskAsync("MATCH (p:Person {name: 'Ada'}) RETURN count(*)"))[0][0]);
            Assert.Empty(await store.FaultsAsync(Ct));
        }
        finally
        {
            await AskAsync("MATCH (p:Person) DETACH DELETE p");
        }

        Assert.Equal(schema, (await AskAsync("MATCH (s:_Store) RETURN s.schema"))[0][0]);
    }

    [Fact]
    public async Task A_graph_that_another_tool_has_laid_is_no_store_and_what_a_key_is_taken_by_is_told()
    {
        await new Neo4jEngine().PrepareAsync(Ct);
        var options = await Neo4jServer.OptionsAsync(Ct);
        using var api = new QueryApi(options);
        Task<IReadOnlyList<object?[]>> AskAsync(string cypher) => api.WriteAsync(new(cypher, new Dictionary<string, object?>()), Ct);
        var taken = Given.Node(NodeKind.Indsats, "taget");
        await AskAsync($"MATCH (s:_Store) DELETE s CREATE (:Indsats {{key: '{taken.Key}', name: 'Taget'}})");
        try
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => Neo4jStore.OpenAsync(options, Ct));
            Assert.Contains("ikke lageret bag dem", refused.Message, StringComparison.Ordinal);
            await using var store = await Neo4jStore.OpenAsync(options with { IsBeside = true }, Ct);
            refused = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Given.Changes(0, [taken], [], [], []), Ct));
            Assert.Contains("har allerede en knude, som effekt ikke har lavet", refused.Message, StringComparison.Ordinal);
            Assert.Contains(taken.Key, Assert.Single(await store.FaultsAsync(Ct)), StringComparison.Ordinal);
            await AskAsync("MATCH (n:Indsats) SET n:Min REMOVE n:Indsats");
            Assert.Equal(1, (await store.CommitAsync(Given.Changes(0, [taken], [], [], []), Ct))!.Number);
        }
        finally
        {
            await AskAsync("MATCH (n:Indsats|Min) DETACH DELETE n");
        }
    }
}
