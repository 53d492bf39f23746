using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Effektkaeder.Import.Readers.Pdf;

/// <summary>
/// A PDF to blocks: ruled tables by their rules, other tables by their columns, the rest by its lines. Page heads, page feet and
/// page numbers are left out. A block's line counts the document's lines.
/// </summary>
internal sealed class PdfReader
{
    private readonly BlockBuilder _builder = new();
    private int _line;
    private int _tables;

    /// <param name="isScanned">True where pages hold pictures and no words.</param>
    internal static IReadOnlyList<Block> Read(byte[] content, int maxPages, out int lines, out bool isScanned)
    {
        using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true });
        var pages = document.GetPages().Take(maxPages).Select(PdfPage.Of).ToList();
        isScanned = pages.All(p => p.Words.Count == 0);
        var margins = Margins.Of(pages);
        var body = BodySize(pages, margins);
        var reader = new PdfReader();
        foreach (var page in pages)
        {
            reader.Page(page, margins, body);
        }

        lines = reader._line;
        return reader._builder.Take();
    }

    /// <summary>The size that running text is set in: tables are often set smaller, and headings bold.</summary>
    private static double BodySize(IReadOnlyList<PdfPage> pages, Margins margins)
    {
        var loose = pages.SelectMany(p => Loose(p, RuledTables.Find(p), margins)).SelectMany(l => l.Words).ToList();
        return Usual(loose.Where(w => !w.IsBold)) ?? Usual(loose) ?? Usual(pages.SelectMany(p => p.Words)) ?? 10;

        static double? Usual(IEnumerable<PdfWord> words) =>
            words.GroupBy(w => Math.Round(w.Size, 1)).MaxBy(g => g.Sum(w => w.Text.Length))?.Key;
    }

    private static IEnumerable<TextLine> Loose(PdfPage page, IReadOnlyList<RuledTable> tables, Margins margins) =>
        TextLine.Of(page.Words.Where(w => !tables.Any(t => t.Holds(w)))).Where(l => !margins.Holds(page, l));

    private void Page(PdfPage page, Margins margins, double body)
    {
        var tables = RuledTables.Find(page);
        var lines = Loose(page, tables, margins).ToList();
        var at = 0;
        foreach (var table in tables.OrderByDescending(t => t.Top))
        {
            var above = lines.Skip(at).TakeWhile(l => l.Middle > table.Top).ToList();
            Text(above, page.Number, body);
            at += above.Count;
            Table(table, page);
        }

        Text([.. lines.Skip(at)], page.Number, body);
    }

    private void Table(RuledTable table, PdfPage page)
    {
        var grid = new Grid(++_tables);
        foreach (var row in table.Rows(page.Words))
        {
            grid.Row(new Place(_line + 1, 0, page.Number));
            foreach (var cell in row)
            {
                var place = grid.Next(new Place(++_line, 0, page.Number));
                var builder = new BlockBuilder(inCell: true);
                foreach (var text in Paragraphs.Of(TextLine.Of(cell.Words)))
                {
                    builder.Paragraph(text.Text, place);
                }

                grid.Cell(builder.Take(), place, string.Join('\n', TextLine.Of(cell.Words).Select(l => l.Text)), cell.Rows, cell.Columns);
            }
        }

        if (grid.Build() is { } block)
        {
            _builder.Add(block);
        }
    }

    private void Text(IReadOnlyList<TextLine> lines, int page, double body)
    {
        foreach (var run in ColumnTables.Split(lines))
        {
            if (run.Columns is { } columns)
            {
                Columns(run.Lines, columns, page);
                continue;
            }

            foreach (var paragraph in Paragraphs.Of(run.Lines))
            {
                _line += paragraph.Lines;
                var place = new Place(_line, 0, page);
                if (paragraph.Size > body * 1.12 && paragraph.Text.Length <= 160)
                {
                    _builder.Heading(
                        paragraph.Size > body * 1.6 ? 1
                            : paragraph.Size > body * 1.3 ? 2
                            : 3,
                        paragraph.Text,
                        place
                    );
                }
                else
                {
                    _builder.Paragraph(paragraph.Text, place, paragraph.IsBold);
                }
            }
        }
    }

    private void Columns(IReadOnlyList<TextLine> lines, double[] columns, int page)
    {
        var grid = new Grid(++_tables);
        foreach (var row in ColumnTables.Rows(lines, columns))
        {
            grid.Row(new Place(_line + 1, 0, page));
            foreach (var cell in row)
            {
                var place = grid.Next(new Place(_line + 1, 0, page));
                var builder = new BlockBuilder(inCell: true);
                foreach (var text in Paragraphs.Of(cell))
                {
                    builder.Paragraph(text.Text, place);
                }

                grid.Cell(builder.Take(), place, string.Join('\n', cell.Select(l => l.Text)));
            }

            _line += row.Max(c => c.Count);
        }

        if (grid.Build() is { } block)
        {
            _builder.Add(block);
        }
    }
}

/// <summary>A word with its box; y grows upwards.</summary>
internal sealed record PdfWord(string Text, double Left, double Right, double Bottom, double Top, double Size, bool IsBold)
{
    internal double MiddleX => (Left + Right) / 2;

    internal double MiddleY => (Bottom + Top) / 2;
}

internal sealed record PdfPage(int Number, double Height, double Width, IReadOnlyList<PdfWord> Words, IReadOnlyList<Rule> Rules)
{
    internal static PdfPage Of(Page page) =>
        new(
            page.Number,
            page.Height,
            page.Width,
            [
                .. page.GetWords()
                    .Where(w => w.Text.Trim().Length > 0)
                    .Select(w => new PdfWord(
                        w.Text,
                        w.BoundingBox.Left,
                        w.BoundingBox.Right,
                        w.Letters[0].StartBaseLine.Y,
                        w.Letters[0].StartBaseLine.Y + w.Letters[0].PointSize,
                        w.Letters[0].PointSize,
                        w.Letters[0].FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true
                    )),
            ],
            [.. Rule.Of(page)]
        );
}
