using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Validation;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>
/// Where the engine and the reference differ, and the specification is with the engine or with neither. In one place both
/// hold to the stricter of two readings: a nullable variable with a default in a field of a OneOf input object, which 5.8.5
/// (September 2025) lets pass by IsNonNullPosition and refuses in its words, and whose null 3.10.1 refuses when it comes.
/// </summary>
internal static class ArguedDifferences
{
    public static bool Explain(Schema schema, Question question, string ours, string theirs)
    {
        var finder = Look(schema, question.Document);
        return (finder.HasUnknownDirective && Same(WithoutValueErrors(ours), WithoutValueErrors(theirs)))
            || (finder.HasRenamedMetaField && (ours == "broken OverlappingFieldsCanBeMerged" || Same(WithoutConflicts(ours), theirs)));
    }

    /// <summary>
    /// The arguments of a directive that does not exist have no types, so nothing can be said of their values (spec 5.6.1
    /// speaks of the type expected where the value stands). The reference holds them against the arguments of the field
    /// that the directive stands on, when these have the same names.
    /// </summary>
    private static string WithoutValueErrors(string verdict) => Without(verdict, "ValuesOfCorrectType@", "VariablesInAllowedPosition@");

    /// <summary>
    /// The reference knows no type for __typename, __schema and __type when it compares response shapes, so that under an
    /// alias they conflict with nothing; SameResponseShape (spec 5.3.2) knows their types as any field's.
    /// </summary>
    private static string WithoutConflicts(string verdict) => Without(verdict, "OverlappingFieldsCanBeMerged");

    private static string Without(string verdict, params string[] rules) =>
        string.Join(' ', verdict.Split(' ').Where(part => !Array.Exists(rules, rule => part.StartsWith(rule, StringComparison.Ordinal))));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static Finder Look(Schema schema, string text)
    {
        var finder = new Finder(schema);
        try
        {
            new DocumentWalker(schema, [finder]).Walk(Parser.Parse(text));
        }
        catch (GraphQLSyntaxException)
        {
            // Of what cannot be parsed nothing can be found; the verdicts on syntax must agree.
        }

        return finder;
    }

    private sealed class Finder(Schema schema) : ValidationRule
    {
        public bool HasUnknownDirective { get; private set; }

        public bool HasRenamedMetaField { get; private set; }

        public override void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location) =>
            HasUnknownDirective |= directives.Any(directive =>
                directive.Arguments.Count > 0 && schema.FindDirective(directive.Name.Value) is null
            );

        /// <summary>The random documents give these fields names of their own; only a mutation can give another.</summary>
        public override void VisitField(FieldNode field, CompositeType? parent, Field? definition) =>
            HasRenamedMetaField |=
                field.Name.Value.StartsWith("__", StringComparison.Ordinal)
                && field.Alias is { } alias
                && alias.Value != "kind"
                && alias.Value[0] != 'i';
    }
}
