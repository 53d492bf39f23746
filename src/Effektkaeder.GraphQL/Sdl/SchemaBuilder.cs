using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Sdl;

/// <summary>
/// SDL to types, in three steps: the SDL is checked (<see cref="SdlRules"/>), types are made, and the whole is
/// validated (<see cref="SchemaValidator"/>). Types are made empty first, as they may refer to each other.
/// </summary>
internal sealed class SchemaBuilder
{
    private readonly List<TypeSystemDefinitionNode> _definitions;
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);

    private SchemaBuilder(IEnumerable<DefinitionNode> definitions) =>
        _definitions = definitions.OfType<TypeSystemDefinitionNode>().ToList();

    public static Schema Build(DocumentNode document)
    {
        var errors = new SchemaErrors();
        SdlRules.Check(document, errors);
        errors.ThrowIfAny();

        var schema = new SchemaBuilder(document.Definitions.Concat(BuiltIns.Definitions)).Build(errors);
        errors.ThrowIfAny();
        SchemaValidator.Check(schema, errors);
        errors.ThrowIfAny();
        return schema;
    }

    private Schema Build(SchemaErrors errors)
    {
        var parts = _definitions
            .OfType<TypeDefinitionNode>()
            .GroupBy(type => type.Name.Value, StringComparer.Ordinal)
            .Select(group => group.OrderBy(part => part.IsExtension).ToArray())
            .ToArray();
        var types = parts.Select(CreateType).ToArray();
        foreach (var type in types)
        {
            _types.Add(type.Name, type);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            Fill(types[i], parts[i], errors);
        }

        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToArray();
        return new Schema(
            schemas.FirstOrDefault(schema => !schema.IsExtension)?.Description?.Value,
            types,
            BuildDirectives(),
            BuildRoots(schemas, errors),
            schemas.SelectMany(schema => schema.Directives).ToArray()
        );
    }

    private static NamedType CreateType(TypeDefinitionNode[] parts)
    {
        var first = parts[0];
        var name = first.Name.Value;
        var description = first.Description?.Value;
        var directives = parts.SelectMany(part => part.Directives).ToArray();
        var locations = parts.Select(part => part.Location).ToArray();
        var builtIn = BuiltIns.IsType(name);
        return first switch
        {
            ScalarTypeDefinitionNode => new ScalarType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
                IsBuiltIn = builtIn,
                SpecifiedByUrl = AppliedDirectives.Text(directives, "specifiedBy", "url"),
            },
            ObjectTypeDefinitionNode => new ObjectType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
                IsBuiltIn = builtIn,
            },
            InterfaceTypeDefinitionNode => new InterfaceType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
            },
            UnionTypeDefinitionNode => new UnionType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
            },
            EnumTypeDefinitionNode => new EnumType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
                IsBuiltIn = builtIn,
            },
            _ => new InputObjectType
            {
                Name = name,
                Description = description,
                Directives = directives,
                Locations = locations,
                IsOneOf = directives.Any(directive => directive.Name.Value == "oneOf"),
            },
        };
    }

    private void Fill(NamedType type, TypeDefinitionNode[] parts, SchemaErrors errors)
    {
        switch (type)
        {
            case FieldedType fielded:
                fielded.Fields = parts.SelectMany(FieldsOf).Select(field => BuildField(fielded, field)).ToArray();
                fielded.Interfaces = Members<InterfaceType>(
                    parts.SelectMany(InterfacesOf),
                    name => $"The type \"{type.Name}\" cannot implement \"{name}\", which is no interface.",
                    errors
                );
                break;
            case UnionType union:
                union.Types = Members<ObjectType>(
                    parts.OfType<UnionTypeDefinitionNode>().SelectMany(part => part.Types),
                    name => $"The union \"{type.Name}\" cannot include \"{name}\", which is no object type.",
                    errors
                );
                break;
            case EnumType enumeration:
                enumeration.Values = parts
                    .OfType<EnumTypeDefinitionNode>()
                    .SelectMany(part => part.Values)
                    .Select(BuildEnumValue)
                    .ToArray();
                break;
            case InputObjectType input:
                input.Fields = parts
                    .OfType<InputObjectTypeDefinitionNode>()
                    .SelectMany(part => part.Fields)
                    .Select(field => BuildInput(field, $"{input.Name}.{field.Name.Value}"))
                    .ToArray();
                break;
            default:
                break;
        }
    }

    private List<T> Members<T>(IEnumerable<NamedTypeNode> nodes, Func<string, string> message, SchemaErrors errors)
        where T : NamedType
    {
        var members = new List<T>();
        foreach (var node in nodes)
        {
            if (_types[node.Name.Value] is T member)
            {
                members.Add(member);
            }
            else
            {
                errors.Add(message(node.Name.Value), node.Location);
            }
        }

        return members;
    }

    private Field BuildField(FieldedType parent, FieldDefinitionNode node) =>
        new()
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            Parent = parent,
            Arguments = node
                .Arguments.Select(argument => BuildInput(argument, $"{parent.Name}.{node.Name.Value}({argument.Name.Value}:)"))
                .ToArray(),
            Type = Resolve(node.Type),
            DeprecationReason = AppliedDirectives.Deprecation(node.Directives),
            Directives = node.Directives,
            Location = node.Location,
        };

    private InputValue BuildInput(InputValueDefinitionNode node, string coordinate) =>
        new()
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            Type = Resolve(node.Type),
            DefaultValue = node.DefaultValue,
            DeprecationReason = AppliedDirectives.Deprecation(node.Directives),
            Directives = node.Directives,
            Location = node.Location,
            Coordinate = coordinate,
        };

    private static EnumValue BuildEnumValue(EnumValueDefinitionNode node) =>
        new()
        {
            Name = node.Name.Value,
            Description = node.Description?.Value,
            DeprecationReason = AppliedDirectives.Deprecation(node.Directives),
            Directives = node.Directives,
            Location = node.Location,
        };

    private List<DirectiveDefinition> BuildDirectives()
    {
        var builtIn = BuiltIns.Definitions.OfType<DirectiveDefinitionNode>().ToHashSet(ReferenceEqualityComparer.Instance);
        return _definitions
            .OfType<DirectiveDefinitionNode>()
            .GroupBy(directive => directive.Name.Value, StringComparer.Ordinal)
            .Select(group => group.First())
            .Select(node => new DirectiveDefinition
            {
                Name = node.Name.Value,
                Description = node.Description?.Value,
                Arguments = node
                    .Arguments.Select(argument => BuildInput(argument, $"@{node.Name.Value}({argument.Name.Value}:)"))
                    .ToArray(),
                Locations = node.Locations.Select(location => location.Value).ToArray(),
                IsRepeatable = node.IsRepeatable,
                Location = node.Location,
                IsBuiltIn = builtIn.Contains(node),
            })
            .ToList();
    }

    /// <summary>Spec 3.3.1: the roots named by the schema definition, or else the types named Query, Mutation and Subscription.</summary>
    private Dictionary<OperationType, ObjectType> BuildRoots(SchemaDefinitionNode[] schemas, SchemaErrors errors)
    {
        var roots = new Dictionary<OperationType, ObjectType>();
        if (schemas.Any(schema => !schema.IsExtension))
        {
            foreach (var operation in schemas.SelectMany(schema => schema.OperationTypes))
            {
                SetRoot(roots, operation.Operation, operation.Type.Name.Value, operation.Type.Location, errors);
            }

            return roots;
        }

        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (_types.TryGetValue(operation.ToString(), out var type))
            {
                SetRoot(roots, operation, type.Name, type.Locations[0], errors);
            }
        }

        foreach (var operation in schemas.SelectMany(schema => schema.OperationTypes))
        {
            SetRoot(roots, operation.Operation, operation.Type.Name.Value, operation.Type.Location, errors);
        }

        return roots;
    }

    private void SetRoot(
        Dictionary<OperationType, ObjectType> roots,
        OperationType operation,
        string name,
        Location location,
        SchemaErrors errors
    )
    {
        if (_types[name] is ObjectType type)
        {
            roots[operation] = type;
        }
        else
        {
            errors.Add($"The {operation.ToString().ToLowerInvariant()} type must be an object type, and \"{name}\" is none.", location);
        }
    }

    private GraphQLType Resolve(TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.OfType)),
            ListTypeNode list => new ListType(Resolve(list.OfType)),
            _ => _types[((NamedTypeNode)node).Name.Value],
        };

    private static IReadOnlyList<FieldDefinitionNode> FieldsOf(TypeDefinitionNode part) =>
        part switch
        {
            ObjectTypeDefinitionNode type => type.Fields,
            InterfaceTypeDefinitionNode type => type.Fields,
            _ => [],
        };

    private static IReadOnlyList<NamedTypeNode> InterfacesOf(TypeDefinitionNode part) =>
        part switch
        {
            ObjectTypeDefinitionNode type => type.Interfaces,
            InterfaceTypeDefinitionNode type => type.Interfaces,
            _ => [],
        };
}
