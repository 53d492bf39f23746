using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>
/// An input object must have a value of finite size (spec 3.10, circular references): one whose non-null fields lead
/// back to itself has none, nor has a OneOf whose every field does.
/// </summary>
internal static class FiniteInputObjects
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var inputs = schema.Types.OfType<InputObjectType>().ToArray();
        var finite = new HashSet<InputObjectType>();
        bool grew;
        do
        {
            grew = false;
            foreach (var input in inputs.Where(input => !finite.Contains(input) && IsFinite(input, finite)))
            {
                finite.Add(input);
                grew = true;
            }
        } while (grew);

        foreach (var input in inputs.Where(input => !finite.Contains(input)))
        {
            errors.Add(
                $"The input object \"{input.Name}\" has no finite value: its fields lead back to it without end.",
                input.Locations[0]
            );
        }
    }

    private static bool IsFinite(InputObjectType input, HashSet<InputObjectType> finite) =>
        input.IsOneOf
            ? input.Fields.Count == 0 || input.Fields.Any(field => field.Type is not InputObjectType target || finite.Contains(target))
            : input.Fields.All(field => field.Type is not NonNullType { OfType: InputObjectType target } || finite.Contains(target));
}
