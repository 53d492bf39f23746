using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>The schema supports the kind of operation (spec 5.2.1.1, operation type existence).</summary>
internal sealed class KnownOperationTypes : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.RootType(operation.Operation) is null)
        {
            Report($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} operations.", operation);
        }
    }
}
