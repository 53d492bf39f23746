using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No two fragments have one name (spec 5.5.1.1).</summary>
internal sealed class UniqueFragmentNames : ValidationRule
{
    public override void EnterDocument(DocumentNode document) =>
        Duplicates.Report(
            document.Definitions.OfType<FragmentDefinitionNode>().Select(fragment => fragment.Name),
            (name, first, again) => Report($"There are several fragments named \"{name}\".", first, again)
        );
}
