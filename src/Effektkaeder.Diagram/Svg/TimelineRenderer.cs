using System.Globalization;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// Draws bars on an axis of years and quarters, a row for each, in lanes. An open end breaks up; what is not known is a dotted line
/// with its words; today is a line through all.
/// </summary>
internal sealed class TimelineRenderer
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");
    private const double YearLine = 32;

    /// <summary>How broad a quarter, or what is left of it, is that has room for the word.</summary>
    private const double RoomForWord = 64;
    private readonly Timeline _timeline;
    private readonly TimelineLayout _layout;

    private TimelineRenderer(Timeline timeline) => (_timeline, _layout) = (timeline, new(timeline));

    public static Drawing Render(Timeline timeline)
    {
        var renderer = new TimelineRenderer(timeline);
        var layout = renderer._layout;
        return SvgFrame.Write(
            timeline.Caption,
            new(layout.Width, layout.Bottom, renderer.Write)
            {
                Head = TimelineLayout.Head,
                Left = TimelineLayout.Margin + TimelineLayout.LaneHeading + TimelineLayout.LabelWidth,
                Whole = [.. renderer.Whole()],
                Lanes = [.. layout.Lanes.Select(l => (l.Title, l.Box.Y, l.Box.Bottom))],
            }
        );
    }

    /// <summary>A row is kept whole with its bars; a lane's name too.</summary>
    private IEnumerable<(string? Id, LayoutRectangle Box)> Whole() =>
        _layout.Lanes.SelectMany(l =>
            l.Rows.Select(r => ((string?)SvgText.Id("n-", r.Of.Id), r.Box))
                .Append((null, new(l.Box.X, l.Box.Y, TimelineLayout.LaneHeading, 14 + l.TitleLines.Count * Theme.LineHeight)))
        );

    private void Write(SvgWriter svg)
    {
        Lanes(svg);
        using (svg.Group("levels"))
        {
            Years(svg);
            Unknown(svg);
            Today(svg);
        }

        using (svg.Open("g", ("class", "nodes"), ("role", "list")))
        {
            foreach (var row in _layout.Lanes.SelectMany(l => l.Rows))
            {
                Row(svg, row);
            }
        }
    }

    private void Lanes(SvgWriter svg)
    {
        using (svg.Group("lanes"))
        {
            foreach (var (lane, index) in _layout.Lanes.Select((l, i) => (l, i)))
            {
                svg.Rect(index % 2 == 1 ? "lane odd" : "lane", lane.Box, radius: 6);
                svg.Lines("h", lane.Box.X + 10, lane.Box.Y + 21, lane.TitleLines, Theme.LineHeight, lane.Title);
            }
        }
    }

    private void Years(SvgWriter svg)
    {
        var (axis, bottom) = (_layout.Axis, _layout.Bottom);
        foreach (var (year, x) in axis.Years)
        {
            svg.Text("h", x + 2 * axis.Quarter, YearLine, year.ToString(CultureInfo.InvariantCulture), "middle");
            for (var quarter = 0; quarter <= 4; quarter++)
            {
                var isYear = quarter % 4 == 0;
                svg.Path(
                    isYear ? "grid year" : "grid",
                    new PathData().Move(x + quarter * axis.Quarter, isYear ? YearLine - 10 : YearLine + 8).Down(bottom)
                );
            }

            for (var quarter = 0; quarter < 4 && axis.Quarter >= 22; quarter++)
            {
                var from = x + quarter * axis.Quarter;
                var (word, middle) = QuarterName(quarter + 1, from, from + axis.Quarter);
                svg.Text("small", middle, YearLine + 20, word, "middle");
            }
        }

        foreach (var x in axis.Gaps)
        {
            svg.Path("line", new PathData().Move(x + 8, YearLine - 8).By(6, 8).By(-6, 8).By(6, 8).By(-6, 8));
        }
    }

    /// <summary>The quarter, as a word where there is room, in the middle of the wider part that today's line leaves it.</summary>
    private (string Word, double Middle) QuarterName(int number, double from, double to)
    {
        if (Now is { } now && now > from && now < to)
        {
            (from, to) = now - from > to - now ? (from, now) : (now, to);
        }

        return (to - from >= RoomForWord ? $"{number}. kvartal" : $"{number}.", (from + to) / 2);
    }

    /// <summary>Where today's line stands; null where the axis has no today.</summary>
    private double? Now =>
        _timeline.Today is { } today && _layout.Axis.Years.Any(y => y.Year == today.Year) ? _layout.Axis.Of(today) : null;

    private void Unknown(SvgWriter svg)
    {
        if (_timeline.Unknown.Length > 0)
        {
            svg.Path("grid year", new PathData().Move(_layout.Unknown, YearLine - 10).Down(_layout.Bottom));
            svg.Text("h", _layout.Unknown + 12, YearLine, _timeline.Unknown);
        }
    }

    private void Today(SvgWriter svg)
    {
        var axis = _layout.Axis;
        if (Now is not { } x)
        {
            return;
        }

        var words = $"I dag, {_timeline.Today!.Value.ToString("d. MMM yyyy", Danish)}";
        var half = TextMeasure.Width(words, Theme.SmallSize) / 2;
        svg.Path("today", new PathData().Move(x, 16).Down(_layout.Bottom));
        var middle = Math.Clamp(x, axis.Left + half, Math.Max(axis.Left + half, _layout.Width - TimelineLayout.Margin - half));
        svg.Text("small todayword", middle, 12, words, "middle");
    }

    private void Row(SvgWriter svg, TimelineLayout.Row row)
    {
        var (of, box) = (row.Of, row.Box);
        var name = string.Join(". ", new[] { of.Caption, of.Full, of.Conflict }.OfType<string>());
        using (svg.Item($"node {Theme.ClassOf(of.Kind)}", SvgText.Id("n-", of.Id), of.Kind, of.Key, name))
        {
            svg.Rect("b", box, radius: 4);
            svg.Rect("s", new(box.X, box.Y, Theme.Stripe, box.Height), radius: 2);
            var left = box.X + Theme.Stripe + Theme.BoxPadding;
            var inner = box.Width - 2 * Theme.BoxPadding - Theme.Stripe;
            svg.Text("small", left, box.Y + 14, Wrapping.Lines(of.Caption, inner, Theme.SmallSize, 1)[0]);
            svg.Lines(null, left, box.Y + 16 + Theme.SmallLineHeight, row.Label, Theme.LineHeight);
            new TimeBars(svg, _layout, of, box.Y + box.Height / 2).Write();
        }
    }
}
