namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>The schema of introspection (spec 4.2), as SDL.</summary>
internal static class IntrospectionSdl
{
    public const string Text = """"
        "What this service can be asked: its types, its directives and where an operation begins."
        type __Schema {
          description: String
          "Every named type."
          types: [__Type!]!
          "Where a query begins."
          queryType: __Type!
          "Where a mutation begins, if there are any."
          mutationType: __Type
          "Where a subscription begins, if there are any."
          subscriptionType: __Type
          "Every directive."
          directives: [__Directive!]!
        }

        "A type: which of the other fields mean something depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          "Of a scalar: the address of its specification."
          specifiedByURL: String
          "Of an object or interface."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Of an object or interface."
          interfaces: [__Type!]
          "Of an interface or union."
          possibleTypes: [__Type!]
          "Of an enum."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Of an input object."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "Of a list or a non-null type: the type inside."
          ofType: __Type
          "Of an input object: whether exactly one field must be given."
          isOneOf: Boolean
        }

        "Which of the eight kinds a type is of."
        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default, written as a GraphQL literal."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "One value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive, and where it may stand."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "A place where a directive may stand."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }
        """";
}
