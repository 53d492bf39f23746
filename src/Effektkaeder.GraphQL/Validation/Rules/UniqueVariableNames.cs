using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No variable is defined twice in an operation (spec 5.8.1).</summary>
internal sealed class UniqueVariableNames : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation) =>
        Duplicates.ReportTogether(
            operation.VariableDefinitions.Select(variable => variable.Variable.Name),
            (name, places) => Report($"The variable \"${name}\" is defined more than once.", places)
        );
}
