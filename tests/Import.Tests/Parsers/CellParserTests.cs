using Effektkaeder.Import.Readers.Text;
using Effektkaeder.Import.Syntax;
using Xunit;

namespace Effektkaeder.Import.Tests.Parsers;

public class CellParserTests
{
    [Theory]
    [InlineData("En <i>skæv</i> båd &amp; en <b>åre</b> .", "En skæv båd & en åre.")]
    [InlineData("<p>Et</p> <p>To</p>", "Et\nTo")]
    [InlineData("Et<br>To", "Et\nTo")]
    [InlineData("Indledning: <ul> <li>• A</li> <li>B</li> </ul> Efter", "Indledning:\n- A\n- B\nEfter")]
    [InlineData("<ul><li>A<ul><li>a1</li></ul></li><li>B</ul>", "- A\n  - a1\n- B")]
    [InlineData("<ul><li>A<li>B", "- A\n- B")]
    [InlineData("<li>A</li><li>B</li>", "- A\n- B")]
    [InlineData("</ul></p></li>Tekst", "Tekst")]
    [InlineData("<ul></ul>", "")]
    [InlineData("- A - B", "- A\n- B")]
    [InlineData("Pris < 5 kr. og > 3", "Pris < 5 kr. og > 3")]
    [InlineData("Først.  Dernæst.", "Først.\nDernæst.")]
    [InlineData("*Fremhævet* og **fed**", "Fremhævet og fed")]
    public void Cell_HTML_becomes_paragraphs_and_lists(string celle, string ventet) => Assert.Equal(ventet, Parse(celle).Text);

    [Fact]
    public void An_unclosed_list_ends_before_the_next_paragraph_and_that_is_told()
    {
        var indhold = Parse("<ul> - A - B <p>Efter</p>");
        Assert.Equal("- A\n- B\nEfter", indhold.Text);
        Assert.Contains(indhold.Repairs, r => r.What.Contains("aldrig blev afsluttet", StringComparison.Ordinal));
        Assert.False(indhold.OpenAtEnd);
    }

    [Fact]
    public void A_list_still_open_where_the_cell_ends_is_known() => Assert.True(Parse("<ul> - A - B").OpenAtEnd);

    [Fact]
    public void Every_item_knows_its_line_and_column()
    {
        var liste = Assert.IsType<ListBlock>(Assert.Single(Parse("<ul>- A- Bo</ul>").Blocks));
        Assert.Equal([(1, 6, "A"), (1, 9, "Bo")], liste.Items.Select(i => (i.Line, i.Place.Column, i.Raw)));
    }

    private static CellContent Parse(string celle) => CellParser.Parse(new SourceText(celle), new Span(0, celle.Length));
}
