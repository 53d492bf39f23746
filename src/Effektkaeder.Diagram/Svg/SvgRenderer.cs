using System.Text;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws a picture as one SVG document that stands alone. The same picture gives the same bytes.</summary>
public static class SvgRenderer
{
    public static Drawing Render(Picture picture)
    {
        var labels = picture.Boxes.Select(PictureLayout.Measure).ToList();
        var layout = PictureLayout.Place(picture, labels);
        return SvgFrame.Write(
            picture.Caption,
            layout.Width,
            layout.Height,
            svg =>
            {
                Lanes(svg, picture, layout);
                Levels(svg, picture, layout);
                Lines(svg, picture, layout);
                Words(svg, picture, layout);
                Boxes(svg, picture, layout, labels);
            }
        );
    }

    private static void Lanes(StringBuilder svg, Picture picture, LayoutResult layout)
    {
        var titles = picture.Lanes.ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
        svg.Append("<g class=\"lanes\">\n");
        foreach (var (lane, index) in layout.Lanes.Select((l, i) => (l, i)))
        {
            svg.Append(
                $"<rect class=\"lane{(index % 2 == 1 ? " odd" : "")}\" x=\"{lane.Box.X.Invariant()}\" "
                    + $"y=\"{lane.Box.Y.Invariant()}\" width=\"{lane.Box.Width.Invariant()}\" height=\"{lane.Box.Height.Invariant()}\" "
                    + $"rx=\"6\"/>\n"
            );
            if (!titles.TryGetValue(lane.Lane ?? "", out var title))
            {
                continue;
            }

            var most = Math.Max(1, (int)((lane.Box.Height - 12) / Theme.LineHeight));
            SvgFrame.Text(
                svg,
                "h",
                lane.Box.X + 10,
                lane.Box.Y + 21,
                Wrapping.Lines(title, PictureLayout.LaneHeading - 20, Theme.FontSize, most, bold: true),
                Theme.LineHeight,
                title
            );
        }
        svg.Append("</g>\n");
    }

    private static void Levels(StringBuilder svg, Picture picture, LayoutResult layout)
    {
        svg.Append("<g class=\"levels\">\n");
        foreach (var heading in picture.Levels)
        {
            if (layout.Levels.FirstOrDefault(l => l.Level == heading.Level) is { } band)
            {
                svg.Append(
                    $"<text class=\"h\" text-anchor=\"middle\" x=\"{(band.Box.X + band.Box.Width / 2).Invariant()}\" "
                        + $"y=\"{(band.Box.Y + 19).Invariant()}\">{SvgText.Escape(heading.Title)}</text>\n"
                );
            }
        }

        svg.Append("</g>\n");
    }

    private static void Lines(StringBuilder svg, Picture picture, LayoutResult layout)
    {
        var routes = layout.Edges.ToDictionary(e => e.Id, StringComparer.Ordinal);
        // Couplings lie on top of the hierarchy, traced paths on top of both.
        foreach (
            var group in picture
                .Lines.GroupBy(l =>
                    l.Style.Contains("path", StringComparison.Ordinal) ? 2
                    : l.IsCoupling ? 1
                    : 0
                )
                .OrderBy(g => g.Key)
        )
        {
            svg.Append($"<g class=\"{(group.Key == 0 ? "hierarchy" : group.Key == 1 ? "couplings" : "paths")}\">\n");
            foreach (var line in group)
            {
                var route = routes[line.Id];
                svg.Append($"<g><title>{SvgText.Escape(line.Full)}</title><path class=\"line {line.Style}\" d=\"{Path(route)}\"/>");
                if (line.Style.StartsWith("coupling", StringComparison.Ordinal) || line.Style == "inferred")
                {
                    foreach (var end in new[] { route.Points[0], route.Points[^1] })
                    {
                        svg.Append($"<circle class=\"end\" cx=\"{end.X.Invariant()}\" cy=\"{end.Y.Invariant()}\" r=\"2.6\"/>");
                    }
                }

                svg.Append("</g>\n");
            }
            svg.Append("</g>\n");
        }
    }

    /// <summary>The words on the lines, above all lines; the halo keeps every line out of the letters.</summary>
    private static void Words(StringBuilder svg, Picture picture, LayoutResult layout)
    {
        var words = picture.Lines.Zip(layout.Edges).Where(p => p.First.Word is not null && p.Second.LabelAt is not null).ToList();
        if (words.Count == 0)
        {
            return;
        }

        svg.Append("<g class=\"words\">\n");
        foreach (var (line, route) in words)
        {
            svg.Append(
                $"<text class=\"word\" text-anchor=\"middle\" x=\"{route.LabelAt!.Value.X.Invariant()}\" "
                    + $"y=\"{(route.LabelAt.Value.Y + Theme.SmallSize * .35).Invariant()}\">{SvgText.Escape(line.Word!)}</text>\n"
            );
        }

        svg.Append("</g>\n");
    }

    private static string Path(RoutedEdge edge)
    {
        var path = new StringBuilder($"M{edge.Start.X.Invariant()} {edge.Start.Y.Invariant()}");
        foreach (var piece in edge.Pieces)
        {
            path.Append(
                piece.Kind == PathPieceKind.Line
                    ? $"L{piece.End.X.Invariant()} {piece.End.Y.Invariant()}"
                    : $"C{piece.Control1.X.Invariant()} {piece.Control1.Y.Invariant()} {piece.Control2.X.Invariant()} "
                        + $"{piece.Control2.Y.Invariant()} {piece.End.X.Invariant()} {piece.End.Y.Invariant()}"
            );
        }

        return path.ToString();
    }

    private static void Boxes(StringBuilder svg, Picture picture, LayoutResult layout, List<PictureLayout.Label> labels)
    {
        svg.Append("<g class=\"nodes\" role=\"list\">\n");
        // In reading order: lane by lane as drawn, level by level, so that the keyboard goes the way the eye does.
        var lanes = layout.Lanes.Select((l, i) => (l.Lane, i)).ToDictionary(p => p.Lane ?? "", p => p.i, StringComparer.Ordinal);
        foreach (
            var i in Enumerable
                .Range(0, picture.Boxes.Count)
                .OrderBy(i => lanes[picture.Boxes[i].Lane])
                .ThenBy(i => layout.Nodes[i].Column)
                .ThenBy(i => layout.Nodes[i].Box.Y)
        )
        {
            Node(svg, picture.Boxes[i], layout.Nodes[i].Box, labels[i]);
        }

        svg.Append("</g>\n");
    }

    private static void Node(StringBuilder svg, Box box, LayoutRectangle place, PictureLayout.Label label)
    {
        if (box.IsJunction)
        {
            svg.Append(
                $"<circle class=\"dot\" cx=\"{(place.X + place.Width / 2).Invariant()}\" "
                    + $"cy=\"{(place.Y + place.Height / 2).Invariant()}\" "
                    + $"r=\"{(place.Width / 2).Invariant()}\"><title>{SvgText.Escape(box.Full)}</title></circle>\n"
            );
            return;
        }
        svg.Append(
            $"<g class=\"node k-{Theme.StyleOf(box.Kind)}{(box.Mark is null ? "" : " " + box.Mark)}\" "
                + $"id=\"{SvgText.Id("n-", box.Id)}\" data-kind=\"{SvgText.Escape(box.Kind)}\""
        );
        if (box.Key is not null)
        {
            svg.Append($" data-key=\"{SvgText.Escape(box.Key)}\"");
        }

        var whole = SvgText.Escape(string.Join(". ", new[] { box.Caption, box.Full, box.Note }.OfType<string>()));
        svg.Append($" tabindex=\"0\" role=\"listitem\" aria-label=\"{whole}\"><title>{whole}</title>");
        var (x, y, w, h) = (place.X, place.Y, place.Width, place.Height);
        svg.Append(
            $"<rect class=\"b\" x=\"{x.Invariant()}\" y=\"{y.Invariant()}\" width=\"{w.Invariant()}\" height=\"{h.Invariant()}\" rx=\"4\"/>"
        );
        if (box.Mark is not null)
        {
            svg.Append(
                $"<rect class=\"hatch\" x=\"{x.Invariant()}\" y=\"{y.Invariant()}\" width=\"{w.Invariant()}\" "
                    + $"height=\"{h.Invariant()}\" rx=\"4\"/>"
            );
        }

        svg.Append(
            $"<path class=\"s\" d=\"M{(x + 4).Invariant()} {y.Invariant()}h1v{h.Invariant()}h-1a4 4 0 0 "
                + $"1-4-4v-{(h - 8).Invariant()}a4 4 0 0 1 4-4z\"/>"
        );
        var left = x + Theme.Stripe + Theme.BoxPadding;
        var top = y + Theme.BoxPadding + 8;
        if (box.Marks.Any(Theme.IsPatterned))
        {
            svg.Append(
                $"<rect class=\"halo\" x=\"{(left - 3).Invariant()}\" y=\"{(y + 4).Invariant()}\" "
                    + $"width=\"{(w - Theme.Stripe - Theme.BoxPadding - 5).Invariant()}\" height=\"{(h - 8).Invariant()}\" rx=\"3\"/>"
            );
        }

        if (box.Caption is not null)
        {
            svg.Append(
                $"<text class=\"small\" x=\"{left.Invariant()}\" y=\"{(top - 1).Invariant()}\">{SvgText.Escape(Wrapping.Lines(box.Caption, w - 2 * Theme.BoxPadding - Theme.Stripe, Theme.SmallSize, 1)[0])}</text>"
            );
            top += Theme.SmallLineHeight;
        }
        SvgFrame.Text(svg, null, left, top + 2, label.Lines, Theme.LineHeight, null);
        if (box.Note is not null)
        {
            SvgFrame.Text(
                svg,
                "small",
                left,
                top + label.Lines.Count * Theme.LineHeight,
                Wrapping.Lines(box.Note, w - 2 * Theme.BoxPadding - Theme.Stripe, Theme.SmallSize, 2),
                Theme.SmallLineHeight,
                null
            );
        }

        svg.Append("</g>\n");
    }
}
