using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Every required argument is given (spec 5.4.3).</summary>
internal sealed class ProvidedRequiredArguments : ValidationRule
{
    public override void VisitArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive)
    {
        foreach (var definition in field?.Arguments ?? directive?.Arguments ?? [])
        {
            if (
                definition.IsRequired
                && !arguments.Any(argument => string.Equals(argument.Name.Value, definition.Name, StringComparison.Ordinal))
            )
            {
                Report($"The argument \"{definition}\" of type \"{definition.Type}\" must be given.", owner);
            }
        }
    }
}
