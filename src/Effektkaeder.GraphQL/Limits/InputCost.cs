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

    private long Of(ValueNode value, GraphQLType type) =>
        value switch
        {
            VariableNode variable => OfValue(variables.GetValueOrDefault(variable.Name.Value), type),
            ListValueNode list => list.Values.Aggregate(0L, (sum, item) => Sum(sum, Of(item, Inner(type)))),
            ObjectValueNode fields when type.Named is InputObjectType input => fields.Fields.Aggregate(
                0L,
                (sum, f) => input.Find(f.Name.Value) is { } definition ? Sum(sum, Weighed(definition, Of(f.Value, definition.Type))) : sum
            ),
            _ => 0,
        };

    private long OfValue(object? value, GraphQLType type) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> fields when type.Named is InputObjectType input => fields.Aggregate(
                0L,
                (sum, f) =>
                    f.Value is not null && input.Find(f.Key) is { } definition
                        ? Sum(sum, Weighed(definition, OfValue(f.Value, definition.Type)))
                        : sum
            ),
            IReadOnlyList<object?> list => list.Aggregate(0L, (sum, item) => Sum(sum, OfValue(item, Inner(type)))),
            _ => 0,
        };

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
