using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Execution;

/// <summary>
/// A look ahead at what is asked of a field's value, after @skip and @include. On an abstract type it is the union
/// over the object types the value may have.
/// </summary>
public sealed class SelectionView
{
    private readonly OperationPlan _plan;
    private readonly SelectionFamily? _family;
    private readonly CompositeType? _type;
    private IReadOnlyList<PlannedField>? _fields;

    internal SelectionView(OperationPlan plan, SelectionFamily? family, CompositeType? type)
    {
        _plan = plan;
        _family = family;
        _type = type;
    }

    /// <summary>The names (not aliases) of the fields asked, in order, each once.</summary>
    public IEnumerable<string> Fields => Planned.Select(planned => planned.Definition.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the fields of the path, one inside the other, are asked: <c>Asks("edges", "node", "title")</c>.</summary>
    public bool Asks(params ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        foreach (var field in Planned)
        {
            if (string.Equals(field.Definition.Name, path[0], StringComparison.Ordinal) && Below(field).Asks(path[1..]))
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<PlannedField> Planned =>
        _fields ??=
            _family is null || _type is null
                ? []
                : _plan.Schema.Schema.PossibleTypes(_type).SelectMany(type => _plan.Select(_family, type).Fields).ToArray();

    private SelectionView Below(PlannedField field) => new(_plan, field.Family, field.Definition.Type.Named as CompositeType);
}
