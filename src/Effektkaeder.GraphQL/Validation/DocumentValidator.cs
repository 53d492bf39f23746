using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>Judges a document by all rules in one walk (spec 5).</summary>
internal static class DocumentValidator
{
    /// <param name="rules">New ones: a rule holds what it has met.</param>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        LeafCoercion leaves,
        IReadOnlyList<ValidationRule> rules,
        DocumentNode document,
        int maxErrors
    )
    {
        var context = new ValidationContext(schema, leaves, document, maxErrors);
        foreach (var rule in rules)
        {
            rule.Attach(context);
        }

        new DocumentWalker(schema, rules, () => context.IsFull).Walk(document);
        return context.Errors;
    }
}
