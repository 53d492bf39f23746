using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Effektkaeder.Exchange.Rapporter;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;
using Xunit;

namespace Effektkaeder.Import.Tests.Readers;

/// <summary>A report as we write it, held against the format's own rules and read back by our own reader.</summary>
public sealed class RapportTests
{
    private static readonly Rapport Report = new(
        "Opfølgning: Målaftale <2030> & mere",
        "Grafen ved revision 7",
        [
            new Overskrift(1, "Hvordan det står"),
            new Tabel(
                ["Stilling", "Grund"],
                [
                    ["grøn", "Første linje\nAnden linje"],
                    ["rød", "»Nej«"],
                ]
            ),
            new Overskrift(2, "Opfølgning på Sejlskole"),
            new Afsnit("Forslag 1: æøå  to mellemrum."),
        ]
    );

    [Fact]
    public void The_document_keeps_the_formats_rules_and_the_same_report_gives_the_same_bytes()
    {
        var bytes = RapportDocx.Write(Report);
        Assert.Equal(bytes, RapportDocx.Write(Report));
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
    }

    [Fact]
    public void Our_own_reader_reads_back_its_headings_tables_and_words()
    {
        var diagnostics = new List<Diagnostic>();
        var tree = DocumentReader.Read("rapport.docx", RapportDocx.Write(Report), diagnostics)!;
        Assert.Empty(diagnostics);
        Assert.Equal(
            [(1, "Hvordan det står"), (2, "Opfølgning på Sejlskole")],
            tree.Blocks.OfType<HeadingBlock>().Where(h => h.Text != Report.Titel).Select(h => (h.Level, h.Text))
        );
        var table = Assert.Single(tree.Blocks.OfType<TableBlock>());
        Assert.Equal(["Stilling\tGrund", "grøn\tFørste linje\nAnden linje", "rød\t»Nej«"], table.Rows.Select(r => r.Text));
        Assert.Contains("Forslag 1: æøå", tree.Text, StringComparison.Ordinal);
        Assert.Contains(Report.Titel, tree.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_the_same_and_lets_nothing_through_as_markup()
    {
        var html = RapportHtml.Write(Report);
        Assert.Contains("<h1>Opfølgning: Målaftale &lt;2030&gt; &amp; mere</h1>", html, StringComparison.Ordinal);
        var tree = DocumentReader.Read("rapport.html", System.Text.Encoding.UTF8.GetBytes(html), [])!;
        Assert.Equal(3, Assert.Single(tree.Blocks.OfType<TableBlock>()).Rows.Count);
    }
}
