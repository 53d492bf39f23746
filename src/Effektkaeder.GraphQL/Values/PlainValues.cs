using System.Globalization;
using System.Text.Json;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Values;

/// <summary>
/// Literals and JSON as plain .NET values, for custom scalars: string, bool, int, long, double, null, lists
/// and dictionaries. Nesting is bounded by the parser and the JSON reader.
/// </summary>
internal static class PlainValues
{
    public static object? From(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        node switch
        {
            StringValueNode text => text.Value,
            EnumValueNode name => name.Value,
            BooleanValueNode boolean => boolean.Value,
            IntValueNode number => Number(number.Text),
            FloatValueNode number => double.Parse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
            ListValueNode list => list.Values.Select(item => From(item, variables)).ToList(),
            ObjectValueNode map => Map(map, variables),
            VariableNode variable => variables?.GetValueOrDefault(variable.Name.Value),
            _ => null,
        };

    public static object? From(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(element.GetRawText()),
            JsonValueKind.Array => element.EnumerateArray().Select(From).ToList(),
            JsonValueKind.Object => Map(element),
            _ => null,
        };

    /// <summary>Whether a variable stands anywhere in the literal.</summary>
    public static bool HasVariable(ValueNode node) =>
        node switch
        {
            VariableNode => true,
            ListValueNode list => list.Values.Any(HasVariable),
            ObjectValueNode map => map.Fields.Any(field => HasVariable(field.Value)),
            _ => false,
        };

    private static object Number(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
        {
            return small;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
            ? large
            : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, object?> Map(ObjectValueNode node, IReadOnlyDictionary<string, object?>? variables)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            // A variable without a value leaves its field out, as in an input object.
            if (field.Value is not VariableNode variable || variables?.ContainsKey(variable.Name.Value) == true)
            {
                map[field.Name.Value] = From(field.Value, variables);
            }
        }

        return map;
    }

    private static Dictionary<string, object?> Map(JsonElement element)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            map[property.Name] = From(property.Value);
        }

        return map;
    }
}
