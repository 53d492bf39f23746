namespace Effektkaeder.GraphQL.Language;

/// <summary>The three kinds of operation, spec 2.3.</summary>
public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

public abstract record ExecutableDefinitionNode(Location Location) : DefinitionNode(Location);

/// <summary>An operation, spec 2.3; descriptions as of the September 2025 edition.</summary>
public sealed record OperationDefinitionNode(
    StringValueNode? Description,
    OperationType Operation,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location
) : ExecutableDefinitionNode(Location);

/// <summary>A named fragment, spec 2.8.</summary>
public sealed record FragmentDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location
) : ExecutableDefinitionNode(Location);

/// <summary>A variable of an operation, spec 2.10.</summary>
public sealed record VariableDefinitionNode(
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Location Location
) : Node(Location);

public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections, Location Location) : Node(Location);

public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives, Location Location) : Node(Location);

public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location
) : SelectionNode(Directives, Location)
{
    /// <summary>The key of this field in the response: its alias, or else its name (spec 2.7).</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives, Location Location)
    : SelectionNode(Directives, Location);

public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location
) : SelectionNode(Directives, Location);
