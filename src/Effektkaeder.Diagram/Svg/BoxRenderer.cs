using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws one box: its ground, the stripe or small mark of its kind, its words, and the sign of what became of it.</summary>
internal static class BoxRenderer
{
    public static string Id(Box box) => SvgText.Id("n-", box.Id);

    public static void Write(SvgWriter svg, Box box, LayoutRectangle place, BoxLabel label)
    {
        if (box.IsJunction)
        {
            using (svg.Open("circle", Dot(box, place)))
            {
                svg.Title(box.Full);
            }

            return;
        }

        var name = string.Join(". ", new[] { box.Full, box.Caption, box.Note, box.Tie }.OfType<string>());
        var style = Classes.Of($"node k-{Theme.StyleOf(box.Kind)}", box.Mark);
        using (svg.Item(style, Id(box), box.Kind, box.Key, name, Data(box)))
        {
            svg.Rect("b", place, radius: 4);
            var marked = box.Marks.Any(Theme.IsConsequence);
            if (!marked)
            {
                svg.Path("s", Stripe(place));
            }

            Words(svg, place, label, marked);
            Badges.Write(svg, box.Mark, place.Right - 3, place.Y + 3);
        }
    }

    /// <summary>What a program that walks or folds the picture needs to know of a box.</summary>
    private static (string, SvgValue)[] Data(Box box) =>
        [
            ("data-id", box.Key == box.Id ? null : box.Id),
            ("data-level", box.Level),
            ("data-more", box.More == 0 ? null : ((double)box.More).Invariant()),
            ("data-folded", box.IsFolded ? "" : null),
        ];

    private static (string, SvgValue)[] Dot(Box box, LayoutRectangle place) =>
        [
            ("class", "dot"),
            ("data-id", box.Id),
            ("cx", place.X + place.Width / 2),
            ("cy", place.Y + place.Height / 2),
            ("r", place.Width / 2),
        ];

    /// <summary>The left edge, as round as the box.</summary>
    private static PathData Stripe(LayoutRectangle place) =>
        new PathData()
            .Move(place.X + 4, place.Y)
            .AcrossBy(1)
            .DownBy(place.Height)
            .AcrossBy(-1)
            .CornerBy(4, -4, -4)
            .DownBy(8 - place.Height)
            .CornerBy(4, 4, -4)
            .Close();

    private static void Words(SvgWriter svg, LayoutRectangle place, BoxLabel label, bool marked)
    {
        var left = place.X + Theme.Stripe + Theme.BoxPadding;
        var line = place.Y + Theme.BoxPadding + 8;
        if (label.Caption.Count > 0)
        {
            if (marked)
            {
                svg.Rect("s", new(left, line - 9, 8, 8));
            }

            svg.Text("small", left + (marked ? BoxLabel.Mark : 0), line - 1, label.Caption[0]);
            line += Theme.SmallLineHeight;
        }

        svg.Lines(null, left, line + 2, label.Text, Theme.LineHeight);
        line += label.Text.Count * Theme.LineHeight;
        foreach (var (style, lines) in new[] { ("small", label.Note), ("small tied", label.Tie) })
        {
            if (lines.Count > 0)
            {
                svg.Lines(style, left, line, lines, Theme.SmallLineHeight);
                line += lines.Count * Theme.SmallLineHeight;
            }
        }
    }
}
