using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread exists (spec 5.5.2.1).</summary>
internal sealed class KnownFragmentNames : ValidationRule
{
    public override void VisitFragmentSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        var name = spread.Name.Value;
        if (!Context.Fragments.ContainsKey(name))
        {
            Report($"There is no fragment \"{name}\".{Suggestions.DidYouMean(name, Context.Fragments.Keys)}", spread.Name);
        }
    }
}
