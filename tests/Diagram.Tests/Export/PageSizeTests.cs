using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Svg;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

public sealed class PageSizeTests
{
    [Fact]
    public void What_can_be_read_on_one_sheet_takes_one() => Assert.Equal(1, Tiling.Of(800, 600, PageSize.A4).Count);

    [Fact]
    public void A_high_picture_takes_a_standing_sheet()
    {
        var tiling = Tiling.Of(700, 1100, PageSize.A4);
        Assert.Equal(1, tiling.Count);
        Assert.True(tiling.PageHeight > tiling.PageWidth);
    }

    [Theory]
    [InlineData(1108, 2166)]
    [InlineData(1767, 1489)]
    [InlineData(5000, 300)]
    [InlineData(12000, 9000)]
    public void Tiles_cover_the_whole_picture_and_letters_are_never_dust(double width, double height)
    {
        foreach (var page in PageSize.All)
        {
            var tiling = Tiling.Of(width, height, page);
            var (x, y) = tiling.Corner(tiling.Columns - 1, tiling.Rows - 1);
            Assert.True(x + tiling.PageWidth - 2 * PageSize.Margin >= width * tiling.Scale - .01);
            Assert.True(y + tiling.PageHeight - 2 * PageSize.Margin >= height * tiling.Scale - .01);
            Assert.InRange(tiling.Scale, .6, .75);
        }
    }

    [Fact]
    public void A3_takes_fewer_sheets_than_A4() =>
        Assert.True(Tiling.Of(4000, 3000, PageSize.A3).Count < Tiling.Of(4000, 3000, PageSize.A4).Count);

    [Fact]
    public void Neighbours_share_a_strip_to_glue()
    {
        var tiling = Tiling.Of(4000, 3000, PageSize.A4);
        Assert.Equal(tiling.PageWidth - 2 * PageSize.Margin - Tiling.Overlap, tiling.Corner(1, 0).X);
    }

    [Fact]
    public void A_sheet_is_found_by_name() => Assert.Same(PageSize.A3, PageSize.Find("a3"));

    [Fact]
    public void SVG_sheets_are_a_document_a_tile_and_show_different_parts_of_the_drawing()
    {
        var drawing = new Drawing(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3000\" height=\"2000\"/>",
            3000,
            2000,
            0,
            "Stort & bredt"
        );
        var sheets = Sheets.Svg(drawing, PageSize.A4);
        Assert.Equal(Tiling.Of(3000, 2000, PageSize.A4).Count, sheets.Count);
        Assert.True(sheets.Count > 1);
        Assert.Equal(sheets.Distinct(), sheets);
        Assert.All(sheets, s => Assert.Equal("Stort & bredt", System.Xml.Linq.XDocument.Parse(s).Root!.Elements().First().Value[..13]));
    }
}
