using Effektkaeder.GraphQL.Tests.Execution;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Introspection;

public sealed class IntrospectionTests
{
    private static TestEngine Engine() =>
        TestEngine.Over(
            """
            "About it" schema { query: Query }
            directive @tag(name: String! = "x", old: Int @deprecated) repeatable on FIELD
            type Query implements Node {
              id: ID!
              list(a: In = {s: "å\"", e: [A], n: null}, b: Int @deprecated(reason: "b")): [[E!]]!
              old: Int @deprecated
            }
            interface Node { id: ID! }
            union U = Query
            enum E { A B @deprecated(reason: "no B") }
            input In { s: String = "a" e: [E!] n: Int gone: Int @deprecated }
            input One @oneOf { a: Int }
            scalar Day @specifiedBy(url: "https://example.org")
            """,
            bind => bind.TypeOf("Node", _ => "Query").TypeOf("U", _ => "Query")
        );

    [Theory]
    [InlineData(
        "{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }",
        "{\"__schema\":{\"description\":\"About it\",\"queryType\":{\"name\":\"Query\"},\"mutationType\":null,\"subscriptionType\":null}}"
    )]
    [InlineData("{ __type(name: \"Nothing\") { name } }", "{\"__type\":null}")]
    [InlineData(
        "{ __typename __type(name: \"Day\") { __typename kind name specifiedByURL fields { name } isOneOf } }",
        "{\"__typename\":\"Query\",\"__type\":{\"__typename\":\"__Type\","
            + "\"kind\":\"SCALAR\",\"name\":\"Day\",\"specifiedByURL\":\"https://example.org\",\"fields\":null,\"isOneOf\":null}}"
    )]
    [InlineData(
        "{ __type(name: \"Query\") { fields { name } all: fields(includeDeprecated: true) { name isDeprecated deprecationReason } "
            + "interfaces { name } } }",
        "{\"__type\":{\"fields\":[{\"name\":\"id\"},{\"name\":\"list\"}],"
            + "\"all\":[{\"name\":\"id\",\"isDeprecated\":false,\"deprecationReason\":null},"
            + "{\"name\":\"list\",\"isDeprecated\":false,\"deprecationReason\":null},"
            + "{\"name\":\"old\",\"isDeprecated\":true,\"deprecationReason\":\"No longer "
            + "supported\"}],\"interfaces\":[{\"name\":\"Node\"}]}}"
    )]
    [InlineData(
        "{ __type(name: \"U\") { kind possibleTypes { name } } n: __type(name: \"Node\") { possibleTypes { name } } }",
        "{\"__type\":{\"kind\":\"UNION\",\"possibleTypes\":[{\"name\":\"Query\"}]},\"n\":{\"possibleTypes\":[{\"name\":\"Query\"}]}}"
    )]
    [InlineData(
        "{ __type(name: \"E\") { enumValues { name } all: enumValues(includeDeprecated: true) { name deprecationReason } } }",
        "{\"__type\":{\"enumValues\":[{\"name\":\"A\"}],\"all\":[{\"name\":\"A\","
            + "\"deprecationReason\":null},{\"name\":\"B\",\"deprecationReason\":\"no B\"}]}}"
    )]
    [InlineData(
        "{ __type(name: \"One\") { kind isOneOf } i: __type(name: \"In\") { isOneOf inputFields { name defaultValue } all: "
            + "inputFields(includeDeprecated: true) { name } } }",
        "{\"__type\":{\"kind\":\"INPUT_OBJECT\",\"isOneOf\":true},\"i\":{\"isOneOf\":false,"
            + "\"inputFields\":[{\"name\":\"s\",\"defaultValue\":\"\\\"a\\\"\"},{\"name\":\"e\",\"defaultValue\":null},"
            + "{\"name\":\"n\",\"defaultValue\":null}],\"all\":[{\"name\":\"s\"},{\"name\":\"e\"},{\"name\":\"n\"},{\"name\":\"gone\"}]}}"
    )]
    public async Task Tells_of_types(string query, string data) => Assert.Equal($"{{\"data\":{data}}}", await Engine().AskAsync(query));

    [Fact]
    public async Task Defaults_are_written_as_GraphQL_not_as_JSON() =>
        Assert.Equal(
            "{\"data\":{\"__type\":{\"fields\":[{\"args\":[]},{\"args\":[{\"name\":\"a\",\"defaultValue\":\"{ s: \\\"å\\\\\\\"\\\", "
                + "e: [A], n: null }\"}]}]}}}",
            await Engine().AskAsync("{ __type(name: \"Query\") { fields { args { name defaultValue } } } }")
        );

    [Fact]
    public async Task Wrapped_types_unwrap_step_by_step() =>
        Assert.Equal(
            "{\"data\":{\"__type\":{\"fields\":[{\"type\":{\"kind\":\"NON_NULL\","
                + "\"name\":null,\"ofType\":{\"kind\":\"SCALAR\",\"name\":\"ID\",\"ofType\":null}}},"
                + "{\"type\":{\"kind\":\"NON_NULL\",\"name\":null,\"ofType\":{\"kind\":\"LIST\","
                + "\"name\":null,\"ofType\":{\"kind\":\"LIST\",\"ofType\":{\"kind\":\"NON_NULL\",\"ofType\":{\"name\":\"E\"}}}}}}]}}}",
            await Engine()
                .AskAsync(
                    "{ __type(name: \"Query\") { fields { type { kind name ofType { kind name ofType { kind ...N ofType { kind "
                        + "ofType { name } } } } } } } } fragment N on __Type { n: name @skip(if: true) }"
                )
        );

    [Fact]
    public async Task Directives_tell_where_they_stand()
    {
        var json = await Engine().AskAsync("{ __schema { directives { name isRepeatable locations args { name } } } }");
        Assert.Contains(
            "{\"name\":\"tag\",\"isRepeatable\":true,\"locations\":[\"FIELD\"],\"args\":[{\"name\":\"name\"}]}",
            json,
            StringComparison.Ordinal
        );
        foreach (var name in (string[])["skip", "include", "deprecated", "specifiedBy", "oneOf"])
        {
            Assert.Contains($"{{\"name\":\"{name}\"", json, StringComparison.Ordinal);
        }
    }
}
