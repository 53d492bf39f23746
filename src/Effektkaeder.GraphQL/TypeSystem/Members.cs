using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>A field of an object or interface type (spec 3.6).</summary>
public sealed class Field
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<InputValue> Arguments { get; init; }

    public required GraphQLType Type { get; init; }

    public required FieldedType? Parent { get; init; }

    /// <summary>Why the field should no longer be used; null when it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    public Location Location { get; init; }

    /// <summary>The schema coordinate (spec 3.14), as <c>Type.field</c>.</summary>
    public string Coordinate => Parent is null ? Name : $"{Parent.Name}.{Name}";

    public InputValue? FindArgument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Name, name, StringComparison.Ordinal))
            {
                return argument;
            }
        }

        return null;
    }

    public override string ToString() => Coordinate;
}

/// <summary>An argument of a field or directive, or a field of an input object (spec 3.6.1, 3.10).</summary>
public sealed class InputValue
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required GraphQLType Type { get; init; }

    /// <summary>
    /// The default as written in the SDL; null when there is none (a default of <c>null</c> is a <see cref="NullValueNode"/>).
    /// </summary>
    public ValueNode? DefaultValue { get; init; }

    public string? DeprecationReason { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    public Location Location { get; init; }

    /// <summary>As <c>Type.field(argument:)</c>, <c>@directive(argument:)</c> or <c>Input.field</c>.</summary>
    public required string Coordinate { get; init; }

    /// <summary>Non-null without a default: it must be given.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    public override string ToString() => Coordinate;
}

/// <summary>One value of an enum (spec 3.9).</summary>
public sealed class EnumValue
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }

    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];

    public Location Location { get; init; }
}

/// <summary>A directive definition (spec 3.13).</summary>
public sealed class DirectiveDefinition
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<InputValue> Arguments { get; init; }

    public required IReadOnlyList<string> Locations { get; init; }

    public bool IsRepeatable { get; init; }

    public Location Location { get; init; }

    /// <summary>True for the five directives every schema has.</summary>
    public bool IsBuiltIn { get; init; }

    public InputValue? FindArgument(string name) =>
        Arguments.FirstOrDefault(argument => string.Equals(argument.Name, name, StringComparison.Ordinal));

    public override string ToString() => $"@{Name}";
}
