using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>An operation without a name stands alone in its document (spec 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperation : ValidationRule
{
    public override void VisitOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && Context.Operations.Count > 1)
        {
            Report("An operation without a name must be the only one of its document.", operation);
        }
    }
}
