using System.Globalization;
using System.Text.Json;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.Exchange;

/// <summary>Reads the exchange's graph. Fields it does not know are passed over.</summary>
internal static class GraphReader
{
    private const double DefaultWidth = 160;
    private const double DefaultHeight = 40;

    public static LayoutGraph Read(Stream input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new LayoutInputException("A graph is a JSON object with \"nodes\" and \"edges\".");
            }

            return new LayoutGraph([.. Items(root, "nodes").Select(Node)], [.. Items(root, "edges").Select(Edge)]);
        }
        catch (JsonException e)
        {
            throw new LayoutInputException($"Line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON.");
        }
    }

    private static IEnumerable<(JsonElement Item, string Where)> Items(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Select(
                    (item, i) =>
                        item.ValueKind == JsonValueKind.Object
                            ? (item, $"{name}[{i}]")
                            : throw new LayoutInputException($"{name}[{i}] must be an object.")
                )
            : throw new LayoutInputException($"\"{name}\" must be a list.");
    }

    private static LayoutNode Node((JsonElement Item, string Where) at) =>
        new(Required(at, "id"), Length(at, "width", DefaultWidth), Length(at, "height", DefaultHeight), Level(at), Text(at, "lane"));

    private static LayoutEdge Edge((JsonElement Item, string Where) at, int index)
    {
        var (source, target) = (Required(at, "source"), Required(at, "target"));
        var coupling = string.Equals(Text(at, "kind"), "coupling", StringComparison.OrdinalIgnoreCase);
        var label = new LayoutSize(Length(at, "labelWidth", 0), Length(at, "labelHeight", 0));
        return new LayoutEdge(
            Text(at, "id") ?? $"edges[{index}]",
            source,
            target,
            coupling ? EdgeKind.Coupling : EdgeKind.Hierarchy,
            label == default ? null : label
        );
    }

    private static string Required((JsonElement Item, string Where) at, string name) =>
        Text(at, name) ?? throw new LayoutInputException($"{at.Where} has no \"{name}\".");

    /// <summary>A text, or a number as it is written: ids and lanes are often counted.</summary>
    private static string? Text((JsonElement Item, string Where) at, string name)
    {
        if (!at.Item.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new LayoutInputException($"{at.Where}: \"{name}\" must be a text."),
        };
    }

    private static double Length((JsonElement Item, string Where) at, string name, double otherwise)
    {
        if (!at.Item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return otherwise;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var length)
            ? length
            : throw new LayoutInputException($"{at.Where}: \"{name}\" must be a number.");
    }

    private static int? Level((JsonElement Item, string Where) at)
    {
        var text = Text(at, "level");
        if (text is null)
        {
            return null;
        }

        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level)
            && level == Math.Floor(level)
            && Math.Abs(level) < 1e6
            ? (int)level
            : throw new LayoutInputException($"{at.Where}: \"level\" must be a whole number, not {text}.");
    }
}
