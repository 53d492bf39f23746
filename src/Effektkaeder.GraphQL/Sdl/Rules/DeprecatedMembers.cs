using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>A required argument or input field cannot be deprecated: nobody could leave it out (spec 3.13.3).</summary>
internal static class DeprecatedMembers
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        var inputs = schema
            .Types.OfType<FieldedType>()
            .SelectMany(type => type.Fields)
            .SelectMany(field => field.Arguments)
            .Concat(schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields))
            .Concat(schema.Directives.SelectMany(directive => directive.Arguments));
        foreach (var input in inputs.Where(input => input.IsRequired && input.DeprecationReason is not null))
        {
            errors.Add($"\"{input.Coordinate}\" is required and so cannot be deprecated.", input.Location);
        }
    }
}
