using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>One place where a variable stands (spec 5.8.5).</summary>
/// <param name="Type">The type of the place; null where it is unknown.</param>
/// <param name="HasDefault">Whether the place is an argument or input field with a default.</param>
/// <param name="OneOf">The OneOf input object whose field the place is, if any.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>Finds the variables of one definition's own text.</summary>
internal sealed class VariableUsageCollector : ValidationRule
{
    private readonly List<VariableUsage> _usages = [];

    public IReadOnlyList<VariableUsage> Usages => _usages;

    public override void VisitArguments(Node owner, IReadOnlyList<ArgumentNode> arguments, Field? field, DirectiveDefinition? directive)
    {
        foreach (var argument in arguments)
        {
            var definition = directive is not null ? directive.FindArgument(argument.Name.Value) : field?.FindArgument(argument.Name.Value);
            Gather(argument.Value, definition?.Type, definition?.DefaultValue is not null, null);
        }
    }

    private void Gather(ValueNode value, GraphQLType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                _usages.Add(new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var item = (type?.Nullable as ListType)?.OfType;
                foreach (var part in list.Values)
                {
                    Gather(part, item, false, null);
                }

                break;
            case ObjectValueNode map:
                var input = type?.Named as InputObjectType;
                foreach (var part in map.Fields)
                {
                    var field = input?.Find(part.Name.Value);
                    Gather(part.Value, field?.Type, field?.DefaultValue is not null, input is { IsOneOf: true } ? input : null);
                }

                break;
            default:
                break;
        }
    }
}
