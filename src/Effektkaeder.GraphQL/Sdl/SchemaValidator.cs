using Effektkaeder.GraphQL.Sdl.Rules;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Sdl;

/// <summary>Type validation: the "Type Validation" part of each section of spec 3, one rule class a subject.</summary>
internal static class SchemaValidator
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        RootOperationTypes.Check(schema, errors);
        ReservedNames.Check(schema, errors);
        TypesHaveMembers.Check(schema, errors);
        FieldAndInputTypes.Check(schema, errors);
        ImplementedInterfaces.Check(schema, errors);
        OneOfInputObjects.Check(schema, errors);
        DeprecatedMembers.Check(schema, errors);
        FiniteInputObjects.Check(schema, errors);
        DirectiveCycles.Check(schema, errors);
        if (errors.IsEmpty)
        {
            var leaves = new LeafCoercion();
            DefaultValues.Check(schema, leaves, errors);
            DefaultValueCycles.Check(schema, errors);
            AppliedDirectiveValues.Check(schema, leaves, errors);
        }
    }
}
