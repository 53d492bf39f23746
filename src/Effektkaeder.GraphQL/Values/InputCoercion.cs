using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>
/// Literals to argument values (spec 3.10 and 6.4.1). Absent differs from null throughout: an absent field takes its
/// default or stays absent. Input objects become dictionaries, lists become lists, enums and custom scalars what their
/// binding makes of them.
/// </summary>
internal sealed partial class InputCoercion(LeafCoercion leaves)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<InputValue, object?> _defaults = new();

    /// <summary>The default of an argument or input field. The schema was validated, so it fits.</summary>
    public object? Default(InputValue input) =>
        _defaults.GetOrAdd(
            input,
            static (input, self) =>
                self.TryCoerce(input.DefaultValue!, input.Type, null, out var value)
                    ? value
                    : throw new InvalidOperationException($"The default of {input.Coordinate} does not fit its type."),
            this
        );

    /// <summary>Answers false when the literal, with these variables, is no value of the type.</summary>
    public bool TryCoerce(ValueNode node, GraphQLType type, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        value = null;
        if (node is VariableNode variable)
        {
            // A variable's value was coerced to its own type, which validation found to fit this place.
            return (variables?.TryGetValue(variable.Name.Value, out value) == true || type is not NonNullType)
                && (value is not null || type is not NonNullType);
        }

        switch (type)
        {
            case NonNullType nonNull:
                return node is not NullValueNode && TryCoerce(node, nonNull.OfType, variables, out value);
            case var _ when node is NullValueNode:
                return true;
            case ListType list:
                return TryCoerceList(node, list, variables, out value);
            case InputObjectType input:
                return node is ObjectValueNode map && TryCoerceObject(map, input, variables, out value);
            default:
                return leaves.TryRead(type.Named, node, variables, out value, out _);
        }
    }

    private bool TryCoerceList(ValueNode node, ListType list, IReadOnlyDictionary<string, object?>? variables, out object? value)
    {
        var items = new List<object?>();
        value = items;
        if (node is not ListValueNode many)
        {
            if (!TryCoerce(node, list.OfType, variables, out var single))
            {
                return false;
            }

            items.Add(single);
            return true;
        }

        foreach (var item in many.Values)
        {
            if (!TryCoerce(item, list.OfType, variables, out var coerced))
            {
                return false;
            }

            items.Add(coerced);
        }

        return true;
    }

    private bool TryCoerceObject(
        ObjectValueNode node,
        InputObjectType type,
        IReadOnlyDictionary<string, object?>? variables,
        out object? value
    )
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        value = result;
        var given = new Dictionary<string, ValueNode>(StringComparer.Ordinal);
        foreach (var field in node.Fields)
        {
            if (type.Find(field.Name.Value) is null)
            {
                return false;
            }

            given[field.Name.Value] = field.Value;
        }

        foreach (var field in type.Fields)
        {
            if (!given.TryGetValue(field.Name, out var part) || IsAbsent(part, variables))
            {
                if (field.IsRequired)
                {
                    return false;
                }

                if (field.DefaultValue is not null)
                {
                    result[field.Name] = Default(field);
                }
            }
            else if (TryCoerce(part, field.Type, variables, out var coerced))
            {
                result[field.Name] = coerced;
            }
            else
            {
                return false;
            }
        }

        return !type.IsOneOf || (given.Count == 1 && result.Count == 1 && result.Values.First() is not null);
    }

    private static bool IsAbsent(ValueNode node, IReadOnlyDictionary<string, object?>? variables) =>
        node is VariableNode variable && variables?.ContainsKey(variable.Name.Value) != true;
}
