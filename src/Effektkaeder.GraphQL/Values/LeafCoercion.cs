using System.Globalization;
using System.Text.Json;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>Reads and writes the values of scalars and enums (spec 3.5 and 3.9: input and result coercion).</summary>
internal sealed partial class LeafCoercion(IReadOnlyDictionary<string, ScalarBinding>? bindings = null)
{
    /// <summary>A literal as the leaf's value. No variable stands in it, unless in a custom scalar.</summary>
    public bool TryRead(
        NamedType type,
        ValueNode node,
        IReadOnlyDictionary<string, object?>? variables,
        out object? value,
        out Message reason
    )
    {
        reason = "";
        value = null;
        switch (type)
        {
            case EnumType enumeration:
                return node is EnumValueNode name
                    ? TryReadEnum(enumeration, name.Value, out value, out reason)
                    : Refuse($"\"{type.Name}\" takes one of its names, not {Show(node)}.{NearNames(enumeration, node)}", out reason);
            case ScalarType { IsBuiltIn: true }:
                return TryReadBuiltIn(type.Name, node, out value) || Refuse(RefusedLiteral(type.Name, node), out reason);
            default:
                return TryParse(type.Name, PlainValues.From(node, variables), out value, out reason);
        }
    }

    /// <summary>A value from JSON variables as the leaf's value.</summary>
    public bool TryRead(NamedType type, JsonElement element, out object? value, out Message reason)
    {
        reason = "";
        value = null;
        switch (type)
        {
            case EnumType enumeration:
                return element.ValueKind == JsonValueKind.String
                    ? TryReadEnum(enumeration, element.GetString()!, out value, out reason)
                    : Refuse($"\"{type.Name}\" takes one of its names as text, not {Show(element)}.", out reason);
            case ScalarType { IsBuiltIn: true }:
                return TryReadBuiltIn(type.Name, element, out value) || Refuse($"{Show(element)} is no {type.Name}.", out reason);
            default:
                return TryParse(type.Name, PlainValues.From(element), out value, out reason);
        }
    }

    private static bool TryReadBuiltIn(string type, ValueNode node, out object? value)
    {
        value = (type, node) switch
        {
            ("Int", IntValueNode n)
                when int.TryParse(n.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            ("Float", IntValueNode n) => Finite(n.Text),
            ("Float", FloatValueNode n) => Finite(n.Text),
            ("String", StringValueNode text) => text.Value,
            ("Boolean", BooleanValueNode boolean) => boolean.Value,
            ("ID", StringValueNode text) => text.Value,
            ("ID", IntValueNode number) => number.Text,
            _ => null,
        };
        return value is not null;
    }

    private static bool TryReadBuiltIn(string type, JsonElement element, out object? value)
    {
        value = (type, element.ValueKind) switch
        {
            ("Int", JsonValueKind.Number) => WholeNumber(element) is { } number and >= int.MinValue and <= int.MaxValue
                ? (int)number
                : null,
            ("Float", JsonValueKind.Number) => Finite(element.GetRawText()),
            ("String" or "ID", JsonValueKind.String) => element.GetString(),
            ("Boolean", JsonValueKind.True or JsonValueKind.False) => element.GetBoolean(),
            ("ID", JsonValueKind.Number) => WholeNumberText(element),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>JSON knows one kind of number: 1 and 1.0 are the same.</summary>
    private static double? WholeNumber(JsonElement element) =>
        Finite(element.GetRawText()) is double number && Math.Floor(number) == number ? number : null;

    private static string? WholeNumberText(JsonElement element)
    {
        var text = element.GetRawText();
        return text.AsSpan().IndexOfAny("eE.") < 0 ? text : WholeNumber(element)?.ToString("F0", CultureInfo.InvariantCulture);
    }

    private static object? Finite(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private bool TryReadEnum(EnumType type, string name, out object? value, out Message reason)
    {
        value = null;
        if (type.Find(name) is null)
        {
            return Refuse(
                $"\"{type.Name}\" has no value \"{name}\".{Suggestions.DidYouMean(name, type.Values.Select(known => known.Name))}",
                out reason
            );
        }

        if (bindings is not null && bindings.ContainsKey(type.Name))
        {
            return TryParse(type.Name, name, out value, out reason);
        }

        value = name;
        reason = "";
        return true;
    }

    private bool TryParse(string type, object? plain, out object? value, out Message reason)
    {
        value = plain;
        reason = "";
        if (plain is null || bindings is null || !bindings.TryGetValue(type, out var binding))
        {
            return true;
        }

        try
        {
            value = binding.Parse(plain);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or GraphQLUserException)
        {
            return Refuse(exception.Message, out reason);
        }
        catch (Exception)
        {
            // Whatever a scalar makes of a value of a kind it did not expect, it is the client's value that does not fit.
            return Refuse($"The value is no {type}.", out reason);
        }
    }

    private static bool Refuse(Message message, out Message reason)
    {
        reason = message;
        return false;
    }

    private static Message RefusedLiteral(string type, ValueNode node) =>
        type == "Int" && node is IntValueNode
            ? (Message)$"{Show(node)} is beyond the 32 bits of an Int."
            : (Message)$"{Show(node)} is no {type}.";

    private static Message NearNames(EnumType type, ValueNode node) =>
        node is StringValueNode text ? Suggestions.DidYouMean(text.Value, type.Values.Select(known => known.Name)) : "";

    /// <summary>A literal in an error message, cut when long.</summary>
    public static string Show(ValueNode node) => Cut(Printer.Print(node));

    public static string Show(JsonElement element) => Cut(element.GetRawText());

    private static string Cut(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
