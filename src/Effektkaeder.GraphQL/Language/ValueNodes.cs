namespace Effektkaeder.GraphQL.Language;

/// <summary>A literal or variable, spec 2.9.</summary>
public abstract record ValueNode(Location Location) : Node(Location);

public sealed record VariableNode(NameNode Name, Location Location) : ValueNode(Location);

/// <summary>An integer as written: no bound on its size.</summary>
public sealed record IntValueNode(string Text, Location Location) : ValueNode(Location);

public sealed record FloatValueNode(string Text, Location Location) : ValueNode(Location);

/// <summary>A string's meaning, escapes and indentation resolved.</summary>
public sealed record StringValueNode(string Value, bool IsBlock, Location Location) : ValueNode(Location);

public sealed record BooleanValueNode(bool Value, Location Location) : ValueNode(Location);

public sealed record NullValueNode(Location Location) : ValueNode(Location);

public sealed record EnumValueNode(string Value, Location Location) : ValueNode(Location);

public sealed record ListValueNode(IReadOnlyList<ValueNode> Values, Location Location) : ValueNode(Location);

public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields, Location Location) : ValueNode(Location);

public sealed record ObjectFieldNode(NameNode Name, ValueNode Value, Location Location) : Node(Location);
