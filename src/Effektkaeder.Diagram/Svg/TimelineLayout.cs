using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Where the lanes, rows and columns of a timeline stand.</summary>
internal sealed class TimelineLayout
{
    public const double Margin = 20,
        LaneHeading = 136,
        LabelWidth = 310,
        Head = 60,
        LaneGap = 6,
        AfterBar = 12;
    private const double Pad = 8,
        RowGap = 4,
        MostWords = 300;
    private const int LabelLines = 2;

    /// <summary>A row with the lines of its label.</summary>
    public sealed record Row(TimelineRow Of, IReadOnlyList<string> Label, LayoutRectangle Box);

    public sealed record LaneRows(string Title, IReadOnlyList<string> TitleLines, LayoutRectangle Box, IReadOnlyList<Row> Rows);

    public TimelineLayout(Timeline timeline)
    {
        var rows = timeline.Lanes.SelectMany(l => l.Rows).ToList();
        var days = rows.SelectMany(r => r.Bars).SelectMany(b => new[] { b.From, b.To }.OfType<DateOnly>().Concat(b.Days));
        Axis = new TimeAxis(days, Margin + LaneHeading + LabelWidth + 14);
        (Unknown, var end) = Columns(timeline.Unknown, rows);
        UnknownRoom = end - Unknown - 50;
        Width = end + Margin;
        Lanes = [.. Stack(timeline)];
        Bottom = Lanes.Count == 0 ? Head : Lanes[^1].Box.Bottom + LaneGap;
    }

    public TimeAxis Axis { get; }

    public double Width { get; }

    public double Bottom { get; }

    /// <summary>The left edge of the column of times that are not known.</summary>
    public double Unknown { get; }

    public double UnknownRoom { get; }

    public IReadOnlyList<LaneRows> Lanes { get; }

    public double Ends(TimelineRow row) => row.Bars.Where(b => !b.IsUnknown).Select(b => Extent(b).To).DefaultIfEmpty(Axis.Left).Max();

    /// <summary>From where to where a bar is drawn; an open end reaches two quarters.</summary>
    public (double From, double To) Extent(TimeBar bar)
    {
        if (bar.Days.Count > 0)
        {
            return (Axis.Of(bar.Days[0]), Axis.Of(bar.Days[^1]) + 6);
        }

        var from = bar.From is { } first ? Axis.Of(first) : Math.Max(Axis.Left, Axis.After(bar.To!.Value) - 2 * Axis.Quarter);
        var to = bar.To is { } final ? Axis.After(final) : Math.Min(Axis.Right, from + 2 * Axis.Quarter);
        return (from, Math.Max(to, from + 1));
    }

    /// <summary>The words that times were written in, and what they are at odds with.</summary>
    public static string Written(IEnumerable<TimeBar> bars) => string.Join("; ", bars.Select(b => b.Text).Distinct(StringComparer.Ordinal));

    /// <summary>
    /// After the axis there is room for the words of the last bars, and after that for what has no known time, where there is any.
    /// </summary>
    private (double Unknown, double End) Columns(string heading, List<TimelineRow> rows)
    {
        var (unknown, widest) = (Axis.Right, 0.0);
        foreach (var row in rows)
        {
            var known = Wide(Written(row.Bars.Where(b => !b.IsUnknown))) + (row.Conflict is { } c ? Wide(c) + 10 : 0);
            unknown = Math.Max(unknown, Ends(row) + AfterBar + known + 12);
            widest = Math.Max(widest, Wide(Written(row.Bars.Where(b => b.IsUnknown))));
        }

        unknown = Math.Min(unknown, Axis.Right + MostWords);
        var headed = 12 + TextMeasure.Width(heading, Theme.FontSize, bold: true);
        return (unknown, widest == 0 ? unknown + 8 : unknown + Math.Max(44 + Math.Min(widest, MostWords), headed) + 16);
    }

    private static double Wide(string words) => words.Length == 0 ? 0 : TextMeasure.Width(words, Theme.SmallSize);

    private IEnumerable<LaneRows> Stack(Timeline timeline)
    {
        var top = Head;
        foreach (var lane in timeline.Lanes)
        {
            var title = Wrapping.Lines(lane.Title, LaneHeading - 24, Theme.FontSize, 5, bold: true);
            var y = top + Pad;
            List<Row> rows = [];
            foreach (var row in lane.Rows)
            {
                var inner = LabelWidth - 2 * Theme.BoxPadding - Theme.Stripe;
                var label = Wrapping.Lines(row.Text, inner, Theme.FontSize, LabelLines);
                var height = 7 + Theme.SmallLineHeight + label.Count * Theme.LineHeight;
                rows.Add(new(row, label, new(Margin + LaneHeading, y, LabelWidth, height)));
                y += height + RowGap;
            }

            var tall = Math.Max(title.Count * Theme.LineHeight + 14, y - RowGap + Pad - top);
            yield return new(lane.Title, title, new(Margin, top, Width - 2 * Margin, tall), rows);
            top += tall + LaneGap;
        }
    }
}
