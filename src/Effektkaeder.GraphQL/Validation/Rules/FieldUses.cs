using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>A field node with the type it stands on. There is one for each node, so they compare by reference.</summary>
internal sealed class FieldUse(int id, FieldNode node, CompositeType? parent, Field? definition)
{
    /// <summary>In the order the nodes were met.</summary>
    public int Id { get; } = id;

    public FieldNode Node { get; } = node;

    public CompositeType? Parent { get; } = parent;

    public Field? Definition { get; } = definition;
}

/// <summary>The fields of selection sets, fragments spread out, each fragment once a set.</summary>
internal sealed class FieldUses(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, (List<FieldUse> Fields, List<string> Spreads)> _own = new(
        ReferenceEqualityComparer.Instance
    );
    private int _count;

    /// <summary>Everything selected below the fields, as one set.</summary>
    public IReadOnlyList<FieldUse> Below(IReadOnlyList<FieldUse> fields)
    {
        var found = new List<FieldUse>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in fields)
        {
            if (use.Node.SelectionSet is not null)
            {
                Gather(use.Node.SelectionSet, use.Definition?.Type.Named as CompositeType, found, visited);
            }
        }

        return found;
    }

    public IReadOnlyList<FieldUse> Of(IReadOnlyList<SelectionSetNode> sets, CompositeType? parent)
    {
        var found = new List<FieldUse>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            Gather(set, parent, found, visited);
        }

        return found;
    }

    private void Gather(SelectionSetNode set, CompositeType? parent, List<FieldUse> found, HashSet<string> visited)
    {
        var pending = new Queue<string>();
        Take(set, parent);
        while (pending.TryDequeue(out var name))
        {
            if (context.Fragments.TryGetValue(name, out var fragment))
            {
                Take(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType);
            }
        }

        void Take(SelectionSetNode part, CompositeType? type)
        {
            var (fields, spreads) = Own(part, type);
            found.AddRange(fields);
            foreach (var spread in spreads)
            {
                if (visited.Add(spread))
                {
                    pending.Enqueue(spread);
                }
            }
        }
    }

    /// <summary>The fields of a set's own text, inline fragments opened, and the names it spreads.</summary>
    private (List<FieldUse> Fields, List<string> Spreads) Own(SelectionSetNode set, CompositeType? parent)
    {
        if (!_own.TryGetValue(set, out var own))
        {
            own = ([], []);
            Open(set, parent, own.Fields, own.Spreads);
            _own[set] = own;
        }

        return own;
    }

    private void Open(SelectionSetNode set, CompositeType? parent, List<FieldUse> fields, List<string> spreads)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = parent is null ? null : context.Schema.FindField(parent, field.Name.Value);
                    fields.Add(new FieldUse(_count++, field, parent, definition));
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is null
                        ? parent
                        : context.Schema.FindType(inline.TypeCondition.Name.Value) as CompositeType;
                    Open(inline.SelectionSet, type, fields, spreads);
                    break;
                case FragmentSpreadNode spread:
                    spreads.Add(spread.Name.Value);
                    break;
                default:
                    break;
            }
        }
    }
}
