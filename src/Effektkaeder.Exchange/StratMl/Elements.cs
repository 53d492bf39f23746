using System.Xml;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange.StratMl;

/// <summary>Elements of one namespace, their text clean; what holds nothing is left out.</summary>
internal sealed class Elements(XmlWriter xml, string space)
{
    private readonly HashSet<string> _identified = new(StringComparer.Ordinal);

    public IDisposable Open(string name)
    {
        xml.WriteStartElement(name, space);
        return new Closing(xml);
    }

    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Always(name, text);
        }
    }

    /// <summary>An element that must be there, whether it holds anything or not.</summary>
    public void Always(string name, string text) => xml.WriteElementString(name, space, XmlText.Clean(text));

    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    public bool IsNew(Node node) => !_identified.Contains(node.Key);

    /// <summary>An xsd:ID stands once in a document; the second time a node is told it has none.</summary>
    public string? Id(Node node) => _identified.Add(node.Key) ? XmlConvert.EncodeLocalName(node.Key.Replace('/', '.')) : null;

    private sealed class Closing(XmlWriter xml) : IDisposable
    {
        public void Dispose() => xml.WriteEndElement();
    }
}
