namespace Effektkaeder.GraphQL.Language;

/// <summary>A reference to a type, spec 2.11.</summary>
public abstract record TypeNode(Location Location) : Node(Location)
{
    /// <summary>The name inside all lists and exclamation marks.</summary>
    public NamedTypeNode Named =>
        this switch
        {
            ListTypeNode list => list.OfType.Named,
            NonNullTypeNode nonNull => nonNull.OfType.Named,
            _ => (NamedTypeNode)this,
        };
}

public sealed record NamedTypeNode(NameNode Name, Location Location) : TypeNode(Location);

public sealed record ListTypeNode(TypeNode OfType, Location Location) : TypeNode(Location);

public sealed record NonNullTypeNode(TypeNode OfType, Location Location) : TypeNode(Location);
