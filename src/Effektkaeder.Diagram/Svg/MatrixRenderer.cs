using System.Globalization;
using System.Text;
using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws a table of counts: rows and columns carry the same headings, a darker cell holds more, and the sums stand last.</summary>
internal static class MatrixRenderer
{
    private const double RowHeading = 190,
        Cell = 104,
        RowHeight = 70,
        Between = 4,
        Margin = 20,
        NumberSize = 17,
        SumWidth = 64,
        SumHeight = 34;
    private const int HeadingLines = 6,
        PartLines = 3;

    public static Drawing Render(Matrix matrix)
    {
        var columns = matrix.Headings.Select(h => Wrapping.Lines(h, Cell - 8, Theme.SmallSize + 1, HeadingLines, bold: true)).ToList();
        var head = columns.Max(c => c.Count) * Theme.SmallLineHeight + 14;
        var size = matrix.Headings.Count;
        return SvgFrame.Write(
            matrix.Caption,
            Margin + RowHeading + size * Cell + SumWidth + Margin,
            head + matrix.Rows * RowHeight + SumHeight + 8,
            svg =>
            {
                Headings(svg, matrix, columns, head);
                var cells = matrix.Cells.ToDictionary(c => (c.Row, c.Column));
                svg.Append("<g class=\"nodes\" role=\"list\">\n");
                for (var row = 0; row < matrix.Rows; row++)
                {
                    for (var column = 0; column < size; column++)
                    {
                        if (cells.TryGetValue((row, column), out var cell))
                        {
                            Filled(svg, cell, matrix, head);
                        }
                        else
                        {
                            svg.Append(
                                $"<rect class=\"lane{(row == column ? " odd" : "")}\" x=\"{X(column)}\" y=\"{Y(row, head)}\" "
                                    + $"width=\"{(Cell - Between).Invariant()}\" height=\"{(RowHeight - Between).Invariant()}\" "
                                    + $"rx=\"4\"/>\n"
                            );
                        }
                    }
                }

                Sums(svg, matrix, head);
                svg.Append("</g>\n");
            }
        );
    }

    private static void Sums(StringBuilder svg, Matrix matrix, double head)
    {
        var (right, below) = (Margin + RowHeading + matrix.Headings.Count * Cell + 8, head + matrix.Rows * RowHeight + NumberSize + 3);
        for (var row = 0; row < matrix.Rows; row++)
        {
            Sum(svg, matrix, row, null, right, head + row * RowHeight + NumberSize + 3);
        }

        for (var column = 0; column < matrix.Headings.Count; column++)
        {
            Sum(svg, matrix, null, column, Margin + RowHeading + column * Cell + 8, below);
        }

        Sum(svg, matrix, null, null, right, below);
    }

    private static void Sum(StringBuilder svg, Matrix matrix, int? row, int? column, double x, double y)
    {
        var sum = matrix
            .Cells.Where(c => (row ?? c.Row) == c.Row && (column ?? c.Column) == c.Column)
            .Sum(c => c.Count)
            .ToString(CultureInfo.InvariantCulture);
        var name = SvgText.Escape(
            (row ?? column) is { } heading ? $"{matrix.Total}, {matrix.Headings[heading]}: {sum}" : $"{matrix.Total}: {sum}"
        );
        svg.Append(
            $"<g role=\"listitem\" aria-label=\"{name}\"><title>{name}</title><text class=\"number\" x=\"{x.Invariant()}\" "
                + $"y=\"{y.Invariant()}\">{sum}</text></g>\n"
        );
    }

    private static void Headings(StringBuilder svg, Matrix matrix, List<IReadOnlyList<string>> columns, double head)
    {
        svg.Append("<g class=\"levels\">\n");
        SvgFrame.Text(
            svg,
            "small",
            Margin,
            12,
            Wrapping.Lines(matrix.Corner, RowHeading - 20, Theme.SmallSize, HeadingLines),
            Theme.SmallLineHeight,
            matrix.Corner
        );
        for (var i = 0; i < columns.Count; i++)
        {
            SvgFrame.Text(
                svg,
                "ch",
                Margin + RowHeading + i * Cell + 2,
                head - 8 - (columns[i].Count - 1) * Theme.SmallLineHeight,
                columns[i],
                Theme.SmallLineHeight,
                matrix.Headings[i]
            );
        }

        SvgFrame.Text(
            svg,
            "ch",
            Margin + RowHeading + columns.Count * Cell + 8,
            head - 8,
            [matrix.Total],
            Theme.SmallLineHeight,
            matrix.Total
        );
        svg.Append("</g>\n<g class=\"lanes\">\n");
        for (var i = 0; i < matrix.Rows; i++)
        {
            var lines = Wrapping.Lines(matrix.Headings[i], RowHeading - 14, Theme.SmallSize + 1, HeadingLines, bold: true);
            SvgFrame.Text(
                svg,
                "ch",
                Margin,
                head + i * RowHeight + (RowHeight - Between) / 2 + 4 - (lines.Count - 1) * Theme.SmallLineHeight / 2,
                lines,
                Theme.SmallLineHeight,
                matrix.Headings[i]
            );
        }
        SvgFrame.Text(
            svg,
            "ch",
            Margin,
            head + matrix.Rows * RowHeight + NumberSize + 1,
            [matrix.Total],
            Theme.SmallLineHeight,
            matrix.Total
        );
        svg.Append("</g>\n");
    }

    private static void Filled(StringBuilder svg, MatrixCell cell, Matrix matrix, double head)
    {
        var name = SvgText.Escape(cell.Full);
        svg.Append(
            $"<g class=\"node q{cell.Step.ToString(CultureInfo.InvariantCulture)}{(cell.Mark is null ? "" : " " + cell.Mark)}\" "
                + $"id=\"{SvgText.Id("c-", $"{matrix.Headings[cell.Row]}\n{matrix.Headings[cell.Column]}")}\" data-kind=\"cell\" "
                + $"tabindex=\"0\" role=\"listitem\" aria-label=\"{name}\"><title>{name}</title>"
        );
        svg.Append(
            $"<rect class=\"b\" x=\"{X(cell.Column)}\" y=\"{Y(cell.Row, head)}\" width=\"{(Cell - Between).Invariant()}\" "
                + $"height=\"{(RowHeight - Between).Invariant()}\" rx=\"4\"/>"
        );
        var (x, y) = (Margin + RowHeading + cell.Column * Cell + 8, head + cell.Row * RowHeight);
        svg.Append(
            $"<text class=\"number\" x=\"{x.Invariant()}\" "
                + $"y=\"{(y + NumberSize + 3).Invariant()}\">{cell.Count.ToString(CultureInfo.InvariantCulture)}</text>"
        );
        SvgFrame.Text(svg, "small", x, y + NumberSize + 3 + Theme.SmallLineHeight, Parts(cell), Theme.SmallLineHeight);
        svg.Append("</g>\n");
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

    private static string X(int column) => (Margin + RowHeading + column * Cell).Invariant();

    private static string Y(int row, double head) => (head + row * RowHeight).Invariant();
}
