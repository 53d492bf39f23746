using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>A type of the schema by name: one of the six kinds of spec 3.</summary>
public abstract class NamedType : GraphQLType
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The directives written on the definition and its extensions.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    /// <summary>Where the definition stands, then each extension.</summary>
    public IReadOnlyList<Location> Locations { get; init; } = [];

    /// <summary>True for the five scalars and the types of introspection, which every schema has.</summary>
    public bool IsBuiltIn { get; init; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}

public sealed class ScalarType : NamedType
{
    /// <summary>The address of the scalar's specification (<c>@specifiedBy</c>, spec 3.5.5).</summary>
    public string? SpecifiedByUrl { get; init; }
}

public sealed class EnumType : NamedType
{
    private Dictionary<string, EnumValue>? _byName;

    public IReadOnlyList<EnumValue> Values { get; internal set; } = [];

    public EnumValue? Find(string name)
    {
        _byName ??= Values
            .GroupBy(value => value.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return _byName.GetValueOrDefault(name);
    }
}

/// <summary>An object, interface or union: what a selection set may stand on (spec 5.5.1.3).</summary>
public abstract class CompositeType : NamedType;

/// <summary>An object or an interface: a type with fields.</summary>
public abstract class FieldedType : CompositeType
{
    private Dictionary<string, Field>? _byName;

    public IReadOnlyList<Field> Fields { get; internal set; } = [];

    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    public Field? Find(string name)
    {
        _byName ??= Fields
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return _byName.GetValueOrDefault(name);
    }
}

public sealed class ObjectType : FieldedType;

public sealed class InterfaceType : FieldedType;

public sealed class UnionType : CompositeType
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

public sealed class InputObjectType : NamedType
{
    private Dictionary<string, InputValue>? _byName;

    public IReadOnlyList<InputValue> Fields { get; internal set; } = [];

    /// <summary>Exactly one field must be given, and not as null (<c>@oneOf</c>, spec 3.10.1).</summary>
    public bool IsOneOf { get; init; }

    public InputValue? Find(string name)
    {
        _byName ??= Fields
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return _byName.GetValueOrDefault(name);
    }
}
