using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Effektkaeder.GraphQL.Http;

/// <summary>The parameters of a request (GraphQL over HTTP, section 5), from a JSON body or a query string.</summary>
internal sealed record HttpParameters(string? Query, string? DocumentId, string? OperationName, JsonElement? Variables)
{
    /// <summary>JSON nested deeper is refused: variables are read by recursion.</summary>
    private const int MaxJsonDepth = 64;

    public static bool TryReadBody(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out HttpParameters? parameters, out string reason)
    {
        try
        {
            return TryReadObject(body, out parameters, out reason);
        }
        catch (InvalidOperationException)
        {
            // The reader takes \ud800 as JSON, and refuses only to make text of it.
            parameters = null;
            reason = "The body holds half a surrogate pair, which is no text.";
            return false;
        }
    }

    private static bool TryReadObject(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out HttpParameters? parameters, out string reason)
    {
        parameters = null;
        if (!TryParse(body, out var root))
        {
            reason = "The body is not JSON.";
            return false;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            reason = root.ValueKind == JsonValueKind.Array
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
        out string reason)
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

            if (!TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var element)
                || element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            {
                reason = $"The parameter \"{name}\" must be a JSON object.";
                return false;
            }

            variables = name == "variables" ? element : variables;
        }

        parameters = new HttpParameters(
            values.GetValueOrDefault("query"), values.GetValueOrDefault("documentId"), values.GetValueOrDefault("operationName"), variables);
        return parameters.IsComplete(out reason);
    }

    private bool IsComplete(out string reason)
    {
        reason = "The request holds no document: give \"query\".";
        return !string.IsNullOrEmpty(Query) || !string.IsNullOrEmpty(DocumentId);
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, out JsonElement root)
    {
        root = default;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
            root = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
