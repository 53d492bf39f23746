using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.TypeSystem;

public sealed class SchemaTests
{
    [Fact]
    public void Prints_as_it_was_written_with_extensions_folded_in()
    {
        const string sdl = """
            "A thing with an id."
            interface Node {
              id: ID!
            }

            directive @tag(name: String! = "x") repeatable on OBJECT | FIELD_DEFINITION

            type Query {
              node(id: ID!): Node
              things(
                "How many."
                first: Int = 10
                where: Where = { name: "å", tags: [A] }
              ): [Thing!]!
              old: Int @deprecated(reason: "gone")
            }

            type Thing implements Node @tag(name: "a") @tag(name: "b") {
              id: ID!
              kind: Kind
              other: Any
            }

            enum Kind {
              A
              B @deprecated
            }

            union Any = Thing | Query

            input Where {
              name: String
              tags: [Kind!]
            }

            input Pick @oneOf {
              a: Int
              b: String
            }

            scalar Date @specifiedBy(url: "https://example.org/date")
            """;
        var schema = Schema.FromSdl(sdl + "\nextend type Thing { more: Date }");
        var printed = schema.Print();
        Assert.Equal(printed, Schema.FromSdl(printed).Print());
        Assert.Contains("  other: Any\n  more: Date\n}", printed, StringComparison.Ordinal);
        Assert.Contains("where: Where = { name: \"å\", tags: [A] }", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("__Schema", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("schema {", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Roots_may_have_any_name()
    {
        var schema = Schema.FromSdl(
            "\"About\" schema { query: A mutation: B } type A { a: Int } type B { b: Int } type Subscription { c: Int }"
        );
        Assert.Equal("A", schema.QueryType!.Name);
        Assert.Equal("B", schema.MutationType!.Name);
        Assert.Null(schema.SubscriptionType);
        Assert.Equal(schema.Print(), Schema.FromSdl(schema.Print()).Print());
    }

    [Fact]
    public void Tells_every_error_with_line_and_column()
    {
        var error = Assert.Throws<SchemaException>(() => Schema.FromSdl("type Query {\n  a: Strng\n  b(x: Qury): Int\n}"));
        Assert.Equal(2, error.Errors.Count);
        Assert.Equal("2:6: The type \"Strng\" is not defined. Did you mean \"String\"?", error.Errors[0].ToString());
        Assert.Equal("3:8: The type \"Qury\" is not defined. Did you mean \"Query\"?", error.Errors[1].ToString());
    }

    private const string Q = "type Query { a: Int } ";

    /// <summary>One breach of each rule of the type system, in the order of spec 3.</summary>
    [Theory]
    [InlineData("type T { a: Int }", "needs a query type")]
    [InlineData("schema { query: A } schema { query: A } type A { a: Int }", "only one schema definition")]
    [InlineData("schema { query: A query: A } type A { a: Int }", "only one query type")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "root types must be different")]
    [InlineData("schema { query: E } enum E { A }", "must be an object type")]
    [InlineData(Q + "type Query { b: Int }", "only one type named \"Query\"")]
    [InlineData(Q + "scalar Int", "built in")]
    [InlineData(Q + "directive @d on FIELD directive @d on FIELD", "only one directive named \"@d\"")]
    [InlineData(Q + "extend type T { a: Int }", "not defined")]
    [InlineData(Q + "extend enum Query { A }", "of another kind")]
    [InlineData(Q + "extend type Query { a: Int }", "\"Query.a\" may be defined only once")]
    [InlineData("type Query { a(x: Int, x: Int): Int }", "\"Query.a(x:)\" may be defined only once")]
    [InlineData(Q + "enum E { A A }", "\"E.A\" may be defined only once")]
    [InlineData(Q + "{ a }", "no operations")]
    [InlineData("type Query { a: Int @unknown }", "\"@unknown\" is not defined")]
    [InlineData("type Query { a: Int @skip(if: true) }", "may not stand on FIELD_DEFINITION")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "only once here")]
    [InlineData("type Query @d { a: Int } extend type Query @d directive @d on OBJECT", "only once here")]
    [InlineData("type Query { a: Int @deprecated(why: \"\") }", "no argument \"why\"")]
    [InlineData("type Query { a: Int @deprecated(reason: \"a\", reason: \"b\") }", "only once")]
    [InlineData("type Query { a: Int @deprecated(reason: 3) }", "3 is no String")]
    [InlineData(Q + "scalar S @specifiedBy", "needs its argument \"url\"")]
    [InlineData("type Query { __a: Int }", "kept for introspection")]
    [InlineData(Q + "type __T { a: Int }", "kept for introspection")]
    [InlineData(Q + "enum E { __A }", "kept for introspection")]
    [InlineData(Q + "directive @__d on FIELD", "kept for introspection")]
    [InlineData(Q + "type T", "needs one field")]
    [InlineData(Q + "union U", "needs one member type")]
    [InlineData(Q + "union U = Query | Query", "more than once")]
    [InlineData(Q + "union U = I interface I { a: Int }", "no object type")]
    [InlineData(Q + "enum E", "needs one value")]
    [InlineData(Q + "input I", "needs one field")]
    [InlineData("type Query { a: I } input I { a: Int }", "input type \"I\"")]
    [InlineData("type Query { a(x: Query): Int }", "output type \"Query\"")]
    [InlineData(Q + "input I { a: Query }", "output type \"Query\"")]
    [InlineData(Q + "type T implements Query { a: Int }", "no interface")]
    [InlineData(Q + "interface I implements I { a: Int }", "cannot implement itself")]
    [InlineData(Q + "interface I { a: Int } type T implements I & I { a: Int }", "more than once")]
    [InlineData(Q + "interface A { a: Int } interface B implements A { a: Int } type T implements B { a: Int }", "must implement \"A\"")]
    [InlineData(Q + "interface A implements B { a: Int } interface B implements A { a: Int }", "implements it in turn")]
    [InlineData(Q + "interface I { a: Int } type T implements I { b: Int }", "lacks the field \"I.a\"")]
    [InlineData(Q + "interface I { a: Int! } type T implements I { a: Int }", "asks for \"Int!\"")]
    [InlineData(Q + "interface I { a: [Int] } type T implements I { a: Int }", "asks for \"[Int]\"")]
    [InlineData(Q + "interface I { a(x: Int): Int } type T implements I { a: Int }", "lacks the argument \"I.a(x:)\"")]
    [InlineData(Q + "interface I { a(x: Int): Int } type T implements I { a(x: Int!): Int }", "asks for \"Int\"")]
    [InlineData(Q + "interface I { a: Int } type T implements I { a(x: Int!): Int }", "must not be required")]
    [InlineData(Q + "interface I { a: Int } type T implements I { a: Int @deprecated }", "that of its interface is not")]
    [InlineData(Q + "input I @oneOf { a: Int! }", "must be nullable")]
    [InlineData(Q + "input I @oneOf { a: Int = 1 }", "cannot have a default")]
    [InlineData("type Query { a(x: Int! @deprecated): Int }", "cannot be deprecated")]
    [InlineData(Q + "input I { a: Int! @deprecated }", "cannot be deprecated")]
    [InlineData(Q + "input I { a: I! }", "no finite value")]
    [InlineData(Q + "input I { a: J! } input J { a: I! b: Int }", "no finite value")]
    [InlineData(Q + "input I @oneOf { a: I }", "no finite value")]
    [InlineData(Q + "input I { a: J! } input J @oneOf { a: I }", "no finite value")]
    [InlineData("type Query { a(x: Int = \"1\"): Int }", "does not fit")]
    [InlineData("type Query { a(x: Int! = null): Int }", "does not fit")]
    [InlineData("type Query { a(x: I = {b: 1}): Int } input I { a: Int }", "no field \"b\"")]
    [InlineData(Q + "input I { a: I = {} }", "needs itself")]
    [InlineData(Q + "input I { a: J = {} } input J { a: I = {} }", "needs itself")]
    [InlineData(Q + "directive @d(a: Int @d) on ARGUMENT_DEFINITION", "uses itself")]
    [InlineData(Q + "directive @d(a: I) on INPUT_FIELD_DEFINITION input I { a: Int @d }", "uses itself")]
    public void Refuses_what_breaks_a_rule(string sdl, string message)
    {
        var error = Assert.Throws<SchemaException>(() => Schema.FromSdl(sdl));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Q + "input I { a: [I!]! }")]
    [InlineData(Q + "input I { a: I }")]
    [InlineData(Q + "input I { a: I = {a: null} }")]
    [InlineData(Q + "input I @oneOf { a: I b: Int }")]
    [InlineData(Q + "interface I { a: I } type T implements I { a: T! }")]
    [InlineData(Q + "interface I { a: I } interface J implements I { a: K } type K implements I & J { a: K extra(x: Int): Int }")]
    [InlineData(Q + "interface I { a: U } union U = T type T implements I { a: T }")]
    [InlineData(Q + "interface I { a: Int } type T implements I { a(x: Int! = 1): Int }")]
    [InlineData(Q + "directive @skip(if: Boolean!) on FIELD")]
    [InlineData(Q + "directive @d(a: Int) repeatable on FIELD type T @tag { a: Int } directive @tag on OBJECT")]
    public void Takes_what_keeps_them(string sdl) => Assert.NotNull(Schema.FromSdl(sdl).Print());
}
