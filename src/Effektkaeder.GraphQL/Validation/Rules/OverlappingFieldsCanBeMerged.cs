using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Validation.Rules;

/// <summary>
/// Fields with one response name can be told as one (spec 5.3.2, FieldsInSetCanMerge and SameResponseShape).
/// Comparing every pair, as the specification words it, takes time that grows with the square of the fields and, through
/// nested fragments, without bound. Instead whole sets are judged: within a set the fields of one name must agree with
/// the first of them, and what is selected below them makes one further set. A set met before is not judged again.
/// Source: S. Adameit, "Overlapping fields can be merged fast" (2017).
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged : ValidationRule
{
    /// <summary>Fields looked at before the document is refused unjudged; no sensible document comes near.</summary>
    private const int Budget = 1_000_000;

    private readonly Queue<FieldSet> _pending = new();
    private readonly HashSet<FieldSet> _met = [];
    private readonly HashSet<(FieldUse, FieldUse)> _told = [];
    private int _spent;

    /// <summary>The two demands on a set. Only the first reaches across object types that exclude each other.</summary>
    private enum Demand
    {
        SameShape,
        SameField,
    }

    public override void LeaveDocument(DocumentNode document)
    {
        var uses = new FieldUses(Context);
        var reached = new HashSet<FragmentDefinitionNode>(
            Context.Operations.SelectMany(Context.Reachable),
            ReferenceEqualityComparer.Instance
        );
        foreach (var operation in Context.Operations)
        {
            Add(uses.Of([operation.SelectionSet], Context.Schema.RootType(operation.Operation)));
        }

        // What no operation reaches must merge too.
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>().Where(fragment => !reached.Contains(fragment)))
        {
            Add(uses.Of([fragment.SelectionSet], Context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType));
        }

        while (_pending.TryDequeue(out var set) && !Context.IsFull)
        {
            _spent += set.Fields.Length;
            if (_spent > Budget)
            {
                Report($"Whether the fields merge takes more than {Budget} comparisons to say.");
                return;
            }

            Judge(set, uses);
        }
    }

    private void Judge(FieldSet set, FieldUses uses)
    {
        foreach (var group in set.Fields.GroupBy(use => use.Node.ResponseName, StringComparer.Ordinal))
        {
            var fields = group.ToArray();
            if (set.Demand == Demand.SameShape)
            {
                CheckShapes(fields);
                Enqueue(uses.Below(fields), Demand.SameShape);
            }
            else
            {
                foreach (var together in CommonParents(fields))
                {
                    CheckFields(together);
                    Enqueue(uses.Below(together), Demand.SameField);
                }
            }
        }
    }

    /// <summary>Fields that may all be asked of one object: those of one object type, with all those of abstract types.</summary>
    private static IEnumerable<FieldUse[]> CommonParents(FieldUse[] fields)
    {
        if (
            fields.Length == 1
            || Array.TrueForAll(fields, use => ReferenceEquals(use.Parent, fields[0].Parent) || use.Parent is not ObjectType)
        )
        {
            return [fields];
        }

        var shared = fields.Where(use => use.Parent is not ObjectType).ToArray();
        return fields
            .Where(use => use.Parent is ObjectType)
            .GroupBy(use => use.Parent)
            .Select(group => group.Concat(shared).OrderBy(use => use.Id).ToArray());
    }

    private void CheckFields(FieldUse[] fields)
    {
        var first = fields[0];
        foreach (var other in fields.Skip(1))
        {
            if (!string.Equals(first.Node.Name.Value, other.Node.Name.Value, StringComparison.Ordinal))
            {
                Tell(first, other, $"\"{first.Node.Name.Value}\" and \"{other.Node.Name.Value}\" are different fields");
            }
            else if (!SameArguments.Check(first.Node, other.Node))
            {
                Tell(first, other, "their arguments differ");
            }
        }
    }

    private void CheckShapes(FieldUse[] fields)
    {
        var first = Array.Find(fields, use => use.Definition is not null);
        foreach (var other in fields)
        {
            if (first is not null && other.Definition is not null && !SameShape(first.Definition!.Type, other.Definition.Type))
            {
                Tell(first, other, $"their types \"{first.Definition.Type}\" and \"{other.Definition.Type}\" are told differently");
            }
        }
    }

    private static bool SameShape(GraphQLType a, GraphQLType b) =>
        (a, b) switch
        {
            (NonNullType x, NonNullType y) => SameShape(x.OfType, y.OfType),
            (NonNullType, _) or (_, NonNullType) => false,
            (ListType x, ListType y) => SameShape(x.OfType, y.OfType),
            (ListType, _) or (_, ListType) => false,
            _ when a.IsLeaf || b.IsLeaf => ReferenceEquals(a, b),
            _ => true,
        };

    private void Tell(FieldUse first, FieldUse other, Message why)
    {
        if (_told.Add((first, other)))
        {
            Report(
                $"The fields \"{first.Node.ResponseName}\" conflict: {why}. Give one of them an alias if both are wanted.",
                first.Node,
                other.Node
            );
        }
    }

    private void Add(IReadOnlyList<FieldUse> fields)
    {
        // What is told first is what helps most: that fields differ says more than that their types do.
        Enqueue(fields, Demand.SameField);
        Enqueue(fields, Demand.SameShape);
    }

    private void Enqueue(IReadOnlyList<FieldUse> fields, Demand demand)
    {
        if (fields.Count == 0)
        {
            return;
        }

        var set = new FieldSet(demand, [.. fields.DistinctBy(use => use.Id).OrderBy(use => use.Id)]);
        if (_met.Add(set))
        {
            _pending.Enqueue(set);
        }
    }

    /// <summary>Equal when the demand and the fields are the same.</summary>
    private sealed class FieldSet(Demand demand, FieldUse[] fields) : IEquatable<FieldSet>
    {
        public Demand Demand { get; } = demand;

        public FieldUse[] Fields { get; } = fields;

        public bool Equals(FieldSet? other) => other is not null && Demand == other.Demand && Fields.AsSpan().SequenceEqual(other.Fields);

        public override bool Equals(object? obj) => Equals(obj as FieldSet);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Demand);
            foreach (var field in Fields)
            {
                hash.Add(field.Id);
            }

            return hash.ToHashCode();
        }
    }
}
