using System.Text.Json;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>CoerceVariableValues of spec 6.1.2. A variable that is neither given nor has a default stays absent.</summary>
internal static class VariableCoercion
{
    public static IReadOnlyDictionary<string, object?> Coerce(
        BoundSchema schema,
        OperationDefinitionNode operation,
        JsonElement? given,
        List<GraphQLError> errors
    )
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            try
            {
                CoerceOne(schema, definition, given, values, errors);
            }
            catch (InvalidOperationException)
            {
                // JSON may escape half a surrogate pair; it is no text.
                errors.Add(Error($"${definition.Variable.Name.Value} holds half a surrogate pair, which is no text.", definition));
            }
        }

        return values;
    }

    private static void CoerceOne(
        BoundSchema schema,
        VariableDefinitionNode definition,
        JsonElement? given,
        Dictionary<string, object?> values,
        List<GraphQLError> errors
    )
    {
        var name = definition.Variable.Name.Value;
        var type = schema.Schema.Resolve(definition.Type)!;
        if (given is { ValueKind: JsonValueKind.Object } variables && variables.TryGetProperty(name, out var element))
        {
            var before = errors.Count;
            var value = schema.Inputs.FromJson(element, type, "$" + name, message => errors.Add(Error(message, definition)));
            if (errors.Count == before)
            {
                values[name] = value;
            }
        }
        else if (definition.DefaultValue is not null)
        {
            if (schema.Inputs.TryCoerce(definition.DefaultValue, type, null, out var value))
            {
                values[name] = value;
            }
        }
        else if (type is NonNullType)
        {
            errors.Add(Error($"${name} must be given: it is of type \"{type}\".", definition));
        }
    }

    private static GraphQLError Error(Message message, VariableDefinitionNode definition) =>
        new(message, ErrorCodes.BadRequest) { Locations = [definition.Location] };
}
