using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>The arguments of directives written in SDL are values of their types (spec 5.6.1).</summary>
internal static class AppliedDirectiveValues
{
    public static void Check(Schema schema, LeafCoercion leaves, SchemaErrors errors)
    {
        foreach (var applied in schema.AppliedDirectives.Concat(schema.Types.SelectMany(DirectivesOf)))
        {
            var definition = schema.FindDirective(applied.Name.Value);
            foreach (var argument in applied.Arguments)
            {
                if (definition?.FindArgument(argument.Name.Value) is { } input)
                {
                    new LiteralValidator(
                        leaves,
                        (node, message) => errors.Add($"The argument \"{input.Coordinate}\" does not fit: {message}", node.Location)
                    ).Check(argument.Value, input.Type);
                }
            }
        }
    }

    private static IEnumerable<DirectiveNode> DirectivesOf(NamedType type) =>
        type.Directives.Concat(
            type switch
            {
                FieldedType fielded => fielded.Fields.SelectMany(field =>
                    field.Directives.Concat(field.Arguments.SelectMany(argument => argument.Directives))
                ),
                InputObjectType input => input.Fields.SelectMany(field => field.Directives),
                EnumType enumeration => enumeration.Values.SelectMany(value => value.Directives),
                _ => [],
            }
        );
}
