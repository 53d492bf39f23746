using System.Text;
using Effektkaeder.Domain;
using Effektkaeder.Import.Tests.Corpus.Kode;
using Xunit;

namespace Effektkaeder.Import.Tests.Mapping;

/// <summary>A filled follow-up form that is a document of its own, in whatever format and however it is set.</summary>
public sealed class OpfoelgningsskemaTests
{
    private const string Rows = """
        # OPFØLGNING

        | Titel | Sejlskole |
        |---|---|
        | Ansvarlig | Ida Bølge |
        | Tidspunkt | 4. maj 2031 |
        | Hvad | Ture og bøjer |
        | Hvordan | Samtaler på kajen |
        | Erfaring | De unge kom igen |
        | Konsekvens | Nej, først i 2032 |
        | Justering | Bøjen flyttes til 1. juni 2031 |
        """;

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("pdf")]
    [InlineData("txt")]
    public void It_is_read_in_every_format(string format)
    {
        var skema = Assert.Single(Read(Formater.Write(format, Rows), format));
        Assert.Equal(Opfoelgningsskema.Labels, skema.Felter.Select(f => f.Label));
        Assert.Equal("Sejlskole", skema[Opfoelgningsskema.Titelfelt]);
        Assert.Equal("Nej, først i 2032", skema[Opfoelgningsskema.Konsekvens]);
        Assert.Equal("Bøjen flyttes til 1. juni 2031", skema[Opfoelgningsskema.Justering]);
    }

    [Fact]
    public void A_row_is_a_form_where_the_labels_head_the_columns()
    {
        var forms = Read(
            Encoding.UTF8.GetBytes(
                "Titel;Tidspunkt;Erfaring;Konsekvens;Justering\nSejlskole;4. maj 2031;Godt;Ja;Ingen\nTangbar;5. maj 2031;Skidt;Nej;Lukkes\n"
            ),
            "csv"
        );
        Assert.Equal(["Sejlskole", "Tangbar"], forms.Select(f => f[Opfoelgningsskema.Titelfelt]));
        Assert.Equal("Lukkes", forms[1][Opfoelgningsskema.Justering]);
    }

    [Fact]
    public void A_label_that_comes_back_begins_the_next_form_and_words_under_a_label_are_its()
    {
        var forms = Read(
            "Fjordby Kommune\nEnhed: Bådehuset\n\nTitel: Sejlskole\nErfaring:\nDe unge kom igen.\nFlere vil med.\nKonsekvens: Ja\n"
                + "Justering: Nej\n\nTitel: Tangbar\nErfaring: Lukket\nKonsekvens: Nej\nJustering: Bidraget bortfalder\n"
        );
        Assert.Equal(2, forms.Count);
        Assert.Contains("Flere vil med.", forms[0][Opfoelgningsskema.Erfaring], StringComparison.Ordinal);
        Assert.Equal(("Fjordby", "Bådehuset"), (forms[0].Kommune, forms[0].Enhed));
        Assert.Equal("Bidraget bortfalder", forms[1][Opfoelgningsskema.Justering]);
    }

    [Fact]
    public void A_blank_form_is_no_follow_up_and_an_agreement_no_form()
    {
        Assert.Empty(
            Read("Titel\thvilken indsats er det\nErfaring\thvad viste jeres opfølgning\nKonsekvens\tvurderer I\nJustering\thar jeres\n")
        );
        Assert.Empty(Read(Testdokument.Maalaftale("Effekt\tUnge sejler trygt") + "\n## OPFØLGNING\n\n" + Rows));
    }

    [Theory]
    [InlineData("Erfaring", "Hvilken forskel! Flere er med nu.")]
    [InlineData("Konsekvens", "Vurderer vi fortsat, at det er realistisk? Nej, først i 2032.")]
    [InlineData("Konsekvens", "Vurderer, at effekten nås inden for den angivne tidshorisont")]
    [InlineData("Konsekvens", "Er der ikke grund til at tvivle på")]
    [InlineData("Justering", "Giver kurset til alle fra 1. juni 2031")]
    [InlineData("Justering", "Har jeres anbefaling fulgt: bøjen flyttes til 1. juni 2031")]
    public void An_answer_that_begins_as_a_prompt_does_is_an_answer(string label, string answer)
    {
        var line = Rows.Split('\n').First(l => l.Contains($"| {label} |", StringComparison.Ordinal));
        var skema = Assert.Single(Read(Rows.Replace(line, $"| {label} | {answer} |", StringComparison.Ordinal)));
        Assert.Equal(answer, skema[label]);
    }

    [Theory]
    [InlineData("Konsekvens", "hvor realistisk det stadig er at nå effekten inden for den angivne tidshorisont", null)]
    [InlineData("Konsekvens", "Hvor realistisk det stadig er at nå effekten, inden for den angivne tidshorisont?", null)]
    [InlineData("Konsekvens", "hvor realistisk det stadig er at nå den angivne tidshorisont: Nej, først i 2032", "Nej, først i 2032")]
    [InlineData("Erfaring", "hvad opfølgningen viste De unge kom igen", "De unge kom igen")]
    [InlineData("Tidspunkt", "hvilken dag det skete 4. maj 2031", "4. maj 2031")]
    [InlineData("Tidspunkt", "hvilken dag det skete, ved vi ikke", "hvilken dag det skete, ved vi ikke")]
    public void A_prompt_is_the_whole_sentence_and_what_stands_after_it_the_answer(string label, string cell, string? answer)
    {
        var line = Rows.Split('\n').First(l => l.Contains($"| {label} |", StringComparison.Ordinal));
        var skema = Assert.Single(Read(Rows.Replace(line, $"| {label} | {cell} |", StringComparison.Ordinal)));
        Assert.Equal(answer, skema[label]);
    }

    private static IReadOnlyList<Opfoelgningsskema> Read(string text) => Read(Encoding.UTF8.GetBytes(text), "md");

    private static IReadOnlyList<Opfoelgningsskema> Read(byte[] bytes, string format) =>
        DocumentImporter.Import($"skema.{format}", bytes, new ImportOptions()).Skemaer;
}
