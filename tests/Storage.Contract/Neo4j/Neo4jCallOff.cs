using System.Diagnostics;
using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// The server runs on when a caller has gone: it is told. Of what it is still parsing it shows nothing by which it could be told; so what
/// is called off then runs until it is there to be seen, which for a text this deep takes a busy server some seconds.
/// </summary>
[Collection(Neo4jEngine.Turns)]
public sealed class Neo4jCallOff() : CallOffContract(new Neo4jEngine(), TimeSpan.FromSeconds(1))
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_question_that_is_called_off_while_the_server_still_parses_it_is_ended_too()
    {
        var graph = await DenseAsync();
        using var off = new CancellationTokenSource();
        var asked = graph.QueryAsync(Question(7), off.Token);
        await Task.Delay(30, Ct);
        await off.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await EndedAsync(Ct);
    }

    [Fact]
    public async Task Who_calls_a_question_off_while_the_server_still_parses_it_and_goes_leaves_nothing_running()
    {
        await DenseAsync();
        using (var off = new CancellationTokenSource())
        {
            await using var gone = await Neo4jStore.OpenAsync(await Neo4jServer.OptionsAsync(Ct), Ct);
            var graph = await gone.NewestAsync(Ct);
            var asked = graph.QueryAsync(Question(7), off.Token);
            await Task.Delay(30, Ct);
            await off.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        await EndedAsync(Ct);
    }

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

    /// <summary>How many statements the server has, what it is still parsing among them; those that only look are none.</summary>
    private static async Task<long> RunningAsync(QueryApi api, string where, CancellationToken ct) =>
        (long)
            (
                await api.ReadAsync(
                    new(
                        $"SHOW TRANSACTIONS YIELD currentQuery, status WHERE NOT currentQuery STARTS WITH 'SHOW' {where} RETURN count(*)",
                        new Dictionary<string, object?>()
                    ),
                    ct
                )
            )[0][0]!;
}
