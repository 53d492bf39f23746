using Effektkaeder.GraphQL.Execution;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Introspection;

/// <summary>The fields of the introspection types (spec 4.2), answered from the type system itself.</summary>
internal static class IntrospectionResolvers
{
    public static void Bind(Schema schema, Dictionary<Field, BoundField> bound)
    {
        bound[schema.SchemaField] = Of((_, _) => schema);
        bound[schema.TypeField] = Of((_, context) => schema.FindType(context.Arguments.Get<string>("name")!));
        bound[schema.TypeNameField] = Of((_, _) => throw new InvalidOperationException("__typename is answered by the plan."));

        void Field<T>(string type, string field, Func<T, object?> resolve) =>
            bound[((ObjectType)schema.FindType(type)!).Find(field)!] = Of((parent, _) => resolve((T)parent!));
        void Listing<T>(string type, string field, Func<T, bool, object?> resolve) =>
            bound[((ObjectType)schema.FindType(type)!).Find(field)!] = Of(
                (parent, context) => resolve((T)parent!, context.Arguments.Get<bool>("includeDeprecated"))
            );

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

    private static BoundField Of(Func<object?, BatchContext, object?> resolve) => new(null, resolve);
}
