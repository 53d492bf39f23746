using Effektkaeder.GraphQL.Language;
using Effektkaeder.Tests;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    private const string Executable = """"
        "What it asks." query Q("how many" $n: Int = 3 @d, $f: [In!]! = [{a: 1, b: "x"}]) @d(x: 1) {
          alias: field(first: $n, where: {and: [{eq: null}, {in: [A, B]}], empty: {}, list: []}) @include(if: true) { ...F
            ... on T @skip(if: false) { id } ... { b } ... @d { c } } }
        mutation { do(text: """
            block
              string
          """, escaped: "a\"b\\c\nå😀\u0001", number: -1.5e10) }
        subscription S { s }
        fragment F on T @d { id }
        { short }
        """";

    private const string Sdl = """"
        """
        About the schema
        """ schema @d { query: Q mutation: M }
        extend schema @e { subscription: S }
        "a scalar" scalar Date @specifiedBy(url: "https://example.org")
        type Q implements A & B @d {
          "a field" f("an argument" a: Int = 1 @d, b: [String!]!): Int! @deprecated(reason: "old") g(a: Int): Int
        }
        interface A implements B { id: ID! }
        union U @d = | Q | M
        enum E { "one" A B @deprecated }
        input I @oneOf { a: Int b: In = {c: 1} }
        extend type Q { h: Int }
        extend union U = S
        extend enum E { C }
        extend input I { c: Int }
        extend interface A @d
        extend scalar Date @d
        directive @d(x: Int = 1) repeatable on | FIELD | OBJECT
        """";

    [Theory]
    [InlineData(Executable)]
    [InlineData(Sdl)]
    public void What_is_printed_reads_back_as_the_same(string text)
    {
        var printed = Printer.Print(Parser.Parse(text));
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
    }

    [Fact]
    public void Prints_operations_as_kept() => Snap.Match(Printer.Print(Parser.Parse(Executable)), "executable.graphql");

    [Fact]
    public void Prints_definitions_as_kept() => Snap.Match(Printer.Print(Parser.Parse(Sdl)), "sdl.graphql");

    [Theory]
    [InlineData("abc")]
    [InlineData("  indented\nnot")]
    [InlineData(" all\n indented")]
    [InlineData("\nblank first")]
    [InlineData("blank last\n")]
    [InlineData("quotes \"\"\" inside")]
    [InlineData("ends with a quote\"")]
    [InlineData("ends with a backslash\\")]
    [InlineData("a\rb")]
    [InlineData("")]
    [InlineData("\u0001")]
    public void A_block_string_keeps_its_meaning_when_printed(string value)
    {
        var printed = Printer.Print(new StringValueNode(value, IsBlock: true, default));
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(printed)).Value);
    }
}
