using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl.Rules;

/// <summary>Fields have output types; arguments and input fields have input types (spec 3.6, 3.10, 3.13).</summary>
internal static class FieldAndInputTypes
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        foreach (var field in schema.Types.OfType<FieldedType>().SelectMany(type => type.Fields))
        {
            if (!field.Type.IsOutput)
            {
                errors.Add($"The field \"{field.Coordinate}\" cannot have the input type \"{field.Type}\".", field.Location);
            }

            CheckInputs(field.Arguments, errors);
        }

        foreach (var input in schema.Types.OfType<InputObjectType>())
        {
            CheckInputs(input.Fields, errors);
        }

        foreach (var directive in schema.Directives)
        {
            CheckInputs(directive.Arguments, errors);
        }
    }

    private static void CheckInputs(IReadOnlyList<InputValue> inputs, SchemaErrors errors)
    {
        foreach (var input in inputs.Where(input => !input.Type.IsInput))
        {
            errors.Add($"\"{input.Coordinate}\" cannot have the output type \"{input.Type}\".", input.Location);
        }
    }
}
