using System.Globalization;
using System.Xml;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>
/// GEXF 1.2 (https://gexf.net/schema.html), which Gephi and NetworkX read: attributes, labels, weights by certainty. Ids are keys.
/// </summary>
public static class Gexf
{
    private const string Namespace = "http://www.gexf.net/1.2draft";

    public static void Write(Graf graf, Stream output)
    {
        using var xml = XmlText.Writer(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.2");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "static");
        xml.WriteAttributeString("defaultedgetype", "directed");
        Declare(xml, "node", Attributes.Nodes);
        Declare(xml, "edge", Attributes.Edges);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in graf.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", XmlText.Clean(node.Key));
            xml.WriteAttributeString("label", XmlText.Clean(node.Titel));
            Values(xml, Attributes.Nodes, node);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (var edge in graf.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", XmlText.Clean(edge.Key));
            xml.WriteAttributeString("source", XmlText.Clean(edge.From));
            xml.WriteAttributeString("target", XmlText.Clean(edge.To));
            xml.WriteAttributeString("label", edge.Type.Info().Navn);
            xml.WriteAttributeString("weight", edge.Tillid.ToString(CultureInfo.InvariantCulture));
            Values(xml, Attributes.Edges, edge);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Declare<T>(XmlWriter xml, string of, IReadOnlyList<Attribute<T>> attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        foreach (var a in attributes)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", a.Name);
            xml.WriteAttributeString("title", a.Name);
            xml.WriteAttributeString("type", a.Type == "int" ? "integer" : a.Type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, IReadOnlyList<Attribute<T>> attributes, T element)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var a in attributes)
        {
            if (a.Value(element) is not { } value)
            {
                continue;
            }

            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", a.Name);
            xml.WriteAttributeString("value", XmlText.Clean(Attributes.Text(value)));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
