using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Effektkaeder.Import.Readers.Docx;

/// <summary>
/// A Word document to blocks. Tracked changes are read as accepted, text boxes where they are anchored, footnotes last; tables of
/// contents, hidden text, page heads and page feet are left out. A block's line is the number of its paragraph.
/// </summary>
internal sealed class DocxReader
{
    private readonly Styles _styles;
    private readonly Numbering _numbering;
    private int _line;
    private int _tables;

    private DocxReader(MainDocumentPart main)
    {
        _styles = new Styles(main.StyleDefinitionsPart?.Styles);
        _numbering = new Numbering(main.NumberingDefinitionsPart?.Numbering);
    }

    internal static IReadOnlyList<Block> Read(Stream content, out int lines)
    {
        using var document = WordprocessingDocument.Open(content, false);
        lines = 0;
        if (document.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return [];
        }

        var reader = new DocxReader(main);
        var builder = new BlockBuilder();
        reader.Blocks(body, builder, false, default);
        foreach (var note in main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
        {
            if (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal)
            {
                reader.Blocks(note, builder, true, default);
            }
        }

        lines = reader._line;
        return builder.Take();
    }

    private void Blocks(OpenXmlElement parent, BlockBuilder builder, bool inCell, Place cell)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    Paragraph(paragraph, builder, inCell, cell);
                    break;
                case Table table when !inCell:
                    if (Table(table) is { } block)
                    {
                        builder.Add(block);
                    }

                    break;
                case Table table when builder.Rows(Inner(table), cell with { Line = _line + 1 }):
                    _line += table.Descendants<Paragraph>().Count();
                    break;
                case Table table:
                    // A table inside a cell is read cell by cell.
                    foreach (var inner in table.Descendants<TableCell>())
                    {
                        Blocks(inner, builder, true, cell);
                    }

                    break;
                case SdtBlock { SdtContentBlock: { } content } sdt when !IsContents(sdt):
                    Blocks(content, builder, inCell, cell);
                    break;
                case InsertedRun or CustomXmlBlock:
                    Blocks(child, builder, inCell, cell);
                    break;
            }
        }
    }

    private static List<IReadOnlyList<string>> Inner(Table table) =>
        [.. table.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(Words).ToList())];

    private static string Words(TableCell cell)
    {
        var runs = new RunText();
        foreach (var paragraph in cell.Elements<Paragraph>())
        {
            runs.Read(paragraph);
        }

        return runs.Text.Trim();
    }

    private void Paragraph(Paragraph paragraph, BlockBuilder builder, bool inCell, Place cell)
    {
        _line++;
        var style = _styles.Of(paragraph);
        if (style.IsContents)
        {
            return;
        }

        var runs = new RunText();
        runs.Read(paragraph);
        var place = cell with { Line = _line };
        var number = _numbering.Next(paragraph, style);
        if (style.Level is { } level)
        {
            builder.Heading(level, number is { Ordered: true } n ? n.Label + " " + runs.Text : runs.Text, place);
        }
        else if (number is { } item && runs.Text.Trim().Length > 0)
        {
            builder.Item(item.Level, item.Ordered, runs.Text, place);
        }
        else
        {
            builder.Paragraph(runs.Text, place, runs.IsBold || style.IsBold);
        }

        foreach (var box in runs.Boxes)
        {
            Blocks(box, builder, inCell, cell);
        }
    }

    private TableBlock? Table(Table table)
    {
        _tables++;
        var grid = new Grid(_tables);
        var rows = table.Descendants<TableRow>().Where(r => r.Ancestors<Table>().First() == table).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            grid.Row(new Place(_line + 1));
            var column = rows[i].TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            foreach (var cell in rows[i].Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == rows[i]))
            {
                var width = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                var merge = cell.TableCellProperties?.VerticalMerge;
                if (merge is null || merge.Val?.Value == MergedCellValues.Restart)
                {
                    var place = grid.Next(new Place(_line + 1));
                    var builder = new BlockBuilder(inCell: true);
                    Blocks(cell, builder, true, place);
                    grid.Cell(builder.Take(), place, cell.InnerText.Trim(), merge is null ? 1 : Reach(rows, i, column), width);
                }

                column += width;
            }
        }

        return grid.Build();
    }

    /// <summary>How many rows a cell that starts a merge reaches over.</summary>
    private static int Reach(List<TableRow> rows, int from, int column)
    {
        var row = from + 1;
        while (row < rows.Count && At(rows[row], column) is { } cell && IsMergedOn(cell))
        {
            row++;
        }

        return row - from;

        static bool IsMergedOn(TableCell cell) =>
            cell.TableCellProperties?.VerticalMerge is { } merge && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
    }

    private static TableCell? At(TableRow row, int column)
    {
        var at = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (var cell in row.Elements<TableCell>())
        {
            if (at == column)
            {
                return cell;
            }

            at += cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
        }

        return null;
    }

    private static bool IsContents(SdtBlock sdt) =>
        sdt.SdtProperties?.Descendants<DocPartGallery>().Any(g => g.Val?.Value == "Table of Contents") == true;
}
