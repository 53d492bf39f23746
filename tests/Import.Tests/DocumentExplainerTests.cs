using Effektkaeder.Import.Tests.Corpus.Kode;
using Xunit;

namespace Effektkaeder.Import.Tests;

public sealed class DocumentExplainerTests
{
    private const string Dokument = """
        Fjordby Kommune

        Udviklingsaftale 2030

        Center for Hav

        # Sejlads

        | Mål | Flere børn sejler |
        |---|---|
        | Handling | Vi køber joller |
        | Frist | 30. september 2030 |
        """;

    /// <summary>Where the cells of a row have lines of their own, as in Word, what they became stands beside the row.</summary>
    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("pdf")]
    [InlineData("txt")]
    public void Each_row_stands_beside_what_it_became_in_every_format(string format)
    {
        var explained = DocumentExplainer.Explain($"aftale.{format}", Formater.Write(format, Dokument), new ImportOptions("Fjordby"));
        foreach (
            var (words, became) in new[]
            {
                ("Flere børn sejler", "effekt »Flere børn sejler«"),
                ("Vi køber joller", "bidrag »Vi køber joller«"),
                ("30. september 2030", "milepæl »30. september 2030«"),
            }
        )
        {
            var line = Assert.Single(explained.Lines, l => l.Text.Contains(words, StringComparison.Ordinal));
            Assert.Contains(became, line.Became);
            Assert.False(line.IsUnread);
        }
    }
}
