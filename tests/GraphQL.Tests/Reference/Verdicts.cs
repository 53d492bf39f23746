using System.Buffers;
using System.Text;
using System.Text.Json;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Host;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Limits;
using Effektkaeder.GraphQL.Tests.Validation;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>What the engine makes of a question, as text that can be held against what the reference makes of it.</summary>
internal sealed class Verdicts
{
    private static readonly GraphQLLimits NoLimits = new()
    {
        MaxDepth = 1000,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxRootFields = int.MaxValue,
        MaxListNesting = 1000,
        MaxCost = long.MaxValue,
        Timeout = null,
        CachedDocuments = 0,
        MaxErrors = int.MaxValue,
    };

    private readonly BoundSchema _schema;
    private readonly GraphQLEngine _engine;

    public Verdicts(Schema schema)
    {
        _schema = GenericResolvers.Bind(schema);
        _engine = new GraphQLEngine(_schema, NoLimits);
    }

    public async Task<string> OfEngineAsync(Question question)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(question.Document);
        }
        catch (GraphQLSyntaxException)
        {
            return "syntax";
        }

        var errors = SpecifiedValidation.Errors(_schema, document, int.MaxValue);
        if (errors.Count > 0)
        {
            return Broken(errors.Select(error => (error.Rule!, error.Locations[0].Line, error.Locations[0].Column)));
        }

        JsonElement? variables = question.Variables is null ? null : JsonDocument.Parse(question.Variables).RootElement;
        var request = new GraphQLRequest(question.Document, question.Operation, variables);
        if (_engine.OperationOf(request) is OperationType.Subscription)
        {
            return "subscription";
        }

        var output = new ArrayBufferWriter<byte>();
        var outcome = await _engine.ExecuteAsync(request, null, output);
        using var answer = JsonDocument.Parse(output.WrittenMemory);
        return outcome.IsExecuted
            ? Answered(answer.RootElement.GetProperty("data"), outcome.Errors.Select(error => error.Path!))
            : "refused";
    }

    public static string OfReference(JsonElement said)
    {
        if (said.TryGetProperty("errors", out var errors))
        {
            return Broken(errors.EnumerateArray().Select(error => (error[0].GetString()!, error[1].GetInt32(), error[2].GetInt32())));
        }

        if (said.TryGetProperty("data", out var data))
        {
            return Answered(
                data,
                said.GetProperty("paths")
                    .EnumerateArray()
                    .Select(path =>
                        path.EnumerateArray()
                            .Select(step => step.ValueKind == JsonValueKind.String ? step.GetString()! : (object)step.GetInt32())
                            .ToArray()
                    )
            );
        }

        return said.EnumerateObject().First() is var only && only.Name == "crash" ? only.Value.GetString()! : only.Name;
    }

    /// <summary>Rules with the place of each error. Where fields conflict only that they do: which pair is told is not specified.</summary>
    private static string Broken(IEnumerable<(string Rule, int Line, int Column)> errors) =>
        "broken "
        + string.Join(
            " ",
            errors
                .Select(error => error.Rule == "OverlappingFieldsCanBeMerged" ? error.Rule : $"{error.Rule}@{error.Line}:{error.Column}")
                .GroupBy(error => error, StringComparer.Ordinal)
                .Select(group => group.Key == "OverlappingFieldsCanBeMerged" ? group.Key : $"{group.Key}x{group.Count()}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>
    /// The data in order, and the places that errors made null. Where null propagated, any one of the errors below the place
    /// may be told (spec 6.4.4), so an error counts as the place where its path meets null.
    /// </summary>
    private static string Answered(JsonElement data, IEnumerable<IReadOnlyList<object>> paths)
    {
        var text = new StringBuilder("answered ");
        Write(data, text);
        var places = paths.Select(path => Meets(data, path)).Distinct().Order(StringComparer.Ordinal);
        return text.Append(" errors ").AppendJoin(' ', places).ToString();
    }

    private static string Meets(JsonElement data, IReadOnlyList<object> path)
    {
        var at = data;
        var place = "/";
        foreach (var step in path)
        {
            if (at.ValueKind == JsonValueKind.Null)
            {
                break;
            }

            at = step is string name ? at.GetProperty(name) : at[(int)step];
            place += $"{step}/";
        }

        return place;
    }

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in value.EnumerateObject())
                {
                    text.Append(property.Name).Append(':');
                    Write(property.Value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value.GetDouble() + 0.0:R}");
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
