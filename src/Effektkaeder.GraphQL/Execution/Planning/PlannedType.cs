using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>A field's type taken apart once, for whoever asks about it for each value.</summary>
internal sealed class PlannedType
{
    public PlannedType(GraphQLType type, LeafCoercion leaves)
    {
        IsNonNull = type is NonNullType;
        switch (type.Nullable)
        {
            case ListType list:
                Item = new PlannedType(list.OfType, leaves);
                break;
            case CompositeType composite:
                (Composite, Object) = (composite, composite as ObjectType);
                break;
            case NamedType leaf:
                (Leaf, Kind) = (leaf, leaves.KindOf(leaf));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    public bool IsNonNull { get; }

    /// <summary>Set on a list.</summary>
    public PlannedType? Item { get; }

    public CompositeType? Composite { get; }

    /// <summary>The composite type where it is no interface or union.</summary>
    public ObjectType? Object { get; }

    public NamedType? Leaf { get; }

    /// <summary>What a value is that can be written as it is.</summary>
    public LeafKind Kind { get; }
}
