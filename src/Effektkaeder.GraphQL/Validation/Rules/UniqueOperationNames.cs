using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No two operations have one name (spec 5.2.2.1).</summary>
internal sealed class UniqueOperationNames : ValidationRule
{
    public override void EnterDocument(DocumentNode document) =>
        Duplicates.Report(
            Context.Operations.Select(operation => operation.Name).OfType<NameNode>(),
            (name, first, again) => Report($"There are several operations named \"{name}\".", first, again)
        );
}
