using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The legend: entries in rows, each a sample and its words.</summary>
internal sealed class Legend(IReadOnlyList<LegendEntry> entries)
{
    private const double Sample = 26,
        SampleHeight = 14,
        RowHeight = 20,
        Between = 22;
    private readonly List<(LegendEntry Entry, double X, double Y)> _places = [];

    /// <summary>Gives the entries their places in rows of at most this width.</summary>
    /// <returns>The height needed.</returns>
    public double Measure(double width)
    {
        _places.Clear();
        var (x, y) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            var wide = Sample + 6 + TextMeasure.Width(entry.Text, Theme.SmallSize);
            if (x > 0 && x + wide > width)
            {
                (x, y) = (0, y + RowHeight);
            }

            _places.Add((entry, x, y));
            x += wide + Between;
        }

        return entries.Count == 0 ? 0 : y + RowHeight;
    }

    public void Write(SvgWriter svg, double left, double top)
    {
        using (svg.Group("legend"))
        {
            foreach (var (entry, dx, dy) in _places)
            {
                WriteSample(svg, entry, left + dx, top + dy);
                svg.Text("small", left + dx + Sample + 6, top + dy + 14, entry.Text);
            }
        }
    }

    private static void WriteSample(SvgWriter svg, LegendEntry entry, double x, double y)
    {
        if (entry.Style == "open")
        {
            // Ever shorter pieces, as the bars themselves end.
            foreach (var (at, length) in ((double At, double Length)[])[(0, 13), (16, 6), (24, 2)])
            {
                svg.Rect("dot", new(x + at, y + 7, length, 6));
            }

            return;
        }

        if (entry.IsLine)
        {
            svg.Path($"line {entry.Style}".TrimEnd(), new PathData().Move(x, y + 10).AcrossBy(Sample));
            return;
        }

        using (svg.Group(Classes.Of(Theme.ClassOf(entry.Style), entry.Mark)))
        {
            if (TimeMarks.Has(entry.Style))
            {
                TimeMarks.Write(svg, entry.Style, x + Sample / 2, y + 10);
                return;
            }

            if (entry.IsSmall)
            {
                svg.Rect("s", new(x + Sample - 12, y + 5, 10, 10));
                return;
            }

            svg.Rect("b", new(x, y + 3, Sample, SampleHeight), radius: 3);
            Badges.Write(svg, entry.Mark, x + Sample / 2, y + 10);
        }
    }
}
