using System.Globalization;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Limits;

/// <summary>
/// The estimated cost of an operation (see <see cref="GraphQLLimits.MaxCost"/>). It depends on variables where lists are
/// cut by one; each fragment is costed once a place kind, so the work is linear.
/// </summary>
internal sealed class OperationCost(
    Schema schema,
    GraphQLLimits limits,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    IReadOnlyDictionary<string, object?> variables
)
{
    private const long Most = long.MaxValue / 4;

    private readonly Dictionary<(string Name, bool IsSized), long> _fragments = [];
    private readonly InputCost _inputs = new(limits.InputWeights, variables);
    private bool _dependsOnVariables;

    /// <summary>Whether what has been costed would cost another number of points with other variables.</summary>
    public bool DependsOnVariables => _dependsOnVariables || _inputs.DependsOnVariables;

    public long Of(OperationDefinitionNode operation) =>
        OfSet(operation.SelectionSet, schema.RootType(operation.Operation), isSized: false);

    /// <param name="isSized">Whether the field above already said how many: a connection's list costs no second time.</param>
    private long OfSet(SelectionSetNode set, CompositeType? parent, bool isSized)
    {
        long total = 0;
        foreach (var selection in set.Selections)
        {
            total = Math.Min(
                Most,
                total
                    + selection switch
                    {
                        FieldNode field => OfField(field, parent, isSized),
                        InlineFragmentNode inline => OfSet(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent, isSized),
                        FragmentSpreadNode spread => OfFragment(spread.Name.Value, isSized),
                        _ => 0,
                    }
            );
        }

        return total;
    }

    private long OfField(FieldNode node, CompositeType? parent, bool isSized)
    {
        if (parent is null || schema.FindField(parent, node.Name.Value) is not { } field)
        {
            return 0;
        }

        var weight = Math.Min(Most, limits.FieldWeights.GetValueOrDefault(field.Coordinate, 1) + _inputs.Of(node, field));
        if (node.SelectionSet is null)
        {
            return weight;
        }

        var size = Size(node, field);
        var isList = field.Type.Nullable is ListType;
        var below = OfSet(node.SelectionSet, field.Type.Named as CompositeType, isSized: size is not null && !isList);
        var times = size ?? (isList && !isSized ? limits.AssumedListSize : 1);
        return below > 0 && times > Most / below ? Most : Math.Min(Most, weight + (times * below));
    }

    /// <summary>The number that first or last gives, the larger of the two; null when the field has neither.</summary>
    private long? Size(FieldNode node, Field field)
    {
        long? size = null;
        foreach (var name in (string[])["first", "last"])
        {
            if (field.FindArgument(name) is not { } definition)
            {
                continue;
            }

            var given =
                node.Arguments.FirstOrDefault(argument => string.Equals(argument.Name.Value, name, StringComparison.Ordinal))?.Value
                ?? definition.DefaultValue;
            var number = given switch
            {
                IntValueNode literal
                    when long.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
                VariableNode variable => Given(variable),
                _ => (long?)null,
            };
            if (number is { } count)
            {
                size = Math.Max(size ?? 0, count);
            }
        }

        return size;
    }

    private long? Given(VariableNode variable)
    {
        _dependsOnVariables = true;
        return variables.GetValueOrDefault(variable.Name.Value) as int?;
    }

    private long OfFragment(string name, bool isSized)
    {
        if (!_fragments.TryGetValue((name, isSized), out var cost) && fragments.TryGetValue(name, out var fragment))
        {
            cost = OfSet(fragment.SelectionSet, TypeOf(fragment.TypeCondition), isSized);
            _fragments[(name, isSized)] = cost;
        }

        return cost;
    }

    private CompositeType? TypeOf(NamedTypeNode? condition) =>
        condition is null ? null : schema.FindType(condition.Name.Value) as CompositeType;
}
