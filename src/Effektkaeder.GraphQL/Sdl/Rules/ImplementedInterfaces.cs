using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>A type that implements an interface has its fields, arguments and own interfaces (spec 3.6.1, IsValidImplementation).</summary>
internal static class ImplementedInterfaces
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var type in schema.Types.OfType<FieldedType>())
        {
            var seen = new HashSet<InterfaceType>();
            foreach (var parent in type.Interfaces)
            {
                if (ReferenceEquals(type, parent))
                {
                    errors.Add($"The type \"{type.Name}\" cannot implement itself.", type.Locations[0]);
                }
                else if (!seen.Add(parent))
                {
                    errors.Add($"The type \"{type.Name}\" implements \"{parent.Name}\" more than once.", type.Locations[0]);
                }
                else
                {
                    CheckAncestors(type, parent, errors);
                    CheckFields(schema, type, parent, errors);
                }
            }
        }
    }

    private static void CheckAncestors(FieldedType type, InterfaceType parent, SchemaErrors errors)
    {
        foreach (var ancestor in parent.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            errors.Add(
                ReferenceEquals(ancestor, type)
                    ? $"The type \"{type.Name}\" cannot implement \"{parent.Name}\", which implements it in turn."
                    : $"The type \"{type.Name}\" must implement \"{ancestor.Name}\", as its interface \"{parent.Name}\" does.",
                type.Locations[0]
            );
        }
    }

    private static void CheckFields(Schema schema, FieldedType type, InterfaceType parent, SchemaErrors errors)
    {
        foreach (var expected in parent.Fields)
        {
            if (type.Find(expected.Name) is not { } field)
            {
                errors.Add(
                    $"The type \"{type.Name}\" lacks the field \"{expected.Coordinate}\" of its interface.",
                    expected.Location,
                    type.Locations[0]
                );
                continue;
            }

            if (!schema.IsSubtype(field.Type, expected.Type))
            {
                errors.Add(
                    $"The field \"{field.Coordinate}\" is of type \"{field.Type}\", but its interface asks for \"{expected.Type}\".",
                    expected.Location,
                    field.Location
                );
            }

            if (field.DeprecationReason is not null && expected.DeprecationReason is null)
            {
                errors.Add($"The field \"{field.Coordinate}\" is deprecated, but that of its interface is not.", field.Location);
            }

            CheckArguments(field, expected, errors);
        }
    }

    private static void CheckArguments(Field field, Field expected, SchemaErrors errors)
    {
        foreach (var wanted in expected.Arguments)
        {
            if (field.FindArgument(wanted.Name) is not { } argument)
            {
                errors.Add(
                    $"The field \"{field.Coordinate}\" lacks the argument \"{wanted.Coordinate}\" of its interface.",
                    wanted.Location,
                    field.Location
                );
            }
            else if (!argument.Type.SameAs(wanted.Type))
            {
                errors.Add(
                    $"The argument \"{argument.Coordinate}\" is of type \"{argument.Type}\", but its interface asks for \"{wanted.Type}\".",
                    wanted.Location,
                    argument.Location
                );
            }
        }

        foreach (var extra in field.Arguments.Where(argument => argument.IsRequired && expected.FindArgument(argument.Name) is null))
        {
            errors.Add(
                $"The argument \"{extra.Coordinate}\" must not be required, as the interface's field has no such argument.",
                extra.Location
            );
        }
    }
}
