using System.Xml.Linq;
using Effektkaeder.Diagram.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Svg;

/// <summary>Whatever is written through it is well formed, and text stays text.</summary>
public sealed class SvgWriterTests
{
    [Fact]
    public void A_value_and_a_text_are_read_back_as_they_were()
    {
        const string Hostile = "\"><script>alert('1')</script> & ]]> <!--";
        var svg = new SvgWriter();
        using (svg.Open("g", ("class", Hostile)))
        {
            svg.Text(Hostile, 1, 2.5, Hostile);
        }

        var read = XElement.Parse(svg.Fragment.Text);
        Assert.Equal(Hostile, (string?)read.Attribute("class"));
        Assert.Equal(Hostile, read.Element("text")!.Value);
        Assert.Empty(read.Element("text")!.Elements());
    }

    [Fact]
    public void Characters_that_no_document_can_hold_are_left_out()
    {
        var svg = new SvgWriter();
        svg.Leaf("text", "a\0\u0007b\ud800c\udc00\ufffe");
        Assert.Equal("abc", XElement.Parse(svg.Fragment.Text).Value);
    }

    [Fact]
    public void An_attribute_without_a_value_is_not_written()
    {
        var svg = new SvgWriter();
        svg.Empty("rect", ("class", null), ("x", 1.0 / 3));
        Assert.Equal("<rect x=\"0.33\"/>\n", svg.Fragment.Text);
    }

    [Fact]
    public void Inside_a_text_there_is_no_line_break()
    {
        var svg = new SvgWriter();
        svg.Lines(null, 0, 0, ["en", "to"], 16);
        Assert.Equal("<text x=\"0\" y=\"0\"><tspan>en</tspan><tspan x=\"0\" dy=\"16\">to</tspan></text>\n", svg.Fragment.Text);
    }

    [Fact]
    public void What_is_not_closed_is_no_fragment()
    {
        var svg = new SvgWriter();
        var open = svg.Open("g");
        Assert.Throws<InvalidOperationException>(() => svg.Fragment);
        open.Dispose();
        Assert.Equal("<g>\n</g>\n", svg.Fragment.Text);
    }
}
