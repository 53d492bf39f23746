using System.Globalization;
using System.Text;
using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// Draws bars on an axis of years and quarters, a row for each, in lanes. An open end fades; what is not known is a dotted line with its
/// words.
/// </summary>
internal static class TimelineRenderer
{
    private const double Margin = 20,
        LaneHeading = 126,
        LabelWidth = 300,
        Head = 44,
        Pad = 8,
        RowGap = 4,
        BarHeight = 12,
        LeastBar = 5,
        MostWords = 250;
    private const int LabelLines = 2;

    public static Drawing Render(Timeline timeline)
    {
        var bars = timeline.Lanes.SelectMany(l => l.Rows).SelectMany(r => r.Bars).ToList();
        var axis = new TimeAxis(
            bars.SelectMany(b => new[] { b.From, b.To }.OfType<DateOnly>().Concat(b.Days)),
            Margin + LaneHeading + LabelWidth + 14
        );
        var labels = timeline
            .Lanes.Select(l =>
                l.Rows.Select(r => Wrapping.Lines(r.Text, LabelWidth - 2 * Theme.BoxPadding - Theme.Stripe, Theme.FontSize, LabelLines))
                    .ToList()
            )
            .ToList();
        var heights = timeline
            .Lanes.Select((l, i) => Math.Max(LaneTitle(l).Count * Theme.LineHeight + 14, 2 * Pad - RowGap + labels[i].Sum(Height)))
            .ToList();
        var bottom = Head + heights.Sum(h => h + 6);
        var columns = Columns(timeline, axis);
        var width = columns.End + Margin;
        return SvgFrame.Write(
            timeline.Caption,
            width,
            bottom,
            svg =>
            {
                Lanes(svg, timeline, heights, width);
                Grid(svg, axis, bottom, columns, timeline.Unknown);
                svg.Append("<g class=\"nodes\" role=\"list\">\n");
                var y = Head;
                for (var lane = 0; lane < timeline.Lanes.Count; y += heights[lane++] + 6)
                {
                    var top = y + Pad;
                    for (var row = 0; row < labels[lane].Count; top += Height(labels[lane][row++]))
                    {
                        Row(svg, timeline.Lanes[lane].Rows[row], labels[lane][row], axis, columns, top, Height(labels[lane][row]) - RowGap);
                    }
                }
                svg.Append("</g>\n");
            }
        );
    }

    /// <summary>
    /// After the axis there is room for the words of the last bars, and after that for what has no known time, where there is any.
    /// </summary>
    private static (double Unknown, double End) Columns(Timeline timeline, TimeAxis axis)
    {
        var (unknown, widest) = (axis.Right, 0.0);
        foreach (var row in timeline.Lanes.SelectMany(l => l.Rows))
        {
            unknown = Math.Max(unknown, Ends(row, axis) + 8 + Words(row.Bars.Where(b => !b.IsUnknown)) + 8);
            widest = Math.Max(widest, Words(row.Bars.Where(b => b.IsUnknown)));
        }
        unknown = Math.Min(unknown, axis.Right + MostWords);
        return (
            unknown,
            widest == 0
                ? unknown + 8
                : unknown
                    + Math.Max(44 + Math.Min(widest, MostWords), 12 + TextMeasure.Width(timeline.Unknown, Theme.FontSize, bold: true))
                    + 16
        );
    }

    private static double Words(IEnumerable<TimeBar> bars) =>
        Written(bars) is { Length: > 0 } words ? TextMeasure.Width(words, Theme.SmallSize) : 0;

    private static string Written(IEnumerable<TimeBar> bars) =>
        string.Join("; ", bars.Select(b => b.Text).Distinct(StringComparer.Ordinal));

    private static double Ends(TimelineRow row, TimeAxis axis) =>
        row.Bars.Where(b => !b.IsUnknown).Select(b => Extent(b, axis).To).DefaultIfEmpty(axis.Left).Max();

    private static double Height(IReadOnlyList<string> label) => 12 + Theme.SmallLineHeight + label.Count * Theme.LineHeight + RowGap - 5;

    private static IReadOnlyList<string> LaneTitle(TimelineLane lane) =>
        Wrapping.Lines(lane.Title, LaneHeading - 14, Theme.FontSize, 5, bold: true);

    private static void Lanes(StringBuilder svg, Timeline timeline, List<double> heights, double width)
    {
        svg.Append("<g class=\"lanes\">\n");
        var y = Head;
        for (var i = 0; i < timeline.Lanes.Count; y += heights[i++] + 6)
        {
            svg.Append(
                $"<rect class=\"lane{(i % 2 == 1 ? " odd" : "")}\" x=\"{Margin.Invariant()}\" y=\"{y.Invariant()}\" "
                    + $"width=\"{(width - 2 * Margin).Invariant()}\" height=\"{heights[i].Invariant()}\" rx=\"6\"/>\n"
            );
            SvgFrame.Text(svg, "h", Margin + 10, y + 21, LaneTitle(timeline.Lanes[i]), Theme.LineHeight, timeline.Lanes[i].Title);
        }
        svg.Append("</g>\n");
    }

    private static void Grid(StringBuilder svg, TimeAxis axis, double bottom, (double Unknown, double End) columns, string unknown)
    {
        svg.Append("<g class=\"levels\">\n");
        foreach (var (year, x) in axis.Years)
        {
            svg.Append(
                $"<text class=\"h\" text-anchor=\"middle\" x=\"{(x + 2 * axis.Quarter).Invariant()}\" "
                    + $"y=\"16\">{year.ToString(CultureInfo.InvariantCulture)}</text>\n"
            );
            for (var quarter = 0; quarter <= 4; quarter++)
            {
                svg.Append(
                    $"<path class=\"grid{(quarter % 4 == 0 ? " year" : "")}\" d=\"M{(x + quarter * axis.Quarter).Invariant()} "
                        + $"{(quarter % 4 == 0 ? 6.0 : 24.0).Invariant()}V{bottom.Invariant()}\"/>\n"
                );
            }

            if (axis.Quarter < 22)
            {
                continue;
            }

            for (var quarter = 0; quarter < 4; quarter++)
            {
                svg.Append(
                    $"<text class=\"small\" text-anchor=\"middle\" x=\"{(x + (quarter + .5) * axis.Quarter).Invariant()}\" "
                        + $"y=\"36\">{(quarter + 1).ToString(CultureInfo.InvariantCulture)}.</text>\n"
                );
            }
        }
        if (unknown.Length > 0)
        {
            svg.Append(
                $"<path class=\"grid year\" d=\"M{columns.Unknown.Invariant()} {6.0.Invariant()}V{bottom.Invariant()}\"/>\n<text "
                    + $"class=\"h\" x=\"{(columns.Unknown + 12).Invariant()}\" y=\"16\">{SvgText.Escape(unknown)}</text>\n"
            );
        }

        foreach (var x in axis.Gaps)
        {
            svg.Append($"<path class=\"line\" d=\"M{(x + 8).Invariant()} 8l6 8l-6 8l6 8l-6 8\"/>\n");
        }

        svg.Append("</g>\n");
    }

    private static void Row(
        StringBuilder svg,
        TimelineRow row,
        IReadOnlyList<string> label,
        TimeAxis axis,
        (double Unknown, double End) columns,
        double top,
        double height
    )
    {
        var (x, y) = (Margin + LaneHeading, top);
        var whole = SvgText.Escape($"{row.Caption}. {row.Full}");
        svg.Append(
            $"<g class=\"node k-{Theme.StyleOf(row.Kind)}\" id=\"{SvgText.Id("n-", row.Id)}\" "
                + $"data-kind=\"{SvgText.Escape(row.Kind)}\"{(row.Key is null ? "" : $" data-key=\"{SvgText.Escape(row.Key)}\"")} "
                + $"tabindex=\"0\" role=\"listitem\" aria-label=\"{whole}\"><title>{whole}</title>"
        );
        svg.Append(
            $"<rect class=\"b\" x=\"{x.Invariant()}\" y=\"{y.Invariant()}\" width=\"{LabelWidth.Invariant()}\" "
                + $"height=\"{height.Invariant()}\" rx=\"4\"/>"
        );
        svg.Append(
            $"<rect class=\"s\" x=\"{x.Invariant()}\" y=\"{y.Invariant()}\" width=\"{Theme.Stripe.Invariant()}\" "
                + $"height=\"{height.Invariant()}\" rx=\"2\"/>"
        );
        var left = x + Theme.Stripe + Theme.BoxPadding;
        svg.Append(
            $"<text class=\"small\" x=\"{left.Invariant()}\" y=\"{(y + 14).Invariant()}\">{SvgText.Escape(Wrapping.Lines(row.Caption, LabelWidth - 2 * Theme.BoxPadding - Theme.Stripe, Theme.SmallSize, 1)[0])}</text>"
        );
        SvgFrame.Text(svg, null, left, y + 16 + Theme.SmallLineHeight, label, Theme.LineHeight);
        Bars(svg, row, axis, columns, y + height / 2);
        svg.Append("</g>\n");
    }

    private static void Bars(StringBuilder svg, TimelineRow row, TimeAxis axis, (double Unknown, double End) columns, double middle)
    {
        var (y, end) = (middle - BarHeight / 2, Ends(row, axis));
        var known = row.Bars.Where(b => !b.IsUnknown).ToList();
        foreach (var bar in known)
        {
            var (from, to) = Extent(bar, axis);
            if (bar.Days.Count == 0)
            {
                Span(svg, bar, from, to, y);
            }
            else
            {
                svg.Append($"<path class=\"line\" d=\"M{from.Invariant()} {middle.Invariant()}H{to.Invariant()}\"/>");
            }

            foreach (var day in bar.Days)
            {
                svg.Append($"<path class=\"s\" d=\"M{axis.Of(day).Invariant()} {(middle - 7).Invariant()}l6 7l-6 7l-6 -7z\"/>");
            }
        }
        Written(svg, known, end + 8, columns.Unknown - end - 12, middle);
        var unknown = row.Bars.Where(b => b.IsUnknown).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        svg.Append($"<path class=\"line unknown\" d=\"M{(columns.Unknown + 12).Invariant()} {middle.Invariant()}h24\"/>");
        Written(svg, unknown, columns.Unknown + 44, columns.End - columns.Unknown - 50, middle);
    }

    /// <summary>The words a time was written in; they lie on the grid, so the ground under them is calmed.</summary>
    private static void Written(StringBuilder svg, List<TimeBar> bars, double x, double room, double middle)
    {
        var words = Written(bars);
        if (words.Length == 0)
        {
            return;
        }

        var line = Wrapping.Lines(words, room, Theme.SmallSize, 1)[0];
        svg.Append(
            $"<rect class=\"calm\" x=\"{(x - 3).Invariant()}\" y=\"{(middle - 8).Invariant()}\" "
                + $"width=\"{(TextMeasure.Width(line, Theme.SmallSize) + 6).Invariant()}\" height=\"16\" rx=\"3\"/>"
        );
        svg.Append($"<text class=\"small\" x=\"{x.Invariant()}\" y=\"{(middle + 4).Invariant()}\">{SvgText.Escape(line)}</text>");
    }

    private static (double From, double To) Extent(TimeBar bar, TimeAxis axis)
    {
        if (bar.Days.Count > 0)
        {
            return (axis.Of(bar.Days[0]), axis.Of(bar.Days[^1]) + 6);
        }

        var from = bar.From is { } first ? axis.Of(first) : Math.Max(axis.Left, axis.After(bar.To!.Value) - 2 * axis.Quarter);
        var to = bar.To is { } final ? axis.After(final) : Math.Min(axis.Right, from + 2 * axis.Quarter);
        return (from, Math.Max(to, from + LeastBar));
    }

    private static void Span(StringBuilder svg, TimeBar bar, double from, double to, double y)
    {
        var fade =
            bar.From is null ? " mask=\"url(#fade-in)\""
            : bar.To is null ? " mask=\"url(#fade-out)\""
            : "";
        svg.Append(
            $"<rect class=\"s\" x=\"{from.Invariant()}\" y=\"{y.Invariant()}\" width=\"{(to - from).Invariant()}\" "
                + $"height=\"{BarHeight.Invariant()}\" rx=\"2\"{fade}/>"
        );
        // The end that is known is closed by a post.
        if (bar.From is null)
        {
            svg.Append(
                $"<rect class=\"s\" x=\"{(to - 2.5).Invariant()}\" y=\"{(y - 4).Invariant()}\" width=\"2.5\" "
                    + $"height=\"{(BarHeight + 8).Invariant()}\"/>"
            );
        }

        if (bar.To is null)
        {
            svg.Append(
                $"<rect class=\"s\" x=\"{from.Invariant()}\" y=\"{(y - 4).Invariant()}\" width=\"2.5\" "
                    + $"height=\"{(BarHeight + 8).Invariant()}\"/>"
            );
        }
    }
}
