using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;

namespace Effektkaeder.GraphQL.Limits;

/// <summary>
/// Judges a valid document's operations by their size. Each fragment is measured once, however often it is spread, so
/// the work is linear although the figures may grow without bound (they stop at <see cref="int.MaxValue"/>).
/// </summary>
internal sealed class DocumentLimits
{
    private readonly Schema _schema;
    private readonly GraphQLLimits _limits;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly Dictionary<string, Measure> _measured = new(StringComparer.Ordinal);

    public DocumentLimits(Schema schema, GraphQLLimits limits, DocumentNode document)
    {
        _schema = schema;
        _limits = limits;
        _fragments = document
            .Definitions.OfType<FragmentDefinitionNode>()
            .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
    }

    public IEnumerable<GraphQLError> Check(OperationDefinitionNode operation)
    {
        var root = _schema.RootType(operation.Operation);
        if (FragmentNesting.Depth(operation.SelectionSet, _fragments) is var nesting && nesting > _limits.MaxNesting)
        {
            yield return Beyond(
                $"The operation nests with its fragments {nesting} levels deep; at most {_limits.MaxNesting} are taken.",
                operation
            );
            yield break;
        }

        var measure = Of(operation.SelectionSet, root) with { };
        measure.Directives += operation.Directives.Count;
        if (measure.Depth > _limits.MaxDepth)
        {
            yield return Beyond($"The operation nests {measure.Depth} fields deep; at most {_limits.MaxDepth} are taken.", operation);
        }

        if (measure.Aliases > _limits.MaxAliases)
        {
            yield return Beyond($"The operation has {measure.Aliases} aliases; at most {_limits.MaxAliases} are taken.", operation);
        }

        if (measure.Directives > _limits.MaxDirectives)
        {
            yield return Beyond(
                $"The operation has {measure.Directives} directives; at most {_limits.MaxDirectives} are taken.",
                operation
            );
        }

        if (measure.Fields > _limits.MaxRootFields)
        {
            yield return Beyond($"The operation has {measure.Fields} root fields; at most {_limits.MaxRootFields} are taken.", operation);
        }

        if (measure.Lists > _limits.MaxListNesting)
        {
            yield return Beyond($"The operation nests lists {measure.Lists} deep; at most {_limits.MaxListNesting} are taken.", operation);
        }
    }

    internal static GraphQLError Beyond(Message message, OperationDefinitionNode operation) =>
        new(message, ErrorCodes.Limit) { Locations = [operation.Location] };

    private Measure Of(SelectionSetNode set, CompositeType? parent)
    {
        var total = default(Measure);
        foreach (var selection in set.Selections)
        {
            var part = selection switch
            {
                FieldNode field => OfField(field, parent),
                InlineFragmentNode inline => Of(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent),
                FragmentSpreadNode spread => OfFragment(spread.Name.Value),
                _ => default,
            };
            part.Directives += selection.Directives.Count;
            total = total.With(part);
        }

        return total;
    }

    private Measure OfField(FieldNode field, CompositeType? parent)
    {
        var definition = parent is null ? null : _schema.FindField(parent, field.Name.Value);
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet, definition?.Type.Named as CompositeType);
        return new Measure
        {
            Depth = below.Depth + 1,
            Aliases = below.Aliases + (field.Alias is null ? 0 : 1),
            Directives = below.Directives,
            Fields = 1,
            Lists = below.Lists + (definition?.Type.Nullable is ListType ? 1 : 0),
        };
    }

    private Measure OfFragment(string name)
    {
        if (!_measured.TryGetValue(name, out var measure) && _fragments.TryGetValue(name, out var fragment))
        {
            measure = Of(fragment.SelectionSet, TypeOf(fragment.TypeCondition));
            measure.Directives += fragment.Directives.Count;
            _measured[name] = measure;
        }

        return measure;
    }

    private CompositeType? TypeOf(NamedTypeNode? condition) =>
        condition is null ? null : _schema.FindType(condition.Name.Value) as CompositeType;

    private record struct Measure
    {
        public int Depth { get; set; }

        public long Aliases { get; set; }

        public long Directives { get; set; }

        /// <summary>Fields of the selection set itself, not of those below.</summary>
        public long Fields { get; set; }

        public int Lists { get; set; }

        public readonly Measure With(Measure other) =>
            new()
            {
                Depth = Math.Max(Depth, other.Depth),
                Aliases = Capped(Aliases + other.Aliases),
                Directives = Capped(Directives + other.Directives),
                Fields = Capped(Fields + other.Fields),
                Lists = Math.Max(Lists, other.Lists),
            };

        private static long Capped(long figure) => Math.Min(figure, int.MaxValue);
    }
}
