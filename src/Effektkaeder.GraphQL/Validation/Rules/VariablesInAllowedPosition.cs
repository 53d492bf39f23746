using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place it stands in (spec 5.8.5, IsVariableUsageAllowed).</summary>
internal sealed class VariablesInAllowedPosition : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var variable in operation.VariableDefinitions)
        {
            definitions[variable.Variable.Name.Value] = variable;
        }

        foreach (var usage in Context.UsagesIn(operation))
        {
            if (
                usage.Type is not null
                && definitions.TryGetValue(usage.Node.Name.Value, out var definition)
                && Context.Schema.Resolve(definition.Type) is { } type
            )
            {
                Check(usage, definition, type);
            }
        }
    }

    private void Check(VariableUsage usage, VariableDefinitionNode definition, GraphQLType type)
    {
        var name = usage.Node.Name.Value;
        if (!IsAllowed(type, definition.DefaultValue, usage))
        {
            Report($"The variable \"${name}\" of type \"{type}\" does not fit where \"{usage.Type}\" is wanted.", definition, usage.Node);
        }

        // Section 5.8.5 of the September 2025 edition says both: by IsNonNullPosition a nullable variable with a default of its
        // own may stand here, by the words on OneOf input objects none may. Null could still be given, and 3.10.1 takes none:
        // so none is taken, as in the reference.
        if (usage.OneOf is not null && type is not NonNullType)
        {
            Report(
                $"The variable \"${name}\" must be non-null, as it gives the one field of \"{usage.OneOf.Name}\".",
                definition,
                usage.Node
            );
        }
    }

    /// <summary>A nullable variable may stand in a non-null place when either has a default that is not null.</summary>
    private bool IsAllowed(GraphQLType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (usage.Type is NonNullType place && type is not NonNullType)
        {
            return (defaultValue is not null and not NullValueNode || usage.HasDefault) && Context.Schema.IsSubtype(type, place.OfType);
        }

        return Context.Schema.IsSubtype(type, usage.Type!);
    }
}
