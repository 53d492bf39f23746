using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Diagram.Svg;
using Body = DocumentFormat.OpenXml.Wordprocessing.Body;
using Picture = Effektkaeder.Diagram.Svg.Picture;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// The appendix that an agreement asks for, "effektkæder for hvert bidrag": a page for each chain, as PDF, or as a Word document
/// whose words can be worked on.
/// </summary>
public static class Bilag
{
    /// <summary>How broad the boxes of a chain are: as broad as letters that can be read leave room for on the sheet.</summary>
    private static readonly double[] BoxWidths = [Theme.BoxWidth, 176, 148, 134];

    public static byte[] Pdf(IReadOnlyList<Picture> kaeder, PageSize page) =>
        Raster.Engine.Pdf([.. kaeder.SelectMany(k => Pages(k, page))]);

    /// <summary>
    /// A chain with its lists on one sheet, where that can be read; with narrower boxes where that makes it so; else on more sheets.
    /// </summary>
    internal static IReadOnlyList<Page> Pages(Picture kaede, PageSize page)
    {
        IReadOnlyList<Page> pages = [];
        foreach (var drawing in Forms(kaede))
        {
            pages = Sheets.Of(drawing, page);
            if (pages.Count == 1)
            {
                break;
            }
        }

        return pages;
    }

    private static IEnumerable<Svg.Drawing> Forms(Picture kaede) =>
        BoxWidths.Select((width, i) => SvgRenderer.Render(i == 0 ? kaede : kaede.Narrowed(width)));

    /// <summary>Each chain as a picture under a heading, and its lists as a table of text.</summary>
    /// <param name="titel">Of the document.</param>
    public static byte[] Docx(IReadOnlyList<Picture> kaeder, string titel)
    {
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            BilagStil.Add(main);
            var body = new Body();
            body.Append(BilagStil.Paragraph(titel, "Title"));
            for (var i = 0; i < kaeder.Count; i++)
            {
                Chain(main, body, kaeder[i], (uint)i);
            }

            body.Append(BilagStil.LyingA4());
            main.Document = new Document(body);
            var core = document.AddCoreFilePropertiesPart();
            using (var properties = new MemoryStream(Encoding.UTF8.GetBytes(BilagStil.Properties(titel))))
            {
                core.FeedData(properties);
            }

            // Else ids of chance.
            document.ChangeIdOfPart(main, "document");
            document.ChangeIdOfPart(core, "core");
        }

        return Timeless(written);
    }

    /// <summary>The same package without the time it was written: the same chains give the same bytes.</summary>
    private static byte[] Timeless(MemoryStream package)
    {
        using var timeless = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read))
        using (var to = new ZipArchive(timeless, ZipArchiveMode.Create))
        {
            foreach (
                var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return timeless.ToArray();
    }

    private static void Chain(MainDocumentPart main, Body body, Picture kaede, uint number)
    {
        body.Append(BilagStil.Paragraph(kaede.Caption.Title, "Heading1", newPage: number > 0));
        body.Append(BilagStil.Paragraph(kaede.Caption.Description, "Normal"));
        var forms = Forms(kaede with { Lists = [] }).ToList();
        var drawing = forms.Find(BilagStil.IsReadable) ?? forms[^1];
        var image = main.AddImagePart(ImagePartType.Png, $"kaede{number}");
        using (var png = new MemoryStream(Raster.Png(drawing)))
        {
            image.FeedData(png);
        }

        body.Append(BilagStil.Picture($"kaede{number}", number + 1, kaede.Caption, drawing));
        if (kaede.Lists.Count > 0)
        {
            body.Append(BilagStil.Table(kaede.Lists));
        }
    }
}
