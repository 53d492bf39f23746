using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>A valid type system (spec 3): never changed after it is made.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possible = [];
    private readonly Dictionary<NamedType, HashSet<NamedType>> _subtypes = [];

    internal Schema(
        string? description,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveDefinition> directives,
        IReadOnlyDictionary<OperationType, ObjectType> roots,
        IReadOnlyList<DirectiveNode> appliedDirectives
    )
    {
        Description = description;
        Types = types;
        Directives = directives;
        AppliedDirectives = appliedDirectives;
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        QueryType = roots.GetValueOrDefault(OperationType.Query);
        MutationType = roots.GetValueOrDefault(OperationType.Mutation);
        SubscriptionType = roots.GetValueOrDefault(OperationType.Subscription);
        SchemaField = MetaFields.Schema(this);
        TypeField = MetaFields.Type(this);
        TypeNameField = MetaFields.TypeName(this);
        IndexSubtypes();
    }

    public string? Description { get; }

    /// <summary>All named types: those of the SDL in its order, then the built-in ones.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    /// <summary>The directives written on the schema definition itself.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; }

    /// <summary>Null only while an invalid schema is being judged.</summary>
    public ObjectType? QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    internal Field SchemaField { get; }

    internal Field TypeField { get; }

    internal Field TypeNameField { get; }

    /// <summary>The schema as SDL, in the order it was defined, without what every schema has.</summary>
    public string Print() => SchemaPrinter.Print(this);

    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? RootType(OperationType operation) =>
        operation switch
        {
            OperationType.Query => QueryType,
            OperationType.Mutation => MutationType,
            _ => SubscriptionType,
        };

    /// <summary>A field that may be selected on a type, the meta-fields of spec 4.1 and 4.2 among them.</summary>
    public Field? FindField(CompositeType parent, string name) =>
        name switch
        {
            "__typename" => TypeNameField,
            "__schema" when ReferenceEquals(parent, QueryType) => SchemaField,
            "__type" when ReferenceEquals(parent, QueryType) => TypeField,
            _ => (parent as FieldedType)?.Find(name),
        };

    /// <summary>The object types a value of this type can have (spec 5.5.2.3, GetPossibleTypes).</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType single ? [single] : _possible.GetValueOrDefault(type) ?? [];

    /// <summary>Whether every value of <paramref name="type"/> is a value of <paramref name="super"/> (spec 3.6, IsSubType).</summary>
    public bool IsSubtype(GraphQLType type, GraphQLType super) =>
        (type, super) switch
        {
            (NonNullType a, NonNullType b) => IsSubtype(a.OfType, b.OfType),
            (NonNullType a, _) => IsSubtype(a.OfType, super),
            (_, NonNullType) => false,
            (ListType a, ListType b) => IsSubtype(a.OfType, b.OfType),
            (NamedType a, NamedType b) => ReferenceEquals(a, b) || (_subtypes.TryGetValue(b, out var subtypes) && subtypes.Contains(a)),
            _ => false,
        };

    /// <summary>Whether some object type belongs to both (spec 5.5.2.3).</summary>
    public bool Overlaps(CompositeType a, CompositeType b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        var (few, many) = a is ObjectType ? (a, b) : (b, a);
        return few is ObjectType ? IsSubtype(few, many) : PossibleTypes(few).Any(type => IsSubtype(type, many));
    }

    /// <summary>
    /// What a coordinate names (spec 3.14): a <see cref="NamedType"/>, <see cref="Field"/>, <see cref="InputValue"/>,
    /// <see cref="EnumValue"/> or <see cref="DirectiveDefinition"/>; null when there is none.
    /// </summary>
    public object? Find(SchemaCoordinate coordinate)
    {
        ArgumentNullException.ThrowIfNull(coordinate);
        if (coordinate.IsDirective)
        {
            var directive = FindDirective(coordinate.Name);
            return coordinate.Argument is null ? directive : directive?.FindArgument(coordinate.Argument);
        }

        return (FindType(coordinate.Name), coordinate) switch
        {
            (var type, { Member: null }) => type,
            (FieldedType type, { Argument: null }) => type.Find(coordinate.Member!),
            (FieldedType type, _) => type.Find(coordinate.Member!)?.FindArgument(coordinate.Argument!),
            (InputObjectType type, { Argument: null }) => type.Find(coordinate.Member!),
            (EnumType type, { Argument: null }) => type.Find(coordinate.Member!),
            _ => null,
        };
    }

    /// <summary>The type a reference means, or null when its name is unknown.</summary>
    public GraphQLType? Resolve(TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => Resolve(nonNull.OfType) is { } inner ? new NonNullType(inner) : null,
            ListTypeNode list => Resolve(list.OfType) is { } inner ? new ListType(inner) : null,
            _ => FindType(((NamedTypeNode)node).Name.Value),
        };

    private void IndexSubtypes()
    {
        foreach (var type in Types)
        {
            if (type is UnionType union)
            {
                _possible[union] = union.Types;
                _subtypes[union] = [.. union.Types];
            }
            else if (type is FieldedType fielded)
            {
                foreach (var parent in fielded.Interfaces)
                {
                    Subtypes(parent).Add(type);
                }
            }
        }

        foreach (var parent in Types.OfType<InterfaceType>())
        {
            var subtypes = Subtypes(parent);
            _possible[parent] = Types.OfType<ObjectType>().Where(subtypes.Contains).ToArray();
        }
    }

    private HashSet<NamedType> Subtypes(NamedType parent)
    {
        if (!_subtypes.TryGetValue(parent, out var subtypes))
        {
            _subtypes[parent] = subtypes = [];
        }

        return subtypes;
    }
}
