using System.Xml;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>GraphML (http://graphml.graphdrawing.org/specification.html): what yEd, Gephi and NetworkX read. Ids are keys.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static void Write(Graf graf, Stream output)
    {
        using var xml = XmlText.Writer(output);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        foreach (var a in Attributes.Nodes)
        {
            Key(xml, a.Name, "node", a.Type);
        }

        foreach (var a in Attributes.Edges)
        {
            Key(xml, a.Name, "edge", a.Type);
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "effektkaeder");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graf.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", XmlText.Clean(node.Key));
            foreach (var a in Attributes.Nodes)
            {
                Data(xml, a.Name, a.Value(node));
            }

            xml.WriteEndElement();
        }
        foreach (var edge in graf.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", XmlText.Clean(edge.From));
            xml.WriteAttributeString("target", XmlText.Clean(edge.To));
            foreach (var a in Attributes.Edges)
            {
                Data(xml, a.Name, a.Value(edge));
            }

            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Key(XmlWriter xml, string name, string of, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", name);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, object? value)
    {
        if (value is null)
        {
            return;
        }

        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlText.Clean(Attributes.Text(value)));
        xml.WriteEndElement();
    }
}
