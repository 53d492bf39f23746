using System.Diagnostics;
using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>The server runs on when a caller has gone: it is told.</summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jCallOff() : CallOffContract(new Neo4jEngine(), TimeSpan.FromSeconds(1))
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Nothing of it runs on, and what the server has yet to tidy up after it is soon gone.</summary>
    protected override async Task EndedAsync(CancellationToken ct)
    {
        using var api = new QueryApi(await Neo4jServer.OptionsAsync(ct));
        await GoneAsync(api, "AND NOT status STARTS WITH 'Terminated'", "was not told", ct);
        await GoneAsync(api, "", "still has what was called off", ct);
    }

    private static async Task GoneAsync(QueryApi api, string where, string otherwise, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (await RunningAsync(api, where, ct) > 0)
        {
            Assert.True(clock.Elapsed < Longest, $"The server {otherwise}.");
            await Task.Delay(50, ct);
        }
    }

    /// <summary>How many of the suite's questions the server has; this one, which holds the words it looks for, is none.</summary>
    private static async Task<long> RunningAsync(QueryApi api, string where, CancellationToken ct) =>
        (long)
            (
                await api.ReadAsync(
                    new(
                        "SHOW TRANSACTIONS YIELD currentQuery, status "
                            + "WHERE (currentQuery CONTAINS 'Intet' OR currentQuery CONTAINS 'EXISTS') "
                            + $"AND NOT currentQuery STARTS WITH 'SHOW' {where} RETURN count(*)",
                        new Dictionary<string, object?>()
                    ),
                    ct
                )
            )[0][0]!;
}
