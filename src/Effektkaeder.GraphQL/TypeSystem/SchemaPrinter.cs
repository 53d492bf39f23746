using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>A schema as SDL: types are made into nodes again, extensions folded in, and printed.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var definitions = new List<DefinitionNode>();
        if (NeedsDefinition(schema))
        {
            definitions.Add(SchemaNode(schema));
        }

        definitions.AddRange(schema.Directives.Where(directive => !directive.IsBuiltIn).Select(DirectiveNode));
        definitions.AddRange(schema.Types.Where(type => !type.IsBuiltIn).Select(TypeNode));
        return Printer.Print(new DocumentNode(definitions, 0, default)) + "\n";
    }

    /// <summary>
    /// The definition may be left out when the roots have their usual names, and nothing else is said of the schema (spec 3.3.1).
    /// </summary>
    private static bool NeedsDefinition(Schema schema) =>
        schema.Description is not null
        || schema.AppliedDirectives.Count > 0
        || Enum.GetValues<OperationType>()
            .Any(operation => !ReferenceEquals(schema.RootType(operation), schema.FindType(operation.ToString())));

    private static SchemaDefinitionNode SchemaNode(Schema schema) =>
        new(
            Text(schema.Description),
            schema.AppliedDirectives,
            Enum.GetValues<OperationType>()
                .Where(operation => schema.RootType(operation) is not null)
                .Select(operation => new OperationTypeDefinitionNode(operation, Named(schema.RootType(operation)!), default))
                .ToArray(),
            false,
            default
        );

    private static DirectiveDefinitionNode DirectiveNode(DirectiveDefinition directive) =>
        new(
            Text(directive.Description),
            Name(directive.Name),
            Inputs(directive.Arguments),
            directive.IsRepeatable,
            directive.Locations.Select(Name).ToArray(),
            default
        );

    private static TypeDefinitionNode TypeNode(NamedType type)
    {
        var (text, name) = (Text(type.Description), Name(type.Name));
        return type switch
        {
            ScalarType => new ScalarTypeDefinitionNode(text, name, type.Directives, false, default),
            ObjectType t => new ObjectTypeDefinitionNode(
                text,
                name,
                t.Interfaces.Select(Named).ToArray(),
                t.Directives,
                Fields(t),
                false,
                default
            ),
            InterfaceType t => new InterfaceTypeDefinitionNode(
                text,
                name,
                t.Interfaces.Select(Named).ToArray(),
                t.Directives,
                Fields(t),
                false,
                default
            ),
            UnionType t => new UnionTypeDefinitionNode(text, name, t.Directives, t.Types.Select(Named).ToArray(), false, default),
            EnumType t => new EnumTypeDefinitionNode(text, name, t.Directives, t.Values.Select(EnumValueNode).ToArray(), false, default),
            InputObjectType t => new InputObjectTypeDefinitionNode(text, name, t.Directives, Inputs(t.Fields), false, default),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    private static FieldDefinitionNode[] Fields(FieldedType type) =>
        type
            .Fields.Select(field => new FieldDefinitionNode(
                Text(field.Description),
                Name(field.Name),
                Inputs(field.Arguments),
                Reference(field.Type),
                field.Directives,
                default
            ))
            .ToArray();

    private static InputValueDefinitionNode[] Inputs(IReadOnlyList<InputValue> inputs) =>
        inputs
            .Select(input => new InputValueDefinitionNode(
                Text(input.Description),
                Name(input.Name),
                Reference(input.Type),
                input.DefaultValue,
                input.Directives,
                default
            ))
            .ToArray();

    private static EnumValueDefinitionNode EnumValueNode(EnumValue value) =>
        new(Text(value.Description), Name(value.Name), value.Directives, default);

    private static TypeNode Reference(GraphQLType type) =>
        type switch
        {
            NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.OfType), default),
            ListType list => new ListTypeNode(Reference(list.OfType), default),
            _ => Named(type.Named),
        };

    private static NamedTypeNode Named(NamedType type) => new(Name(type.Name), default);

    private static NameNode Name(string name) => new(name, default);

    private static StringValueNode? Text(string? description) =>
        description is null ? null : new StringValueNode(description, IsBlock: true, default);
}
