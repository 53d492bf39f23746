using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>Objects, interfaces and input objects have a field, unions a member, each once, and enums a value (spec 3.6 to 3.10).</summary>
internal static class TypesHaveMembers
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var type in schema.Types)
        {
            var (count, what) = type switch
            {
                FieldedType fielded => (fielded.Fields.Count, "field"),
                InputObjectType input => (input.Fields.Count, "field"),
                UnionType union => (union.Types.Count, "member type"),
                EnumType enumeration => (enumeration.Values.Count, "value"),
                _ => (1, ""),
            };
            if (count == 0)
            {
                errors.Add($"The type \"{type.Name}\" needs one {what} or more.", type.Locations[0]);
            }

            if (type is UnionType members)
            {
                foreach (
                    var twice in members.Types.GroupBy(member => member.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
                )
                {
                    errors.Add($"The union \"{type.Name}\" includes \"{twice.Key}\" more than once.", type.Locations[0]);
                }
            }
        }
    }
}
