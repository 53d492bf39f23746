using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>
/// Whether a literal is a value of an input type (spec 5.6.1 to 5.6.4), every breach reported where it stands.
/// A variable is taken as fitting: where it may stand is another rule's matter.
/// </summary>
internal sealed class LiteralValidator(LeafCoercion leaves, Action<Node, Message> report)
{
    public void Check(ValueNode node, GraphQLType type)
    {
        switch (type)
        {
            case var _ when node is VariableNode:
                break;
            case NonNullType nonNull when node is NullValueNode:
                report(node, $"Null is no \"{nonNull}\".");
                break;
            case NonNullType nonNull:
                Check(node, nonNull.OfType);
                break;
            case var _ when node is NullValueNode:
                break;
            case ListType list when node is ListValueNode items:
                foreach (var item in items.Values)
                {
                    Check(item, list.OfType);
                }

                break;
            case ListType list:
                Check(node, list.OfType);
                break;
            case InputObjectType input when node is ObjectValueNode map:
                CheckObject(map, input);
                break;
            case InputObjectType input:
                report(node, $"\"{input.Name}\" takes an object, not {LeafCoercion.Show(node)}.");
                break;
            default:
                CheckLeaf(node, type.Named);
                break;
        }
    }

    private void CheckLeaf(ValueNode node, NamedType type)
    {
        // What a custom scalar makes of a variable inside it is known only when the variable is.
        var isOpen = type is ScalarType { IsBuiltIn: false } && PlainValues.HasVariable(node);
        if (!isOpen && !leaves.TryRead(type, node, null, out _, out var reason))
        {
            report(node, reason);
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        var given = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            given[field.Name.Value] = field.Value;
        }

        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value))
            {
                Check(value, field.Type);
            }
            else if (field.IsRequired)
            {
                report(node, $"\"{type.Name}\" needs its field \"{field.Name}\" of type \"{field.Type}\".");
            }
        }

        var known = 0;
        foreach (var field in node.Fields)
        {
            if (type.Find(field.Name.Value) is null)
            {
                var near = Suggestions.DidYouMean(field.Name.Value, type.Fields.Select(f => f.Name));
                report(field, $"\"{type.Name}\" has no field \"{field.Name.Value}\".{near}");
            }
            else
            {
                known++;
            }
        }

        if (type.IsOneOf && (known != 1 || LoneKnown(node, type) is NullValueNode))
        {
            report(node, OneOf(type));
        }
    }

    internal static Message OneOf(InputObjectType type) => $"\"{type.Name}\" takes exactly one of its fields, and not as null.";

    private static ValueNode LoneKnown(ObjectValueNode node, InputObjectType type) =>
        node.Fields.First(field => type.Find(field.Name.Value) is not null).Value;
}
