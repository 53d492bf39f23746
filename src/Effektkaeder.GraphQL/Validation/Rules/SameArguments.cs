using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>Whether two fields are given the same arguments: the order of arguments and of input fields does not matter.</summary>
internal static class SameArguments
{
    public static bool Check(FieldNode a, FieldNode b)
    {
        if (a.Arguments.Count != b.Arguments.Count)
        {
            return false;
        }

        foreach (var argument in a.Arguments)
        {
            var other = b.Arguments.LastOrDefault(candidate => SameName(candidate.Name, argument.Name));
            if (other is null || !SameValue(argument.Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameValue(ValueNode a, ValueNode b) =>
        (a, b) switch
        {
            (VariableNode x, VariableNode y) => SameName(x.Name, y.Name),
            (IntValueNode x, IntValueNode y) => Same(x.Text, y.Text),
            (FloatValueNode x, FloatValueNode y) => Same(x.Text, y.Text),
            (StringValueNode x, StringValueNode y) => x.IsBlock == y.IsBlock && Same(x.Value, y.Value),
            (BooleanValueNode x, BooleanValueNode y) => x.Value == y.Value,
            (NullValueNode, NullValueNode) => true,
            (EnumValueNode x, EnumValueNode y) => Same(x.Value, y.Value),
            (ListValueNode x, ListValueNode y) => x.Values.Count == y.Values.Count
                && x.Values.Zip(y.Values).All(pair => SameValue(pair.First, pair.Second)),
            (ObjectValueNode x, ObjectValueNode y) => SameFields(x, y),
            _ => false,
        };

    private static bool SameFields(ObjectValueNode a, ObjectValueNode b)
    {
        if (a.Fields.Count != b.Fields.Count)
        {
            return false;
        }

        var left = a.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        var right = b.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        return left.Zip(right).All(pair => SameName(pair.First.Name, pair.Second.Name) && SameValue(pair.First.Value, pair.Second.Value));
    }

    private static bool SameName(NameNode a, NameNode b) => Same(a.Value, b.Value);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
