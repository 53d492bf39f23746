using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>Names that begin with two underscores belong to introspection (spec 2.1.9).</summary>
internal static class ReservedNames
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var type in schema.Types.Where(type => !type.IsBuiltIn))
        {
            Check(type.Name, type.Name, type.Locations[0], errors);
            foreach (var (name, coordinate, location) in Members(type))
            {
                Check(name, coordinate, location, errors);
            }
        }

        foreach (var directive in schema.Directives)
        {
            Check(directive.Name, "@" + directive.Name, directive.Location, errors);
            foreach (var argument in directive.Arguments)
            {
                Check(argument.Name, argument.Coordinate, argument.Location, errors);
            }
        }
    }

    private static IEnumerable<(string Name, string Coordinate, Location Location)> Members(NamedType type) =>
        type switch
        {
            FieldedType fielded => fielded.Fields.SelectMany(field =>
                field
                    .Arguments.Select(argument => (argument.Name, argument.Coordinate, argument.Location))
                    .Prepend((field.Name, field.Coordinate, field.Location))
            ),
            InputObjectType input => input.Fields.Select(field => (field.Name, field.Coordinate, field.Location)),
            EnumType enumeration => enumeration.Values.Select(value => (value.Name, $"{type.Name}.{value.Name}", value.Location)),
            _ => [],
        };

    private static void Check(string name, string coordinate, Location location, SchemaErrors errors)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Add($"The name of \"{coordinate}\" begins with \"__\", which is kept for introspection.", location);
        }
    }
}
