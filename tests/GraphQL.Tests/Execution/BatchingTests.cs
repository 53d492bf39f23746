using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Execution;

public sealed class BatchingTests
{
    private const string Sdl = """
        type Query { roots(first: Int = 3): [Node!]! }
        interface Node { name: String children(first: Int = 2): [Node!]! }
        type A implements Node { name: String children(first: Int = 2): [Node!]! onlyA: Int }
        type B implements Node { name: String children(first: Int = 2): [Node!]! }
        """;

    private sealed record Item(string Type, string Name);

    private static TestEngine Tree(List<string> calls) =>
        TestEngine.Over(
            Sdl,
            bind =>
                bind.TypeOf("Node", value => ((Item)value).Type)
                    .Field(
                        "Query",
                        "roots",
                        context =>
                            context.ForEach<object?>(_ =>
                                Enumerable
                                    .Range(0, context.Arguments.Get<int>("first"))
                                    .Select(i => new Item(i % 2 == 0 ? "A" : "B", $"r{i}"))
                            )
                    )
                    .Field(
                        "Node",
                        "children",
                        context =>
                        {
                            calls.Add($"{context.Field}:{context.Parents.Count}");
                            return context.ForEach<Item>(parent =>
                                Enumerable
                                    .Range(0, context.Arguments.Get<int>("first"))
                                    .Select(i => new Item(i % 2 == 0 ? "A" : "B", $"{parent.Name}.{i}"))
                            );
                        }
                    )
                    .Field<Item>("Node", "name", item => item.Name)
                    .Field<Item>("A", "onlyA", _ => 1)
        );

    [Fact]
    public async Task Each_level_of_a_nest_is_one_call_whatever_the_types()
    {
        var calls = new List<string>();
        var json = await Tree(calls).AskAsync("{ roots { name children { name children { name children { name } } } } }");
        Assert.Equal(["A.children:3", "A.children:6", "A.children:12"], calls);
        Assert.StartsWith(
            "{\"data\":{\"roots\":[{\"name\":\"r0\",\"children\":[{\"name\":\"r0.0\",\"children\":[{\"name\":\"r0.0.0\"",
            json,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Aliases_with_other_arguments_are_calls_of_their_own()
    {
        var calls = new List<string>();
        await Tree(calls).AskAsync("{ roots { one: children(first: 1) { name } two: children(first: 2) { children { name } } } }");
        Assert.Equal(["A.children:3", "A.children:3", "A.children:6"], calls);
    }

    [Fact]
    public async Task Types_with_selections_of_their_own_still_share_what_they_share()
    {
        var calls = new List<string>();
        var json = await Tree(calls).AskAsync("{ roots { ... on A { onlyA children { name } } ... on B { children { __typename } } } }");
        Assert.Equal(["A.children:2", "B.children:1"], calls);
        Assert.Equal(
            "{\"data\":{\"roots\":[{\"onlyA\":1,\"children\":[{\"name\":\"r0.0\"},{\"name\":\"r0.1\"}]},"
                + "{\"children\":[{\"__typename\":\"A\"},{\"__typename\":\"B\"}]},"
                + "{\"onlyA\":1,\"children\":[{\"name\":\"r2.0\"},{\"name\":\"r2.1\"}]}]}}",
            json
        );
    }

    [Fact]
    public async Task One_parent_may_fail_alone()
    {
        var engine = TestEngine.Over(
            "type Query { items: [Item] } type Item { v: Int w: Int! }",
            bind =>
                bind.Field("Query", "items", context => context.ForEach<object?>(_ => new object[] { 1, 2, 3 }))
                    .Field("Item", "v", context => context.ForEach<int>(n => n == 2 ? new FieldError("no two", "TWO") : n))
                    .Field<int>("Item", "w", n => n == 3 ? throw new GraphQLUserException("no three", "THREE") : n)
        );
        Assert.Equal(
            "{\"errors\":[{\"message\":\"no two\",\"locations\":[{\"line\":1,"
                + "\"column\":11}],\"path\":[\"items\",1,\"v\"],\"extensions\":{\"code\":\"TWO\"}},"
                + "{\"message\":\"no three\",\"locations\":[{\"line\":1,\"column\":13}],"
                + "\"path\":[\"items\",2,\"w\"],\"extensions\":{\"code\":\"THREE\"}}],"
                + "\"data\":{\"items\":[{\"v\":1,\"w\":1},{\"v\":null,\"w\":2},null]}}",
            await engine.AskAsync("{ items { v w } }")
        );
    }

    [Fact]
    public async Task A_resolver_sees_what_is_asked_below_it()
    {
        var seen = "";
        var engine = TestEngine.Over(
            "type Query { page: Page } type Page { totalCount: Int edges: [Edge] } type Edge { node: Node } interface Node { id: ID "
                + "} type T implements Node { id: ID more: Int }",
            bind =>
                bind.TypeOf("Node", _ => "T")
                    .Field(
                        "Query",
                        "page",
                        context =>
                        {
                            var s = context.Selection;
                            seen =
                                $"{s.Asks("totalCount")} {s.Asks("edges", "node", "more")} {s.Asks("edges", "node", "id")} "
                                + $"{string.Join(",", s.Fields)}";
                            return context.ForEach<object?>(_ => null);
                        }
                    )
        );
        const string query =
            "query ($x: Boolean!) { page { n: totalCount @include(if: $x) ...F } } fragment F on Page { edges { node { ... on T { "
            + "more } } } }";
        await engine.AskAsync(query, "{\"x\": false}");
        Assert.Equal("False True False edges", seen);
        await engine.AskAsync(query, "{\"x\": true}");
        Assert.Equal("True True False totalCount,edges", seen);
    }

    [Fact]
    public async Task Too_few_values_fail_the_field_and_leak_nothing()
    {
        Exception? logged = null;
        var bound = Effektkaeder
            .GraphQL.TypeSystem.Schema.FromSdl("type Query { a: Int b: Int }")
            .Bind(bind =>
                bind.Field("Query", "a", _ => new ValueTask<IReadOnlyList<object?>>([]))
                    .Field<object?>("Query", "b", _ => throw new InvalidOperationException("secret"))
            );
        var engine = new TestEngine(new GraphQLEngine(bound) { OnInternalError = (exception, _) => logged = exception });
        var json = await engine.AskAsync("{ a b }");
        Assert.Contains(
            "{\"message\":\"Internal error\",\"locations\":[{\"line\":1,"
                + "\"column\":3}],\"path\":[\"a\"],\"extensions\":{\"code\":\"INTERNAL\"}}",
            json,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.Equal("secret", logged!.Message);
    }
}
