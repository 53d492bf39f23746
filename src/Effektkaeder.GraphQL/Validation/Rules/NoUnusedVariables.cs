using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Every variable defined is used by its operation, itself or through a fragment (spec 5.8.4).</summary>
internal sealed class NoUnusedVariables : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return;
        }

        var used = Context.UsagesIn(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in operation.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name))
            {
                Report($"The variable \"${name}\" is not used{By(operation)}.", variable);
            }
        }
    }

    internal static Message By(OperationDefinitionNode operation) =>
        operation.Name is null ? "" : (Message)$" by the operation \"{operation.Name.Value}\"";
}
