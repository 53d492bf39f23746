using System.Text.Json;
using Effektkaeder.Api.Requests;
using Effektkaeder.GraphQL;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class SubscriptionTests(SeedGraph seed)
{
    [Fact]
    public async Task Each_revision_is_told_in_order_also_when_another_commits_it()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var hurried = new HurriedTime();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var subscription = Api.Engine.Subscribe(
            new GraphQLRequest("subscription { grafAendret(efter: 0) { nummer handling } }"),
            new ApiContext(store, hurried, "test"),
            limit.Token
        );
        await using var events = subscription.Events!.GetAsyncEnumerator(limit.Token);

        Assert.Equal("1 copy", await NextAsync(events));
        var waiting = NextAsync(events);
        const string Coupling = "KOBLER_TIL:eksplicit vestersoe/indsats/sunde-overgange vestersoe/indsats/tidlig-opsporing";
        await api.AskAsync(
            "mutation($k: ID!) { a: bekraeftKobling(input: { kant: $k, revision: 1 }) { fejl { kode } } b: afvisKobling(input: "
                + "{ kant: $k, revision: 2 }) { fejl { kode } } }",
            new { k = Coupling }
        );
        Assert.Equal("2 decide", await waiting);
        Assert.Equal("3 decide", await NextAsync(events));
    }

    [Fact]
    public async Task It_begins_with_the_next_revision_and_ends_when_the_client_goes()
    {
        using var gone = new CancellationTokenSource();
        var subscription = Api.Engine.Subscribe(
            new GraphQLRequest("subscription { grafAendret { nummer } }"),
            new ApiContext(seed.Store, new HurriedTime(), "test"),
            gone.Token
        );
        var waiting = subscription.Events!.GetAsyncEnumerator(gone.Token).MoveNextAsync().AsTask();
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(200)));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<ReadOnlyMemory<byte>> events)
    {
        Assert.True(await events.MoveNextAsync());
        var revision = JsonDocument.Parse(events.Current).RootElement.At("data", "grafAendret");
        return $"{revision.At("nummer")} {revision.At("handling").GetString()}";
    }

    /// <summary>Time whose every pause lasts ten milliseconds.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.FromMilliseconds(10), period);
    }
}
