using System.Text.Json;
using Effektkaeder.GraphQL.Limits;
using Xunit;
using static Effektkaeder.GraphQL.Tests.Execution.TestEngine;

namespace Effektkaeder.GraphQL.Tests.Execution;

public sealed class RobustnessTests
{
    [Fact]
    public async Task The_deepest_that_is_taken_is_executed_on_a_small_stack()
    {
        var engine = Over(
            "type Query { a(v: Any): Query list: [Query] } scalar Any",
            bind => bind.Field<object?>("Query", "a", _ => 1).Field<object?>("Query", "list", _ => new[] { 1 }),
            new GraphQLLimits
            {
                MaxDepth = 1000,
                MaxListNesting = 1000,
                AssumedListSize = 1,
            }
        );
        var query =
            string.Concat(Enumerable.Repeat("{ list { ... ", 49))
            + "{ list { a(v: "
            + new string('[', 50)
            + new string(']', 50)
            + ") { __typename } } }"
            + string.Concat(Enumerable.Repeat(" } }", 49));
        var answer = "";
        var thread = new Thread(() => answer = engine.AskAsync(query).GetAwaiter().GetResult(), maxStackSize: 512 * 1024);
        thread.Start();
        await Task.Run(thread.Join);
        Assert.StartsWith("{\"data\":{\"list\":[{\"list\":[{", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_result_still_makes_JSON()
    {
        var engine = Over("type Query { a: String }", bind => bind.Field<object?>("Query", "a", _ => "x\uD83Dy"));
        using var json = JsonDocument.Parse(await engine.AskAsync("{ a }"));
        Assert.Equal("x\uFFFDy", json.RootElement.GetProperty("data").GetProperty("a").GetString());
    }

    [Fact]
    public async Task Text_is_written_as_it_is()
    {
        var engine = Over("type Query { a: String }", bind => bind.Field<object?>("Query", "a", _ => "æøå 😀 <b> & \" \\ \u0001 \u2028"));
        var json = await engine.AskAsync("{ a }");
        Assert.StartsWith("{\"data\":{\"a\":\"æøå ", json, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("æøå 😀 <b> & \" \\ \u0001 \u2028", document.RootElement.GetProperty("data").GetProperty("a").GetString());
    }

    [Fact]
    public async Task Many_requests_share_one_engine()
    {
        var engine = Over(
            "type Query { items(n: Int!): [Item!]! } interface Item { n: Int! next: Item } type A implements Item { n: Int! next: "
                + "Item } type B implements Item { n: Int! next: Item }",
            bind =>
                bind.TypeOf("Item", value => (int)value % 2 == 0 ? "A" : "B")
                    .Field<object?>("Query", "items", (_, context) => Enumerable.Range(0, context.Arguments.Get<int>("n")))
                    .Field<int>("Item", "n", n => n)
                    .Field(
                        "Item",
                        "next",
                        async context =>
                        {
                            await Task.Yield();
                            return context.Parents.Select(parent => (object?)((int)parent! + 1)).ToArray();
                        }
                    ),
            new GraphQLLimits { CachedDocuments = 4 }
        );
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Task.Run(() =>
                        engine.AskAsync(
                            $"query ($n: Int!, $s: Boolean!) {{ items(n: $n) {{ n next {{ x{i % 7}: n @skip(if: $s) __typename }} }} }}",
                            $"{{\"n\": {i % 5}, \"s\": {(i % 2 == 0 ? "true" : "false")}}}"
                        )
                    )
                )
        );
        for (var i = 0; i < answers.Length; i++)
        {
            var expected = string.Join(
                ",",
                Enumerable
                    .Range(0, i % 5)
                    .Select(n =>
                        $"{{\"n\":{n},\"next\":{{{(i % 2 == 0 ? "" : $"\"x{i % 7}\":{n + 1},")}"
                        + $"\"__typename\":\"{(n % 2 == 0 ? "B" : "A")}\"}}}}"
                    )
            );
            Assert.Equal($"{{\"data\":{{\"items\":[{expected}]}}}}", answers[i]);
        }
    }

    [Fact]
    public async Task A_scalar_that_throws_anything_refuses_the_value_and_leaks_nothing()
    {
        var engine = Over(
            "scalar Odd type Query { a(v: Odd): Odd }",
            bind =>
                bind.Scalar("Odd", value => throw new KeyNotFoundException("secret"), value => throw new KeyNotFoundException("secret"))
                    .Field<object?>("Query", "a", _ => 1)
        );
        foreach (
            var answer in (string[])
                [
                    await engine.AskAsync("{ a(v: 1) }"),
                    await engine.AskAsync("query ($v: Odd) { a(v: $v) }", "{\"v\": 1}"),
                    await engine.AskAsync("{ a }"),
                ]
        )
        {
            Assert.Contains("\"errors\"", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bytes_written_for_one_request_are_the_same_every_time()
    {
        var engine = Over(
            "type Query { a: String b: [Int!]! }",
            bind => bind.Field<object?>("Query", "a", _ => "x").Field<object?>("Query", "b", _ => new[] { 1, 2 })
        );
        var answers = Enumerable.Range(0, 5).Select(_ => engine.AskAsync("{ b a c: a }").GetAwaiter().GetResult()).Distinct().ToArray();
        Assert.Equal(["{\"data\":{\"b\":[1,2],\"a\":\"x\",\"c\":\"x\"}}"], answers);
    }
}
