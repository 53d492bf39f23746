using Effektkaeder.GraphQL.Language;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{ a }}")]
    [InlineData("query { }")]
    [InlineData("query ($a) { a }")]
    [InlineData("query () { a }")]
    [InlineData("{ a() }")]
    [InlineData("{ a(b: ) }")]
    [InlineData("{ a(b: {c}) }")]
    [InlineData("{ ... }")]
    [InlineData("{ ...on }")]
    [InlineData("fragment on on T { a }")]
    [InlineData("fragment F T { a }")]
    [InlineData("query ($a: Int = $b) { a }")]
    [InlineData("query ($a: Int @d(x: $b)) { a }")]
    [InlineData("query ($a: [Int!!]) { a }")]
    [InlineData("\"about\" { a }")]
    [InlineData("\"about\" extend type T { a: Int }")]
    [InlineData("extend type T")]
    [InlineData("type T {}")]
    [InlineData("enum E { true }")]
    [InlineData("union U = ")]
    [InlineData("directive @d on NOWHERE")]
    [InlineData("schema { query Q }")]
    [InlineData("{ a b: }")]
    [InlineData("notakeyword { a }")]
    [InlineData("{ ..a }")]
    public void Refuses_what_the_grammar_does_not_have(string text) => Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(text));

    [Fact]
    public void Says_what_stood_where()
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{\n  a(b: }\n}"));
        Assert.Equal("Did not expect \"}\" here.", error.Message);
        Assert.Equal((2, 8, 9), (error.Line, error.Column, error.Position));
    }

    [Fact]
    public void Keeps_where_each_node_stands()
    {
        var document = Parser.Parse("query Q {\n  alias: field(a: 1) @d\n}");
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections[0]);
        Assert.Equal(new Location(12, 33, 2, 3), field.Location);
        Assert.Equal("alias", field.ResponseName);
        Assert.Equal(2, field.Name.Location.Line);
        Assert.Equal(10, field.Name.Location.Column);
    }

    [Fact]
    public void Reads_descriptions_on_operations_fragments_and_variables()
    {
        var document = Parser.Parse("\"q\" query Q(\"v\" $v: Int) { a(b: $v) } \"\"\"f\"\"\" fragment F on T { a }");
        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("q", operation.Description!.Value);
        Assert.Equal("v", operation.VariableDefinitions[0].Description!.Value);
        Assert.Equal("f", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description!.Value);
    }

    [Fact]
    public void Keywords_are_names_too()
    {
        const string text =
            "query query($on: Int) { type: fragment(on: $on) { ... on on { on } ...query } } fragment query on fragment { true null }";
        Assert.Equal(Printer.Print(Parser.Parse(text)), Printer.Print(Parser.Parse(Printer.Print(Parser.Parse(text)))));
    }

    /// <summary>A stack overflow would end the process, so each of these must end in an error.</summary>
    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{a(b:[", "])}")]
    [InlineData("{a(b:{c:", "})}")]
    [InlineData("{... on T ", "}")]
    [InlineData("query($a: [", "]) {a}")]
    public void Refuses_to_nest_without_bound(string open, string close)
    {
        var (head, step) = open.Length > 2 && open.IndexOfAny(['[', '{'], 1) is var at and > 0 ? (open[..at], open[at..]) : ("", open);
        var text = head + string.Concat(Enumerable.Repeat(step, 100_000)) + close;
        var error = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(text));
        Assert.True(error.IsLimit, error.Message);
    }

    [Fact]
    public void Stops_at_the_most_tokens()
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse("{ a b c }", new ParserOptions(MaxTokens: 4)));
        Assert.True(error.IsLimit);
        Assert.Contains("4 tokens", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, Parser.Parse("{ a b c }", new ParserOptions(MaxTokens: 5)).TokenCount);
    }
}
