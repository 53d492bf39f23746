using System.Globalization;
using System.Text.Json;

namespace Effektkaeder.Storage.Neo4j.Http;

/// <summary>
/// Values as the Query API writes them in <c>application/vnd.neo4j.query</c>: <c>{"$type":"Integer","_value":"7"}</c>, so that
/// whole numbers keep their 64 bits.
/// </summary>
internal static class TypedJson
{
    public const string MediaType = "application/vnd.neo4j.query";

    public static void Write(Utf8JsonWriter json, object? value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case null: json.WriteString("$type", "Null"); json.WriteNull("_value"); break;
            case string text: json.WriteString("$type", "String"); json.WriteString("_value", text); break;
            case bool flag: json.WriteString("$type", "Boolean"); json.WriteBoolean("_value", flag); break;
            case int or long: json.WriteString("$type", "Integer"); json.WriteString("_value", Convert.ToString(value, CultureInfo.InvariantCulture)); break;
            case double number: json.WriteString("$type", "Float"); json.WriteString("_value", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteString("$type", "Map");
                json.WriteStartObject("_value");
                foreach (var (name, inner) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, inner);
                }
                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteString("$type", "List");
                json.WriteStartArray("_value");
                foreach (var inner in list) Write(json, inner);
                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType()} is no value of a question.", nameof(value));
        }
        json.WriteEndObject();
    }

    public static object? Read(JsonElement typed)
    {
        var value = typed.GetProperty("_value");
        return typed.GetProperty("$type").GetString() switch
        {
            "Null" => null,
            "String" => value.GetString(),
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Float" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "List" => value.EnumerateArray().Select(Read).ToList(),
            "Map" => value.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal),
            var type => throw new InvalidOperationException($"The server answered with a {type}, which no question asks for."),
        };
    }
}
