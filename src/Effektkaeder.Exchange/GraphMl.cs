using System.Globalization;
using System.Text;
using System.Xml;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>GraphML (http://graphml.graphdrawing.org/specification.html): what yEd, Gephi and NetworkX read. Ids are keys.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type, Func<Node, object?>? Node, Func<Edge, object?>? Edge)[] Keys =
    [
        ("kind", "node", "string", n => n.Kind.Info().Code, null),
        ("label", "node", "string", n => n.Titel, null),
        ("text", "node", "string", n => n.Indhold.Tekst, null),
        ("level", "node", "int", n => n.Level, null),
        ("kommune", "node", "string", n => n.Kommune, null),
        ("centre", "node", "string", n => n.Vist.Center, null),
        ("henvist", "node", "boolean", n => n.Henvist, null),
        ("type", "edge", "string", null, e => e.Type.Info().Code),
        ("art", "edge", "string", null, e => e.Art?.ToString().ToLowerInvariant()),
        ("ground", "edge", "string", null, e => e.Grund?.ToString().ToLowerInvariant()),
        ("certainty", "edge", "double", null, e => e.Tillid),
    ];

    public static void Write(Graf graf, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        foreach (var key in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", key.Id);
            xml.WriteAttributeString("for", key.For);
            xml.WriteAttributeString("attr.name", key.Id);
            xml.WriteAttributeString("attr.type", key.Type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "effektkaeder");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graf.Noder)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Clean(node.Key));
            foreach (var key in Keys.Where(k => k.Node is not null)) Data(xml, key.Id, key.Node!(node));
            xml.WriteEndElement();
        }
        foreach (var edge in graf.Kanter)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", Clean(edge.From));
            xml.WriteAttributeString("target", Clean(edge.To));
            foreach (var key in Keys.Where(k => k.Edge is not null)) Data(xml, key.Id, key.Edge!(edge));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Data(XmlWriter xml, string key, object? value)
    {
        if (value is null) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value switch
        {
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        }));
        xml.WriteEndElement();
    }

    /// <summary>XML 1.0 has no way to write most control characters; a text that holds one loses it.</summary>
    private static string Clean(string text) => text.All(IsXml) ? text : string.Concat(text.Where(IsXml));

    private static bool IsXml(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
