using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>Judges a document by every rule of <see cref="SpecifiedRules"/> in one walk (spec 5).</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(BoundSchema schema, DocumentNode document, int maxErrors = 100)
    {
        var context = new ValidationContext(schema.Schema, schema.Leaves, document, maxErrors);
        var rules = SpecifiedRules.Create();
        foreach (var rule in rules)
        {
            rule.Attach(context);
        }

        new DocumentWalker(schema.Schema, rules, () => context.IsFull).Walk(document);
        return context.Errors;
    }
}
