using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A directive is defined and stands where it may (spec 5.7.1 and 5.7.2).</summary>
internal sealed class KnownDirectives : ValidationRule
{
    public override void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.FindDirective(name) is not { } definition)
            {
                var near = Suggestions.DidYouMean(name, Context.Schema.Directives.Select(known => known.Name));
                Report($"There is no directive \"@{name}\".{near}", directive);
            }
            else if (!definition.Locations.Contains(location))
            {
                Report($"The directive \"@{name}\" cannot stand on {location}.", directive);
            }
        }
    }
}
