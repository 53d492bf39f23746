using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Literals are values of the types of their places (spec 5.6.1, with 5.6.2 and 5.6.4 for input objects).</summary>
internal sealed class ValuesOfCorrectType : ValidationRule
{
    public override void VisitLiteral(ValueNode value, GraphQLType? type)
    {
        if (type is not null)
        {
            new LiteralValidator(Context.Leaves, (node, message) => Report(message, node)).Check(value, type);
        }
    }
}
