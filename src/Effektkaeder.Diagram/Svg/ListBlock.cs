using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Quiet lists in columns: each goes, in turn, where most room is left.</summary>
internal sealed class ListBlock
{
    public const double LeastWidth = 700;
    private const double Margin = 20,
        Widest = 330,
        Between = 26,
        HeadHeight = 24,
        ItemGap = 7,
        ListGap = 16;
    private const int MostLines = 4,
        MostTitleLines = 3;

    private readonly List<(IReadOnlyList<string> Title, double X, double Y, List<Item> Items)> _places = [];
    private readonly double _column;

    private sealed record Item(TextItem Of, IReadOnlyList<string> Caption, IReadOnlyList<string> Lines)
    {
        public double Height => Caption.Count * Theme.SmallLineHeight + Lines.Count * Theme.LineHeight + ItemGap;
    }

    public ListBlock(IReadOnlyList<TextList> lists, double width)
    {
        var columns = Math.Max(1, (int)Math.Ceiling((width - 2 * Margin) / (Widest + Between)));
        columns = Math.Min(columns, Math.Max(1, lists.Count));
        _column = Math.Min(1.4 * Widest, (width - 2 * Margin - (columns - 1) * Between) / columns);
        var filled = new double[columns];
        foreach (var list in lists)
        {
            var at = Array.IndexOf(filled, filled.Min());
            List<Item> items = [.. list.Items.Select(Measure)];
            var title = Wrapping.Lines(list.Title, _column, Theme.FontSize, MostTitleLines, bold: true);
            _places.Add((title, Margin + at * (_column + Between), filled[at], items));
            filled[at] += Head(title) + items.Sum(i => i.Height) + ListGap;
        }

        Height = lists.Count == 0 ? 0 : filled.Max() - ListGap + 4;
    }

    public double Height { get; }

    /// <summary>Where the headings and items stand, each to be kept whole.</summary>
    public IEnumerable<LayoutRectangle> Places(double top)
    {
        foreach (var (title, x, y, items) in _places)
        {
            var line = top + y;
            yield return new(x, line, _column, Head(title));
            line += Head(title);
            foreach (var item in items)
            {
                yield return new(x, line, _column, item.Height);
                line += item.Height;
            }
        }
    }

    public void Write(SvgWriter svg, double top)
    {
        if (_places.Count == 0)
        {
            return;
        }

        using (svg.Group("lists"))
        {
            foreach (var (title, x, y, items) in _places)
            {
                var line = top + y + Head(title);
                svg.Lines("h", x, top + y + 13, title, Theme.LineHeight);
                svg.Path("grid year", new PathData().Move(x, line - 5).AcrossBy(_column));
                foreach (var item in items)
                {
                    Write(svg, item, x, line);
                    line += item.Height;
                }
            }
        }
    }

    private static double Head(IReadOnlyList<string> title) => HeadHeight + (title.Count - 1) * Theme.LineHeight;

    private Item Measure(TextItem item) =>
        new(
            item,
            item.Caption is null ? [] : Wrapping.Lines(item.Caption, _column, Theme.SmallSize, 1),
            Wrapping.Lines(item.Text, _column, Theme.FontSize, MostLines)
        );

    private static void Write(SvgWriter svg, Item item, double x, double top)
    {
        using (svg.Open("g", ("class", "item"), ("data-key", item.Of.Key)))
        {
            svg.Title(item.Of.Full);
            if (item.Caption.Count > 0)
            {
                svg.Text("small", x, top + 11, item.Caption[0]);
            }

            svg.Lines(null, x, top + 12 + item.Caption.Count * Theme.SmallLineHeight, item.Lines, Theme.LineHeight);
        }
    }
}
