using System.Text;
using System.Xml;
using Effektkaeder.Diagram.Svg;

namespace Effektkaeder.Diagram.Export;

/// <summary>
/// A picture as draw.io reads it (mxGraphModel, https://www.drawio.com/doc/faq/diagram-source-edit): boxes and lanes where the
/// layout put them, in the picture's colours, and lines that follow their boxes when these are moved.
/// </summary>
public static class DrawIo
{
    private const string LaneStyle =
        "rounded=1;arcSize=2;fillColor=#F6F7F8;strokeColor=#D5D9DD;align=left;"
        + "verticalAlign=top;fontStyle=1;spacingLeft=8;html=0;whiteSpace=wrap;";

    public static string Write(Picture picture)
    {
        var labels = BoxLabel.All(picture);
        var layout = PictureLayout.Place(picture, labels);
        var text = new StringBuilder();
        using (
            var xml = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    Indent = true,
                    NewLineChars = "\n",
                    OmitXmlDeclaration = true,
                }
            )
        )
        {
            xml.WriteStartElement("mxfile");
            xml.WriteAttributeString("host", "effektkaeder");
            xml.WriteStartElement("diagram");
            xml.WriteAttributeString("id", "effektkaeder");
            xml.WriteAttributeString("name", Drawn.OneLine(picture.Caption.Title));
            xml.WriteStartElement("mxGraphModel");
            foreach (
                var (name, value) in new[]
                {
                    ("dx", layout.Width),
                    ("dy", layout.Height),
                    ("grid", 0),
                    ("page", 0),
                    ("pageWidth", layout.Width),
                    ("pageHeight", layout.Height),
                }
            )
            {
                xml.WriteAttributeString(name, value.Invariant());
            }

            xml.WriteStartElement("root");
            Cell(xml, "0", null);
            Cell(xml, "1", "0");
            var titles = picture.Lanes.ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
            for (var i = 0; i < layout.Lanes.Count; i++)
            {
                var (lane, box) = layout.Lanes[i];
                Vertex(xml, $"lane{i}", titles.GetValueOrDefault(lane ?? "", ""), LaneStyle, box.X, box.Y, box.Width, box.Height);
            }
            var ids = picture.Boxes.Select((b, i) => (b.Id, Cell: $"n{i}")).ToDictionary(p => p.Id, p => p.Cell, StringComparer.Ordinal);
            for (var i = 0; i < picture.Boxes.Count; i++)
            {
                var (box, place) = (picture.Boxes[i], layout.Nodes[i].Box);
                Vertex(
                    xml,
                    $"n{i}",
                    string.Join('\n', new[] { box.Caption, box.Text, box.Note }.OfType<string>().Where(t => t.Length > 0)),
                    Style(box),
                    place.X,
                    place.Y,
                    place.Width,
                    place.Height
                );
            }
            for (var i = 0; i < picture.Lines.Count; i++)
            {
                Line(xml, $"e{i}", picture.Lines[i], ids);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static string Style(Box box)
    {
        var surface = Theme.SurfaceOf(box);
        return box.IsJunction
            ? "ellipse;fillColor=#6B7785;strokeColor=none;"
            : $"rounded=1;arcSize=8;whiteSpace=wrap;html=0;align=left;spacingLeft=8;spacingRight=4;fontSize=11;fontFamily=DejaVu "
                + $"Sans;fontColor={surface.Ink.Light};fillColor={surface.Fill.Light};strokeColor={surface.Edge.Light};"
                + (box.Marks.Contains("ghost") || box.Marks.Contains("m-removed") ? "dashed=1;" : "")
                + (box.Marks.Any(m => m.StartsWith("m-", StringComparison.Ordinal)) ? "strokeWidth=3;" : "");
    }

    private static void Line(XmlWriter xml, string id, Line line, Dictionary<string, string> ids)
    {
        xml.WriteStartElement("mxCell");
        foreach (
            var (name, value) in new[]
            {
                ("id", id),
                ("edge", "1"),
                ("parent", "1"),
                ("source", ids[line.From]),
                ("target", ids[line.To]),
                (
                    "style",
                    line.IsCoupling && !IsAside(line)
                        ? "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=none;dashed=1;strokeColor=#A8005C;strokeWidth=1.5;"
                        : "edgeStyle=entityRelationEdgeStyle;rounded=1;endArrow=none;strokeColor=#7B8794;"
                            + (line.Style == "weak" || IsAside(line) ? "dashed=1;" : "")
                ),
            }
        )
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteStartElement("mxGeometry");
        xml.WriteAttributeString("relative", "1");
        xml.WriteAttributeString("as", "geometry");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static bool IsAside(Line line) => line.Style.StartsWith("aside", StringComparison.Ordinal);

    private static void Vertex(XmlWriter xml, string id, string text, string style, double x, double y, double width, double height)
    {
        xml.WriteStartElement("mxCell");
        foreach (
            var (name, value) in new[]
            {
                ("id", id),
                ("value", string.Join('\n', text.Split('\n').Select(Drawn.OneLine))),
                ("style", style),
                ("vertex", "1"),
                ("parent", "1"),
            }
        )
        {
            xml.WriteAttributeString(name, value);
        }

        xml.WriteStartElement("mxGeometry");
        foreach (var (name, value) in new[] { ("x", x), ("y", y), ("width", width), ("height", height) })
        {
            xml.WriteAttributeString(name, value.Invariant());
        }

        xml.WriteAttributeString("as", "geometry");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string id, string? parent)
    {
        xml.WriteStartElement("mxCell");
        xml.WriteAttributeString("id", id);
        if (parent is not null)
        {
            xml.WriteAttributeString("parent", parent);
        }

        xml.WriteEndElement();
    }
}
