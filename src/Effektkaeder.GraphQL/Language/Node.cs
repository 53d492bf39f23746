namespace Effektkaeder.GraphQL.Language;

/// <summary>A part of a parsed document. Nodes are immutable; tables keyed by node compare by reference.</summary>
public abstract record Node(Location Location);

public sealed record NameNode(string Value, Location Location) : Node(Location)
{
    public override string ToString() => Value;
}

/// <summary>A whole source: its definitions in order, and how many tokens it took.</summary>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions, int TokenCount, Location Location) : Node(Location);

public abstract record DefinitionNode(Location Location) : Node(Location);

/// <summary><c>@name(arguments)</c>, spec 2.12.</summary>
public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments, Location Location) : Node(Location);

public sealed record ArgumentNode(NameNode Name, ValueNode Value, Location Location) : Node(Location);
