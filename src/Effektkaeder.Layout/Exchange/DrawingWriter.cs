using System.Text.Json;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.Exchange;

/// <summary>Writes the exchange's drawing; lengths to a thousandth.</summary>
internal static class DrawingWriter
{
    public static void Write(Utf8JsonWriter json, LayoutResult drawing, double milliseconds)
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in drawing.Nodes)
        {
            Box(json, node.Id, node.Box);
        }

        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in drawing.Edges)
        {
            json.WriteStartObject();
            json.WriteString("id", edge.Id);
            json.WriteStartArray("points");
            foreach (var point in edge.Points)
            {
                Point(json, point);
            }

            json.WriteEndArray();
            if (edge.LabelAt is { } label)
            {
                json.WritePropertyName("label");
                Point(json, label);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lanes");
        foreach (var band in drawing.Lanes)
        {
            // The band of nodes without a lane has no id to be known by.
            if (band.Lane is not null)
            {
                Box(json, band.Lane, band.Box);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("width", Rounded(drawing.Width));
        json.WriteNumber("height", Rounded(drawing.Height));
        json.WriteNumber("ms", Rounded(milliseconds));
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, LayoutPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Rounded(point.X));
        json.WriteNumberValue(Rounded(point.Y));
        json.WriteEndArray();
    }

    private static void Box(Utf8JsonWriter json, string id, LayoutRectangle box)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber("x", Rounded(box.X));
        json.WriteNumber("y", Rounded(box.Y));
        json.WriteNumber("width", Rounded(box.Width));
        json.WriteNumber("height", Rounded(box.Height));
        json.WriteEndObject();
    }

    private static double Rounded(double value) => Math.Round(value, 3);
}
