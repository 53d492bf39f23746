using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Effektkaeder.Diagram.Svg;
using A = DocumentFormat.OpenXml.Drawing;
using Caption = Effektkaeder.Diagram.Svg.Caption;
using Drawing = Effektkaeder.Diagram.Svg.Drawing;
using GridColumn = DocumentFormat.OpenXml.Wordprocessing.GridColumn;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Effektkaeder.Diagram.Export;

/// <summary>What the appendix is made of as a Word document: styles, headings, pictures, tables of text (ECMA-376, part 1).</summary>
internal static class BilagStil
{
    /// <summary>English Metric Units: 914,400 an inch.</summary>
    private const long EmuAPoint = 12700;

    /// <summary>A4 lying, with the margins of other sheets, in twentieths of a point.</summary>
    private const int Long = 16838,
        Short = 11906,
        Margin = 560;

    /// <summary>The height of a picture that leaves room for words under it, and of one that has the page for itself, in points.</summary>
    private const double WithWords = 300,
        HighestPicture = 400;

    private static double Room => (Long - 2 * Margin) / 20.0;

    public static void Add(MainDocumentPart main) =>
        main.AddNewPart<StyleDefinitionsPart>("styles").Styles = new Styles(
            Style("Normal", "Normal", 18, bold: false, isDefault: true),
            Style("Title", "Title", 36, bold: true),
            Style("Heading1", "heading 1", 28, bold: true),
            Style("Heading2", "heading 2", 20, bold: true)
        );

    /// <summary>The document's title, where readers and screen readers look for it (ECMA-376, part 2, section 11).</summary>
    public static string Properties(string titel) =>
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{SvgText.Escape(titel)}</dc:title></cp:coreProperties>";

    public static Paragraph Paragraph(string text, string style, bool newPage = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (newPage)
        {
            properties.Append(new PageBreakBefore());
        }

        return new(properties, new Run(new Words(Drawn.OneLine(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    public static SectionProperties LyingA4() =>
        new(
            new DocumentFormat.OpenXml.Wordprocessing.PageSize
            {
                Width = Long,
                Height = Short,
                Orient = PageOrientationValues.Landscape,
            },
            new PageMargin
            {
                Top = Margin,
                Bottom = Margin,
                Left = Margin,
                Right = Margin,
                Header = 400,
                Footer = 400,
                Gutter = 0,
            }
        );

    /// <summary>Three lists side by side in a table without lines.</summary>
    public static Table Table(IReadOnlyList<TextList> lists)
    {
        const int Columns = 3;
        var width = ((Long - 2 * Margin) / Columns).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var table = new Table(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }),
            new TableGrid(Enumerable.Range(0, Columns).Select(_ => new GridColumn { Width = width }))
        );
        foreach (var row in lists.Chunk(Columns))
        {
            var cells = row.Select(List)
                .Concat(Enumerable.Repeat(0, Columns - row.Length).Select(_ => new TableCell(Paragraph("", "Normal"))));
            table.Append(new TableRow(cells));
        }

        return table;
    }

    private static TableCell List(TextList list)
    {
        var cell = new TableCell(Paragraph(list.Title, "Heading2"));
        foreach (var item in list.Items)
        {
            cell.Append(Paragraph(item.Caption is null ? item.Full : $"{item.Caption}. {item.Full}", "Normal"));
        }

        return cell;
    }

    /// <summary>Whether the picture's letters can be read on the page.</summary>
    public static bool IsReadable(Drawing drawing) => Scale(drawing) >= LeastScale;

    private static double LeastScale => PageSize.A4.LeastText / Theme.SmallSize;

    /// <summary>
    /// Points for a unit of the drawing: as broad as the page, or as high as leaves room for the words; but rather the words on the next
    /// page than letters that cannot be read.
    /// </summary>
    private static double Scale(Drawing drawing) =>
        Math.Min(Math.Min(Room / drawing.Width, HighestPicture / drawing.Height), Math.Max(WithWords / drawing.Height, LeastScale));

    /// <summary>A picture at its scale.</summary>
    public static Paragraph Picture(string relation, uint id, Caption caption, Drawing drawing)
    {
        var scale = Scale(drawing);
        var (width, height) = ((long)(drawing.Width * scale * EmuAPoint), (long)(drawing.Height * scale * EmuAPoint));
        var shape = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = id, Name = relation },
                new Pic.NonVisualPictureDrawingProperties()
            ),
            new Pic.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
            )
        );
        var inline = new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties
            {
                Id = id,
                Name = relation,
                Description = Drawn.OneLine($"{caption.Title}. {caption.Description}"),
            },
            new A.Graphic(new A.GraphicData(shape) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        return new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(inline)));
    }

    /// <param name="size">In half points.</param>
    private static Style Style(string id, string name, int size, bool bold, bool isDefault = false)
    {
        var run = new StyleRunProperties(new RunFonts { Ascii = "Arial", HighAnsi = "Arial" });
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = size.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return new(
            new StyleName { Val = name },
            new StyleParagraphProperties(
                new KeepNext { Val = bold },
                new SpacingBetweenLines { Before = bold ? "120" : "0", After = "80" }
            ),
            run
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault,
        };
    }
}
