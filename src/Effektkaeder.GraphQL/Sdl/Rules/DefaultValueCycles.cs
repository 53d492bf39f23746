using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>The default of an input field must not need that same default again (spec 3.10, InputFieldDefaultValueHasCycle).</summary>
internal static class DefaultValueCycles
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var done = new HashSet<InputValue>();
        foreach (var field in schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields))
        {
            Visit(field, done, [], errors);
        }
    }

    private static void Visit(InputValue field, HashSet<InputValue> done, List<InputValue> path, SchemaErrors errors)
    {
        if (field.DefaultValue is not { } value || field.Type.Named is not InputObjectType type)
        {
            return;
        }

        var from = path.IndexOf(field);
        if (from >= 0)
        {
            errors.Add(
                $"The default of \"{field.Coordinate}\" needs itself, by way of "
                    + $"{string.Join(", ", path.Skip(from).Select(step => step.Coordinate))}.",
                field.Location
            );
        }
        else if (done.Add(field))
        {
            path.Add(field);
            Walk(type, value, done, path, errors);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static void Walk(InputObjectType type, ValueNode value, HashSet<InputValue> done, List<InputValue> path, SchemaErrors errors)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values)
            {
                Walk(type, item, done, path, errors);
            }
        }
        else if (value is ObjectValueNode map)
        {
            foreach (var field in type.Fields)
            {
                var given = map.Fields.FirstOrDefault(part => string.Equals(part.Name.Value, field.Name, StringComparison.Ordinal));
                if (given is null)
                {
                    Visit(field, done, path, errors);
                }
                else if (field.Type.Named is InputObjectType inner)
                {
                    Walk(inner, given.Value, done, path, errors);
                }
            }
        }
    }
}
