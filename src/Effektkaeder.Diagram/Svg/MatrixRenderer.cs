using System.Globalization;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws a table of counts: rows and columns carry the same headings, a darker cell holds more, and the sums stand last.</summary>
internal sealed class MatrixRenderer
{
    private const double RowHeading = 190,
        Cell = 112,
        RowHeight = 74,
        Between = 4,
        Margin = 20,
        Pad = 8,
        SumWidth = 64,
        SumHeight = 34;
    private const int HeadingLines = 6,
        PartLines = 3;

    private readonly Matrix _matrix;
    private readonly List<IReadOnlyList<string>> _columns;
    private readonly double _head;

    private MatrixRenderer(Matrix matrix)
    {
        _matrix = matrix;
        _columns = [.. matrix.Headings.Select(h => Wrapping.Lines(h, Cell - 8, Theme.SmallSize, HeadingLines, bold: true))];
        _head = _columns.Max(c => c.Count) * Theme.SmallLineHeight + 14;
    }

    private double SumColumn => Margin + RowHeading + _columns.Count * Cell + Pad;

    private double SumRow => _head + _matrix.Rows * RowHeight;

    public static Drawing Render(Matrix matrix)
    {
        var renderer = new MatrixRenderer(matrix);
        return SvgFrame.Write(
            matrix.Caption,
            new(renderer.SumColumn - Pad + SumWidth + Margin, renderer.SumRow + SumHeight + 8, renderer.Write)
            {
                Head = renderer._head,
                Left = Margin + RowHeading,
                Whole = [.. renderer.Whole()],
            }
        );
    }

    private IEnumerable<(string? Id, LayoutRectangle Box)> Whole() =>
        from row in Enumerable.Range(0, _matrix.Rows)
        from column in Enumerable.Range(0, _columns.Count)
        select ((string?)null, Place(row, column));

    private void Write(SvgWriter svg)
    {
        Headings(svg);
        var cells = _matrix.Cells.ToDictionary(c => (c.Row, c.Column));
        using (svg.Open("g", ("class", "nodes"), ("role", "list")))
        {
            for (var row = 0; row < _matrix.Rows; row++)
            {
                for (var column = 0; column < _columns.Count; column++)
                {
                    if (cells.TryGetValue((row, column), out var cell))
                    {
                        Filled(svg, cell);
                    }
                    else
                    {
                        svg.Rect(row == column ? "lane odd" : "lane", Place(row, column), radius: 4);
                    }
                }
            }

            Sums(svg);
        }
    }

    private void Headings(SvgWriter svg)
    {
        using (svg.Group("levels"))
        {
            var corner = Wrapping.Lines(_matrix.Corner, RowHeading - 20, Theme.SmallSize, HeadingLines);
            svg.Lines("small", Margin, 12, corner, Theme.SmallLineHeight, _matrix.Corner);
            for (var i = 0; i < _columns.Count; i++)
            {
                var first = _head - Pad - (_columns[i].Count - 1) * Theme.SmallLineHeight;
                svg.Lines("ch", Margin + RowHeading + i * Cell + 2, first, _columns[i], Theme.SmallLineHeight, _matrix.Headings[i]);
            }

            svg.Lines("ch", SumColumn, _head - Pad, [_matrix.Total], Theme.SmallLineHeight, _matrix.Total);
        }

        using (svg.Group("lanes"))
        {
            for (var i = 0; i < _matrix.Rows; i++)
            {
                var lines = Wrapping.Lines(_matrix.Headings[i], RowHeading - 14, Theme.SmallSize, HeadingLines, bold: true);
                var middle = _head + i * RowHeight + (RowHeight - Between) / 2 + 4;
                var first = middle - (lines.Count - 1) * Theme.SmallLineHeight / 2;
                svg.Lines("ch", Margin, first, lines, Theme.SmallLineHeight, _matrix.Headings[i]);
            }

            svg.Lines("ch", Margin, SumRow + Theme.NumberSize + 1, [_matrix.Total], Theme.SmallLineHeight, _matrix.Total);
        }
    }

    private void Filled(SvgWriter svg, MatrixCell cell)
    {
        var step = "q" + cell.Step.ToString(CultureInfo.InvariantCulture);
        var id = SvgText.Id("c-", $"{_matrix.Headings[cell.Row]}\n{_matrix.Headings[cell.Column]}");
        using (svg.Item(Classes.Of("node", step, cell.Mark), id, "cell", null, cell.Full))
        {
            var place = Place(cell.Row, cell.Column);
            svg.Rect("b", place, radius: 4);
            var line = place.Y + Theme.NumberSize + 3;
            svg.Text("number", place.X + Pad, line, cell.Count.ToString(CultureInfo.InvariantCulture));
            svg.Lines("small", place.X + Pad, line + Theme.SmallLineHeight, Parts(cell), Theme.SmallLineHeight);
        }
    }

    private static IReadOnlyList<string> Parts(MatrixCell cell)
    {
        List<string> shown = [.. cell.Parts.Take(cell.Parts.Count > PartLines ? PartLines - 1 : PartLines)];
        if (shown.Count < cell.Parts.Count)
        {
            shown.Add("…");
        }

        return [.. shown.Select(p => Wrapping.Lines(p, Cell - Between - 14, Theme.SmallSize, 1)[0])];
    }

    private void Sums(SvgWriter svg)
    {
        var below = SumRow + Theme.NumberSize + 3;
        for (var row = 0; row < _matrix.Rows; row++)
        {
            Sum(svg, row, null, SumColumn, _head + row * RowHeight + (RowHeight - Between) / 2 + Theme.NumberSize * .36);
        }

        for (var column = 0; column < _columns.Count; column++)
        {
            Sum(svg, null, column, Margin + RowHeading + column * Cell + Pad, below);
        }

        Sum(svg, null, null, SumColumn, below);
    }

    private void Sum(SvgWriter svg, int? row, int? column, double x, double y)
    {
        var counted = _matrix.Cells.Where(c => (row ?? c.Row) == c.Row && (column ?? c.Column) == c.Column);
        var sum = counted.Sum(c => c.Count).ToString(CultureInfo.InvariantCulture);
        var name = (row ?? column) is { } heading ? $"{_matrix.Total}, {_matrix.Headings[heading]}: {sum}" : $"{_matrix.Total}: {sum}";
        using (svg.Open("g", ("role", "listitem"), ("aria-label", name)))
        {
            svg.Title(name);
            svg.Text("number", x, y, sum);
        }
    }

    private LayoutRectangle Place(int row, int column) =>
        new(Margin + RowHeading + column * Cell, _head + row * RowHeight, Cell - Between, RowHeight - Between);
}
