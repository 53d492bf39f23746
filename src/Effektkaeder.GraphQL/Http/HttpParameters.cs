using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, section 5), from a JSON body or a query string.</summary>
internal sealed record HttpParameters(string? Query, string? DocumentId, string? OperationName, JsonElement? Variables)
{
    /// <summary>JSON nested deeper is refused: variables are read by recursion.</summary>
    private const int MaxJsonDepth = 64;

    public static bool TryReadBody(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out HttpParameters? parameters, out Message reason)
    {
        parameters = null;
        if (!TryParse(body, out var root, out var fault))
        {
            reason = $"The body {fault}";
            return false;
        }

        try
        {
            return TryReadObject(root, out parameters, out reason);
        }
        catch (InvalidOperationException)
        {
            parameters = null;
            reason = $"The body {NoText(body.Span)}";
            return false;
        }
    }

    private static bool TryReadObject(JsonElement root, [NotNullWhen(true)] out HttpParameters? parameters, out Message reason)
    {
        parameters = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            reason =
                root.ValueKind == JsonValueKind.Array
                    ? "The body is a list: several requests at once are not taken."
                    : "The body is not a JSON object.";
            return false;
        }

        parameters = new HttpParameters(null, null, null, null);
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value;
            switch (property.Name)
            {
                case "query" or "documentId" or "operationName" when value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null):
                    reason = $"The parameter \"{property.Name}\" must be text.";
                    return false;
                case "variables" or "extensions" when value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null):
                    reason = $"The parameter \"{property.Name}\" must be an object.";
                    return false;
                case "query":
                    parameters = parameters with { Query = value.GetString() };
                    break;
                case "documentId":
                    parameters = parameters with { DocumentId = value.GetString() };
                    break;
                case "operationName":
                    parameters = parameters with { OperationName = value.GetString() };
                    break;
                case "variables":
                    parameters = parameters with { Variables = value };
                    break;
                default:
                    break;
            }
        }

        return parameters.IsComplete(out reason);
    }

    public static bool TryReadQuery(
        IReadOnlyList<KeyValuePair<string, string>> pairs,
        [NotNullWhen(true)] out HttpParameters? parameters,
        out Message reason
    )
    {
        parameters = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (name is "query" or "documentId" or "operationName" or "variables" or "extensions" && !values.TryAdd(name, value))
            {
                reason = $"The parameter \"{name}\" is given more than once.";
                return false;
            }
        }

        JsonElement? variables = null;
        foreach (var name in (string[])["variables", "extensions"])
        {
            if (!values.TryGetValue(name, out var text) || text.Length == 0)
            {
                continue;
            }

            if (!TryParse(Encoding.UTF8.GetBytes(text), out var element, out var fault))
            {
                reason = $"The parameter \"{name}\" {fault}";
                return false;
            }

            if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                reason = $"The parameter \"{name}\" must be a JSON object.";
                return false;
            }

            variables = name == "variables" ? element : variables;
        }

        parameters = new HttpParameters(
            values.GetValueOrDefault("query"),
            values.GetValueOrDefault("documentId"),
            values.GetValueOrDefault("operationName"),
            variables
        );
        return parameters.IsComplete(out reason);
    }

    private bool IsComplete(out Message reason)
    {
        reason = "The request holds no document: give \"query\".";
        return !string.IsNullOrEmpty(Query) || !string.IsNullOrEmpty(DocumentId);
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, out JsonElement root, out Message fault)
    {
        (root, fault) = (default, "");
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { MaxDepth = MaxJsonDepth, AllowDuplicateProperties = false }
            );
            root = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            fault = Fault(json.Span);
            return false;
        }
        catch (InvalidOperationException)
        {
            // The reader takes \ud800 as JSON, and refuses only to make text of it.
            fault = NoText(json.Span);
            return false;
        }
    }

    /// <summary>What is wrong with JSON whose names and texts cannot be made .NET's.</summary>
    private static Message NoText(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) ? "holds half a surrogate pair, which is no text." : "is not UTF-8.";

    /// <summary>What is wrong with JSON that was refused.</summary>
    private static Message Fault(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return "is not UTF-8.";
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var deepest = 0;
        try
        {
            while (reader.Read())
            {
                deepest = Math.Max(
                    deepest,
                    reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0)
                );
            }
        }
        catch (JsonException)
        {
            return "is not JSON.";
        }

        return deepest > MaxJsonDepth
            ? (Message)$"nests {deepest} levels deep; at most {MaxJsonDepth} are taken."
            : "has an object with the same name twice.";
    }
}
