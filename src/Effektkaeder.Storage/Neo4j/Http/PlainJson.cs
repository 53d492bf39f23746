using System.Globalization;
using System.Text.Json;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// Values as plain JSON. Of all that is asked and answered here (texts, truths, whole numbers, fractions, lists, maps) it loses
/// nothing: a whole number is written and read with all its 64 bits, and a fraction always with its point. The API's typed form
/// would wrap every value in 35 characters, and a server takes 60 ns to read each.
/// </summary>
internal static class PlainJson
{
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteRawValue(Fraction(number));
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, inner) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, inner);
                }
                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var inner in list)
                {
                    Write(json, inner);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} is no value of a question.", nameof(value));
        }
    }

    public static object? Read(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
            JsonValueKind.Array => value.EnumerateArray().Select(Read).ToList(),
            _ => value.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal),
        };

    private static string Fraction(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
