using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>Elements as Cytoscape.js takes them (https://js.cytoscape.org/#notation/elements-json). Ids are keys.</summary>
public static class CytoscapeJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }; // a file, never part of a page

    public static void Write(Graf graf, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteStartObject("elements");
            json.WriteStartArray("nodes");
            foreach (var node in graf.Nodes)
            {
                Element(json, () => json.WriteString("id", node.Key), Attributes.Nodes, node);
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in graf.Edges)
            {
                Element(
                    json,
                    () =>
                    {
                        json.WriteString("id", edge.Key);
                        json.WriteString("source", edge.From);
                        json.WriteString("target", edge.To);
                        json.WriteString("label", edge.Type.Info().Navn);
                    },
                    Attributes.Edges,
                    edge
                );
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Element<T>(Utf8JsonWriter json, Action identity, IReadOnlyList<Attribute<T>> attributes, T element)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        identity();
        foreach (var a in attributes)
        {
            switch (a.Value(element))
            {
                case null:
                    break;
                case bool value:
                    json.WriteBoolean(a.Name, value);
                    break;
                case int value:
                    json.WriteNumber(a.Name, value);
                    break;
                case double value:
                    json.WriteNumber(a.Name, value);
                    break;
                case var value:
                    json.WriteString(a.Name, value.ToString());
                    break;
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
