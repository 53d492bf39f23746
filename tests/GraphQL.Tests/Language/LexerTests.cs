using Effektkaeder.GraphQL.Language;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("1a")]
    [InlineData("1_")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("1.a")]
    [InlineData("1.0.0")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("0xF")]
    [InlineData("1.e1")]
    public void Refuses_what_is_almost_a_number(string text) => Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue(text));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9")]
    [InlineData("4123")]
    [InlineData("4.123")]
    [InlineData("-1.123e4567")]
    [InlineData("0e+1")]
    [InlineData("1E-2")]
    public void Reads_numbers_as_they_are_written(string text) => Assert.Equal(text, Printer.Print(Parser.ParseValue(text)));

    /// <summary>char.IsLetter and char.IsDigit say yes to these; the grammar says no.</summary>
    [Theory]
    [InlineData("{ å }")]
    [InlineData("{ aå }")]
    [InlineData("{ ª }")]
    [InlineData("{ f(a: ٣) }")]
    [InlineData("{ a² }")]
    [InlineData("{ a\u00A0b }")]
    [InlineData("{ a\u2028b }")]
    [InlineData("{ a\u000Bb }")]
    [InlineData("{ a\u0000b }")]
    public void Takes_only_the_letters_digits_and_spaces_of_the_grammar(string text) =>
        Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(text));

    [Fact]
    public void Skips_byte_order_marks_commas_and_comments()
    {
        var document = Parser.Parse("\uFEFF,,{,a,\uFEFF # a comment, with { braces }\r b,,}#end");
        Assert.Equal("{\n  a\n  b\n}", Printer.Print(document));
    }

    [Theory]
    [InlineData("{\n  x y?\n}", 2, 6)]
    [InlineData("{\r  x y?\r}", 2, 6)]
    [InlineData("{\r\n  x y?\r\n}", 2, 6)]
    [InlineData("{\n\r  x y?\n\r}", 3, 6)]
    [InlineData("{ f(a: \"\"\"\r\r\n\n\"\"\") ? }", 4, 6)]
    public void Counts_lines_at_LF_CRLF_and_a_lone_CR(string text, int line, int column)
    {
        var error = Assert.Throws<GraphQLSyntaxException>(() => Parser.Parse(text));
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("\"\\u00e5\"", "å")]
    [InlineData("\"\\u{e5}\"", "å")]
    [InlineData("\"\\u{000000e5}\"", "å")]
    [InlineData("\"\\u{1F600}\"", "😀")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\"", "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\"", "")]
    public void Resolves_escapes(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(literal)).Value);

    [Theory]
    [InlineData("\"\\u{}\"")]
    [InlineData("\"\\u{110000}\"")]
    [InlineData("\"\\u{D83D}\"")]
    [InlineData("\"\\u{0000000e5}\"")]
    [InlineData("\"\\u{FFFFFFFF}\"")]
    [InlineData("\"\\u{e5\"")]
    [InlineData("\"\\u00e\"")]
    [InlineData("\"\\uD83D\"")]
    [InlineData("\"\\uDE00\\uD83D\"")]
    [InlineData("\"\\uD83D\\u0041\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\rb\"")]
    [InlineData("\"abc")]
    [InlineData("'abc'")]
    [InlineData("\"<high>\"")]
    [InlineData("\"<low>\"")]
    [InlineData("\"\"\"<high>\"\"\"")]
    [InlineData("\"\"\"abc\"\"")]
    [InlineData("1 # <low>")]
    public void Refuses_strings_that_are_not_closed_or_not_unicode(string literal)
    {
        // Half a surrogate pair cannot stand in an attribute, so it is put in here.
        var text = literal.Replace("<high>", "\uD83D", StringComparison.Ordinal).Replace("<low>", "\uDE00", StringComparison.Ordinal);
        Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue(text));
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"abc\"\"\"", "abc")]
    [InlineData("\"\"\"  abc  \"\"\"", "  abc  ")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"\r    a\r\n    b\r\"\"\"", "a\nb")]
    [InlineData("\"\"\"a\n  b\n    c\"\"\"", "a\nb\n  c")]
    [InlineData("\"\"\"\\\"\"\" \\n \\u00e5\"\"\"", "\"\"\" \\n \\u00e5")]
    [InlineData("\"\"\"\n\n\t\t\n\n\"\"\"", "")]
    [InlineData("\"\"\"\n\ta\n  b\n\"\"\"", "a\n b")]
    public void Takes_the_indentation_off_block_strings(string literal, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Parser.ParseValue(literal)).Value);
}
