using Effektkaeder.Diagram.Text;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Diagram.Svg;

/// <summary>Draws a table of words: what has a kind wears its stripe, and a heavier line tells where something new begins.</summary>
internal sealed class GridRenderer
{
    private const double Margin = 20,
        Pad = 8,
        Between = 8,
        Stripe = 4,
        HeadLine = 20;
    private const int MostLines = 6;

    private sealed record Item(GridItem Of, IReadOnlyList<string> Lines, IReadOnlyList<string> Note, LayoutRectangle Box);

    private readonly Grid _grid;
    private readonly double[] _left;
    private readonly double _head;
    private readonly List<(double Top, double Height, List<List<Item>> Cells)> _rows = [];
    private readonly List<IReadOnlyList<string>> _titles;

    private GridRenderer(Grid grid)
    {
        _grid = grid;
        _left = new double[grid.Columns.Count + 1];
        _left[0] = Margin;
        for (var c = 0; c < grid.Columns.Count; c++)
        {
            _left[c + 1] = _left[c] + grid.Columns[c].Width;
        }

        _titles = [.. grid.Columns.Select(c => Wrapping.Lines(c.Title, c.Width - 2 * Pad, Theme.FontSize, 3, bold: true))];
        _head = HeadLine + (_titles.Max(t => t.Count) - 1) * Theme.LineHeight + Pad;
        var top = _head;
        foreach (var row in grid.Rows)
        {
            List<List<Item>> cells = [.. row.Cells.Select((cell, c) => Stack(cell, c, top + Pad))];
            var height = cells.Max(c => c.Count == 0 ? 0 : c[^1].Box.Bottom - top) + Pad;
            _rows.Add((top, height, cells));
            top += height;
        }

        Bottom = top;
    }

    private double Bottom { get; }

    public static Drawing Render(Grid grid)
    {
        var renderer = new GridRenderer(grid);
        return SvgFrame.Write(
            grid.Caption,
            new(renderer._left[^1] + Margin, renderer.Bottom + 4, renderer.Write)
            {
                Head = renderer._head,
                Left = grid.RowHeadings ? renderer._left[1] : 0,
                Whole = [.. renderer._rows.SelectMany(r => r.Cells).SelectMany(c => c).Select(i => ((string?)null, i.Box))],
            }
        );
    }

    private List<Item> Stack(IReadOnlyList<GridItem> cell, int column, double top)
    {
        List<Item> items = [];
        var (left, width) = (_left[column] + Pad, _grid.Columns[column].Width - 2 * Pad);
        foreach (var item in cell)
        {
            var inner = width - (item.Kind is null ? 0 : Stripe + 5);
            var lines = Wrapping.Lines(item.Text, inner, Theme.FontSize, MostLines, bold: IsHeading(column));
            var note = item.Note is null ? [] : Wrapping.Lines(item.Note, inner, Theme.SmallSize, 3);
            var height = lines.Count * Theme.LineHeight + note.Count * Theme.SmallLineHeight;
            items.Add(new(item, lines, note, new(left, top, width, height)));
            top += height + Between;
        }

        return items;
    }

    private bool IsHeading(int column) => column == 0 && _grid.RowHeadings;

    private void Write(SvgWriter svg)
    {
        using (svg.Group("levels"))
        {
            for (var c = 0; c < _titles.Count; c++)
            {
                svg.Lines("h", _left[c] + Pad, HeadLine - 6, _titles[c], Theme.LineHeight);
            }
        }

        using (svg.Open("g", ("class", "nodes"), ("role", "list")))
        {
            foreach (var (index, (top, height, cells)) in _rows.Index())
            {
                if (index % 2 == 1 && _grid.RowHeadings)
                {
                    svg.Rect("lane", new(Margin, top, _left[^1] - Margin, height));
                }

                var heavy = index == 0 || _grid.RowHeadings || _grid.Rows[index].Begins;
                svg.Path(heavy ? "grid year" : "grid", new PathData().Move(Margin, top).Across(_left[^1]));
                foreach (var (column, cell) in cells.Index())
                {
                    foreach (var (place, item) in cell.Index())
                    {
                        Write(svg, item, column, $"{index} {column} {place}");
                    }
                }
            }

            svg.Path("grid year", new PathData().Move(Margin, Bottom).Across(_left[^1]));
        }
    }

    private void Write(SvgWriter svg, Item item, int column, string place)
    {
        var (of, box) = (item.Of, item.Box);
        var text = of.Kind is null ? box.X : box.X + Stripe + 5;
        var name = string.Join(". ", new[] { of.Full, of.Note }.OfType<string>());
        using (
            of.Kind is null
                ? svg.Group(null)
                : svg.Item($"node k-{Theme.StyleOf(of.Kind)}", SvgText.Id("n-", $"{of.Key} {place}"), of.Kind, of.Key, name)
        )
        {
            if (of.Kind is null)
            {
                svg.Title(name);
            }
            else
            {
                // The box that is pointed at is the item; only its stripe is seen.
                svg.Rect("b plain", box, radius: 2);
                svg.Rect("s", new(box.X, box.Y, Stripe, box.Height), radius: 1);
            }

            svg.Lines(IsHeading(column) ? "h" : null, text, box.Y + 12, item.Lines, Theme.LineHeight);
            if (item.Note.Count > 0)
            {
                svg.Lines("small", text, box.Y + 10 + item.Lines.Count * Theme.LineHeight, item.Note, Theme.SmallLineHeight);
            }
        }
    }
}
