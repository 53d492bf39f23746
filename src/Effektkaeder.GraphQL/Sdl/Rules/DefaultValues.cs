using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>A default must be a value of its type (spec 3.6.1, 3.10). Custom scalars are judged when the schema is bound.</summary>
internal static class DefaultValues
{
    public static void Check(Schema schema, LeafCoercion leaves, SchemaErrors errors)
    {
        var inputs = schema
            .Types.OfType<FieldedType>()
            .SelectMany(type => type.Fields)
            .SelectMany(field => field.Arguments)
            .Concat(schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields))
            .Concat(schema.Directives.SelectMany(directive => directive.Arguments));
        foreach (var input in inputs)
        {
            if (input.DefaultValue is { } value)
            {
                Check(input, value, leaves, errors);
            }
        }
    }

    internal static void Check(InputValue input, ValueNode value, LeafCoercion leaves, SchemaErrors errors) =>
        new LiteralValidator(
            leaves,
            (node, message) => errors.Add($"The default of \"{input.Coordinate}\" does not fit: {message}", node.Location)
        ).Check(value, input.Type);
}
