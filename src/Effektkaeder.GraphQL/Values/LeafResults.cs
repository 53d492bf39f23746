using System.Collections;
using System.Globalization;
using System.Text.Json;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>The leaves whose values need no look at the schema.</summary>
internal enum LeafKind
{
    /// <summary>A list or object, an enum, a custom scalar, or anything with a binding.</summary>
    None,
    Int,
    Float,
    Text,
    Boolean,
}

/// <summary>Result coercion (spec 3.5, 3.9): what a resolver answered as what is written, or a reason why it cannot be.</summary>
internal sealed partial class LeafCoercion
{
    /// <summary>
    /// Answers a value that the response can write. Values already of the right kind are passed on as they are.
    /// </summary>
    public bool TryWrite(NamedType type, object value, out object? written, out Message reason)
    {
        reason = "";
        if (bindings is not null && bindings.TryGetValue(type.Name, out var binding))
        {
            written = binding.Serialize(value);
            if (written is null)
            {
                return true;
            }
        }
        else
        {
            written = value;
        }

        written = type switch
        {
            EnumType enumeration => EnumName(enumeration, written),
            ScalarType { IsBuiltIn: true } => BuiltIn(type.Name, written),
            _ => IsPlain(written) ? written : null,
        };
        if (written is not null)
        {
            return true;
        }

        reason = $"A value of the .NET type {value.GetType().Name} is no {type.Name}.";
        return false;
    }

    public LeafKind KindOf(NamedType type) =>
        bindings?.ContainsKey(type.Name) == true || !type.IsBuiltIn
            ? LeafKind.None
            : type.Name switch
            {
                "Int" => LeafKind.Int,
                "Float" => LeafKind.Float,
                "String" or "ID" => LeafKind.Text,
                "Boolean" => LeafKind.Boolean,
                _ => LeafKind.None,
            };

    /// <summary>Whether the value can be written as it is.</summary>
    public static bool IsReady(LeafKind kind, object? value) =>
        kind switch
        {
            LeafKind.Text => value is string,
            LeafKind.Int => value is int,
            LeafKind.Boolean => value is bool,
            LeafKind.Float => value is double number && double.IsFinite(number),
            _ => false,
        };

    private static object? EnumName(EnumType type, object value)
    {
        var name = value as string ?? (value as Enum)?.ToString();
        return name is not null && type.Find(name) is not null ? name : null;
    }

    private static object? BuiltIn(string type, object value) =>
        type switch
        {
            "String" => value as string ?? Text(value),
            "ID" => value as string ?? Identifier(value),
            "Boolean" => value is bool ? value
            : value is JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } ? value
            : null,
            "Int" => value is int ? value : WholeInt(value),
            _ => value is double number ? Finite(number) : Float(value),
        };

    private static object? Finite(double number) => double.IsFinite(number) ? number : null;

    private static object? Float(object value) =>
        value switch
        {
            float number => Finite(number),
            decimal or int or long or short or byte or uint or ushort or sbyte or ulong => value,
            JsonElement { ValueKind: JsonValueKind.Number } => value,
            _ => null,
        };

    private static object? WholeInt(object value) =>
        value switch
        {
            long number => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
            short or byte or sbyte or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            uint number => number <= int.MaxValue ? (int)number : null,
            ulong number => number <= int.MaxValue ? (int)number : null,
            double number => Math.Floor(number) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
            float number => WholeInt((double)number),
            decimal number => decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
            JsonElement { ValueKind: JsonValueKind.Number } element => element.TryGetInt32(out var number) ? number : null,
            _ => null,
        };

    private static string? Text(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            double number when !double.IsFinite(number) => null,
            float number when !float.IsFinite(number) => null,
            char or int or long or short or byte or uint or ulong or ushort or sbyte or double or float or decimal or Guid or Enum or Uri =>
                Convert.ToString(value, CultureInfo.InvariantCulture),
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
            _ => null,
        };

    private static string? Identifier(object value) =>
        value switch
        {
            int or long or short or byte or uint or ulong or ushort or sbyte or Guid => Convert.ToString(
                value,
                CultureInfo.InvariantCulture
            ),
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
            _ => null,
        };

    private static bool IsPlain(object value) =>
        value switch
        {
            double number => double.IsFinite(number),
            float number => float.IsFinite(number),
            string or bool or int or long or short or byte or uint or ulong or ushort or sbyte or decimal or JsonElement => true,
            IReadOnlyDictionary<string, object?> map => map.Values.All(item => item is null || IsPlain(item)),
            IEnumerable list => list.Cast<object?>().All(item => item is null || IsPlain(item)),
            _ => false,
        };
}
