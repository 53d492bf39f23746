using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>The one database of the test run's server, emptied before each test; so its tests take turns.</summary>
internal sealed class Neo4jEngine : IEngine
{
    public const string Turns = "the database of the Neo4j server";

    private Neo4jOptions _options = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        // Every search is put both ways: among the titles that begin so, and among all that is found.
        _options = await Neo4jServer.OptionsAsync(ct) with
        {
            ManyHits = 0,
        };
        using var api = new QueryApi(_options);
        // The schema stays, and what says how far it has come: to lay it again would take most of a small test's time.
        await api.WriteAsync(
            new(
                "MATCH (n) WHERE NOT n:_Store AND NOT n:_Commit CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS",
                new Dictionary<string, object?>()
            ),
            ct
        );
        await api.WriteAsync(
            new(
                "MATCH (s:_Store), (c:_Commit) SET s = {id: 1, number: 0, schema: s.schema}, c = {id: 1}",
                new Dictionary<string, object?>()
            ),
            ct
        );
    }

    public async Task<IGraphStore> OpenAsync(CancellationToken ct) => await Neo4jStore.OpenAsync(_options, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jCommits() : CommitContract(new Neo4jEngine());

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jRevisions() : RevisionContract(new Neo4jEngine());

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jQueries() : QueryContract(new Neo4jEngine());

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jExpansions() : ExpandContract(new Neo4jEngine());

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jSearches() : SearchContract(new Neo4jEngine());

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jAtRandom() : RandomContract(new Neo4jEngine())
{
    protected override (int Rounds, int Questions) Usual => (1, 20);
}

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jSelections() : SelectContract(new Neo4jEngine())
{
    protected override int Questions => 12;
}

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jConcurrently() : ConcurrentContract(new Neo4jEngine())
{
    // Every answer of a server costs time.
    protected override (int Children, int Commits) Size => (20, 4);
}

[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jScenarioShelf() : ScenarioContract(new Neo4jEngine());
