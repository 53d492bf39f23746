using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Limits;

/// <summary>
/// What an argument's value costs: each input field of a weight multiplies what stands inside it (see
/// <see cref="GraphQLLimits.InputWeights"/>), and what stands side by side is added. A value without such a field costs nothing.
/// </summary>
internal sealed class InputCost(IReadOnlyDictionary<string, int> weights, IReadOnlyDictionary<string, object?> variables)
{
    private const long Most = long.MaxValue / 4;

    /// <summary>Whether a variable has been looked into, so that the cost is another for other variables.</summary>
    public bool DependsOnVariables { get; private set; }

    public long Of(FieldNode node, Field field)
    {
        if (weights.Count == 0)
        {
            return 0;
        }

        long total = 0;
        foreach (var argument in node.Arguments)
        {
            if (field.FindArgument(argument.Name.Value) is { } definition)
            {
                total = Sum(total, Of(argument.Value, definition.Type));
            }
        }

        return total;
    }

    private long Of(ValueNode value, GraphQLType type)
    {
        // A scalar, or a list of them, holds no input field.
        if (type.Named is not InputObjectType input)
        {
            return 0;
        }

        long total = 0;
        switch (value)
        {
            case VariableNode variable:
                DependsOnVariables = true;
                return OfValue(variables.GetValueOrDefault(variable.Name.Value), type);
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    total = Sum(total, Of(item, Inner(type)));
                }

                return total;
            case ObjectValueNode fields:
                foreach (var field in fields.Fields)
                {
                    if (input.Find(field.Name.Value) is { } definition)
                    {
                        total = Sum(total, Weighed(definition, Of(field.Value, definition.Type)));
                    }
                }

                return total;
            default:
                return 0;
        }
    }

    private long OfValue(object? value, GraphQLType type)
    {
        long total = 0;
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> fields when type.Named is InputObjectType input:
                foreach (var (name, inside) in fields)
                {
                    if (inside is not null && input.Find(name) is { } definition)
                    {
                        total = Sum(total, Weighed(definition, OfValue(inside, definition.Type)));
                    }
                }

                return total;
            case IReadOnlyList<object?> list:
                foreach (var item in list)
                {
                    total = Sum(total, OfValue(item, Inner(type)));
                }

                return total;
            default:
                return 0;
        }
    }

    private long Weighed(InputValue field, long inside)
    {
        if (!weights.TryGetValue(field.Coordinate, out var weight))
        {
            return inside;
        }

        var times = Math.Max(1, inside);
        return times > Most / weight ? Most : times * weight;
    }

    private static long Sum(long a, long b) => Math.Min(Most, a + b);

    private static GraphQLType Inner(GraphQLType type) => type.Nullable is ListType list ? list.OfType : type;
}
