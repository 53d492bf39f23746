using System.Text;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.Tests.Execution;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Limits;

public sealed class LimitTests
{
    private const string Sdl = """
        type Query { a: T list(first: Int): [T] page(first: Int = 20, last: Int): Page leaf: Int }
        type T { a: T list(first: Int): [T] leaf: Int heavy: Int }
        type Page { totalCount: Int edges: [Edge] nodes: [T] }
        type Edge { node: T }
        """;

    private static Task<string> AskAsync(string query, GraphQLLimits limits, string? variables = null) =>
        TestEngine.Over(Sdl, limits: limits).AskAsync(query, variables);

    private static async Task RefusesAsync(string message, string query, GraphQLLimits limits, string? variables = null)
    {
        var json = await AskAsync(query, limits, variables);
        Assert.StartsWith($"{{\"errors\":[{{\"message\":\"{message}\"", json, StringComparison.Ordinal);
        Assert.EndsWith("\"extensions\":{\"code\":\"LIMIT\"}}]}", json, StringComparison.Ordinal);
    }

    private static async Task TakesAsync(string query, GraphQLLimits limits, string? variables = null) =>
        Assert.StartsWith("{\"data\":", await AskAsync(query, limits, variables), StringComparison.Ordinal);

    [Fact]
    public async Task Bytes_count_as_UTF_8()
    {
        var limits = new GraphQLLimits { MaxDocumentBytes = 12 };
        await TakesAsync("{ leaf } #12", limits);
        await RefusesAsync("The document is 13 bytes long; at most 12 are taken.", "{ leaf } #1å", limits);
    }

    [Fact]
    public async Task Tokens() =>
        await RefusesAsync(
            "The document has more than 4 tokens, the most that are taken.",
            "{ a { leaf } }",
            new GraphQLLimits { MaxTokens = 4 }
        );

    [Fact]
    public async Task Depth_goes_through_fragments()
    {
        var limits = new GraphQLLimits { MaxDepth = 3 };
        const string fragment = "fragment F on T { ... on T { a { leaf } } }";
        await TakesAsync($"{{ a {{ ...F }} }} {fragment}", limits);
        await RefusesAsync("The operation nests 4 fields deep; at most 3 are taken.", $"{{ a {{ a {{ ...F }} }} }} {fragment}", limits);
    }

    [Fact]
    public async Task Aliases_count_as_often_as_their_fragment_is_spread() =>
        await RefusesAsync(
            "The operation has 5 aliases; at most 4 are taken.",
            "{ x: a { ...F } a { ...F } } fragment F on T { y: leaf z: leaf }",
            new GraphQLLimits { MaxAliases = 4 }
        );

    [Fact]
    public async Task Directives() =>
        await RefusesAsync(
            "The operation has 3 directives; at most 2 are taken.",
            "{ leaf @skip(if: false) ... @include(if: true) { ...F } } fragment F on Query { leaf @skip(if: false) }",
            new GraphQLLimits { MaxDirectives = 2 }
        );

    [Fact]
    public async Task Root_fields() =>
        await RefusesAsync(
            "The operation has 3 root fields; at most 2 are taken.",
            "{ leaf ...F } fragment F on Query { leaf ... { leaf } }",
            new GraphQLLimits { MaxRootFields = 2 }
        );

    [Fact]
    public async Task Lists_in_lists() =>
        await RefusesAsync(
            "The operation nests lists 3 deep; at most 2 are taken.",
            "{ list { a { list { ... on T { list { leaf } } } } } }",
            new GraphQLLimits { MaxListNesting = 2 }
        );

    [Theory]
    [InlineData("{ leaf }", 1)]
    [InlineData("{ a { leaf a { leaf } } }", 4)]
    [InlineData("{ list { leaf } }", 11)]
    [InlineData("{ list(first: 3) { leaf heavy } }", 64)]
    [InlineData("query ($n: Int) { list(first: $n) { leaf } }", 8)]
    [InlineData("{ page { totalCount edges { node { leaf } } } }", 81)]
    [InlineData("{ page(first: 2) { nodes { list(first: 5) { leaf } } } }", 15)]
    [InlineData("{ page(first: 2, last: 6) { totalCount } }", 7)]
    [InlineData("{ a { ...F } list { ...F } } fragment F on T { leaf }", 13)]
    public async Task Cost_is_weight_times_the_sizes_of_the_lists_above(string query, int cost)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal) { ["T.heavy"] = 20 };
        await TakesAsync(query, new GraphQLLimits { MaxCost = cost, FieldWeights = weights }, "{\"n\": 7}");
        await RefusesAsync(
            $"The operation costs {cost} points; at most {cost - 1} are taken.",
            query,
            new GraphQLLimits { MaxCost = cost - 1, FieldWeights = weights },
            "{\"n\": 7}"
        );
    }

    [Fact]
    public async Task Figures_that_grow_without_bound_stop_at_a_bound()
    {
        var text = new StringBuilder("{ a { ...F0 } } ");
        for (var i = 0; i < 60; i++)
        {
            text.Append(
                $"fragment F{i} on T {{ ...F{i + 1} x{i}: list(first: 2000000000) {{ ...F{i + 1} }} y{i}: list {{ ...F{i + 1} }} }} "
            );
        }

        text.Append("fragment F60 on T { leaf }");
        var generous = new GraphQLLimits { MaxDepth = 1000, MaxListNesting = 1000 };
        Assert.Contains("LIMIT", await AskAsync(text.ToString(), generous), StringComparison.Ordinal);
        Assert.Contains("points", await AskAsync(text.ToString(), generous with { MaxAliases = int.MaxValue }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_fragments_may_only_nest_so_deep()
    {
        var text = new StringBuilder("{ a { ...F0 } } ");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append($"fragment F{i} on T {{ ...F{i + 1} }} ");
        }

        text.Append("fragment F10000 on T { leaf }");
        await RefusesAsync(
            "The operation nests with its fragments 10003 levels deep; at most 200 are taken.",
            text.ToString(),
            new GraphQLLimits { MaxTokens = int.MaxValue, MaxDocumentBytes = int.MaxValue }
        );
        Assert.Contains("LIMIT", await AskAsync(text.ToString(), new GraphQLLimits()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_must_be_that_of_a_field()
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal) { ["T.hevy"] = 20 };
        var error = Assert.Throws<ArgumentException>(() => TestEngine.Over(Sdl, limits: new GraphQLLimits { FieldWeights = weights }));
        Assert.Contains("\"T.hevy\", which is no field", error.Message, StringComparison.Ordinal);
    }

    private const string Filtered = """
        type Query { list(where: Filter, first: Int): [T] }
        type T { leaf: Int list(where: Filter): [T] }
        input Filter { any: [Filter!] near: Near name: String }
        input Near { some: Filter none: Filter }
        """;

    [Theory]
    [InlineData("{ list(where: { near: { some: { near: { some: { name: \"a\" } } } } }) { leaf } }", 111)]
    [InlineData("{ list(where: { near: { some: { near: { none: { near: { some: {} } } } } } }) { leaf } }", 1011)]
    [InlineData("{ list(where: { any: [{ near: { some: {} } }, { near: { some: {} none: {} } }] }) { leaf } }", 31)]
    [InlineData("{ list(first: 5) { list(where: { near: { some: { near: {} } } }) { leaf } } }", 556)]
    [InlineData("query($f: Filter) { list(where: $f) { leaf } }", 1011)]
    [InlineData("query($f: Filter) { list(where: { near: { some: $f } }) { leaf } }", 10011)]
    public async Task A_filter_costs_by_its_depth_and_fan_out_wherever_it_is_written(string query, int cost)
    {
        const string Three = """{"f":{"near":{"some":{"near":{"some":{"near":{"some":{}}}}}}}}""";
        var limits = new GraphQLLimits
        {
            MaxCost = cost,
            InputWeights = new Dictionary<string, int>(StringComparer.Ordinal) { ["Filter.near"] = 10 },
        };
        var variables = query.Contains('$') ? Three : null;
        var answer = await TestEngine.Over(Filtered, limits: limits).AskAsync(query, variables);
        Assert.StartsWith("{\"data\":", answer, StringComparison.Ordinal);
        Assert.Contains(
            $"costs {cost} points; at most {cost - 1} are taken",
            await TestEngine.Over(Filtered, limits: limits with { MaxCost = cost - 1 }).AskAsync(query, variables),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_weight_of_no_input_field_is_a_fault_of_the_host() =>
        Assert.Throws<ArgumentException>(() =>
            TestEngine.Over(
                Filtered,
                limits: new GraphQLLimits { InputWeights = new Dictionary<string, int>(StringComparer.Ordinal) { ["Filter.far"] = 10 } }
            )
        );
}
