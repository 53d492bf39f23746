using Effektkaeder.Domain.Tekst;
using Xunit;

namespace Effektkaeder.Import.Tests.Parsers;

public class SentencesTests
{
    [Theory]
    [InlineData("Vi ror. Vi sejler.", "Vi ror.|Vi sejler.")]
    [InlineData("Vi ror bl.a. Søndag mhp. Tang og jf. Plan.", "Vi ror bl.a. Søndag mhp. Tang og jf. Plan.")]
    [InlineData("Klar 1. Maj og d. 3. Juni.", "Klar 1. Maj og d. 3. Juni.")]
    [InlineData("Tælles i 2031. Derefter ikke.", "Tælles i 2031.|Derefter ikke.")]
    [InlineData("Det tager 12 mdr. Så er den klar.", "Det tager 12 mdr.|Så er den klar.")]
    [InlineData("Både mv. Og så hjem.", "Både mv.|Og så hjem.")]
    [InlineData("Både mv. og så hjem.", "Både mv. og så hjem.")]
    [InlineData("Hvor? Her! Ja", "Hvor?|Her!|Ja")]
    [InlineData("1. 7. 2031: Broen er klar.", "1. 7. 2031: Broen er klar.")]
    [InlineData("Linje et\nLinje to", "Linje et|Linje to")]
    [InlineData("  ", "")]
    public void An_abbreviation_or_a_days_number_ends_no_sentence(string tekst, string ventet) =>
        Assert.Equal(ventet, string.Join('|', Sentences.Split(tekst).Select(s => s.Text)));

    [Fact]
    public void Each_sentence_knows_where_it_begins()
    {
        const string tekst = "Vi ror.  Vi sejler. ";
        Assert.All(Sentences.Split(tekst), s => Assert.Equal(s.Text, tekst.Substring(s.Start, s.Text.Length)));
    }
}
