using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Errors;

/// <summary>One breach of the type system's rules, and where in the SDL it stands.</summary>
public sealed record SchemaError(string Message, IReadOnlyList<Location> Locations)
{
    public override string ToString() => Locations.Count == 0 ? Message : $"{string.Join(", ", Locations)}: {Message}";
}

/// <summary>The SDL is no valid schema, or the resolvers do not fit it. Holds every error found, not the first alone.</summary>
public sealed class SchemaException(IReadOnlyList<SchemaError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}
