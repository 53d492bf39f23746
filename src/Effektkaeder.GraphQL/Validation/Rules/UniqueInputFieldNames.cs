using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice (spec 5.6.3).</summary>
internal sealed class UniqueInputFieldNames : ValidationRule
{
    public override void VisitLiteral(ValueNode value, GraphQLType? type)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    VisitLiteral(item, null);
                }

                break;
            case ObjectValueNode map:
                Duplicates.Report(
                    map.Fields.Select(field => field.Name),
                    (name, first, again) => Report($"The input field \"{name}\" is given more than once.", first, again)
                );
                foreach (var field in map.Fields)
                {
                    VisitLiteral(field.Value, null);
                }

                break;
            default:
                break;
        }
    }
}
