using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Tests.Svg;
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

    [Theory]
    [InlineData("A3")]
    [InlineData("A4")]
    public void Every_letter_of_every_sheet_can_be_read_however_long_the_chain(string page)
    {
        var size = PageSize.Find(page)!;
        foreach (
            var kaede in Diagrams.Appendix(Lang().Udsnit, Testgraf.Aftale, 1).Concat(Diagrams.Appendix(Graf.Udsnit, Testgraf.Aftale, 1))
        )
        {
            Assert.All(Bilag.Pages(kaede, size), sheet => Assert.InRange(Tegning.SmallestText(sheet.Svg), size.LeastText - .01, 100));
        }
    }

    [Theory]
    [InlineData("A3")]
    [InlineData("A4")]
    public void A_chain_in_seven_columns_takes_one_sheet(string page) =>
        Assert.All(Diagrams.Appendix(Lang().Udsnit, Testgraf.Aftale, 1), k => Assert.Single(Bilag.Pages(k, PageSize.Find(page)!)));

    [Fact]
    public void The_letters_of_the_pictures_in_Word_can_be_read()
    {
        var bytes = Bilag.Docx(Diagrams.Appendix(Lang().Udsnit, Testgraf.Aftale, 1), "Bilag");
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        foreach (var extent in document.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>())
        {
            // Points on paper for a unit of the narrowest form of the chain: 12,700 EMU are a point.
            var drawing = Effektkaeder.Diagram.Svg.SvgRenderer.Render(
                (Diagrams.Appendix(Lang().Udsnit, Testgraf.Aftale, 1)[0] with { Lists = [] }).Narrowed(134)
            );
            Assert.InRange(extent.Cx! / 12700.0 / drawing.Width * 11, PageSize.A4.LeastText - .05, 100);
        }
    }

    /// <summary>A chain from a policy over effects of short and of long sight to indicators: seven columns, and a bundle.</summary>
    private static Testgraf Lang() =>
        Testgraf
            .ToCentre()
            .Node(
                NodeKind.Effekt,
                "sent",
                "Flere unge forsørger sig selv på længere sigt",
                som: i => i with { Egenskaber = [new(Egenskaber.Sigt, "langt")] }
            )
            .Kant(EdgeType.Skaber, Testgraf.Key(NodeKind.Bidrag, "b1"), Testgraf.Key(NodeKind.Effekt, "sent"))
            .Kant(EdgeType.Angiver, Testgraf.Aftale, Testgraf.Key(NodeKind.Bidrag, "b1"));

    [Fact]
    public void What_is_no_agreement_has_no_appendix() =>
        Assert.Contains(
            "hører til en aftale",
            Assert.Throws<SceneException>(() => Diagrams.Appendix(Graf.Udsnit, Testgraf.CenterA, 1)).Message,
            StringComparison.Ordinal
        );
}
