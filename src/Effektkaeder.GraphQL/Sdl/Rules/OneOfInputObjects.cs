using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>The fields of a OneOf input object are nullable and have no default (spec 3.10).</summary>
internal static class OneOfInputObjects
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var field in schema.Types.OfType<InputObjectType>().Where(type => type.IsOneOf).SelectMany(type => type.Fields))
        {
            if (field.Type is NonNullType)
            {
                errors.Add($"The OneOf field \"{field.Coordinate}\" must be nullable.", field.Location);
            }

            if (field.DefaultValue is not null)
            {
                errors.Add($"The OneOf field \"{field.Coordinate}\" cannot have a default.", field.Location);
            }
        }
    }
}
