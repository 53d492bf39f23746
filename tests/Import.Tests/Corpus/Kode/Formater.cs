using System.IO.Compression;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Effektkaeder.Import.Tests.Corpus.Kode;

/// <summary>One document in each format, as the programs that people use would save it.</summary>
internal static class Formater
{
    internal static byte[] Write(string format, string markdown) =>
        format switch
        {
            "md" => Encoding.UTF8.GetBytes(markdown),
            "html" => Html(Dokument.Of(markdown)),
            "docx" => Docx(Dokument.Of(markdown)),
            "odt" => Odt(Dokument.Of(markdown)),
            "xlsx" => Xlsx(Dokument.Of(markdown)),
            "csv" => Csv(Dokument.Of(markdown)),
            "pdf" => PdfFormat.Write(Dokument.Of(markdown)),
            "txt" => Tekst(Dokument.Of(markdown)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
        };

    private static byte[] Html(Dokument dokument)
    {
        var html = new StringBuilder(
            "<!doctype html>\n<html lang=\"da\"><head><title>Aftale</title></head><body>\n<nav><a href=\"#\">Forside</a></nav>\n"
        );
        foreach (var stykke in dokument.Stykker)
        {
            html.Append(
                    stykke switch
                    {
                        Overskrift o => $"<h{o.Niveau}>{E(o.Tekst)}</h{o.Niveau}>",
                        Afsnit { Fed: true } a => $"<p><b>{E(a.Tekst)}</b></p>",
                        Afsnit a => $"<p>{E(a.Tekst)}</p>",
                        Liste l => $"<{(l.Ordnet ? "ol" : "ul")}>"
                            + string.Concat(l.Punkter.Select(p => $"<li>{E(p.Tekst)}{Bullets(p.Under)}</li>"))
                            + $"</{(l.Ordnet ? "ol" : "ul")}>",
                        Tabel t => "<table>"
                            + string.Concat(t.Raekker.Select(r => "<tr>" + string.Concat(r.Select(c => $"<td>{Cell(c)}</td>")) + "</tr>"))
                            + "</table>",
                        _ => "",
                    }
                )
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(html.Append("</body></html>\n").ToString());

        static string E(string text) => WebUtility.HtmlEncode(text);

        static string Bullets(IEnumerable<string> items) =>
            string.Concat(items.Select(i => $"<li>{E(i)}</li>")) is { Length: > 0 } list ? $"<ul>{list}</ul>" : "";

        static string Cell(string cell) =>
            Tabel.Lines(cell) is var lines && lines.All(l => l.ErPunkt)
                ? Bullets(lines.Select(l => l.Tekst))
                : string.Join("<br>", lines.Select(l => E(l.ErPunkt ? "- " + l.Tekst : l.Tekst)));
    }

    /// <summary>Text with tabs between cells and lines drawn under the headings.</summary>
    private static byte[] Tekst(Dokument dokument)
    {
        var text = new StringBuilder();
        foreach (var stykke in dokument.Stykker)
        {
            text.Append(
                    stykke switch
                    {
                        Overskrift o => $"{o.Tekst}\n{new string(o.Niveau == 1 ? '=' : '-', Math.Max(3, o.Tekst.Length))}",
                        Afsnit a => a.Tekst,
                        Liste l => string.Join('\n', l.Lines("•")),
                        Tabel t => string.Join('\n', t.Raekker.Select(r => string.Join('\t', r))),
                        _ => "",
                    }
                )
                .Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Docx(Dokument dokument)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                Abstract(0, NumberFormatValues.Bullet),
                Abstract(1, NumberFormatValues.Decimal),
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 }
            );
            foreach (var stykke in dokument.Stykker)
            {
                switch (stykke)
                {
                    case Overskrift o:
                        body.Append(
                            new Paragraph(
                                new ParagraphProperties(new ParagraphStyleId { Val = $"Overskrift{o.Niveau}" }),
                                Run(o.Tekst, false)
                            )
                        );
                        break;
                    case Afsnit a:
                        body.Append(new Paragraph(Run(a.Tekst, a.Fed)));
                        break;
                    case Liste l:
                        foreach (var punkt in l.Punkter)
                        {
                            body.Append(Item(punkt.Tekst, l.Ordnet ? 2 : 1, 0));
                            body.Append(punkt.Under.Select(u => Item(u, l.Ordnet ? 2 : 1, 1)));
                        }

                        break;
                    case Tabel t:
                        body.Append(
                            new Table(t.Raekker.Select(r => new TableRow(r.Select(c => new TableCell(Tabel.Lines(c).Select(Line))))))
                        );
                        break;
                }
            }
        }

        return stream.ToArray();

        // A word in three runs, with a change that is still tracked, as Word leaves it.
        static Run Run(string text, bool bold) =>
            new(bold ? new RunProperties(new Bold()) : new RunProperties(), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

        static Paragraph Item(string text, int list, int level) =>
            new(
                new ParagraphProperties(
                    new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })
                ),
                Run(text, false)
            );

        static Paragraph Line((string Tekst, bool ErPunkt) line) =>
            line.ErPunkt ? Item(line.Tekst, 1, 0) : new Paragraph(Run(line.Tekst, false));

        static AbstractNum Abstract(int id, NumberFormatValues format) =>
            new(
                new Level(new NumberingFormat { Val = format }, new LevelText { Val = "%1." }) { LevelIndex = 0 },
                new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" }) { LevelIndex = 1 }
            )
            {
                AbstractNumberId = id,
            };
    }

    private static byte[] Odt(Dokument dokument)
    {
        var body = new StringBuilder();
        foreach (var stykke in dokument.Stykker)
        {
            body.Append(
                stykke switch
                {
                    Overskrift o => $"<text:h text:outline-level=\"{o.Niveau}\">{E(o.Tekst)}</text:h>",
                    Afsnit { Fed: true } a => $"<text:p><text:span text:style-name=\"T1\">{E(a.Tekst)}</text:span></text:p>",
                    Afsnit a => $"<text:p>{E(a.Tekst)}</text:p>",
                    Liste l => $"<text:list text:style-name=\"{(l.Ordnet ? "L2" : "L1")}\">"
                        + string.Concat(
                            l.Punkter.Select(p => $"<text:list-item><text:p>{E(p.Tekst)}</text:p>{Bullets(p.Under)}</text:list-item>")
                        )
                        + "</text:list>",
                    Tabel t => "<table:table>"
                        + string.Concat(
                            t.Raekker.Select(r =>
                                "<table:table-row>"
                                + string.Concat(r.Select(c => $"<table:table-cell>{Cell(c)}</table:table-cell>"))
                                + "</table:table-row>"
                            )
                        )
                        + "</table:table>",
                    _ => "",
                }
            );
        }

        const string head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content
             xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
            <office:automatic-styles>
            <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
            <text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>
            <text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>
            </office:automatic-styles>
            <office:body><office:text>
            """;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using (var mime = zip.CreateEntry("mimetype").Open())
            {
                mime.Write("application/vnd.oasis.opendocument.text"u8);
            }

            using var content = zip.CreateEntry("content.xml").Open();
            content.Write(Encoding.UTF8.GetBytes(head + body + "</office:text></office:body></office:document-content>"));
        }

        return stream.ToArray();

        static string E(string text) => WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal);

        static string Bullets(IEnumerable<string> items) =>
            string.Concat(items.Select(i => $"<text:list-item><text:p>{E(i)}</text:p></text:list-item>")) is { Length: > 0 } list
                ? $"<text:list text:style-name=\"L1\">{list}</text:list>"
                : "";

        static string Cell(string cell) =>
            Tabel.Lines(cell) is var lines && lines.All(l => l.ErPunkt)
                ? Bullets(lines.Select(l => l.Tekst))
                : string.Concat(lines.Select(l => $"<text:p>{E(l.ErPunkt ? "- " + l.Tekst : l.Tekst)}</text:p>"));
    }

    /// <summary>A sheet a top heading, a cell a line, a blank row between.</summary>
    private static byte[] Xlsx(Dokument dokument)
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new S.Workbook();
            var sheets = part.Workbook.AppendChild(new S.Sheets());
            S.SheetData? data = null;
            uint row = 0,
                id = 0;
            foreach (var stykke in dokument.Stykker)
            {
                if (data is null || stykke is Overskrift { Niveau: 2 })
                {
                    var sheet = part.AddNewPart<WorksheetPart>();
                    data = new S.SheetData();
                    sheet.Worksheet = new S.Worksheet(data);
                    var name = stykke is Overskrift { Niveau: 2 } o ? o.Tekst : "Forside";
                    sheets.Append(
                        new S.Sheet
                        {
                            Id = part.GetIdOfPart(sheet),
                            SheetId = ++id,
                            Name = name[..Math.Min(31, name.Length)],
                        }
                    );
                    row = 0;
                    if (stykke is Overskrift { Niveau: 2 })
                    {
                        continue;
                    }
                }

                foreach (var cells in Rows(stykke))
                {
                    row++;
                    data.Append(new S.Row(cells.Select((c, i) => Cell(c, i, row))) { RowIndex = row });
                }

                row++;
            }
        }

        return stream.ToArray();

        static IEnumerable<string[]> Rows(Stykke stykke) =>
            stykke switch
            {
                Overskrift o =>
                [
                    [o.Tekst],
                ],
                Afsnit a =>
                [
                    [a.Tekst],
                ],
                Liste l => l.Lines("-").Select(p => new[] { p }),
                Tabel t => t.MedLinjer,
                _ => [],
            };

        static S.Cell Cell(string text, int column, uint row) =>
            new(new S.InlineString(new S.Text(text)))
            {
                CellReference = $"{(char)('A' + column)}{row}",
                DataType = S.CellValues.InlineString,
            };
    }

    private static byte[] Csv(Dokument dokument)
    {
        var width = dokument.Stykker.OfType<Tabel>().SelectMany(t => t.Raekker).Max(r => r.Length);
        var lines = dokument
            .Stykker.SelectMany(s =>
                s switch
                {
                    Tabel t => t.MedLinjer,
                    Overskrift o =>
                    [
                        [o.Tekst],
                    ],
                    Afsnit a =>
                    [
                        [a.Tekst],
                    ],
                    _ => Enumerable.Empty<string[]>(),
                }
            )
            .Select(r => string.Join(';', Enumerable.Range(0, width).Select(i => Quoted(i < r.Length ? r[i] : ""))));
        var text = string.Join("\r\n", lines) + "\r\n";
        return [.. text.Select(c => (byte)c)];

        static string Quoted(string cell) =>
            cell.Contains(';') || cell.Contains('"') || cell.Contains(',') || cell.Contains('\n')
                ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : cell;
    }
}
