using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A drawing as sheets of paper, each an SVG document of its own that prints at its true size: on one where it can be read there, else
/// as a poster.
/// </summary>
public static class Sheets
{
    public static IReadOnlyList<string> Svg(Drawing drawing, PageSize page) => [.. Of(drawing, page).Select(p => p.Svg)];

    internal static IReadOnlyList<Page> Of(Drawing drawing, PageSize page) =>
        Page.One(drawing, page, page.LeastText / Theme.SmallSize) is { } one ? [one]
        : drawing.Poster is { } plan ? [.. Poster.Of(plan, page).Pages()]
        : [Page.One(drawing, page, 0)!];
}
