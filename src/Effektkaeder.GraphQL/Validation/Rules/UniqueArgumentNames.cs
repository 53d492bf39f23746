using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No argument is given twice (spec 5.4.2).</summary>
internal sealed class UniqueArgumentNames : ValidationRule
{
    public override void VisitArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive)
    {
        if (arguments.Count > 1)
        {
            Duplicates.ReportTogether(
                arguments.Select(argument => argument.Name),
                (name, places) => Report($"The argument \"{name}\" is given more than once.", places)
            );
        }
    }
}
