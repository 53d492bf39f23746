using Effektkaeder.Import.Parsers;
using Xunit;

namespace Effektkaeder.Import.Tests.Parsers;

public class ListSplitterTests
{
    [Theory]
    [InlineData("- A - B", "A|B")]
    [InlineData(" - Åbent hav - Ærø rundt", "Åbent hav|Ærø rundt")]
    [InlineData("- Første punkt. Det er langt.- Andet punkt", "Første punkt. Det er langt.|Andet punkt")]
    [InlineData("- Planen- Målingen", "Planen|Målingen")]
    [InlineData("- Både sø- og landhold", "Både sø- og landhold")]
    [InlineData("- Både sø-, fjord- og landhold - Ro", "Både sø-, fjord- og landhold|Ro")]
    [InlineData("- Havn og kaj - andre steder også - Molen", "Havn og kaj - andre steder også|Molen")]
    [InlineData("- ro - sejle - svømme", "ro|sejle|svømme")]
    [InlineData("- Et skib – hvem sejler det? - Et anker", "Et skib – hvem sejler det?|Et anker")]
    [InlineData("- Et skib. -", "Et skib.")]
    [InlineData("- ", "")]
    [InlineData("• A • b • C - D", "A|b|C - D")]
    [InlineData("1) Ro 2) Og sejle 3) Til sidst svømme", "Ro|Og sejle|Til sidst svømme")]
    [InlineData("– A – B", "A|B")]
    [InlineData("Uden streg", "Uden streg")]
    [InlineData("", "")]
    public void A_list_in_running_text_is_split_at_its_own_kind_of_mark(string raw, string ventet)
    {
        var punkter = ListSplitter.Split(raw).Select(p => CellText.Clean(raw[p.Start..p.End])).ToList();
        Assert.Equal(ventet, string.Join('|', punkter));
    }
}
