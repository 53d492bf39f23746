using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Effektkaeder.Exchange.Rapporter;

/// <summary>
/// A report as a Word document with headings that make its outline, and tables whose head comes again on each page. The package holds no
/// time and no chance: the same report gives the same bytes.
/// </summary>
/// <remarks>Source: ECMA-376, part 1 (WordprocessingML) and part 2 (packages).</remarks>
public static class RapportDocx
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        Package = "http://schemas.openxmlformats.org/package/2006/",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        Media = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>In twentieths of a point: A4 with margins of 2 cm.</summary>
    private const int Long = 16838,
        Short = 11906,
        Margin = 1134;

    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Rapport rapport)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", ContentTypes);
            Part(zip, "_rels/.rels", x => Relations(x, ("officeDocument", "word/document.xml")));
            Part(zip, "word/_rels/document.xml.rels", x => Relations(x, ("styles", "styles.xml"), ("numbering", "numbering.xml")));
            Part(zip, "word/numbering.xml", Numbering);
            Part(zip, "word/styles.xml", Styles);
            Part(zip, "word/document.xml", x => Document(x, rapport));
        }

        return package.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Timeless;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void ContentTypes(XmlWriter x)
    {
        x.WriteStartElement("Types", Package + "content-types");
        foreach (
            var (extension, type) in new[]
            {
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            x.WriteStartElement("Default");
            x.WriteAttributeString("Extension", extension);
            x.WriteAttributeString("ContentType", type);
            x.WriteEndElement();
        }

        foreach (
            var (part, type) in new[]
            {
                ("/word/document.xml", "document.main+xml"),
                ("/word/styles.xml", "styles+xml"),
                ("/word/numbering.xml", "numbering+xml"),
            }
        )
        {
            x.WriteStartElement("Override");
            x.WriteAttributeString("PartName", part);
            x.WriteAttributeString("ContentType", Media + type);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    private static void Relations(XmlWriter x, params (string Type, string Target)[] relations)
    {
        x.WriteStartElement("Relationships", Package + "relationships");
        for (var i = 0; i < relations.Length; i++)
        {
            x.WriteStartElement("Relationship");
            x.WriteAttributeString("Id", $"r{i + 1}");
            x.WriteAttributeString("Type", Office + relations[i].Type);
            x.WriteAttributeString("Target", relations[i].Target);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    /// <summary>One kind of list, with bullets on two levels.</summary>
    private static void Numbering(XmlWriter x)
    {
        x.WriteStartElement("w", "numbering", W);
        x.WriteStartElement("abstractNum", W);
        Attribute(x, "abstractNumId", "0");
        for (var level = 0; level < 2; level++)
        {
            x.WriteStartElement("lvl", W);
            Attribute(x, "ilvl", $"{level}");
            Value(x, "start", "1");
            Value(x, "numFmt", "bullet");
            Value(x, "lvlText", "•");
            x.WriteStartElement("pPr", W);
            x.WriteStartElement("ind", W);
            Attribute(x, "left", $"{360 * (level + 1)}");
            Attribute(x, "hanging", "360");
            x.WriteEndElement();
            x.WriteEndElement();
            x.WriteEndElement();
        }

        x.WriteEndElement();
        x.WriteStartElement("num", W);
        Attribute(x, "numId", "1");
        Value(x, "abstractNumId", "0");
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static void Styles(XmlWriter x)
    {
        x.WriteStartElement("w", "styles", W);
        Style(x, "Normal", "Normal", 22, null, false, true);
        Style(x, "Title", "Title", 36, null, true, false);
        Style(x, "Subtitle", "Subtitle", 20, null, false, false);
        Style(x, "Heading1", "heading 1", 28, 0, true, false);
        Style(x, "Heading2", "heading 2", 24, 1, true, false);
        x.WriteEndElement();
    }

    private static void Style(XmlWriter x, string id, string name, int halfPoints, int? outline, bool bold, bool isDefault)
    {
        x.WriteStartElement("style", W);
        Attribute(x, "type", "paragraph");
        if (isDefault)
        {
            Attribute(x, "default", "1");
        }

        Attribute(x, "styleId", id);
        Value(x, "name", name);
        x.WriteStartElement("pPr", W);
        if (outline is not null)
        {
            x.WriteStartElement("keepNext", W);
            x.WriteEndElement();
        }

        x.WriteStartElement("spacing", W);
        Attribute(x, "before", outline is null ? "0" : "240");
        Attribute(x, "after", "80");
        x.WriteEndElement();
        if (outline is { } level)
        {
            Value(x, "outlineLvl", $"{level}");
        }

        x.WriteEndElement();
        x.WriteStartElement("rPr", W);
        if (bold)
        {
            x.WriteStartElement("b", W);
            x.WriteEndElement();
        }

        Value(x, "sz", $"{halfPoints}");
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static void Document(XmlWriter x, Rapport rapport)
    {
        x.WriteStartElement("w", "document", W);
        x.WriteStartElement("body", W);
        Paragraph(x, "Title", rapport.Titel);
        Paragraph(x, "Subtitle", rapport.Undertitel);
        foreach (var part in rapport.Dele)
        {
            switch (part)
            {
                case Overskrift heading:
                    Paragraph(x, $"Heading{Math.Clamp(heading.Niveau, 1, 2)}", heading.Tekst);
                    break;
                case Afsnit paragraph:
                    Lines(x, paragraph.Tekst);
                    break;
                case Tabel table:
                    Table(x, table, (rapport.ErLiggende ? Long : Short) - (2 * Margin));
                    Paragraph(x, "Normal", "");
                    break;
            }
        }

        x.WriteStartElement("sectPr", W);
        x.WriteStartElement("pgSz", W);
        Attribute(x, "w", $"{(rapport.ErLiggende ? Long : Short)}");
        Attribute(x, "h", $"{(rapport.ErLiggende ? Short : Long)}");
        if (rapport.ErLiggende)
        {
            Attribute(x, "orient", "landscape");
        }

        x.WriteEndElement();
        x.WriteStartElement("pgMar", W);
        foreach (
            var (side, size) in new[]
            {
                ("top", Margin),
                ("right", Margin),
                ("bottom", Margin),
                ("left", Margin),
                ("header", 567),
                ("footer", 567),
                ("gutter", 0),
            }
        )
        {
            Attribute(x, side, $"{size}");
        }

        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static void Table(XmlWriter x, Tabel table, int width)
    {
        x.WriteStartElement("tbl", W);
        x.WriteStartElement("tblPr", W);
        x.WriteStartElement("tblW", W);
        Attribute(x, "w", $"{width}");
        Attribute(x, "type", "dxa");
        x.WriteEndElement();
        x.WriteStartElement("tblBorders", W);
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            x.WriteStartElement(side, W);
            Attribute(x, "val", "single");
            Attribute(x, "sz", "4");
            Attribute(x, "space", "0");
            Attribute(x, "color", "999999");
            x.WriteEndElement();
        }

        x.WriteEndElement();
        x.WriteEndElement();
        x.WriteStartElement("tblGrid", W);
        var columns = table.Andele.Select(a => (int)(a * width)).ToList();
        foreach (var column in columns)
        {
            x.WriteStartElement("gridCol", W);
            Attribute(x, "w", $"{column}");
            x.WriteEndElement();
        }

        x.WriteEndElement();
        if (table.Hoveder.Count > 0)
        {
            Row(x, table.Hoveder, columns, isHead: true);
        }

        foreach (var row in table.Raekker)
        {
            Row(x, row, columns, isHead: false);
        }

        x.WriteEndElement();
    }

    private static void Row(XmlWriter x, IReadOnlyList<string> cells, List<int> columns, bool isHead)
    {
        x.WriteStartElement("tr", W);
        if (isHead)
        {
            x.WriteStartElement("trPr", W);
            x.WriteStartElement("tblHeader", W);
            x.WriteEndElement();
            x.WriteEndElement();
        }

        foreach (var (cell, width) in cells.Zip(columns))
        {
            x.WriteStartElement("tc", W);
            x.WriteStartElement("tcPr", W);
            x.WriteStartElement("tcW", W);
            Attribute(x, "w", $"{width}");
            Attribute(x, "type", "dxa");
            x.WriteEndElement();
            x.WriteEndElement();
            Lines(x, cell, isHead);
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    /// <summary>A paragraph a line; a line that begins with "- " is an item of a list, indented an item of the one above.</summary>
    private static void Lines(XmlWriter x, string text, bool bold = false)
    {
        foreach (var line in text.Split('\n'))
        {
            var item = line.TrimStart();
            if (item.StartsWith("- ", StringComparison.Ordinal))
            {
                Paragraph(x, "Normal", item[2..], bold, level: item.Length < line.Length ? 1 : 0);
            }
            else
            {
                Paragraph(x, "Normal", line, bold);
            }
        }
    }

    private static void Paragraph(XmlWriter x, string style, string text, bool bold = false, int? level = null)
    {
        x.WriteStartElement("p", W);
        x.WriteStartElement("pPr", W);
        Value(x, "pStyle", style);
        if (level is { } depth)
        {
            x.WriteStartElement("numPr", W);
            Value(x, "ilvl", $"{depth}");
            Value(x, "numId", "1");
            x.WriteEndElement();
        }

        x.WriteEndElement();
        if (text.Length > 0)
        {
            x.WriteStartElement("r", W);
            if (bold)
            {
                x.WriteStartElement("rPr", W);
                x.WriteStartElement("b", W);
                x.WriteEndElement();
                x.WriteEndElement();
            }

            x.WriteStartElement("t", W);
            x.WriteAttributeString("xml", "space", null, "preserve");
            x.WriteString(string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
            x.WriteEndElement();
            x.WriteEndElement();
        }

        x.WriteEndElement();
    }

    private static void Value(XmlWriter x, string element, string value)
    {
        x.WriteStartElement(element, W);
        Attribute(x, "val", value);
        x.WriteEndElement();
    }

    private static void Attribute(XmlWriter x, string name, string value) => x.WriteAttributeString("w", name, W, value);
}
