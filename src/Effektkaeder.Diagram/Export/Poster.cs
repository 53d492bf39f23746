using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A drawing on several sheets. No box and no lane's name is cut: cuts go between them, and where they cannot, the next sheet has the
/// box whole and this one leaves it out. The headings of columns and lanes, the title and the legend stand on every sheet.
/// </summary>
internal sealed class Poster
{
    private const double TitleLine = 18,
        DescriptionLine = 36,
        Top = 48,
        Gap = 8;

    private readonly PosterPlan _plan;
    private readonly double _pageWidth;
    private readonly double _pageHeight;
    private readonly Legend _legend;
    private readonly double _legendHeight;
    private readonly List<(int Row, int Column, LayoutRectangle Window)> _sheets;

    private Poster(PosterPlan plan, double pageWidth, double pageHeight, double least)
    {
        (_plan, _pageWidth, _pageHeight, Scale) = (plan, pageWidth, pageHeight, least);
        _legend = new(plan.Caption.Legend);
        _legendHeight = _legend.Measure(Width);
        _sheets = [.. Sheets()];
        Fill();
    }

    /// <summary>Points for a unit of the drawing.</summary>
    public double Scale { get; private set; }

    public int Count => _sheets.Count;

    /// <summary>What a sheet holds inside its margins, in units of the drawing.</summary>
    private double Width => (_pageWidth - 2 * PageSize.Margin) / Scale;

    private double Height => (_pageHeight - 2 * PageSize.Margin) / Scale;

    /// <summary>Lying or standing, whichever takes fewer sheets; of as many, the one with larger letters.</summary>
    public static Poster Of(PosterPlan plan, PageSize page) =>
        page
            .Turned.Select(t => new Poster(plan, t.Width, t.Height, page.LeastText / Theme.SmallSize))
            .OrderBy(p => p.Count)
            .ThenByDescending(p => p.Scale)
            .First();

    public IEnumerable<Page> Pages() => _sheets.Select((_, i) => new Page(Sheet(i), _pageWidth, _pageHeight));

    private IEnumerable<(int Row, int Column, LayoutRectangle Window)> Sheets()
    {
        var (roomX, roomY) = (Width - _plan.Left, Height - Top - _plan.Head - Gap - _legendHeight);
        var boxes = _plan.Whole.Select(w => w.Box).ToList();
        var columns = Cuts.Of(_plan.Left, _plan.Width, roomX, [.. boxes.Where(b => b.X >= _plan.Left).Select(b => (b.X, b.Right))]);
        for (var column = 0; column < columns.Count; column++)
        {
            var (left, right) = columns[column];
            var inside = boxes.Where(b => b.X < right && b.Right > left || b.Right <= _plan.Left).ToList();
            var rows = Cuts.Of(_plan.Head, _plan.Height, roomY, [.. inside.Select(b => (b.Y, b.Bottom))]);
            for (var row = 0; row < rows.Count; row++)
            {
                var window = new LayoutRectangle(left, rows[row].From, right - left, rows[row].To - rows[row].From);
                // A sheet with nothing on it is no sheet; what a row at the left has may be anywhere along it.
                if (
                    _plan.Whole.Any(w =>
                        (w.Box.X < window.Right && w.Box.Right > window.X || w.Id is not null && w.Box.Right <= _plan.Left)
                        && w.Box.Y < window.Bottom
                        && w.Box.Bottom > window.Y
                    )
                )
                {
                    yield return (row, column, window);
                }
            }
        }
    }

    /// <summary>The letters grow to what the largest window leaves room for, but not past the drawing's own size.</summary>
    private void Fill()
    {
        var (wide, high) = (_sheets.Max(s => s.Window.Width) + _plan.Left, _sheets.Max(s => s.Window.Height));
        var room = Math.Min(Width / wide, Height / (high + Top + _plan.Head + Gap + _legendHeight));
        Scale = Math.Min(1, Math.Max(Scale, Scale * room));
        _legend.Measure(Width);
    }

    private string Sheet(int index)
    {
        var (row, column, window) = _sheets[index];
        var svg = new SvgWriter();
        var caption = _plan.Caption;
        var label = $"Ark {index + 1} af {Count}" + (Count > 1 ? $" (række {row + 1}, kolonne {column + 1})" : "");
        using (Page.Open(svg, _pageWidth, _pageHeight, $"{caption.Title}: {label}", Hidden(window)))
        using (svg.Open("g", ("transform", Page.Inside(Scale))))
        {
            var room = Width - TextMeasure.Width(label, Theme.SmallSize) - 20;
            svg.Text("h", 0, TitleLine, Wrapping.Lines(caption.Title, room, Theme.FontSize, 1, bold: true)[0]);
            svg.Text("small", Width, TitleLine, label, "end");
            svg.Text("small", 0, DescriptionLine, Wrapping.Lines(caption.Description, Width, Theme.SmallSize, 1)[0]);
            var strips = _plan.Body.WithoutIds();
            Window(svg, _plan.Left, Top, new(window.X, 0, window.Width, _plan.Head), strips);
            if (_plan.Left > 0)
            {
                Window(svg, 0, Top + _plan.Head, new(0, window.Y, _plan.Left, window.Height), strips);
                Lanes(svg, window);
            }

            Window(svg, _plan.Left, Top + _plan.Head, window, _plan.Body);
            _legend.Write(svg, 0, Top + _plan.Head + window.Height + Gap);
        }

        return svg.Fragment.Text;
    }

    private static void Window(SvgWriter svg, double x, double y, LayoutRectangle of, SvgFragment body)
    {
        if (of.Width <= 0 || of.Height <= 0)
        {
            return;
        }

        var view = $"{of.X.Invariant()} {of.Y.Invariant()} {of.Width.Invariant()} {of.Height.Invariant()}";
        using (svg.Open("svg", ("x", x), ("y", y), ("width", of.Width), ("height", of.Height), ("viewBox", view), ("overflow", "hidden")))
        {
            svg.Insert(body);
        }
    }

    /// <summary>The name of a lane that began on an earlier sheet.</summary>
    private void Lanes(SvgWriter svg, LayoutRectangle window)
    {
        foreach (var (title, top, bottom) in _plan.Lanes)
        {
            var from = Math.Max(top, window.Y);
            if (top < window.Y && Math.Min(bottom, window.Bottom) - from > 2 * Theme.LineHeight)
            {
                var lines = Wrapping.Lines(title, PictureLayout.LaneHeading - 24, Theme.FontSize, 4, bold: true);
                var y = Top + _plan.Head + from - window.Y + 16;
                svg.Lines("h", PictureLayout.Margin + 10, y, lines, Theme.LineHeight);
            }
        }
    }

    /// <summary>Boxes that the window cuts: another sheet has them whole.</summary>
    private IEnumerable<string> Hidden(LayoutRectangle window) =>
        _plan
            .Whole.Where(w =>
                w.Id is not null
                && w.Box.X >= _plan.Left
                && Meets(w.Box, window)
                && !Holds(window, w.Box)
                && _sheets.Any(s => Holds(s.Window, w.Box))
            )
            .Select(w => w.Id!);

    private static bool Meets(LayoutRectangle a, LayoutRectangle b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static bool Holds(LayoutRectangle outer, LayoutRectangle inner) =>
        inner.X >= outer.X - .5 && inner.Right <= outer.Right + .5 && inner.Y >= outer.Y - .5 && inner.Bottom <= outer.Bottom + .5;
}
