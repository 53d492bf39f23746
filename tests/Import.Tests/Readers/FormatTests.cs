using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Import.Diagnostics;
using Effektkaeder.Import.Readers;
using Effektkaeder.Import.Syntax;
using Xunit;
using S = DocumentFormat.OpenXml.Spreadsheet;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Effektkaeder.Import.Tests.Readers;

/// <summary>What each format keeps in its own way, read to the one tree.</summary>
public class FormatTests
{
    [Fact]
    public void Word_tracked_changes_are_read_as_accepted_and_hidden_text_is_left_out()
    {
        var tree = Docx(
            new Paragraph(
                new Run(new Text("Vi ") { Space = SpaceProcessingModeValues.Preserve }),
                new DeletedRun(new Run(new DeletedText("cykler"))),
                new InsertedRun(new Run(new Text("sejler"))),
                new Run(new RunProperties(new Vanish()), new Text(" hemmeligt"))
            )
        );
        Assert.Equal("Vi sejler", Assert.Single(tree.Blocks).FullText);
    }

    [Fact]
    public void Word_cells_merged_down_and_across_fill_their_span()
    {
        var tree = Docx(
            new Table(
                new TableRow(Cell("Mål", new VerticalMerge { Val = MergedCellValues.Restart }), Cell("A"), Cell("B")),
                new TableRow(Cell("", new VerticalMerge()), Cell("Bred", new GridSpan { Val = 2 }))
            )
        );
        var table = Assert.IsType<TableBlock>(Assert.Single(tree.Blocks));
        Assert.Equal(["Mål", "A", "B"], table.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal([("Mål", true), ("Bred", false), ("Bred", true)], table.Rows[1].Cells.Select(c => (c.Text, c.IsCopy)));
    }

    [Fact]
    public void A_sheets_hidden_neighbours_are_left_out_and_its_dates_and_shares_are_what_people_see()
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new S.Workbook(new S.Sheets());
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = new S.Stylesheet(
                new S.NumberingFormats(
                    new S.NumberingFormat { NumberFormatId = 164, FormatCode = "0.0%;[Red]-0.0%" },
                    new S.NumberingFormat { NumberFormatId = 165, FormatCode = "0\" % i alt\"" }
                ),
                new S.CellFormats([.. new uint[] { 0, 14, 9, 164, 165 }.Select(id => new S.CellFormat { NumberFormatId = id })])
            );
            Sheet(part, "Skjult", S.SheetStateValues.Hidden, new S.Row(Text("Hemmeligt"), Text("mål")));
            Sheet(
                part,
                "Plan",
                S.SheetStateValues.Visible,
                new S.Row(Text("Handling"), Text("Frist"), Text("Andel"), Text("Nøjagtigt"), Text("Skrevet")),
                new S.Row(Text("Sejle"), Number("46022", 1), Number("0.57", 2), Number("-0.285", 3), Number("57", 4), Number("5.7E-2", 0))
            );
        }

        var tree = Read(stream.ToArray());
        Assert.Equal("xlsx", tree.Source.Format);
        var table = Assert.Single(tree.Blocks.OfType<TableBlock>());
        Assert.Equal(["Sejle", "31-12-2025", "57 %", "-28,5 %", "57", "0,057"], table.Rows[1].Cells.Select(c => c.Text));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public void A_delimited_file_is_one_table_with_cells_over_several_lines(char delimiter)
    {
        const string semicolons =
            "Mål;Handling;Frist\r\nSejle;\"Ro;\r\nogså om natten\";Maj 2030\r\nBade;Få flere både på åen;Juni 2030\r\n";
        var text = semicolons.Replace(';', delimiter);
        var tree = Read([.. text.Select(c => (byte)c)]);
        var table = Assert.IsType<TableBlock>(Assert.Single(tree.Blocks));
        Assert.Equal($"Ro{delimiter}\nogså om natten", table.Rows[1].Cells[1].Text);
        Assert.Equal("Få flere både på åen", table.Rows[2].Cells[1].Text);
        Assert.Equal(4, table.Rows[2].Line);
    }

    [Fact]
    public void Columns_of_spaces_are_a_table()
    {
        var tree = Read([
            .. "Mål              Flere sejler\nHandling         Sejlskole om\n"u8,
            .. "                 sommeren\nFrist            Maj 2030\n"u8,
        ]);
        var table = Assert.IsType<TableBlock>(Assert.Single(tree.Blocks));
        Assert.Equal(
            [
                ["Mål", "Flere sejler"],
                ["Handling", "Sejlskole om"],
                ["", "sommeren"],
                ["Frist", "Maj 2030"],
            ],
            table.Rows.Select(r => r.Cells.Select(c => c.Text).ToArray())
        );
    }

    [Fact]
    public void A_web_pages_spans_are_filled_and_its_navigation_is_left_out()
    {
        var tree = Read([
            .. "<html><body><nav>Menu</nav><table><tr><td rowspan=2>Mål<td>A<tr><td>B</table>"u8,
            .. "<p style='display:none'>x</p></body></html>"u8,
        ]);
        var table = Assert.IsType<TableBlock>(Assert.Single(tree.Blocks));
        Assert.Equal([("Mål", true), ("B", false)], table.Rows[1].Cells.Select(c => (c.Text, c.IsCopy)));
    }

    [Fact]
    public void A_scanned_PDF_is_named_as_such()
    {
        var pdf = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        pdf.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var found = new List<Diagnostic>();
        Assert.Null(DocumentReader.Read("a.pdf", pdf.Build(), found));
        Assert.Equal("IMP006", Assert.Single(found).Code);
    }

    [Fact]
    public void The_format_is_found_by_content_and_not_by_name()
    {
        var found = new List<Diagnostic>();
        Assert.Equal("html", DocumentReader.Read("aftale.docx", "<!doctype html><p>Kære alle</p>"u8.ToArray(), found)!.Source.Format);
    }

    private static DocumentTree Read(byte[] content)
    {
        var found = new List<Diagnostic>();
        var tree = DocumentReader.Read("a", content, found);
        Assert.True(tree is not null, string.Join('\n', found));
        return tree;
    }

    private static DocumentTree Docx(params OpenXmlElement[] body)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        return Read(stream.ToArray());
    }

    private static TableCell Cell(string text, params OpenXmlElement[] properties) =>
        new(new TableCellProperties(properties), new Paragraph(new Run(new Text(text))));

    private static S.Cell Number(string value, uint style) => new(new S.CellValue(value)) { StyleIndex = style };

    private static S.Cell Text(string text) => new(new S.InlineString(new S.Text(text))) { DataType = S.CellValues.InlineString };

    private static void Sheet(WorkbookPart book, string name, S.SheetStateValues state, params S.Row[] rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new S.Worksheet(new S.SheetData(rows));
        var sheets = book.Workbook!.Sheets!;
        sheets.Append(
            new S.Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Name = name,
                State = state,
            }
        );
    }
}
