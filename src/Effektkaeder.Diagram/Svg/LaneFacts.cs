using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>
/// What a lane amounts to, in numbers, beside its name: where the first columns of a lane are empty, the room tells something. Where
/// boxes or lines leave too little room, the same stands small under the name, where the lane is high enough.
/// </summary>
internal sealed record LaneFacts(IReadOnlyList<(LaneFact Fact, LayoutRectangle Place)> Places, IReadOnlyList<string> Lines, double Line)
{
    private static readonly LaneFacts None = new([], [], 0);

    private const double Height = 44,
        Between = 22,
        Top = 12,
        Air = 16;

    /// <param name="lane">What it is called and amounts to.</param>
    /// <param name="band">Its extent; the name stands at the left end.</param>
    /// <param name="named">How high the name is.</param>
    public static LaneFacts Of(Lane? lane, LaneBand band, LayoutResult layout, double named)
    {
        if (lane is null || lane.Facts.Count == 0)
        {
            return None;
        }

        if (Beside(lane, band, layout) is { Count: > 0 } places)
        {
            return new(places, [], 0);
        }

        var all = string.Join(", ", lane.Facts.Select(f => $"{f.Number} {f.Word}"));
        var lines = Wrapping.Lines(all, PictureLayout.LaneHeading - 20, Theme.SmallSize, 8);
        return named + (lines.Count * Theme.SmallLineHeight) + Top <= band.Box.Height ? new([], lines, band.Box.Y + named + Top) : None;
    }

    private static List<(LaneFact Fact, LayoutRectangle Place)> Beside(Lane lane, LaneBand band, LayoutResult layout)
    {
        var left = band.Box.X + PictureLayout.LaneHeading + Air;
        var right = FirstUsed(band, layout) - Air;
        List<(LaneFact, LayoutRectangle)> places = [];
        var (x, y) = (left, band.Box.Y + Top);
        foreach (var fact in lane.Facts)
        {
            var width = Math.Max(
                TextMeasure.Width(fact.Number, Theme.NumberSize, bold: true),
                TextMeasure.Width(fact.Word, Theme.SmallSize)
            );
            if (x + width > right && x > left)
            {
                (x, y) = (left, y + Height);
            }

            if (x + width > right || y + Height > band.Box.Bottom)
            {
                return [];
            }

            places.Add((fact, new(x, y, width, Height)));
            x += width + Between;
        }

        return places;
    }

    public void Write(SvgWriter svg, double left)
    {
        if (Lines.Count > 0)
        {
            svg.Lines("small", left, Line, Lines, Theme.SmallLineHeight);
        }

        foreach (var (fact, place) in Places)
        {
            svg.Text("number", place.X, place.Y + 17, fact.Number);
            svg.Text("small", place.X, place.Y + 32, fact.Word);
        }
    }

    /// <summary>Where the first box or line of a lane begins.</summary>
    private static double FirstUsed(LaneBand band, LayoutResult layout)
    {
        var first = layout.Nodes.Where(n => n.Lane == band.Lane).Select(n => n.Box.X).DefaultIfEmpty(band.Box.Right).Min();
        foreach (var edge in layout.Edges)
        {
            for (var k = 0; k + 1 < edge.Points.Count; k++)
            {
                var (a, b) = (edge.Points[k], edge.Points[k + 1]);
                if (Math.Min(a.Y, b.Y) < band.Box.Bottom && Math.Max(a.Y, b.Y) > band.Box.Y)
                {
                    first = Math.Min(first, Math.Min(a.X, b.X));
                }
            }
        }

        return first;
    }
}
