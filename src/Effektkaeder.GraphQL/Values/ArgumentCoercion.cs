using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>CoerceArgumentValues of spec 6.4.1.</summary>
internal static class ArgumentCoercion
{
    public static bool TryCoerce(
        InputCoercion inputs,
        IReadOnlyList<InputValue> definitions,
        IReadOnlyList<ArgumentNode> nodes,
        IReadOnlyDictionary<string, object?>? variables,
        out Arguments arguments,
        out Message reason
    )
    {
        reason = "";
        arguments = Arguments.None;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var node = Find(nodes, definition.Name)?.Value;
            if (node is null || (node is VariableNode variable && variables?.ContainsKey(variable.Name.Value) != true))
            {
                if (definition.DefaultValue is not null)
                {
                    values[definition.Name] = inputs.Default(definition);
                }
                else if (definition.Type is NonNullType)
                {
                    reason = $"The argument \"{definition.Coordinate}\" of type \"{definition.Type}\" has no value.";
                    return false;
                }
            }
            else if (inputs.TryCoerce(node, definition.Type, variables, out var value))
            {
                values[definition.Name] = value;
            }
            else
            {
                reason = $"The argument \"{definition.Coordinate}\" has with these variables a value that is no \"{definition.Type}\".";
                return false;
            }
        }

        arguments = new Arguments(values);
        return true;
    }

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> nodes, string name)
    {
        foreach (var node in nodes)
        {
            if (string.Equals(node.Name.Value, name, StringComparison.Ordinal))
            {
                return node;
            }
        }

        return null;
    }
}
