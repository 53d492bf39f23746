using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>Sets a document on pages: wrapped lines, ruled tables, a page head and a page number.</summary>
internal sealed class PdfFormat
{
    private const double Left = 50,
        Right = 545,
        Top = 770,
        Low = 70,
        Size = 10;

    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _font;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page = null!;
    private double _y;
    private int _pages;

    private PdfFormat()
    {
        _font = _document.AddTrueTypeFont(File.ReadAllBytes("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
        _bold = _document.AddTrueTypeFont(File.ReadAllBytes("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"));
    }

    internal static bool CanBeWritten => File.Exists("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

    internal static byte[] Write(Dokument dokument)
    {
        var pdf = new PdfFormat();
        pdf.NewPage();
        foreach (var stykke in dokument.Stykker)
        {
            switch (stykke)
            {
                case Overskrift o:
                    pdf.Text(
                        o.Tekst,
                        pdf._bold,
                        o.Niveau == 1 ? 20
                            : o.Niveau == 2 ? 14
                            : 12,
                        Left,
                        Right
                    );
                    break;
                case Afsnit a:
                    pdf.Text(a.Tekst, a.Fed ? pdf._bold : pdf._font, Size, Left, Right);
                    break;
                case Liste l:
                    for (var i = 0; i < l.Punkter.Count; i++)
                    {
                        pdf.Text((l.Ordnet ? $"{i + 1}. " : "• ") + l.Punkter[i].Tekst, pdf._font, Size, Left + 10, Right, gap: 0);
                        foreach (var under in l.Punkter[i].Under)
                        {
                            pdf.Text("• " + under, pdf._font, Size, Left + 28, Right, gap: 0);
                        }
                    }

                    pdf._y -= 8;
                    break;
                case Tabel t:
                    pdf.Table(t);
                    break;
            }
        }

        return pdf._document.Build();
    }

    private void NewPage()
    {
        _page = _document.AddPage(PageSize.A4);
        _pages++;
        _page.AddText("Aftale – side", 8, new PdfPoint(Left, 812), _font);
        _page.AddText($"Side {_pages}", 8, new PdfPoint(280, 30), _font);
        _y = Top;
    }

    private void Text(string text, PdfDocumentBuilder.AddedFont font, double size, double left, double right, double gap = 8)
    {
        foreach (var line in Wrap(text, font, size, right - left))
        {
            if (_y - size < Low)
            {
                NewPage();
            }

            _y -= size * 1.3;
            _page.AddText(line, size, new PdfPoint(left, _y), font);
        }

        _y -= gap;
    }

    private void Table(Tabel table)
    {
        var columns = table.Raekker.Max(r => r.Length);
        var width = (Right - Left) / columns;
        // Narrow columns are set smaller, as people do, so that no word runs over its rule.
        var size = columns > 5 ? 6 : Size;
        var leading = size * 1.3;
        foreach (var row in table.Raekker)
        {
            var cells = Enumerable
                .Range(0, columns)
                .Select(i =>
                    (i < row.Length ? Tabel.Lines(row[i]) : [])
                        .SelectMany(l => Wrap(l.ErPunkt ? "• " + l.Tekst : l.Tekst, _font, size, width - 8))
                        .ToList()
                )
                .ToList();
            var height = (cells.Max(c => c.Count) * leading) + 6;
            if (_y - height < Low)
            {
                NewPage();
            }

            for (var c = 0; c < columns; c++)
            {
                _page.DrawRectangle(new PdfPoint(Left + (c * width), _y - height), width, height);
                for (var i = 0; i < cells[c].Count; i++)
                {
                    _page.AddText(cells[c][i], size, new PdfPoint(Left + (c * width) + 4, _y - 12 - (i * leading)), _font);
                }
            }

            _y -= height;
        }

        _y -= 12;
    }

    private IEnumerable<string> Wrap(string text, PdfDocumentBuilder.AddedFont font, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, font, size) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private double Width(string text, PdfDocumentBuilder.AddedFont font, double size) =>
        _page.MeasureText(text, size, new PdfPoint(0, 0), font).Max(l => l.BoundingBox.Right);
}
