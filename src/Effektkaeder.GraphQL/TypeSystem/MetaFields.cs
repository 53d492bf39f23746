namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>The fields that need no definition: <c>__typename</c> (spec 4.1), <c>__schema</c> and <c>__type</c> (spec 4.2).</summary>
internal static class MetaFields
{
    public static Field TypeName(Schema schema) =>
        new()
        {
            Name = "__typename",
            Arguments = [],
            Type = NonNull(schema, "String"),
            Parent = null,
        };

    public static Field Schema(Schema schema) =>
        new()
        {
            Name = "__schema",
            Arguments = [],
            Type = NonNull(schema, "__Schema"),
            Parent = null,
        };

    public static Field Type(Schema schema) =>
        new()
        {
            Name = "__type",
            Arguments =
            [
                new InputValue
                {
                    Name = "name",
                    Type = NonNull(schema, "String"),
                    Coordinate = "__type(name:)",
                },
            ],
            Type = schema.FindType("__Type")!,
            Parent = null,
        };

    private static NonNullType NonNull(Schema schema, string name) => new(schema.FindType(name)!);
}
