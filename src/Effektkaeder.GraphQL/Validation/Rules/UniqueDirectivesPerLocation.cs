using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place (spec 5.7.3).</summary>
internal sealed class UniqueDirectivesPerLocation : ValidationRule
{
    public override void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count < 2)
        {
            return;
        }

        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
            {
                Report($"The directive \"@{name}\" may stand only once here.", seen[name], directive);
            }
        }
    }
}
