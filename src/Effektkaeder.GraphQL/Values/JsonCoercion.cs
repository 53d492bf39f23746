using System.Globalization;
using System.Text.Json;
using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Values;

/// <summary>JSON variables to values (spec 6.1.2 and the input coercion of each type), every breach reported with its path.</summary>
internal sealed partial class InputCoercion
{
    public object? FromJson(JsonElement element, GraphQLType type, string path, Action<Message> report)
    {
        switch (type)
        {
            case NonNullType nonNull when element.ValueKind == JsonValueKind.Null:
                report($"{path} must not be null: it is of type \"{nonNull}\".");
                return null;
            case NonNullType nonNull:
                return FromJson(element, nonNull.OfType, path, report);
            case var _ when element.ValueKind == JsonValueKind.Null:
                return null;
            case ListType list when element.ValueKind == JsonValueKind.Array:
                return ListFromJson(element, list, path, report);
            case ListType list:
                // Spec 3.11: a lone value stands for a list of one.
                return new List<object?> { FromJson(element, list.OfType, path, report) };
            case InputObjectType input when element.ValueKind == JsonValueKind.Object:
                return ObjectFromJson(element, input, path, report);
            case InputObjectType input:
                report($"{path} must be an object of type \"{input.Name}\", not {LeafCoercion.Show(element)}.");
                return null;
            default:
                if (!leaves.TryRead(type.Named, element, out var value, out var reason))
                {
                    report($"{path}: {reason}");
                }

                return value;
        }
    }

    private List<object?> ListFromJson(JsonElement element, ListType list, string path, Action<Message> report)
    {
        var items = new List<object?>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(FromJson(item, list.OfType, $"{path}[{items.Count.ToString(CultureInfo.InvariantCulture)}]", report));
        }

        return items;
    }

    private Dictionary<string, object?> ObjectFromJson(JsonElement element, InputObjectType type, string path, Action<Message> report)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (type.Find(property.Name) is null)
            {
                var near = Suggestions.DidYouMean(property.Name, type.Fields.Select(field => field.Name));
                report($"{path} has a field \"{property.Name}\" that \"{type.Name}\" lacks.{near}");
            }
            else
            {
                given[property.Name] = property.Value;
            }
        }

        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var part))
            {
                result[field.Name] = FromJson(part, field.Type, $"{path}.{field.Name}", report);
            }
            else if (field.IsRequired)
            {
                report($"{path} lacks the field \"{field.Name}\" of type \"{field.Type}\".");
            }
            else if (field.DefaultValue is not null)
            {
                result[field.Name] = Default(field);
            }
        }

        if (type.IsOneOf && (given.Count != 1 || given.Values.First().ValueKind == JsonValueKind.Null))
        {
            report($"{path}: {LiteralValidator.OneOf(type)}");
        }

        return result;
    }
}
