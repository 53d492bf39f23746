using System.Text;
using Effektkaeder.Diagram.Text;

namespace Effektkaeder.Diagram.Svg;

/// <summary>What stands around every drawing: the accessible name, style, heading, legend and source line.</summary>
internal static class SvgFrame
{
    private const double TitleLine = 30,
        Gap = 14,
        LeastWidth = 640,
        LongestLine = 900;

    /// <param name="width">Of the body.</param>
    /// <param name="height">Of the body.</param>
    /// <param name="body">Writes what is drawn, with its own origin at the top left.</param>
    public static Drawing Write(Caption caption, double width, double height, Action<StringBuilder> body)
    {
        var legend = new Legend(caption.Legend);
        width = Math.Max(width, Math.Max(LeastWidth, Math.Min(1000, TextMeasure.Width(caption.Title, Theme.TitleSize, bold: true) + 40)));
        var title = Wrapping.Lines(caption.Title, width - 40, Theme.TitleSize, 2, bold: true);
        var description = Wrapping.Lines(caption.Description, Math.Min(LongestLine, width - 40), Theme.SmallSize, 3);
        var described = TitleLine + (title.Count - 1) * Theme.TitleSize * 1.25 + 20;
        var head = described + (description.Count - 1) * Theme.SmallLineHeight + 12;
        var sources = Wrapping.Lines(caption.Source, width - 40, Theme.SmallSize, 4);
        var legendTop = head + height + Gap / 2;
        var legendHeight = legend.Measure(width - 40);
        height = legendTop + legendHeight + Gap + sources.Count * Theme.SmallLineHeight + 12;

        var svg = new StringBuilder();
        svg.Append(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{Theme.Root}\" viewBox=\"0 0 {width.Invariant()} "
                + $"{height.Invariant()}\" width=\"{width.Invariant()}\" height=\"{height.Invariant()}\" role=\"group\" "
                + $"aria-labelledby=\"picture-title picture-desc\" lang=\"da\">\n"
        );
        svg.Append(
            $"<title id=\"picture-title\">{SvgText.Escape(caption.Title)}</title>\n<desc "
                + $"id=\"picture-desc\">{SvgText.Escape(caption.Description)}</desc>\n"
        );
        svg.Append($"<style>{Theme.Css}</style>\n").Append(Theme.Patterns);
        svg.Append($"<rect class=\"ground\" width=\"{width.Invariant()}\" height=\"{height.Invariant()}\"/>\n");
        for (var i = 0; i < title.Count; i++)
        {
            svg.Append(
                $"<text class=\"title\" x=\"20\" y=\"{(TitleLine + i * Theme.TitleSize * 1.25).Invariant()}\">{SvgText.Escape(title[i])}</text>\n"
            );
        }
        // Who hears the drawing has heard this already.
        for (var i = 0; i < description.Count; i++)
        {
            svg.Append(
                $"<text class=\"small\" aria-hidden=\"true\" x=\"20\" "
                    + $"y=\"{(described + i * Theme.SmallLineHeight).Invariant()}\">{SvgText.Escape(description[i])}</text>\n"
            );
        }

        svg.Append($"<g transform=\"translate(0 {head.Invariant()})\">\n");
        body(svg);
        svg.Append("</g>\n");
        legend.Write(svg, 20, legendTop);
        for (var i = 0; i < sources.Count; i++)
        {
            svg.Append(
                $"<text class=\"small\" x=\"20\" y=\"{(legendTop + legendHeight + Gap + (i + 1) * Theme.SmallLineHeight - 3).Invariant()}\">{SvgText.Escape(sources[i])}</text>\n"
            );
        }

        svg.Append("</svg>\n");
        return new(svg.ToString(), width, height, caption.Folded, caption.Title);
    }

    /// <summary>Lines of text from a first base line down; the whole of it as a tooltip where it is given.</summary>
    public static void Text(
        StringBuilder svg,
        string? style,
        double x,
        double y,
        IReadOnlyList<string> lines,
        double lineHeight,
        string? full = null
    )
    {
        svg.Append($"<text{(style is null ? "" : $" class=\"{style}\"")} x=\"{x.Invariant()}\" y=\"{y.Invariant()}\">");
        if (full is not null)
        {
            svg.Append($"<title>{SvgText.Escape(full)}</title>");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            svg.Append(
                i == 0
                    ? $"<tspan>{SvgText.Escape(lines[i])}</tspan>"
                    : $"<tspan x=\"{x.Invariant()}\" dy=\"{lineHeight.Invariant()}\">{SvgText.Escape(lines[i])}</tspan>"
            );
        }

        svg.Append("</text>\n");
    }
}
