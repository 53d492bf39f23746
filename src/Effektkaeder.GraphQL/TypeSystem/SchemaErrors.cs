using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.TypeSystem;

/// <summary>Gathers every error of a schema before it is refused.</summary>
internal sealed class SchemaErrors
{
    private readonly List<SchemaError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public void Add(string message, params IReadOnlyList<Location> locations) => _errors.Add(new SchemaError(message, locations));

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new SchemaException([.. _errors]);
        }
    }
}
