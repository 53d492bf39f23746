using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Every variable used, in an operation or a fragment it spreads, is defined by that operation (spec 5.8.3).</summary>
internal sealed class NoUndefinedVariables : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        var defined = operation.VariableDefinitions.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var usage in Context.UsagesIn(operation))
        {
            var name = usage.Node.Name.Value;
            if (!defined.Contains(name))
            {
                Report($"The variable \"${name}\" is not defined{NoUnusedVariables.By(operation)}.", usage.Node, operation);
            }
        }
    }
}
