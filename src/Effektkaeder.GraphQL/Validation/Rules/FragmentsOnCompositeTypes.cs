using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A fragment's condition is an object, interface or union (spec 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void VisitFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition);

    public override void VisitInlineFragment(InlineFragmentNode fragment, CompositeType? parent, GraphQLType? type)
    {
        if (fragment.TypeCondition is not null)
        {
            Check(fragment.TypeCondition);
        }
    }

    private void Check(NamedTypeNode condition)
    {
        if (Context.Schema.FindType(condition.Name.Value) is { } type and not CompositeType)
        {
            Report($"A fragment cannot be on \"{type.Name}\", which has no fields.", condition);
        }
    }
}
