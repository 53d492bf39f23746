using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Validation;
using Effektkaeder.GraphQL.Validation.Rules;

namespace Effektkaeder.GraphQL.Tests.Validation;

/// <summary>A document judged by the specified rules, as the engine does it.</summary>
internal static class SpecifiedValidation
{
    public static IReadOnlyList<GraphQLError> Errors(BoundSchema bound, DocumentNode document, int most = 100) =>
        DocumentValidator.Validate(bound.Schema, bound.Leaves, SpecifiedRules.Create(), document, most);
}
