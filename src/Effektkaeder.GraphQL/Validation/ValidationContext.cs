using Effektkaeder.GraphQL.Errors;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Validation;

/// <summary>What the rules share: the document's fragments, what each definition spreads, and which variables it uses.</summary>
internal sealed class ValidationContext
{
    private readonly int _maxErrors;
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<DefinitionNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinitionNode, IReadOnlyList<FragmentDefinitionNode>> _reachable = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);

    public ValidationContext(Schema schema, LeafCoercion leaves, DocumentNode document, int maxErrors)
    {
        Schema = schema;
        Leaves = leaves;
        Document = document;
        _maxErrors = maxErrors;
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            fragments[fragment.Name.Value] = fragment;
        }

        Fragments = fragments;
        Operations = document.Definitions.OfType<OperationDefinitionNode>().ToArray();
    }

    public Schema Schema { get; }

    public LeafCoercion Leaves { get; }

    public DocumentNode Document { get; }

    /// <summary>By name; of several with one name the last.</summary>
    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public IReadOnlyList<OperationDefinitionNode> Operations { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>True once as many errors were found as are told: nothing more need be looked for.</summary>
    public bool IsFull => _errors.Count >= _maxErrors;

    public void Report(GraphQLError error)
    {
        if (!IsFull)
        {
            _errors.Add(error);
        }
    }

    /// <summary>The spreads anywhere in the definition's own text.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsOf(ExecutableDefinitionNode definition)
    {
        if (!_spreads.TryGetValue(definition, out var spreads))
        {
            var set = definition is OperationDefinitionNode operation
                ? operation.SelectionSet
                : ((FragmentDefinitionNode)definition).SelectionSet;
            _spreads[definition] = spreads = Gather(set);
        }

        return spreads;
    }

    /// <summary>Every fragment the definition reaches, each once. Without recursion: chains of fragments have no bound.</summary>
    public IReadOnlyList<FragmentDefinitionNode> Reachable(ExecutableDefinitionNode definition)
    {
        if (_reachable.TryGetValue(definition, out var known))
        {
            return known;
        }

        var reached = new List<FragmentDefinitionNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<ExecutableDefinitionNode>([definition]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var spread in SpreadsOf(next))
            {
                if (seen.Add(spread.Name.Value) && Fragments.TryGetValue(spread.Name.Value, out var fragment))
                {
                    reached.Add(fragment);
                    pending.Enqueue(fragment);
                }
            }
        }

        _reachable[definition] = reached;
        return reached;
    }

    /// <summary>Where the operation uses variables, itself and through its fragments.</summary>
    public IEnumerable<VariableUsage> UsagesIn(OperationDefinitionNode operation) =>
        OwnUsages(operation).Concat(Reachable(operation).SelectMany(OwnUsages));

    private IReadOnlyList<VariableUsage> OwnUsages(ExecutableDefinitionNode definition)
    {
        if (!_usages.TryGetValue(definition, out var usages))
        {
            var collector = new VariableUsageCollector();
            new DocumentWalker(Schema, [collector]).Walk(definition);
            _usages[definition] = usages = collector.Usages;
        }

        return usages;
    }

    /// <summary>Without recursion, so in the order of the sets: a set's own spreads before those of the sets inside it.</summary>
    private static List<FragmentSpreadNode> Gather(SelectionSetNode set)
    {
        var spreads = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>([set]);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        spreads.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } inner }:
                        pending.Push(inner);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                    default:
                        break;
                }
            }
        }

        return spreads;
    }
}
