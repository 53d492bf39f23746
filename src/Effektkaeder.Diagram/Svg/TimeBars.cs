using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The bars of one row, their marks, and their words.</summary>
internal sealed class TimeBars(SvgWriter svg, TimelineLayout layout, TimelineRow row, double middle)
{
    private const double Thin = 6,
        Piece = 10;

    public void Write()
    {
        var known = row.Bars.Where(b => !b.IsUnknown).ToList();
        known.ForEach(Bar);
        var end = layout.Ends(row);
        if (known.Count > 0)
        {
            Words(TimelineLayout.Written(known), end + TimelineLayout.AfterBar, layout.Unknown - end - TimelineLayout.AfterBar - 4);
        }

        var unknown = row.Bars.Where(b => b.IsUnknown).ToList();
        if (unknown.Count > 0)
        {
            svg.Path("line unknown", new PathData().Move(layout.Unknown + 12, middle).AcrossBy(24));
            Words(TimelineLayout.Written(unknown), layout.Unknown + 44, layout.UnknownRoom);
        }
    }

    private void Bar(TimeBar bar)
    {
        var (from, to) = layout.Extent(bar);
        if (bar.Days.Count > 0)
        {
            svg.Path("line", new PathData().Move(from, middle).Across(to));
            foreach (var day in bar.Days)
            {
                Mark(layout.Axis.Of(day));
            }

            return;
        }

        Span(bar, from, to);
        Mark(bar.To is null ? from : to);
    }

    /// <summary>An open end breaks up into ever shorter pieces; the end that is known carries the mark.</summary>
    private void Span(TimeBar bar, double from, double to)
    {
        var top = middle - Thin / 2;
        if (bar.From is not null && bar.To is not null)
        {
            svg.Rect("s", new(from, top, to - from, Thin));
            return;
        }

        var step = bar.From is null ? -1 : 1;
        var (at, left) = (bar.From is null ? to : from, to - from);
        for (var length = left / 2; left > 3; length = Math.Max(4, length * .55))
        {
            var piece = Math.Min(length, left);
            svg.Rect("s open", new(step > 0 ? at : at - piece, top, piece, Thin));
            at += step * (piece + Piece / 2);
            left -= piece + Piece / 2;
        }
    }

    private void Mark(double x)
    {
        TimeMarks.Write(svg, TimeMarks.Has(row.Kind) ? row.Kind : "milepael", x, middle);
        if (row.Conflict is not null)
        {
            svg.Circle("clash", x, middle, 11);
        }
    }

    /// <summary>The words a time was written in; they lie on the grid, so the ground under them is calmed.</summary>
    private void Words(string words, double x, double room)
    {
        if (words.Length == 0 || room < 20)
        {
            return;
        }

        var line = Wrapping.Lines(words, room, Theme.SmallSize, 1)[0];
        var wide = TextMeasure.Width(line, Theme.SmallSize);
        Word("small", line, x, wide);
        if (row.Conflict is { } conflict && room - wide > 60)
        {
            var clash = Wrapping.Lines(conflict, room - wide - 10, Theme.SmallSize, 1)[0];
            Word("small clashword", clash, x + wide + 10, TextMeasure.Width(clash, Theme.SmallSize));
        }
    }

    private void Word(string style, string line, double x, double wide)
    {
        svg.Rect("calm", new(x - 3, middle - 8, wide + 6, 16), radius: 3);
        svg.Text(style, x, middle + 4, line);
    }
}
