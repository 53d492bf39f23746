using System.Text;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private static TestEngine Engine() =>
        TestEngine.Over(
            "type Query { a: Int } type Subscription { tick(to: Int!): Tick other: Int } type Tick { n: Int twice: Int }",
            bind =>
                bind.Subscription("tick", context => Count(context.Arguments.Get<int>("to")))
                    .Field<int>("Tick", "n", n => n)
                    .Field<int>("Tick", "twice", n => n == 2 ? throw new InvalidOperationException("no") : n * 2)
        );

    private static async IAsyncEnumerable<object?> Count(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    [Fact]
    public async Task Each_event_is_answered_by_itself()
    {
        var subscription = Engine().Engine.Subscribe(new GraphQLRequest("subscription { t: tick(to: 3) { n twice } }"), null);
        var answers = new List<string>();
        await foreach (var answer in subscription.Events!)
        {
            answers.Add(Encoding.UTF8.GetString(answer.Span));
        }

        Assert.Equal(3, answers.Count);
        Assert.Equal("{\"data\":{\"t\":{\"n\":1,\"twice\":2}}}", answers[0]);
        Assert.EndsWith("\"data\":{\"t\":{\"n\":2,\"twice\":null}}}", answers[1], StringComparison.Ordinal);
        Assert.Equal("{\"data\":{\"t\":{\"n\":3,\"twice\":6}}}", answers[2]);
    }

    [Fact]
    public async Task A_source_that_breaks_is_told_without_its_inside()
    {
        var told = new List<string>();
        var engine = new GraphQLEngine(
            Schema
                .FromSdl("type Query { a: Int } type Subscription { s: Int }")
                .Bind(bind => bind.Field<object?>("Query", "a", _ => 1).Subscription("s", _ => Breaks()))
        )
        {
            OnInternalError = (exception, error) => told.Add($"{string.Join('.', error.Path!)}: {exception.Message}"),
        };
        var answers = new List<string>();
        await foreach (var answer in engine.Subscribe(new GraphQLRequest("subscription { s }"), null).Events!)
        {
            answers.Add(Encoding.UTF8.GetString(answer.Span));
        }

        Assert.Equal(2, answers.Count);
        Assert.Contains("Internal error", answers[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answers[1], StringComparison.Ordinal);
        Assert.Equal(["s: secret"], told);
    }

    private static async IAsyncEnumerable<object?> Breaks()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("secret");
    }

    [Theory]
    [InlineData("subscription { tick(to: 1) { n } other }", "VALIDATION")]
    [InlineData("subscription ($n: Int!) { tick(to: $n) { n } }", "BAD_REQUEST")]
    [InlineData("subscription { other }", "INTERNAL")]
    [InlineData("{ a }", "BAD_REQUEST")]
    public void What_cannot_begin_is_a_request_error(string query, string code)
    {
        var subscription = Engine().Engine.Subscribe(new GraphQLRequest(query), null);
        Assert.Null(subscription.Events);
        Assert.Contains(code, Encoding.UTF8.GetString(subscription.ErrorResponse.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_is_not_answered_once() =>
        Assert.Contains("BAD_REQUEST", await Engine().AskAsync("subscription { other }"), StringComparison.Ordinal);
}
