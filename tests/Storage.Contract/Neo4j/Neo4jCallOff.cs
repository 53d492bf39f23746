using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>The server runs on when a caller has gone: it is told.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jCallOff() : CallOffContract(new Neo4jEngine(), TimeSpan.FromSeconds(1))
{
    protected override async Task EndedAsync(CancellationToken ct)
    {
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(ct));
        var running = await api.ReadAsync(
            new(
                "SHOW TRANSACTIONS YIELD currentQuery "
                    + "WHERE currentQuery CONTAINS 'Intet' OR currentQuery CONTAINS 'EXISTS' RETURN count(*)",
                new Dictionary<string, object?>()
            ),
            ct
        );
        // The question itself holds the words it looks for.
        Assert.Equal(1L, running[0][0]);
    }
}
