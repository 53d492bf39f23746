using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>A sheet as an SVG document of its own, sizes in points.</summary>
internal sealed record Page(string Svg, double Width, double Height)
{
    /// <summary>The drawing at its own size: three quarters of a point for a unit, as browsers print it.</summary>
    public static Page Whole(Drawing drawing) => new(drawing.Svg, drawing.Width * .75, drawing.Height * .75);

    /// <summary>
    /// The whole drawing on one sheet, as large as goes, but not past its own size; null where its letters would be too small.
    /// </summary>
    public static Page? One(Drawing drawing, PageSize page, double least)
    {
        var (scale, width, height) = page
            .Turned.Select(t =>
                (
                    Scale: Math.Min(
                        1,
                        Math.Min((t.Width - 2 * PageSize.Margin) / drawing.Width, (t.Height - 2 * PageSize.Margin) / drawing.Height)
                    ),
                    t.Width,
                    t.Height
                )
            )
            .MaxBy(t => t.Scale);
        if (scale < least)
        {
            return null;
        }

        var svg = new SvgWriter();
        using (Open(svg, width, height, drawing.Title, []))
        using (svg.Open("g", ("transform", Inside(scale))))
        {
            svg.Insert(new(drawing.Svg));
        }

        return new(svg.Fragment.Text, width, height);
    }

    public static string Inside(double scale) =>
        $"translate({PageSize.Margin.Invariant()} {PageSize.Margin.Invariant()}) scale({scale.Exact()})";

    /// <param name="hidden">Ids of what this sheet leaves out.</param>
    public static IDisposable Open(SvgWriter svg, double width, double height, string title, IEnumerable<string> hidden)
    {
        var open = svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", Theme.Root),
            ("width", $"{width.Invariant()}pt"),
            ("height", $"{height.Invariant()}pt"),
            ("viewBox", $"0 0 {width.Invariant()} {height.Invariant()}"),
            ("lang", "da")
        );
        svg.Title(title);
        svg.Leaf("style", Stylesheet.Css + string.Concat(hidden.Distinct().Select(id => $"#{id}{{display:none}}")));
        svg.Rect("ground", new(0, 0, width, height));
        return open;
    }
}
