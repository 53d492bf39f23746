using Xunit;
using static Effektkaeder.GraphQL.Tests.Execution.TestEngine;

namespace Effektkaeder.GraphQL.Tests.Execution;

/// <summary>Null, absent and default; lists of one; how strict each scalar is. The engine answers what its argument became.</summary>
public sealed class CoercionTests
{
    private const string Sdl = """
        scalar Any
        enum E { RED BLUE }
        input In { i: Int n: Int! = 7 req: String! in: In list: [Int!] }
        input One @oneOf { a: Int b: String }
        type Query {
          int(v: Int): Any float(v: Float): Any string(v: String): Any bool(v: Boolean): Any id(v: ID): Any e(v: E): Any
          list(v: [Int]): Any nested(v: [[Int]]): Any strict(v: [Int!]!): Any in(v: In): Any one(v: One): Any
          def(v: Int = 5): Any req(v: Int!): Any reqDef(v: Int! = 6): Any any(v: Any): Any
        }
        """;

    private static TestEngine Engine() =>
        Over(
            Sdl,
            bind =>
            {
                foreach (
                    var field in (string[])
                        [
                            "int",
                            "float",
                            "string",
                            "bool",
                            "id",
                            "e",
                            "list",
                            "nested",
                            "strict",
                            "in",
                            "one",
                            "def",
                            "req",
                            "reqDef",
                            "any",
                        ]
                )
                {
                    bind.Field<object?>("Query", field, (_, context) => new Dictionary<string, object?>(context.Arguments));
                }
            }
        );

    [Theory]
    [InlineData("int", "3", "3")]
    [InlineData("int", "-2147483648", "-2147483648")]
    [InlineData("float", "1", "1")]
    [InlineData("float", "1.5e3", "1500")]
    [InlineData("id", "4", "\"4\"")]
    [InlineData("id", "\"x\"", "\"x\"")]
    [InlineData("id", "123456789012345678901234567890", "\"123456789012345678901234567890\"")]
    [InlineData("e", "RED", "\"RED\"")]
    [InlineData("list", "1", "[1]")]
    [InlineData("list", "null", "null")]
    [InlineData("list", "[1, null]", "[1,null]")]
    [InlineData("nested", "1", "[[1]]")]
    [InlineData("nested", "[[1], null]", "[[1],null]")]
    [InlineData("strict", "1", "[1]")]
    [InlineData("in", "{req: \"x\"}", "{\"n\":7,\"req\":\"x\"}")]
    [InlineData("in", "{i: null, req: \"x\", list: 3}", "{\"i\":null,\"n\":7,\"req\":\"x\",\"list\":[3]}")]
    [InlineData("one", "{a: 1}", "{\"a\":1}")]
    [InlineData("any", "{a: [1, 2.5, X, \"s\", null, true]}", "{\"a\":[1,2.5,\"X\",\"s\",null,true]}")]
    public async Task Takes_literals_that_fit(string field, string literal, string value) =>
        Assert.Equal($"{{\"data\":{{\"{field}\":{{\"v\":{value}}}}}}}", await Engine().AskAsync($"{{ {field}(v: {literal}) }}"));

    [Theory]
    [InlineData("int", "2147483648")]
    [InlineData("int", "1.0")]
    [InlineData("int", "\"1\"")]
    [InlineData("int", "true")]
    [InlineData("float", "\"1\"")]
    [InlineData("float", "1e999")]
    [InlineData("string", "1")]
    [InlineData("string", "RED")]
    [InlineData("bool", "1")]
    [InlineData("bool", "\"true\"")]
    [InlineData("id", "1.5")]
    [InlineData("id", "true")]
    [InlineData("id", "RED")]
    [InlineData("e", "GREEN")]
    [InlineData("e", "\"RED\"")]
    [InlineData("e", "1")]
    [InlineData("list", "[[1]]")]
    [InlineData("nested", "[1, 2]", true)]
    [InlineData("strict", "[1, null]")]
    [InlineData("strict", "null")]
    [InlineData("in", "{}")]
    [InlineData("in", "{req: null}")]
    [InlineData("in", "{req: \"x\", n: null}")]
    [InlineData("in", "{req: \"x\", unknown: 1}")]
    [InlineData("in", "[{req: \"x\"}]")]
    [InlineData("one", "{}")]
    [InlineData("one", "{a: null}")]
    [InlineData("one", "{a: 1, b: null}")]
    [InlineData("req", "null")]
    public async Task Refuses_literals_that_do_not(string field, string literal, bool fits = false)
    {
        var json = await Engine().AskAsync($"{{ {field}(v: {literal}) }}");
        Assert.Equal(!fits, json.Contains("VALIDATION", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Int", "int", "3", "3")]
    [InlineData("Int", "int", "3.0", "3")]
    [InlineData("Float", "float", "3", "3")]
    [InlineData("ID", "id", "4", "\"4\"")]
    [InlineData("ID", "id", "4.0", "\"4\"")]
    [InlineData("E", "e", "\"BLUE\"", "\"BLUE\"")]
    [InlineData("[Int]", "list", "1", "[1]")]
    [InlineData("[Int]", "list", "[null]", "[null]")]
    [InlineData("[[Int]]", "nested", "[1, [2]]", "[[1],[2]]")]
    [InlineData(
        "In",
        "in",
        "{\"req\": \"x\", \"in\": {\"req\": \"y\", \"n\": 1}}",
        "{\"n\":7,\"req\":\"x\",\"in\":{\"n\":1,\"req\":\"y\"}}"
    )]
    [InlineData("One", "one", "{\"b\": \"x\"}", "{\"b\":\"x\"}")]
    [InlineData("Any", "any", "{\"a\": [1, null, {\"b\": 1e2}]}", "{\"a\":[1,null,{\"b\":100}]}")]
    public async Task Takes_variables_that_fit(string type, string field, string json, string value) =>
        Assert.Equal(
            $"{{\"data\":{{\"{field}\":{{\"v\":{value}}}}}}}",
            await Engine().AskAsync($"query ($v: {type}) {{ {field}(v: $v) }}", $"{{\"v\": {json}}}")
        );

    [Theory]
    [InlineData("Int", "int", "\"3\"")]
    [InlineData("Int", "int", "2147483648")]
    [InlineData("Int", "int", "1.5")]
    [InlineData("Int", "int", "true")]
    [InlineData("Float", "float", "\"3\"")]
    [InlineData("Float", "float", "1e999")]
    [InlineData("String", "string", "3")]
    [InlineData("Boolean", "bool", "0")]
    [InlineData("ID", "id", "1.5")]
    [InlineData("ID", "id", "false")]
    [InlineData("E", "e", "\"red\"")]
    [InlineData("E", "e", "1")]
    [InlineData("[Int]", "list", "[\"1\"]")]
    [InlineData("[Int!]!", "strict", "[null]")]
    [InlineData("In", "in", "{}")]
    [InlineData("In", "in", "[]")]
    [InlineData("In", "in", "{\"req\": \"x\", \"extra\": 1}")]
    [InlineData("One", "one", "{}")]
    [InlineData("One", "one", "{\"a\": null}")]
    [InlineData("One", "one", "{\"a\": 1, \"b\": null}")]
    public async Task Refuses_variables_that_do_not(string type, string field, string json)
    {
        var answer = await Engine().AskAsync($"query ($v: {type}) {{ {field}(v: $v) }}", $"{{\"v\": {json}}}");
        Assert.Contains("BAD_REQUEST", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("($v: Int)", "int(v: $v)", "{}", "{\"int\":{}}")]
    [InlineData("($v: Int)", "int(v: $v)", "{\"v\": null}", "{\"int\":{\"v\":null}}")]
    [InlineData("($v: Int = 1)", "int(v: $v)", "{}", "{\"int\":{\"v\":1}}")]
    [InlineData("($v: Int = 1)", "int(v: $v)", "{\"v\": null}", "{\"int\":{\"v\":null}}")]
    [InlineData("($v: Int)", "def(v: $v)", "{}", "{\"def\":{\"v\":5}}")]
    [InlineData("($v: Int)", "def(v: $v)", "{\"v\": null}", "{\"def\":{\"v\":null}}")]
    [InlineData("($v: Int)", "reqDef(v: $v)", "{}", "{\"reqDef\":{\"v\":6}}")]
    [InlineData("($v: Int = 1)", "req(v: $v)", "{}", "{\"req\":{\"v\":1}}")]
    [InlineData("($v: Int)", "list(v: [1, $v])", "{}", "{\"list\":{\"v\":[1,null]}}")]
    [InlineData("($v: Int)", "in(v: {req: \"x\", i: $v})", "{}", "{\"in\":{\"v\":{\"n\":7,\"req\":\"x\"}}}")]
    [InlineData("($v: Int)", "in(v: {req: \"x\", n: $v})", "{}", "{\"in\":{\"v\":{\"n\":7,\"req\":\"x\"}}}")]
    [InlineData("($v: [Int])", "list(v: $v)", "{\"v\": 3}", "{\"list\":{\"v\":[3]}}")]
    public async Task Absent_differs_from_null_and_from_the_default(string definition, string field, string variables, string data) =>
        Assert.Equal($"{{\"data\":{data}}}", await Engine().AskAsync($"query {definition} {{ {field} }}", variables));

    [Theory]
    [InlineData("($v: Int)", "reqDef(v: $v)", "reqDef")]
    [InlineData("($v: Int = 1)", "req(v: $v)", "req")]
    [InlineData("($v: Int = 1)", "strict(v: [$v])", "strict")]
    [InlineData("($v: Int)", "in(v: {req: \"x\", n: $v})", "in")]
    public async Task A_null_where_a_default_excused_the_type_fails_the_field(string definition, string field, string path)
    {
        var json = await Engine().AskAsync($"query {definition} {{ {field} }}", "{\"v\": null}");
        Assert.Contains($"\"path\":[\"{path}\"],\"extensions\":{{\"code\":\"BAD_REQUEST\"}}", json, StringComparison.Ordinal);
        Assert.EndsWith($"\"data\":{{\"{path}\":null}}}}", json, StringComparison.Ordinal);
    }
}
