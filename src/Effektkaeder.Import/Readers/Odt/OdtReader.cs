using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Effektkaeder.Import.Readers.Blocks;
using Effektkaeder.Import.Syntax;

namespace Effektkaeder.Import.Readers.Odt;

/// <summary>
/// An OpenDocument text to blocks: the file's own XML says all. Deleted text, notes' marks and tables of contents are left out.
/// </summary>
internal sealed class OdtReader
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

    private readonly HashSet<string> _bold = [];
    private readonly HashSet<string> _ordered = [];
    private int _line;
    private int _tables;

    internal static IReadOnlyList<Block> Read(ZipArchive archive, long maxXml, out int lines)
    {
        var reader = new OdtReader();
        lines = 0;
        if (Part(archive, "content.xml", maxXml) is not { Root: { } root })
        {
            return [];
        }

        reader.Learn(root);
        if (Part(archive, "styles.xml", maxXml)?.Root is { } styles)
        {
            reader.Learn(styles);
        }

        var builder = new BlockBuilder();
        foreach (var body in root.Elements(Office + "body").Elements(Office + "text"))
        {
            reader.Blocks(body, builder, false, default);
        }

        lines = reader._line;
        return builder.Take();
    }

    private static XDocument? Part(ZipArchive archive, string name, long maxXml)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var xml = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = maxXml,
            }
        );
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    private void Learn(XElement root)
    {
        foreach (var style in root.Descendants(Style + "style"))
        {
            if (
                style.Elements(Style + "text-properties").Any(p => p.Attribute(Fo + "font-weight")?.Value == "bold")
                && Name(style) is { } name
            )
            {
                _bold.Add(name);
            }
        }

        foreach (var list in root.Descendants(Text + "list-style"))
        {
            if (list.Elements().FirstOrDefault()?.Name == Text + "list-level-style-number" && Name(list) is { } name)
            {
                _ordered.Add(name);
            }
        }

        static string? Name(XElement style) => style.Attribute(Style + "name")?.Value;
    }

    private void Blocks(XElement parent, BlockBuilder builder, bool inCell, Place cell)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name == Text + "h")
            {
                _line++;
                var level = int.TryParse(
                    child.Attribute(Text + "outline-level")?.Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var n
                )
                    ? Math.Clamp(n, 1, 6)
                    : 1;
                builder.Heading(level, Words(child), cell with { Line = _line });
            }
            else if (child.Name == Text + "p")
            {
                _line++;
                builder.Paragraph(Words(child), cell with { Line = _line }, IsBold(child));
            }
            else if (child.Name == Text + "list")
            {
                List(child, builder, 0, _ordered.Contains(child.Attribute(Text + "style-name")?.Value ?? ""), cell);
            }
            else if (child.Name == Tables + "table" && !inCell)
            {
                if (Table(child) is { } table)
                {
                    builder.Add(table);
                }
            }
            else if (child.Name == Text + "section" || child.Name == Tables + "table")
            {
                Blocks(child, builder, inCell, cell);
            }
        }
    }

    private void List(XElement list, BlockBuilder builder, int depth, bool ordered, Place cell)
    {
        foreach (var child in list.Elements(Text + "list-item").Elements())
        {
            if (child.Name == Text + "list")
            {
                List(child, builder, depth + 1, ordered, cell);
            }
            else if (child.Name == Text + "h")
            {
                Blocks(new XElement("alene", child), builder, false, cell);
            }
            else if (child.Name == Text + "p")
            {
                _line++;
                builder.Item(depth, ordered, Words(child), cell with { Line = _line });
            }
        }
    }

    private TableBlock? Table(XElement table)
    {
        _tables++;
        var grid = new Grid(_tables);
        foreach (var row in table.Descendants(Tables + "table-row").Where(r => r.Ancestors(Tables + "table").First() == table))
        {
            grid.Row(new Place(_line + 1));
            foreach (var cell in row.Elements(Tables + "table-cell"))
            {
                for (var n = Math.Min(Number(cell, "number-columns-repeated"), 64); n > 0; n--)
                {
                    var place = grid.Next(new Place(_line + 1));
                    var builder = new BlockBuilder(inCell: true);
                    Blocks(cell, builder, true, place);
                    grid.Cell(
                        builder.Take(),
                        place,
                        cell.Value.Trim(),
                        Number(cell, "number-rows-spanned"),
                        Number(cell, "number-columns-spanned")
                    );
                }
            }
        }

        return grid.Build();
    }

    private static int Number(XElement cell, string name) =>
        int.TryParse(cell.Attribute(Tables + name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Max(1, n) : 1;

    private bool IsBold(XElement paragraph) =>
        _bold.Contains(paragraph.Attribute(Text + "style-name")?.Value ?? "")
        || (
            paragraph.Nodes().Any()
            && paragraph.Nodes().All(n => n is XElement span && _bold.Contains(span.Attribute(Text + "style-name")?.Value ?? ""))
        );

    private static string Words(XElement paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return text.ToString();
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement child)
            {
                if (child.Name == Text + "line-break")
                {
                    text.Append('\n');
                }
                else if (child.Name == Text + "s" || child.Name == Text + "tab")
                {
                    text.Append(' ');
                }
                else if (child.Name != Text + "note" && child.Name != Office + "annotation")
                {
                    Append(child, text);
                }
            }
        }
    }
}
