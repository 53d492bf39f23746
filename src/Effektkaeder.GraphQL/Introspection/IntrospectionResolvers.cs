using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Introspection;

/// <summary>Answers a field of the type system from its parent and the field's arguments.</summary>
internal delegate object? IntrospectionResolver(object? parent, Arguments arguments);

/// <summary>The fields of the introspection types (spec 4.2), answered from the type system itself.</summary>
internal static class IntrospectionResolvers
{
    public static IReadOnlyDictionary<Field, IntrospectionResolver> Of(Schema schema)
    {
        var resolvers = new Dictionary<Field, IntrospectionResolver>
        {
            [schema.SchemaField] = (_, _) => schema,
            [schema.TypeField] = (_, arguments) => schema.FindType(arguments.Get<string>("name")!),
            [schema.TypeNameField] = (_, _) => throw new InvalidOperationException("__typename is answered by the plan."),
        };

        void Field<T>(string type, string field, Func<T, object?> resolve) =>
            resolvers[((ObjectType)schema.FindType(type)!).Find(field)!] = (parent, _) => resolve((T)parent!);
        void Listing<T>(string type, string field, Func<T, bool, object?> resolve) =>
            resolvers[((ObjectType)schema.FindType(type)!).Find(field)!] = (parent, arguments) =>
                resolve((T)parent!, arguments.Get<bool>("includeDeprecated"));

        Field<Schema>("__Schema", "description", s => s.Description);
        Field<Schema>("__Schema", "types", s => s.Types);
        Field<Schema>("__Schema", "queryType", s => s.QueryType);
        Field<Schema>("__Schema", "mutationType", s => s.MutationType);
        Field<Schema>("__Schema", "subscriptionType", s => s.SubscriptionType);
        Field<Schema>("__Schema", "directives", s => s.Directives);

        Field<GraphQLType>("__Type", "kind", Kind);
        Field<GraphQLType>("__Type", "name", type => (type as NamedType)?.Name);
        Field<GraphQLType>("__Type", "description", type => (type as NamedType)?.Description);
        Field<GraphQLType>("__Type", "specifiedByURL", type => (type as ScalarType)?.SpecifiedByUrl);
        Listing<GraphQLType>(
            "__Type",
            "fields",
            (type, all) => (type as FieldedType)?.Fields.Where(f => all || f.DeprecationReason is null)
        );
        Field<GraphQLType>("__Type", "interfaces", type => (type as FieldedType)?.Interfaces);
        Field<GraphQLType>(
            "__Type",
            "possibleTypes",
            type => type is InterfaceType or UnionType ? schema.PossibleTypes((NamedType)type) : null
        );
        Listing<GraphQLType>(
            "__Type",
            "enumValues",
            (type, all) => (type as EnumType)?.Values.Where(v => all || v.DeprecationReason is null)
        );
        Listing<GraphQLType>(
            "__Type",
            "inputFields",
            (type, all) => (type as InputObjectType)?.Fields.Where(f => all || f.DeprecationReason is null)
        );
        Field<GraphQLType>("__Type", "ofType", type => type is NonNullType nonNull ? nonNull.OfType : (type as ListType)?.OfType);
        Field<GraphQLType>("__Type", "isOneOf", type => (type as InputObjectType)?.IsOneOf);

        Field<Field>("__Field", "name", f => f.Name);
        Field<Field>("__Field", "description", f => f.Description);
        Listing<Field>("__Field", "args", (f, all) => f.Arguments.Where(a => all || a.DeprecationReason is null));
        Field<Field>("__Field", "type", f => f.Type);
        Field<Field>("__Field", "isDeprecated", f => f.DeprecationReason is not null);
        Field<Field>("__Field", "deprecationReason", f => f.DeprecationReason);

        Field<InputValue>("__InputValue", "name", v => v.Name);
        Field<InputValue>("__InputValue", "description", v => v.Description);
        Field<InputValue>("__InputValue", "type", v => v.Type);
        Field<InputValue>("__InputValue", "defaultValue", v => v.DefaultValue is null ? null : Printer.Print(v.DefaultValue));
        Field<InputValue>("__InputValue", "isDeprecated", v => v.DeprecationReason is not null);
        Field<InputValue>("__InputValue", "deprecationReason", v => v.DeprecationReason);

        Field<EnumValue>("__EnumValue", "name", v => v.Name);
        Field<EnumValue>("__EnumValue", "description", v => v.Description);
        Field<EnumValue>("__EnumValue", "isDeprecated", v => v.DeprecationReason is not null);
        Field<EnumValue>("__EnumValue", "deprecationReason", v => v.DeprecationReason);

        Field<DirectiveDefinition>("__Directive", "name", d => d.Name);
        Field<DirectiveDefinition>("__Directive", "description", d => d.Description);
        Field<DirectiveDefinition>("__Directive", "isRepeatable", d => d.IsRepeatable);
        Field<DirectiveDefinition>("__Directive", "locations", d => d.Locations);
        Listing<DirectiveDefinition>("__Directive", "args", (d, all) => d.Arguments.Where(a => all || a.DeprecationReason is null));
        return resolvers;
    }

    private static string Kind(GraphQLType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };
}
