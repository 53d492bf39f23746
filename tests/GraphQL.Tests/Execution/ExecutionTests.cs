using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Limits;
using Xunit;
using static Effektkaeder.GraphQL.Tests.Execution.TestEngine;

namespace Effektkaeder.GraphQL.Tests.Execution;

public sealed class ExecutionTests
{
    [Fact]
    public async Task Merged_fields_keep_the_order_in_which_names_are_first_met()
    {
        var engine = Over(
            "type Query { t: T } type T { a: Int b: Int c: Int t: T }",
            bind => bind.Field<object?>("Query", "t", _ => Map(("a", 1), ("b", 2), ("c", 3), ("t", Map(("a", 4), ("b", 5)))))
        );
        Assert.Equal(
            "{\"data\":{\"t\":{\"b\":2,\"t\":{\"b\":5,\"a\":4},\"a\":1,\"c\":3}}}",
            await engine.AskAsync("{ t { b t { b } ...F } t { c t { a } } } fragment F on T { a t { b } }")
        );
    }

    [Fact]
    public async Task Mutations_run_one_after_another_with_all_below_them()
    {
        var log = new List<string>();
        var engine = Over(
            "type Query { a: Int } type Mutation { go(n: Int!): T } type T { n: Int t: T }",
            bind =>
                bind.Field(
                        "Mutation",
                        "go",
                        async context =>
                        {
                            await Task.Delay(20 - (context.Arguments.Get<int>("n") * 5));
                            log.Add($"go {context.Arguments.Get<int>("n")}");
                            return [Map(("n", context.Arguments.Get<int>("n")), ("t", Map()))];
                        }
                    )
                    .Field<Dictionary<string, object?>>(
                        "T",
                        "n",
                        map =>
                        {
                            log.Add($"n {map["n"]}");
                            return map["n"];
                        }
                    )
        );
        Assert.Equal(
            "{\"data\":{\"x\":{\"n\":1},\"y\":{\"n\":2},\"__typename\":\"Mutation\",\"z\":{\"n\":3}}}",
            await engine.AskAsync("mutation { x: go(n: 1) { n } y: go(n: 2) { n } __typename z: go(n: 3) { n } }")
        );
        Assert.Equal(["go 1", "n 1", "go 2", "n 2", "go 3", "n 3"], log);
    }

    [Fact]
    public async Task Fields_of_a_query_wait_together()
    {
        var started = 0;
        var both = new TaskCompletionSource();
        var engine = Over(
            "type Query { a: Int }",
            bind =>
                bind.Field(
                    "Query",
                    "a",
                    async _ =>
                    {
                        if (Interlocked.Increment(ref started) == 2)
                        {
                            both.SetResult();
                        }

                        await both.Task;
                        return [1];
                    }
                )
        );
        Assert.Equal("{\"data\":{\"x\":1,\"y\":1}}", await engine.AskAsync("{ x: a y: a }"));
    }

    [Theory]
    [InlineData("{ a", "SYNTAX")]
    [InlineData("{ b }", "VALIDATION")]
    [InlineData("query A { a } query B { a }", "BAD_REQUEST")]
    [InlineData("fragment F on Query { a }", "VALIDATION")]
    [InlineData("query ($n: Int!) { a(n: $n) }", "BAD_REQUEST")]
    public async Task A_request_error_has_no_data(string query, string code)
    {
        var json = await Over("type Query { a(n: Int): Int }").AskAsync(query);
        Assert.StartsWith("{\"errors\":[", json, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_is_chosen_by_name()
    {
        var engine = Over(
            "type Query { a: Int b: Int }",
            bind => bind.Field<object?>("Query", "a", _ => 1).Field<object?>("Query", "b", _ => 2)
        );
        Assert.Equal("{\"data\":{\"b\":2}}", await engine.AskAsync("query A { a } query B { b }", operationName: "B"));
        Assert.Contains(
            "Did you mean \\\"A\\\" or \\\"B\\\"?",
            await engine.AskAsync("query A { a } query B { b }", operationName: "C"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Skip_and_include_decide_by_their_variables()
    {
        var engine = Over(
            "type Query { a: Int b: Int c: Int }",
            bind => bind.Field<object?>("Query", "a", _ => 1).Field<object?>("Query", "b", _ => 2).Field<object?>("Query", "c", _ => 3)
        );
        const string query =
            "query ($s: Boolean = false, $i: Boolean!) { a @skip(if: $s) ... @include(if: $i) { b } c @skip(if: $s) @include(if: "
            + "$i) ...F @skip(if: true) } fragment F on Query { x: a }";
        Assert.Equal("{\"data\":{\"a\":1,\"b\":2,\"c\":3}}", await engine.AskAsync(query, "{\"i\": true}"));
        Assert.Equal("{\"data\":{\"a\":1}}", await engine.AskAsync(query, "{\"i\": false}"));
        Assert.Equal("{\"data\":{\"b\":2}}", await engine.AskAsync(query, "{\"i\": true, \"s\": true}"));
        Assert.Contains("$s must not be null", await engine.AskAsync(query, "{\"i\": true, \"s\": null}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abstract_types_ask_for_the_type_of_each_value()
    {
        var engine = Over(
            "type Query { all: [U] } union U = A | B type A { a: Int } type B { b: Int } type C { c: Int }",
            bind => bind.TypeOf("U", value => (string)value).Field<object?>("Query", "all", _ => new[] { "A", "B", "C", "D" })
        );
        var json = await engine.AskAsync("{ all { __typename ... on A { a } ... on B { b } } }");
        Assert.EndsWith(
            "\"data\":{\"all\":[{\"__typename\":\"A\",\"a\":null},{\"__typename\":\"B\",\"b\":null},null,null]}}",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains("\"path\":[\"all\",2]", json, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"all\",3]", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_scalars_and_enums_go_through_their_binding()
    {
        var engine = Over(
            "scalar Day enum Level { LOW HIGH } type Query { next(day: Day = \"2026-01-31\", level: Level = LOW): Day level(l: "
                + "Level!): Level }",
            bind =>
                bind.Scalar(
                        "Day",
                        value => DateOnly.ParseExact((string)value, "yyyy-MM-dd"),
                        value => ((DateOnly)value).ToString("yyyy-MM-dd")
                    )
                    .Enum(
                        "Level",
                        name => name == "LOW" ? 1 : 2,
                        value =>
                            value is 1 ? "LOW"
                            : value is 2 ? "HIGH"
                            : null
                    )
                    .Field<object?>(
                        "Query",
                        "next",
                        (_, context) => context.Arguments.Get<DateOnly>("day").AddDays(context.Arguments.Get<int>("level"))
                    )
                    .Field<object?>("Query", "level", (_, context) => context.Arguments.Get<int>("l"))
        );
        Assert.Equal(
            "{\"data\":{\"next\":\"2026-02-01\",\"b\":\"2026-03-03\",\"level\":\"HIGH\"}}",
            await engine.AskAsync("query ($d: Day) { next b: next(day: $d, level: HIGH) level(l: HIGH) }", "{\"d\": \"2026-03-01\"}")
        );
        Assert.Contains("VALIDATION", await engine.AskAsync("{ next(day: \"no day\") }"), StringComparison.Ordinal);
        Assert.Contains(
            "BAD_REQUEST",
            await engine.AskAsync("query ($d: Day) { next(day: $d) }", "{\"d\": \"no day\"}"),
            StringComparison.Ordinal
        );
        Assert.Contains("BAD_REQUEST", await engine.AskAsync("query ($d: Day) { next(day: $d) }", "{\"d\": 7}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_cut_off()
    {
        var engine = Over(
            "type Query { slow: Int }",
            bind =>
                bind.Field(
                    "Query",
                    "slow",
                    async _ =>
                    {
                        await Task.Delay(TimeSpan.FromSeconds(30));
                        return [1];
                    }
                ),
            new GraphQLLimits { Timeout = TimeSpan.FromMilliseconds(50) }
        );
        Assert.Equal(
            "{\"errors\":[{\"message\":\"The operation took longer than the 50 ms it may.\",\"extensions\":{\"code\":\"TIMEOUT\"}}]}",
            await engine.AskAsync("{ slow }")
        );
    }

    [Fact]
    public async Task The_caller_may_cancel()
    {
        using var cancel = new CancellationTokenSource();
        var engine = Over(
            "type Query { slow: Int }",
            bind =>
                bind.Field(
                    "Query",
                    "slow",
                    async context =>
                    {
                        await cancel.CancelAsync();
                        context.CancellationToken.ThrowIfCancellationRequested();
                        return [1];
                    }
                )
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await engine.Engine.ExecuteAsync(
                new GraphQLRequest("{ slow }"),
                null,
                new System.Buffers.ArrayBufferWriter<byte>(),
                cancel.Token
            )
        );
    }

    [Fact]
    public void Binding_tells_what_is_missing_and_what_is_too_much()
    {
        var schema = Effektkaeder.GraphQL.TypeSystem.Schema.FromSdl(
            "type Query { a: Int b: Node } interface Node { id: ID } type T implements Node { id: ID }"
        );
        var error = Assert.Throws<SchemaException>(() =>
            schema.Bind(bind =>
                bind.Field<object?>("Query", "aa", _ => 1)
                    .Field<object?>("Qery", "a", _ => 1)
                    .TypeOf("T", _ => "T")
                    .Scalar("Day", v => v, v => v)
            )
        );
        var text = error.Message;
        foreach (
            var part in (string[])
                [
                    "\"Query.aa\" is bound",
                    "no such type",
                    "\"T\" are bound",
                    "\"Day\" is bound",
                    "\"Query.a\" has no resolver",
                    "\"Query.b\" has no resolver",
                    "\"T.id\" has no resolver",
                    "\"Node\"",
                ]
        )
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }
}
