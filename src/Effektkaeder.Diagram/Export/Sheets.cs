using System.Text;
using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A drawing as SVG sheets of paper, one document a tile: SVG has no pages that browsers or printers know of, so each tile is a
/// file of its own that prints at its true size.
/// </summary>
public static class Sheets
{
    public static IReadOnlyList<string> Svg(Drawing drawing, PageSize page)
    {
        var tiling = Tiling.Of(drawing.Width, drawing.Height, page);
        return [.. Enumerable.Range(0, tiling.Count).Select(i => Sheet(drawing, tiling, i % tiling.Columns, i / tiling.Columns))];
    }

    private static string Sheet(Drawing drawing, Tiling tiling, int column, int row)
    {
        var (width, height) = (tiling.PageWidth - 2 * PageSize.Margin, tiling.PageHeight - 2 * PageSize.Margin);
        var (x, y) = tiling.Corner(column, row);
        var label = tiling.Count > 1 ? tiling.Label(column, row) : "";
        var svg = new StringBuilder(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{tiling.PageWidth.Invariant()}pt\" "
                + $"height=\"{tiling.PageHeight.Invariant()}pt\" viewBox=\"0 0 {tiling.PageWidth.Invariant()} "
                + $"{tiling.PageHeight.Invariant()}\" lang=\"da\">\n"
        );
        svg.Append($"<title>{SvgText.Escape(drawing.Title)}{(label.Length > 0 ? $": {label}" : "")}</title>\n");
        // The drawing goes in whole, and the window that it is seen through is the tile.
        svg.Append(
            $"<svg x=\"{PageSize.Margin.Invariant()}\" y=\"{PageSize.Margin.Invariant()}\" width=\"{width.Invariant()}\" "
                + $"height=\"{height.Invariant()}\" overflow=\"hidden\">\n"
        );
        svg.Append($"<g transform=\"translate({(-x).Invariant()} {(-y).Invariant()}) scale({tiling.Scale.Invariant()})\">\n")
            .Append(drawing.Svg)
            .Append("</g>\n</svg>\n");
        svg.Append(
            $"<text x=\"{PageSize.Margin.Invariant()}\" y=\"{(tiling.PageHeight - PageSize.Margin + 11).Invariant()}\" "
                + $"font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"7\">{label}</text>\n</svg>\n"
        );
        return svg.ToString();
    }
}
