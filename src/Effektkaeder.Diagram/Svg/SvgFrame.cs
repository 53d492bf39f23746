using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>What is drawn, and how sheets of paper may cut it.</summary>
/// <param name="Write">Draws, with its own origin at the top left.</param>
internal sealed record Body(double Width, double Height, Action<SvgWriter> Write)
{
    public double Head { get; init; }

    public double Left { get; init; }

    public IReadOnlyList<(string? Id, LayoutRectangle Box)> Whole { get; init; } = [];

    public IReadOnlyList<(string Title, double Top, double Bottom)> Lanes { get; init; } = [];
}

/// <summary>What stands around every drawing: the accessible name, style, heading, legend and source line.</summary>
internal static class SvgFrame
{
    private const double Margin = 20,
        TitleLine = 30,
        Gap = 14,
        LeastWidth = 640,
        LongestLine = 1000;

    public static Drawing Write(Caption caption, Body body)
    {
        var titled = Math.Min(1000, TextMeasure.Width(caption.Title, Theme.TitleSize, bold: true) + 2 * Margin);
        var width = Math.Max(body.Width, Math.Max(LeastWidth, titled));
        var inner = width - 2 * Margin;
        var title = Wrapping.Lines(caption.Title, inner, Theme.TitleSize, 2, bold: true);
        var description = Wrapping.Lines(caption.Description, Math.Min(LongestLine, inner), Theme.SmallSize, 3);
        var sources = Wrapping.Lines(caption.Sources, inner, Theme.SmallSize, 4);
        var legend = new Legend(caption.Legend);

        var described = TitleLine + (title.Count - 1) * Theme.TitleSize * 1.25 + 20;
        var head = described + (description.Count - 1) * Theme.SmallLineHeight + 12;
        var legendTop = head + body.Height + Gap / 2;
        var sourceTop = legendTop + legend.Measure(inner) + Gap;
        var height = sourceTop + sources.Count * Theme.SmallLineHeight + 12;

        var drawn = new SvgWriter();
        body.Write(drawn);
        var svg = new SvgWriter();
        using (
            svg.Open(
                "svg",
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", Theme.Root),
                ("viewBox", $"0 0 {width.Invariant()} {height.Invariant()}"),
                ("width", width),
                ("height", height),
                ("role", "group"),
                ("aria-labelledby", "picture-title picture-desc"),
                ("lang", "da")
            )
        )
        {
            svg.Leaf("title", caption.Title, ("id", "picture-title"));
            svg.Leaf("desc", caption.Description, ("id", "picture-desc"));
            svg.Leaf("style", Stylesheet.Css);
            svg.Rect("ground", new(0, 0, width, height));
            for (var i = 0; i < title.Count; i++)
            {
                svg.Text("title", Margin, TitleLine + i * Theme.TitleSize * 1.25, title[i]);
            }

            // Who hears the drawing has heard this already.
            for (var i = 0; i < description.Count; i++)
            {
                var line = described + i * Theme.SmallLineHeight;
                svg.Leaf("text", description[i], ("class", "small"), ("aria-hidden", "true"), ("x", Margin), ("y", line));
            }

            using (svg.Open("g", ("transform", $"translate(0 {head.Invariant()})")))
            {
                svg.Insert(drawn.Fragment);
            }

            legend.Write(svg, Margin, legendTop);
            for (var i = 0; i < sources.Count; i++)
            {
                svg.Text("small", Margin, sourceTop + (i + 1) * Theme.SmallLineHeight - 3, sources[i]);
            }
        }

        return new(svg.Fragment.Text, width, height, caption.Folded, caption.Title)
        {
            Poster = new(caption, drawn.Fragment, body.Width, body.Height, body.Head, body.Left, body.Whole, body.Lanes),
        };
    }
}
