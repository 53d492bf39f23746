using Effektkaeder.Diagram.Text;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Text;

public sealed class TextMeasureTests
{
    /// <summary>The widths are the fonts' own: advance × size / 2048, as <c>hmtx</c> of DejaVu Sans 2.37 gives them.</summary>
    [Theory]
    [InlineData("A", false, 1401)]
    [InlineData("æøå", false, 2011 + 1253 + 1255)]
    [InlineData("ÆØÅ", true, 2222 + 1741 + 1585)]
    [InlineData("§ 85", false, 1024 + 651 + 1303 + 1303)]
    [InlineData("–…", false, 1024 + 2048)]
    public void A_text_is_as_wide_as_the_font_says(string text, bool bold, int units) =>
        Assert.Equal(units * 12 / 2048.0, TextMeasure.Width(text, 12, bold), 6);

    [Fact]
    public void A_character_that_no_table_holds_counts_as_the_widest() => Assert.Equal(12, TextMeasure.Width("漢", 12));

    [Fact]
    public void A_surrogate_pair_is_one_character() => Assert.Equal(12, TextMeasure.Width("🙂", 12));

    [Fact]
    public void Nothing_is_nothing_wide() => Assert.Equal(0, TextMeasure.Width("", 12));
}
