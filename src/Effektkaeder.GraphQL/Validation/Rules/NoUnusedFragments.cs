using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by some operation (spec 5.5.1.4).</summary>
internal sealed class NoUnusedFragments : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = Context
            .Operations.SelectMany(Context.Reachable)
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Report($"The fragment \"{fragment.Name.Value}\" is not used.", fragment);
            }
        }
    }
}
