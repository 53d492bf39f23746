using System.Text.Json;
using System.Text.RegularExpressions;

namespace Effektkaeder.Exchange.Tests;

/// <summary>
/// Checks a document against JSON Schema 2020-12, for the keywords that the graph's schema uses; any other keyword is an error, so that
/// none is passed over.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "title", "description"];

    public IEnumerable<string> Errors(JsonElement document) => Check(root, document, "$");

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at) =>
        schema.EnumerateObject().Where(k => !Annotations.Contains(k.Name)).SelectMany(k => Keyword(schema, k, value, at));

    private IEnumerable<string> Keyword(JsonElement schema, JsonProperty keyword, JsonElement value, string at) =>
        keyword.Name switch
        {
            "$ref" => Check(Resolve(keyword.Value.GetString()!), value, at),
            "type" => Unless(IsOf(value, keyword.Value.GetString()!), $"{at} is no {keyword.Value}"),
            "const" => Unless(JsonElement.DeepEquals(keyword.Value, value), $"{at} is not {keyword.Value}"),
            "enum" => Unless(
                keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value)),
                $"{at} is none of {keyword.Value}: {value}"
            ),
            "anyOf" => Unless(
                keyword.Value.EnumerateArray().Any(s => !Check(s, value, at).Any()),
                $"{at} fits none of {keyword.Value}: {value}"
            ),
            "pattern" => Unless(
                value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                $"{at} does not match {keyword.Value}: {value}"
            ),
            "minLength" => Unless(
                value.ValueKind != JsonValueKind.String || Runes(value) >= keyword.Value.GetInt32(),
                $"{at} is too short"
            ),
            "maxLength" => Unless(value.ValueKind != JsonValueKind.String || Runes(value) <= keyword.Value.GetInt32(), $"{at} is too long"),
            "minimum" => Unless(
                value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
                $"{at} is too small"
            ),
            "maximum" => Unless(
                value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
                $"{at} is too large"
            ),
            "minItems" => Unless(
                value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
                $"{at} has too few items"
            ),
            "items" => value.ValueKind != JsonValueKind.Array
                ? []
                : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{at}[{i}]")),
            "required" => value.ValueKind != JsonValueKind.Object
                ? []
                : keyword.Value.EnumerateArray().Where(n => !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{at} lacks {n}"),
            "properties" => value.ValueKind != JsonValueKind.Object
                ? []
                : value
                    .EnumerateObject()
                    .Where(p => keyword.Value.TryGetProperty(p.Name, out _))
                    .SelectMany(p => Check(keyword.Value.GetProperty(p.Name), p.Value, $"{at}.{p.Name}")),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object
                ? []
                : value
                    .EnumerateObject()
                    .Where(p => !schema.TryGetProperty("properties", out var known) || !known.TryGetProperty(p.Name, out _))
                    .SelectMany(p =>
                        keyword.Value.ValueKind == JsonValueKind.False
                            ? [$"{at} may not have {p.Name}"]
                            : Check(keyword.Value, p.Value, $"{at}.{p.Name}")
                    ),
            _ => throw new NotSupportedException($"This check does not know the keyword {keyword.Name}."),
        };

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static bool IsOf(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new NotSupportedException(type),
        };

    private static int Runes(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static IEnumerable<string> Unless(bool holds, string error) => holds ? [] : [error];
}
