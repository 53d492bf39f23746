namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>
/// A type, named or wrapped in lists and exclamation marks (spec 3.4). Types of one schema compare by reference when named.
/// </summary>
public abstract class GraphQLType
{
    /// <summary>The type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>Whether a variable, argument or input field may have this type (spec 3.4.2, IsInputType).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether a field may have this type (spec 3.4.2, IsOutputType).</summary>
    public bool IsOutput => Named is not InputObjectType;

    public bool IsLeaf => Named is ScalarType or EnumType;

    /// <summary>The type with an outermost exclamation mark taken off.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Equality of types within one schema: same wrappers around the same named type.</summary>
    public bool SameAs(GraphQLType other) =>
        (this, other) switch
        {
            (NonNullType a, NonNullType b) => a.OfType.SameAs(b.OfType),
            (ListType a, ListType b) => a.OfType.SameAs(b.OfType),
            _ => ReferenceEquals(this, other),
        };
}

public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}
