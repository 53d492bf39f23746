using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Effektkaeder.Import.Readers.Xlsx;

/// <summary>
/// A workbook to one heading and one table a visible sheet. Merged cells fill their span, dates and shares are what people see, and
/// hidden sheets, rows and columns are left out. A block's line counts the rows of all sheets.
/// </summary>
internal sealed class XlsxReader
{
    private const int MostRows = 20_000;
    private const int MostColumns = 100;

    private readonly string[] _strings;
    private readonly CellFormats _formats;

    /// <summary>Rows of the sheets before.</summary>
    private int _before;

    private XlsxReader(WorkbookPart workbook)
    {
        _strings = [.. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(Words)];
        _formats = new CellFormats(workbook);
    }

    internal static IReadOnlyList<Block> Read(Stream content, out int lines)
    {
        using var document = SpreadsheetDocument.Open(content, false);
        lines = 0;
        if (document.WorkbookPart is not { Workbook: { } book } workbook)
        {
            return [];
        }

        var reader = new XlsxReader(workbook);
        var builder = new BlockBuilder();
        var tables = 0;
        foreach (var sheet in book.Sheets?.Elements<Sheet>().Where(s => s.State is null || s.State.Value == SheetStateValues.Visible) ?? [])
        {
            if (sheet.Id?.Value is not { } id || workbook.GetPartById(id) is not WorksheetPart { Worksheet: { } worksheet })
            {
                continue;
            }

            var name = sheet.Name?.Value ?? "";
            builder.Heading(1, name, new Place(++reader._before, 0, 0, tables + 1));
            foreach (var block in reader.Blocks(worksheet, name, ref tables))
            {
                builder.Add(block);
            }
        }

        lines = reader._before;
        return builder.Take();
    }

    /// <summary>A sheet's rows; a row of one cell above its table is a line of text, and an empty row ends a table.</summary>
    private List<Block> Blocks(Worksheet sheet, string name, ref int tables)
    {
        var spans = Spans(sheet);
        var hidden = HiddenColumns(sheet);
        var blocks = new List<Block>();
        Grid? grid = null;
        var previous = 0;
        foreach (var row in sheet.Descendants<Row>().Where(r => r.Hidden is null || !r.Hidden.Value).Take(MostRows))
        {
            var number = (int)(row.RowIndex?.Value ?? (uint)previous + 1);
            var cells = Cells(row).Where(c => !hidden.Contains(c.Column)).ToList();
            if (number > previous + 1 || cells.All(c => c.Text.Length == 0))
            {
                End(blocks, ref grid, name);
            }

            previous = number;
            if (cells.All(c => c.Text.Length == 0))
            {
                continue;
            }

            if (grid is null)
            {
                grid = new Grid(++tables);
            }

            grid.Row(new Place(_before + number));
            for (var column = 1; column <= Math.Min(cells.Max(c => c.Column), MostColumns); column++)
            {
                if (hidden.Contains(column))
                {
                    continue;
                }

                var text = cells.FirstOrDefault(c => c.Column == column).Text ?? "";
                if (spans.Covered.Contains((number, column)) && text.Length == 0)
                {
                    continue;
                }

                var (height, width) = spans.Sizes.GetValueOrDefault((number, column), (1, 1));
                var place = grid.Next(new Place(_before + number));
                var builder = new BlockBuilder(inCell: true);
                builder.Paragraph(text, place);
                grid.Cell(builder.Take(), place, text.Trim(), height, width);
            }
        }

        End(blocks, ref grid, name);
        _before += previous;
        return blocks;
    }

    /// <summary>A table of one column is lines of text.</summary>
    private static void End(List<Block> blocks, ref Grid? grid, string name)
    {
        if (grid?.Build(name) is { } table)
        {
            if (table.Rows.All(r => r.Cells.Count(c => !c.IsEmpty && !c.IsCopy) <= 1))
            {
                blocks.AddRange(table.Rows.SelectMany(r => r.Cells.Where(c => !c.IsEmpty && !c.IsCopy)).SelectMany(c => c.Blocks));
            }
            else
            {
                blocks.Add(table);
            }
        }

        grid = null;
    }

    private IEnumerable<(int Column, string Text)> Cells(Row row)
    {
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference ? Column(reference) : column + 1;
            yield return (column, Text(cell));
        }
    }

    private string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _strings.Length
                ? _strings[i]
                : "";
        }

        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? Words(inline) : "";
        }

        return _formats.Written(cell, value);
    }

    private static string Words(DocumentFormat.OpenXml.OpenXmlElement item) =>
        string.Concat(item.Descendants<SheetText>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text))
            .Replace("\r", "", StringComparison.Ordinal);

    private static (Dictionary<(int, int), (int Rows, int Columns)> Sizes, HashSet<(int, int)> Covered) Spans(Worksheet sheet)
    {
        var sizes = new Dictionary<(int, int), (int, int)>();
        var covered = new HashSet<(int, int)>();
        foreach (var merge in sheet.Descendants<MergeCell>().Where(m => m.Reference?.Value?.Contains(':') == true))
        {
            var ends = merge.Reference!.Value!.Split(':');
            var (top, left, bottom, right) = (RowOf(ends[0]), Column(ends[0]), RowOf(ends[1]), Column(ends[1]));
            sizes[(top, left)] = (Math.Clamp(bottom - top + 1, 1, 200), Math.Clamp(right - left + 1, 1, MostColumns));
            for (var r = top; r <= Math.Min(bottom, top + 200); r++)
            {
                for (var c = left; c <= Math.Min(right, left + MostColumns); c++)
                {
                    if ((r, c) != (top, left))
                    {
                        covered.Add((r, c));
                    }
                }
            }
        }

        return (sizes, covered);
    }

    private static HashSet<int> HiddenColumns(Worksheet sheet) =>
        [
            .. sheet
                .Descendants<Column>()
                .Where(c => c.Hidden?.Value == true)
                .SelectMany(c =>
                    Enumerable.Range((int)(c.Min?.Value ?? 1), (int)Math.Min((c.Max?.Value ?? 1) - (c.Min?.Value ?? 1) + 1, MostColumns))
                ),
        ];

    private static int Column(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => (n * 26) + char.ToUpperInvariant(c) - 'A' + 1);

    private static int RowOf(string reference) =>
        int.TryParse(reference.SkipWhile(char.IsAsciiLetter).ToArray(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
}
