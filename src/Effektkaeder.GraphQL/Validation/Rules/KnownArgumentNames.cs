using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Every argument given is one that the field or directive has (spec 5.4.1).</summary>
internal sealed class KnownArgumentNames : ValidationRule
{
    public override void VisitArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive)
    {
        var known = field?.Arguments ?? directive?.Arguments;
        if (known is null)
        {
            return;
        }

        foreach (var argument in arguments)
        {
            var name = argument.Name.Value;
            if (!known.Any(definition => string.Equals(definition.Name, name, StringComparison.Ordinal)))
            {
                var what = field is null ? (Message)$"The directive \"{directive}\"" : (Message)$"The field \"{field}\"";
                Report(
                    $"{what} has no argument \"{name}\".{Suggestions.DidYouMean(name, known.Select(definition => definition.Name))}",
                    argument
                );
            }
        }
    }
}
