using System.Text;
using Effektkaeder.GraphQL.Http;
using Effektkaeder.GraphQL.Tests.Execution;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Http;

/// <summary>How streams of events keep alive, how many there are and how long they last.</summary>
public sealed class EventStreamTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20),
        Never = TimeSpan.FromHours(5);

    private readonly TaskCompletionSource _released = new();

    [Fact]
    public async Task A_silent_stream_says_that_it_is_there()
    {
        using var response = await SubscribeAsync(Server(new GraphQLHttpOptions { StreamSilence = Soon }));
        var parts = await FirstAsync(response, 3);
        Assert.Equal(["event: next\ndata: {\"data\":{\"s\":1}}\n\n", ":\n\n", ":\n\n"], parts);
    }

    [Fact]
    public async Task A_stream_that_has_had_its_time_ends_with_the_bound()
    {
        using var response = await SubscribeAsync(
            Server(new GraphQLHttpOptions { MaxStreamTime = TimeSpan.FromSeconds(0.4), StreamSilence = Never })
        );
        var parts = await FirstAsync(response, 3);
        Assert.Contains("open for the 0 s it may", parts[1], StringComparison.Ordinal);
        Assert.Equal("event: complete\ndata:\n\n", parts[2]);
        await _released.Task;
    }

    [Fact]
    public async Task One_more_than_may_be_open_is_refused_until_one_has_gone()
    {
        var server = Server(new GraphQLHttpOptions { MaxStreams = 1 });
        using (var first = await SubscribeAsync(server))
        {
            Assert.Equal(200, first.Status);
            using var second = await SubscribeAsync(server);
            Assert.Equal((503, "application/graphql-response+json; charset=utf-8"), (second.Status, second.ContentType));
            Assert.Contains(
                "1 streams of events are open; at most 1 are",
                Encoding.UTF8.GetString(second.Body.Span),
                StringComparison.Ordinal
            );
        }

        using var third = await SubscribeAsync(server);
        Assert.Equal(200, third.Status);
        using var refused = await SubscribeAsync(server, "{ no }");
        Assert.Equal(503, refused.Status);
    }

    [Fact]
    public async Task A_refused_document_takes_no_place()
    {
        var server = Server(new GraphQLHttpOptions { MaxStreams = 1 });
        using (var refused = await SubscribeAsync(server, "{ no }"))
        {
            Assert.Equal(400, refused.Status);
        }

        using var response = await SubscribeAsync(server);
        Assert.Equal(200, response.Status);
    }

    [Fact]
    public async Task When_the_client_goes_the_source_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        using var response = await SubscribeAsync(Server(new GraphQLHttpOptions()), cancellation: gone.Token);
        await using var events = response.Events!.GetAsyncEnumerator(gone.Token);
        Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await _released.Task;
    }

    private GraphQLHttp Server(GraphQLHttpOptions options) =>
        new(
            TestEngine
                .Over(
                    "type Query { a: Int } type Subscription { s: Int }",
                    bind => bind.Field<object?>("Query", "a", _ => 1).Subscription("s", c => OneThenSilence(c.CancellationToken))
                )
                .Engine,
            options
        );

    private async IAsyncEnumerable<object?> OneThenSilence(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            _released.TrySetResult();
        }
    }

    private static async Task<GraphQLHttpResponse> SubscribeAsync(
        GraphQLHttp server,
        string query = "subscription { s }",
        CancellationToken cancellation = default
    ) =>
        await server.HandleAsync(
            new GraphQLHttpRequest(
                "POST",
                "application/json",
                "text/event-stream",
                [],
                Encoding.UTF8.GetBytes($"{{\"query\":\"{query}\"}}")
            ),
            null,
            cancellation
        );

    private static async Task<List<string>> FirstAsync(GraphQLHttpResponse response, int count)
    {
        var parts = new List<string>();
        await foreach (var part in response.Events!)
        {
            parts.Add(Encoding.UTF8.GetString(part.Span));
            if (parts.Count == count)
            {
                break;
            }
        }

        return parts;
    }
}
