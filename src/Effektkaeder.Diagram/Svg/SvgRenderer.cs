using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws a picture as one SVG document that stands alone. The same picture gives the same bytes.</summary>
public static class SvgRenderer
{
    private const double ListGap = 22;

    /// <param name="previous">A drawing of the same scene: what is in both keeps its place.</param>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public static Drawing Render(Picture picture, LayoutResult? previous = null, CancellationToken ct = default)
    {
        var labels = BoxLabel.All(picture);
        ct.ThrowIfCancellationRequested();
        var layout = PictureLayout.Place(picture, labels, previous, ct);
        var width = Math.Max(layout.Width, picture.Lists.Count == 0 ? 0 : ListBlock.LeastWidth);
        var lists = new ListBlock(picture.Lists, width);
        List<LaneFacts> facts = [.. layout.Lanes.Select(band => LaneFacts.Of(Of(picture, band), band, layout, Named(picture, band)))];
        return SvgFrame.Write(
            picture.Caption,
            new(
                width,
                layout.Height + (lists.Height > 0 ? ListGap + lists.Height : 0),
                svg =>
                {
                    Lanes(svg, picture, layout, facts);
                    Levels(svg, picture, layout);
                    Lines(svg, picture, layout);
                    Words(svg, picture, layout);
                    Boxes(svg, picture, layout, labels);
                    lists.Write(svg, layout.Height + ListGap);
                }
            )
            {
                Head = PictureLayout.LevelHeading + PictureLayout.Margin,
                Left = picture.Lanes.Count == 0 ? 0 : PictureLayout.LaneHeading + PictureLayout.Margin,
                Whole = [.. Whole(picture, layout, lists, facts), .. facts.SelectMany(f => f.Places).Select(p => ((string?)null, p.Place))],
                Lanes = [.. layout.Lanes.Select(l => (Title(picture, l) ?? "", l.Box.Y, l.Box.Bottom))],
            }
        );
    }

    private static IEnumerable<(string? Id, LayoutRectangle Box)> Whole(
        Picture picture,
        LayoutResult layout,
        ListBlock lists,
        List<LaneFacts> facts
    )
    {
        for (var i = 0; i < picture.Boxes.Count; i++)
        {
            yield return (picture.Boxes[i].IsJunction ? null : BoxRenderer.Id(picture.Boxes[i]), layout.Nodes[i].Box);
        }

        foreach (var lane in layout.Lanes)
        {
            if (Title(picture, lane) is not null)
            {
                var lines = facts.Sum(f => f.Line > lane.Box.Y && f.Line < lane.Box.Bottom ? f.Lines.Count : 0) * Theme.SmallLineHeight;
                yield return (null, new(lane.Box.X, lane.Box.Y, PictureLayout.LaneHeading, Named(picture, lane) + lines));
            }
        }

        foreach (var item in lists.Places(layout.Height + ListGap))
        {
            yield return (null, item);
        }
    }

    private static Lane? Of(Picture picture, LaneBand band) => picture.Lanes.FirstOrDefault(l => l.Id == (band.Lane ?? ""));

    private static string? Title(Picture picture, LaneBand band) => Of(picture, band)?.Title;

    /// <summary>How high a lane's name is.</summary>
    private static double Named(Picture picture, LaneBand band) => Title(picture, band) is { } title ? PictureLayout.Named(title) : 0;

    private static void Lanes(SvgWriter svg, Picture picture, LayoutResult layout, List<LaneFacts> facts)
    {
        using (svg.Group("lanes"))
        {
            foreach (var (lane, index) in layout.Lanes.Select((l, i) => (l, i)))
            {
                svg.Rect(index % 2 == 1 ? "lane odd" : "lane", lane.Box, radius: 6, Of(picture, lane)?.Id);
                if (Title(picture, lane) is { } title)
                {
                    var (x, y) = (lane.Box.X + 10, lane.Box.Y + 21);
                    svg.Lines("h", x, y, PictureLayout.LaneLines(title), Theme.LineHeight, title);
                }

                facts[index].Write(svg, lane.Box.X + 10);
            }
        }
    }

    private static void Levels(SvgWriter svg, Picture picture, LayoutResult layout)
    {
        using (svg.Group("levels"))
        {
            foreach (var heading in picture.Levels)
            {
                if (layout.Levels.FirstOrDefault(l => l.Level == heading.Level) is { } band)
                {
                    svg.Text("h", band.Box.X + band.Box.Width / 2, band.Box.Y + 19, heading.Title, "middle");
                }
            }
        }
    }

    /// <summary>Couplings lie on top of the hierarchy, traced ways on top of both.</summary>
    private static void Lines(SvgWriter svg, Picture picture, LayoutResult layout)
    {
        var routes = layout.Edges.ToDictionary(e => e.Id, StringComparer.Ordinal);
        string Group(Line line) =>
            line.Style.Contains("path", StringComparison.Ordinal) ? "paths"
            : line.IsCoupling ? "couplings"
            : "hierarchy";
        foreach (var group in new[] { "hierarchy", "couplings", "paths" })
        {
            List<Line> lines = [.. picture.Lines.Where(l => Group(l) == group)];
            if (lines.Count == 0)
            {
                continue;
            }

            using (svg.Group(group))
            {
                lines.ForEach(line => Line(svg, line, routes[line.Id]));
            }
        }
    }

    private static void Line(SvgWriter svg, Line line, RoutedEdge route)
    {
        using (svg.Open("g", ("data-from", line.From), ("data-to", line.To)))
        {
            svg.Title(line.Full);
            svg.Path($"line {line.Style}".TrimEnd(), Way(route));
            if (line.Style is "coupling" or "inferred" || line.Style.StartsWith("coupling between", StringComparison.Ordinal))
            {
                foreach (var end in new[] { route.Points[0], route.Points[^1] })
                {
                    svg.Circle("end", end.X, end.Y, 2.6);
                }
            }
        }
    }

    private static PathData Way(RoutedEdge edge)
    {
        var way = new PathData().Move(edge.Start.X, edge.Start.Y);
        foreach (var piece in edge.Pieces)
        {
            _ =
                piece.Kind == PathPieceKind.Line
                    ? way.Line(piece.End.X, piece.End.Y)
                    : way.Curve(piece.Control1.X, piece.Control1.Y, piece.Control2.X, piece.Control2.Y, piece.End.X, piece.End.Y);
        }

        return way;
    }

    /// <summary>The words on the lines, above all lines, on the colour of the ground.</summary>
    private static void Words(SvgWriter svg, Picture picture, LayoutResult layout)
    {
        var words = picture.Lines.Zip(layout.Edges).Where(p => p.First.Word is not null && p.Second.LabelAt is not null).ToList();
        if (words.Count == 0)
        {
            return;
        }

        using (svg.Group("words"))
        {
            foreach (var (line, route) in words)
            {
                var at = route.LabelAt!.Value;
                // A line beside this one would else be seen between the letters.
                var width = TextMeasure.Width(line.Word!, Theme.SmallSize) + 6;
                svg.Rect("ground", new(at.X - width / 2, at.Y - Theme.SmallLineHeight / 2, width, Theme.SmallLineHeight), radius: 3);
                svg.Text("word", at.X, at.Y + Theme.SmallSize * .35, line.Word!, "middle");
            }
        }
    }

    /// <summary>In reading order: lane by lane as drawn, level by level, so that the keyboard goes the way the eye does.</summary>
    private static void Boxes(SvgWriter svg, Picture picture, LayoutResult layout, List<BoxLabel> labels)
    {
        var lanes = layout.Lanes.Select((l, i) => (l.Lane, i)).ToDictionary(p => p.Lane ?? "", p => p.i, StringComparer.Ordinal);
        var order = Enumerable
            .Range(0, picture.Boxes.Count)
            .OrderBy(i => lanes[picture.Boxes[i].Lane])
            .ThenBy(i => layout.Nodes[i].Column)
            .ThenBy(i => layout.Nodes[i].Box.Y);
        using (svg.Open("g", ("class", "nodes"), ("role", "list")))
        {
            foreach (var i in order)
            {
                BoxRenderer.Write(svg, picture.Boxes[i], layout.Nodes[i].Box, labels[i]);
            }
        }
    }
}
