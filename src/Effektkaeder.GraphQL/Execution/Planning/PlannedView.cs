using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>The look ahead over a plan: a type's selection is planned when it is looked at first.</summary>
internal sealed class PlannedView(OperationPlan plan, SelectionFamily? family, CompositeType? type) : SelectionView
{
    private IReadOnlyList<PlannedField>? _fields;

    public override IEnumerable<string> Fields => Planned.Select(planned => planned.Definition.Name).Distinct(StringComparer.Ordinal);

    private IReadOnlyList<PlannedField> Planned =>
        _fields ??=
            family is null || type is null
                ? []
                : plan.Schema.Schema.PossibleTypes(type).SelectMany(member => plan.Select(family, member).Fields).ToArray();

    public override bool Asks(params ReadOnlySpan<string> path)
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

    private PlannedView Below(PlannedField field) => new(plan, field.Family, field.Definition.Type.Named as CompositeType);
}
