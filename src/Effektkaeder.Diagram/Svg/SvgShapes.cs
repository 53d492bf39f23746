using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>The few shapes that pictures are made of. A style is one or more classes of <see cref="Stylesheet"/>.</summary>
internal static class SvgShapes
{
    public static IDisposable Group(this SvgWriter svg, string? style) => svg.Open("g", ("class", style));

    /// <param name="lane">The lane that it is the ground of, for a program that folds it.</param>
    public static void Rect(this SvgWriter svg, string style, LayoutRectangle box, double radius = 0, string? lane = null) =>
        svg.Empty(
            "rect",
            ("class", style),
            ("data-lane", lane),
            ("x", box.X),
            ("y", box.Y),
            ("width", box.Width),
            ("height", box.Height),
            ("rx", radius == 0 ? null : radius.Invariant())
        );

    public static void Circle(this SvgWriter svg, string style, double x, double y, double radius) =>
        svg.Empty("circle", ("class", style), ("cx", x), ("cy", y), ("r", radius));

    public static void Path(this SvgWriter svg, string style, PathData way) => svg.Empty("path", ("class", style), ("d", way.ToString()));

    public static void Title(this SvgWriter svg, string text) => svg.Leaf("title", text);

    public static void Text(this SvgWriter svg, string? style, double x, double y, string text, string? anchor = null) =>
        svg.Leaf("text", text, ("class", style), ("text-anchor", anchor), ("x", x), ("y", y));

    /// <summary>Lines of text from a first base line down; the whole of it as a tooltip where it is given.</summary>
    public static void Lines(
        this SvgWriter svg,
        string? style,
        double x,
        double y,
        IReadOnlyList<string> lines,
        double lineHeight,
        string? full = null
    )
    {
        using (svg.Open("text", ("class", style), ("x", x), ("y", y)))
        {
            if (full is not null)
            {
                svg.Title(full);
            }

            for (var i = 0; i < lines.Count; i++)
            {
                svg.Leaf("tspan", lines[i], ("x", i == 0 ? null : x.Invariant()), ("dy", i == 0 ? null : lineHeight.Invariant()));
            }
        }
    }

    /// <summary>A group that the keyboard and a screen reader reach as one thing.</summary>
    public static IDisposable Item(
        this SvgWriter svg,
        string? style,
        string id,
        string kind,
        string? key,
        string name,
        (string, SvgValue)[]? data = null
    )
    {
        var item = svg.Open(
            "g",
            [
                ("class", style),
                ("id", id),
                ("data-kind", kind),
                ("data-key", key),
                .. data ?? [],
                ("tabindex", 0),
                ("role", "listitem"),
                ("aria-label", name),
            ]
        );
        svg.Title(name);
        return item;
    }
}
