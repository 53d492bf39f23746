using Effektkaeder.Diagram.Svg;
using Effektkaeder.Diagram.Text;
using Effektkaeder.Exchange.Rapporter;

namespace Effektkaeder.Diagram.Export;

/// <summary>Sheets that are filled from above, one after another; sizes in points.</summary>
internal sealed class Rapportark
{
    private const double Margin = 45,
        Foot = 20,
        Padding = 3;

    private const string Ink = "#1b1b1b",
        Rule = "#8a8a8a",
        Ground = "#eef1f4";

    private readonly double _width,
        _height;

    private readonly List<SvgWriter> _sheets = [];
    private double _y;

    public Rapportark(bool isLying)
    {
        (_width, _height) = isLying ? (PageSize.A4.Width, PageSize.A4.Height) : (PageSize.A4.Height, PageSize.A4.Width);
        Next();
    }

    private double Room => _width - (2 * Margin);

    private double Bottom => _height - Margin - Foot;

    private SvgWriter Sheet => _sheets[^1];

    /// <summary>The next sheet, where less than this is left of the one at hand.</summary>
    public void Keep(double height)
    {
        if (_y + height > Bottom)
        {
            Next();
        }
    }

    /// <summary>Paragraphs over the whole breadth.</summary>
    public void Words(string text, Skrift skrift, double after, double before = 0)
    {
        _y += _y > Margin ? before : 0;
        foreach (var line in Lines(text, Room, skrift))
        {
            Keep(skrift.Line);
            Line(line, Margin, _y, skrift);
            _y += skrift.Line;
        }

        _y += after;
    }

    public void Table(Tabel table)
    {
        var widths = table.Andele.Select(a => a * Room).ToList();
        var head = table.Hoveder.Count == 0 ? null : Cells(table.Hoveder, widths, Skrift.Hoved);
        Keep(Height(head, Skrift.Hoved) + (2 * Skrift.Celle.Line));
        Head(head, widths);
        foreach (var row in table.Raekker)
        {
            var cells = Cells(row, widths, Skrift.Celle);
            var from = 0;
            // A row stands whole where it can; one that is higher than a sheet goes on to the next.
            if (_y + Height(cells, Skrift.Celle) > Bottom && _y > Margin + Height(head, Skrift.Hoved) + 1)
            {
                Next();
                Head(head, widths);
            }

            var lines = cells.Max(c => c.Count);
            while (from < lines)
            {
                var fitting = Math.Max(1, (int)((Bottom - _y - (2 * Padding)) / Skrift.Celle.Line));
                Row([.. cells.Select(c => c.Skip(from).Take(fitting).ToList())], widths, Skrift.Celle, isHead: false);
                from += fitting;
                if (from < lines)
                {
                    Next();
                    Head(head, widths);
                }
            }
        }

        _y += 8;
    }

    /// <summary>The sheets, each with its foot.</summary>
    public IReadOnlyList<Page> Done(string titel)
    {
        var name = Wrapping.Lines(titel, Room - 80, Skrift.Lille.Size, 1)[0];
        return
        [
            .. _sheets.Select(
                (sheet, i) =>
                {
                    var number = $"side {i + 1} af {_sheets.Count}";
                    var page = new SvgWriter();
                    using (
                        page.Open(
                            "svg",
                            ("xmlns", "http://www.w3.org/2000/svg"),
                            ("width", $"{_width.Invariant()}pt"),
                            ("height", $"{_height.Invariant()}pt"),
                            ("viewBox", $"0 0 {_width.Invariant()} {_height.Invariant()}"),
                            ("lang", "da")
                        )
                    )
                    {
                        page.Title(titel);
                        page.Leaf("style", "text{font-family:\"DejaVu Sans\",Verdana,sans-serif;font-variant-ligatures:none}");
                        page.Insert(sheet.Fragment);
                        Line(page, name, Margin, _height - Margin, Skrift.Lille);
                        var right = _width - Margin - TextMeasure.Width(number, Skrift.Lille.Size);
                        Line(page, number, right, _height - Margin, Skrift.Lille);
                    }

                    return new Page(page.Fragment.Text, _width, _height);
                }
            ),
        ];
    }

    private void Next()
    {
        _sheets.Add(new SvgWriter());
        _y = Margin;
    }

    private void Head(List<List<string>>? head, List<double> widths)
    {
        if (head is not null)
        {
            Row(head, widths, Skrift.Hoved, isHead: true);
        }
    }

    private void Row(List<List<string>> cells, List<double> widths, Skrift skrift, bool isHead)
    {
        var (height, x) = (Height(cells, skrift), Margin);
        if (isHead)
        {
            Sheet.Empty("rect", ("x", x), ("y", _y), ("width", Room), ("height", height), ("fill", Ground));
        }

        for (var i = 0; i < cells.Count; i++)
        {
            for (var line = 0; line < cells[i].Count; line++)
            {
                Line(cells[i][line], x + Padding, _y + Padding + (line * skrift.Line), skrift);
            }

            x += widths[i];
        }

        _y += height;
        Sheet.Empty("line", ("x1", Margin), ("y1", _y), ("x2", Margin + Room), ("y2", _y), ("stroke", Rule), ("stroke-width", .5));
    }

    private static double Height(List<List<string>>? cells, Skrift skrift) =>
        cells is null ? 0 : (Math.Max(1, cells.Max(c => c.Count)) * skrift.Line) + (2 * Padding);

    private static List<List<string>> Cells(IReadOnlyList<string> row, List<double> widths, Skrift skrift) =>
        [.. row.Zip(widths, (cell, width) => Lines(cell, width - (2 * Padding), skrift).ToList())];

    /// <summary>A line that begins with "- " is an item of a list.</summary>
    private static IEnumerable<string> Lines(string text, double width, Skrift skrift) =>
        text.Split('\n')
            .Select(l => l.TrimStart().StartsWith("- ", StringComparison.Ordinal) ? "• " + l.TrimStart()[2..] : l)
            .SelectMany(l => Wrapping.Lines(l, width, skrift.Size, int.MaxValue, skrift.IsBold));

    private void Line(string text, double x, double y, Skrift skrift) => Line(Sheet, text, x, y, skrift);

    /// <param name="y">The top of the line.</param>
    private static void Line(SvgWriter sheet, string text, double x, double y, Skrift skrift)
    {
        if (text.Length > 0)
        {
            sheet.Leaf(
                "text",
                text,
                ("x", x),
                ("y", y + skrift.Size),
                ("font-size", skrift.Size),
                ("font-weight", skrift.IsBold ? "bold" : null),
                ("fill", Ink)
            );
        }
    }
}
