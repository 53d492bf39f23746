using System.Text;
using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The legend: entries in rows, each a sample and its words.</summary>
internal sealed class Legend(IReadOnlyList<LegendEntry> entries)
{
    private const double Sample = 26,
        RowHeight = 20,
        Between = 22;
    private readonly List<(LegendEntry Entry, double X, double Y)> _places = [];

    /// <summary>Gives the entries their places in rows of at most this width.</summary>
    /// <returns>The height needed.</returns>
    public double Measure(double width)
    {
        var (x, y) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            var wide = Sample + 6 + TextMeasure.Width(entry.Text, Theme.SmallSize + 1);
            if (x > 0 && x + wide > width)
            {
                (x, y) = (0, y + RowHeight);
            }

            _places.Add((entry, x, y));
            x += wide + Between;
        }
        return entries.Count == 0 ? 0 : y + RowHeight;
    }

    public void Write(StringBuilder svg, double left, double top)
    {
        svg.Append("<g class=\"legend\">\n");
        foreach (var (entry, dx, dy) in _places)
        {
            var (x, y) = (left + dx, top + dy);
            svg.Append(
                entry.IsLine
                    ? $"<path class=\"line {entry.Style}\" d=\"M{x.Invariant()} {(y + 10).Invariant()}h{Sample.Invariant()}\"/>"
                    : $"<g class=\"{Theme.ClassOf(entry.Style)}{(entry.Mark is null ? "" : " " + entry.Mark)}\"><rect class=\"b\" "
                        + $"x=\"{x.Invariant()}\" y=\"{(y + 3).Invariant()}\" width=\"{Sample.Invariant()}\" height=\"14\" "
                        + $"rx=\"3\"/><rect class=\"hatch\" x=\"{x.Invariant()}\" y=\"{(y + 3).Invariant()}\" "
                        + $"width=\"{Sample.Invariant()}\" height=\"14\" rx=\"3\"/></g>"
            );
            svg.Append(
                $"<text class=\"small\" style=\"font-size:11px\" x=\"{(x + Sample + 6).Invariant()}\" "
                    + $"y=\"{(y + 14).Invariant()}\">{SvgText.Escape(entry.Text)}</text>\n"
            );
        }
        svg.Append("</g>\n");
    }
}
