using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Xunit;
using PageSize = Effektkaeder.Diagram.Export.PageSize;

namespace Effektkaeder.Diagram.Tests.Export;

/// <summary>The appendix that an agreement asks for: a chain for each contribution it states.</summary>
public sealed class BilagTests
{
    private static readonly Testgraf Graf = Testgraf
        .ToCentre()
        .Node(NodeKind.Bidrag, "b3", "Åbent ungehus & <værksted>")
        .Kant(EdgeType.Omfatter, Testgraf.Key(NodeKind.Indsats, "i1"), Testgraf.Key(NodeKind.Bidrag, "b3"))
        .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Bidrag, "b1"))
        .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Bidrag, "b3"));

    [Fact]
    public void There_is_a_chain_for_each_contribution_the_agreement_states() =>
        Assert.Equal(
            ["Effektkæde: Fælles ungevejledning på tværs af skole og jobcenter", "Effektkæde: Åbent ungehus & <værksted>"],
            Diagrams.Appendix(Graf.Udsnit, Testgraf.Aftale, 1).Select(k => k.Caption.Title)
        );

    [Fact]
    public void The_Word_document_is_valid_and_has_a_page_a_chain_with_its_picture_and_its_words()
    {
        var bytes = Bilag.Docx(Diagrams.Appendix(Graf.Udsnit, Testgraf.Aftale, 1), "Effektkæder for hvert bidrag");
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var main = document.MainDocumentPart!;
        Assert.Equal(2, main.ImageParts.Count());
        Assert.Single(main.Document!.Descendants<PageBreakBefore>());
        var text = main.Document.InnerText;
        Assert.Contains("Unge falder mellem to stole.", text, StringComparison.Ordinal);
        Assert.Contains("Milepæl: 1. kvartal 2026. Vejledere er ansat", text, StringComparison.Ordinal);
        Assert.Contains("Åbent ungehus & <værksted>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_chains_give_the_same_bytes_at_another_time()
    {
        var kaeder = Diagrams.Appendix(Graf.Udsnit, Testgraf.Aftale, 1);
        var first = Bilag.Docx(kaeder, "Bilag");
        // A zip tells time to two seconds.
        await Task.Delay(2100, TestContext.Current.CancellationToken);
        Assert.Equal(first, Bilag.Docx(kaeder, "Bilag"));
    }

    [Fact]
    public void The_PDF_has_a_page_for_each_chain()
    {
        var kaeder = Diagrams.Appendix(Graf.Udsnit, Testgraf.Aftale, 1);
        var pdf = System.Text.Encoding.Latin1.GetString(Bilag.Pdf(kaeder, PageSize.A4));
        Assert.Contains("/Count 2", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_agreement_has_no_appendix() =>
        Assert.Contains(
            "hører til en aftale",
            Assert.Throws<SceneException>(() => Diagrams.Appendix(Graf.Udsnit, Testgraf.CenterA, 1)).Message,
            StringComparison.Ordinal
        );
}
