using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A fragment stands where some object could fit it (spec 5.5.2.3).</summary>
internal sealed class PossibleFragmentSpreads : ValidationRule
{
    public override void VisitInlineFragment(InlineFragmentNode fragment, CompositeType? parent, GraphQLType? type)
    {
        if (parent is not null && type is CompositeType condition && !Context.Schema.Overlaps(condition, parent))
        {
            Report($"Nothing of type \"{parent.Name}\" can be of type \"{condition.Name}\".", fragment);
        }
    }

    public override void VisitFragmentSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        if (
            parent is not null
            && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment)
            && Context.Schema.FindType(fragment.TypeCondition.Name.Value) is CompositeType condition
            && !Context.Schema.Overlaps(condition, parent)
        )
        {
            Report(
                $"The fragment \"{spread.Name.Value}\" is on \"{condition.Name}\", and nothing of type \"{parent.Name}\" can be that.",
                spread
            );
        }
    }
}
