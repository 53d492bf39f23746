using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>Responses as UTF-8 JSON (spec 7): errors first when there are any, then data, in the order of the selections.</summary>
internal static class ResponseWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 4096,
    };

    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");

    /// <summary>A request error's response: no data at all (spec 7.1).</summary>
    public static void WriteErrors(IBufferWriter<byte> output, IReadOnlyList<GraphQLError> errors)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteErrorList(json, errors);
        json.WriteEndObject();
    }

    /// <param name="root">The root's groups, merged as one object; null when null propagated to the root.</param>
    public static void WriteResult(IBufferWriter<byte> output, IReadOnlyList<ObjectGroup>? root, IReadOnlyList<GraphQLError> errors)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (errors.Count > 0)
        {
            WriteErrorList(json, errors);
        }

        json.WritePropertyName(Data);
        if (root is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStartObject();
            foreach (var group in root)
            {
                WriteFields(json, group, 0);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, ObjectGroup group, int index)
    {
        foreach (var column in group.Columns)
        {
            json.WritePropertyName(column.Field.Key);
            WriteCell(json, column.Cells[index]);
        }
    }

    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        switch (cell.Content)
        {
            case ObjectGroup group:
                json.WriteStartObject();
                WriteFields(json, group, cell.Index);
                json.WriteEndObject();
                break;
            case ResultList list:
                json.WriteStartArray();
                foreach (var item in list.Cells)
                {
                    WriteCell(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WritePlain(json, cell.Content);
                break;
        }
    }

    private static void WritePlain(Utf8JsonWriter json, object? value)
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
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case uint number:
                json.WriteNumberValue(number);
                break;
            case short or byte or sbyte or ushort:
                json.WriteNumberValue(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (key, item) in map)
                {
                    json.WritePropertyName(key);
                    WritePlain(json, item);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WritePlain(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A {value.GetType().Name} cannot be written; coercion lets none through.");
        }
    }

    private static void WriteErrorList(Utf8JsonWriter json, IReadOnlyList<GraphQLError> errors)
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            if (error.Locations.Count > 0)
            {
                json.WriteStartArray("locations");
                foreach (var location in error.Locations)
                {
                    WriteLocation(json, location);
                }

                json.WriteEndArray();
            }

            if (error.Path is not null)
            {
                json.WriteStartArray("path");
                foreach (var step in error.Path)
                {
                    WritePlain(json, step);
                }

                json.WriteEndArray();
            }

            json.WriteStartObject("extensions");
            json.WriteString("code", error.Code);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject();
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteEndObject();
    }
}
