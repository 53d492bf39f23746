using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Validation;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>Where the engine and the reference differ, and the specification is with the engine or with neither.</summary>
internal static class ArguedDifferences
{
    public static bool Explain(Schema schema, Question question, string ours, string theirs) =>
        HasUnknownDirectiveWithArguments(schema, question.Document)
        && string.Equals(WithoutValueErrors(ours), WithoutValueErrors(theirs), StringComparison.Ordinal);

    /// <summary>
    /// The arguments of a directive that does not exist have no types, so nothing can be said of their values (spec 5.6.1
    /// speaks of the type expected where the value stands). The reference holds them against the arguments of the field
    /// that the directive stands on, when these have the same names.
    /// </summary>
    private static bool HasUnknownDirectiveWithArguments(Schema schema, string text)
    {
        try
        {
            var finder = new Finder(schema);
            new DocumentWalker(schema, [finder]).Walk(Parser.Parse(text));
            return finder.Found;
        }
        catch (GraphQLSyntaxException)
        {
            return false;
        }
    }

    private static string WithoutValueErrors(string verdict) => string.Join(' ', verdict.Split(' ').Where(part =>
        !part.StartsWith("ValuesOfCorrectType@", StringComparison.Ordinal)
        && !part.StartsWith("VariablesInAllowedPosition@", StringComparison.Ordinal)));

    private sealed class Finder(Schema schema) : ValidationRule
    {
        public bool Found { get; private set; }

        public override void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location) =>
            Found |= directives.Any(directive => directive.Arguments.Count > 0 && schema.FindDirective(directive.Name.Value) is null);
    }
}
