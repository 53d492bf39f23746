using Xunit;
using static Effektkaeder.GraphQL.Tests.Execution.TestEngine;

namespace Effektkaeder.GraphQL.Tests.Execution;

public sealed class NullPropagationTests
{
    private const string Sdl = """
        type Query { a: T n: T! list: [T] strict: [T!] all: [T!]! deep: [[Int!]!] leaf: Int }
        type T { v: Int! t: T! o: T x: Int }
        """;

    private static TestEngine Engine() =>
        Over(
            Sdl,
            bind =>
                bind.Field<object?>("Query", "a", _ => Map(("v", 1), ("t", Map(("v", null))), ("x", 1)))
                    .Field<object?>("Query", "n", _ => Map(("v", null)))
                    .Field<object?>("Query", "list", _ => new object?[] { Map(("v", 1)), Map(("v", null)), null })
                    .Field<object?>("Query", "strict", _ => new object?[] { Map(("v", 1)), null, Map(("v", null)) })
                    .Field<object?>("Query", "all", _ => new object?[] { Map(("v", 1)), Map(("v", null)) })
                    .Field<object?>("Query", "deep", _ => new object?[] { new object?[] { 1, null }, new object?[] { 2 } })
                    .Field<object?>("Query", "leaf", _ => "text")
        );

    [Theory]
    [InlineData("{ one: a { two: t { three: v } x } }", "[\"one\",\"two\",\"three\"]", "{\"one\":null}")]
    [InlineData("{ l: list { v } }", "[\"l\",1,\"v\"]", "{\"l\":[{\"v\":1},null,null]}")]
    [InlineData("{ s: strict { v } }", "[\"s\",1]", "{\"s\":null}")]
    [InlineData("{ leaf all { v } }", "[\"all\",1,\"v\"]", "null")]
    [InlineData("{ a { x } n { v } }", "[\"n\",\"v\"]", "null")]
    [InlineData("{ d: deep }", "[\"d\",0,1]", "{\"d\":null}")]
    [InlineData("{ leaf }", "[\"leaf\"]", "{\"leaf\":null}")]
    public async Task Null_goes_up_to_the_nearest_place_that_takes_it(string query, string path, string data)
    {
        var json = await Engine().AskAsync(query);
        Assert.Contains($"\"path\":{path}", json, StringComparison.Ordinal);
        Assert.EndsWith($"\"data\":{data}}}", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_below_a_null_is_not_asked_and_tells_no_error()
    {
        var asked = 0;
        var engine = Over(
            "type Query { a: T } type T { bad: Int! t: U } type U { v: Int! }",
            bind =>
                bind.Field<object?>("Query", "a", _ => 1)
                    .Field<object?>("T", "bad", _ => null)
                    .Field<object?>("T", "t", _ => 2)
                    .Field<object?>("U", "v", _ => asked++)
        );
        var json = await engine.AskAsync("{ a { bad t { v } } }");
        Assert.Equal(0, asked);
        Assert.EndsWith("\"data\":{\"a\":null}}", json, StringComparison.Ordinal);
        Assert.Single(json.Split("\"message\"")[1..]);
    }
}
