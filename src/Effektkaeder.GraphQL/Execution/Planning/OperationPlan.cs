using Effektkaeder.GraphQL.Execution.Binding;
using Effektkaeder.GraphQL.Language;
using Effektkaeder.GraphQL.Messages;
using Effektkaeder.GraphQL.TypeSystem;
using Effektkaeder.GraphQL.Values;

namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>
/// An operation made ready for execution under one outcome of its @skip and @include: fields collected and merged once
/// (spec 6.3.2, CollectFields) and kept for every later request. Object types are planned as they turn up.
/// </summary>
internal sealed class OperationPlan
{
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly IReadOnlyDictionary<string, object?> _conditions;
    private readonly Dictionary<FieldNode, List<SelectionFamily>> _families = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldNode, List<(FieldNode[] Nodes, BoundField Resolver, string Shape, int Id)>> _calls = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Lock _gate = new();
    private readonly Func<SelectionFamily, ObjectType, PlannedSelection> _planType;
    private int _callCount,
        _runs,
        _weighed;

    private const int SeasonedAfter = 2;
    private const int MostWeighed = 5_000;

    /// <param name="conditions">The values of the variables that stand in @skip and @include.</param>
    public OperationPlan(
        BoundSchema schema,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        IReadOnlyDictionary<string, object?> conditions
    )
    {
        Schema = schema;
        Operation = operation;
        _fragments = fragments;
        _conditions = conditions;
        _planType = Plan;
        Root = Select(new SelectionFamily([], [operation.SelectionSet]), schema.Schema.RootType(operation.Operation)!);
    }

    public BoundSchema Schema { get; }

    public OperationDefinitionNode Operation { get; }

    public PlannedSelection Root { get; }

    /// <summary>How many <see cref="PlannedField.CallId"/>s there are so far.</summary>
    public int CallCount => _callCount;

    /// <summary>Whether the plan has run before: a document that comes once is not worth keeping anything for.</summary>
    public bool IsSeasoned => _runs > SeasonedAfter;

    public void CountRun() => _runs = Math.Min(_runs + 1, SeasonedAfter + 1);

    public PlannedSelection Select(SelectionFamily family, ObjectType type) => family.For(type, _planType);

    /// <summary>
    /// A field's arguments in one request (spec 6.4.1): those of the plan where no variable stands in them, else coerced.
    /// </summary>
    /// <returns>False where they do not fit: then the reason says why.</returns>
    public bool TryArguments(
        PlannedField field,
        IReadOnlyDictionary<string, object?> variables,
        out Arguments arguments,
        out Message reason
    )
    {
        reason = "";
        arguments = field.FixedArguments!;
        return field.FixedArguments is not null
            || ArgumentCoercion.TryCoerce(
                Schema.Inputs,
                field.Definition.Arguments,
                field.Nodes[0].Arguments,
                variables,
                out arguments,
                out reason
            );
    }

    /// <summary>What the field's resolver is given.</summary>
    public BatchContext ContextOf(
        PlannedField field,
        IReadOnlyList<object?> parents,
        Arguments arguments,
        object? services,
        CancellationToken cancellation
    ) =>
        new(
            parents,
            field.Definition,
            arguments,
            new PlannedView(this, field.Family, field.Definition.Type.Named as CompositeType),
            services,
            Schema.Schema,
            cancellation
        );

    /// <summary>
    /// How a selection can be answered, over every type that may turn up below it. A document that would need more than
    /// <see cref="MostWeighed"/> selections weighed for this is answered level by level, which is always right.
    /// </summary>
    public Fitness FitnessOf(PlannedSelection selection) => selection.Fitness == Fitness.Unknown ? Weigh(selection) : selection.Fitness;

    private Fitness Weigh(PlannedSelection selection)
    {
        if (Interlocked.Increment(ref _weighed) > MostWeighed)
        {
            return Fitness.ByLevel;
        }

        var worst = Fitness.Pure;
        foreach (var field in selection.Fields)
        {
            worst = Max(worst, field.Own);
            if (worst < Fitness.ByLevel && field is { Family: { } family, Definition.Type.Named: { } type })
            {
                foreach (var member in Schema.Schema.PossibleTypes(type))
                {
                    worst = Max(worst, FitnessOf(Select(family, member)));
                }
            }
        }

        selection.Fitness = worst;
        return worst;

        static Fitness Max(Fitness a, Fitness b) => a > b ? a : b;
    }

    private PlannedSelection Plan(SelectionFamily family, ObjectType type)
    {
        var order = new List<string>();
        var groups = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in family.Sets)
        {
            Collect(type, set, order, groups, visited);
        }

        var fields = new List<PlannedField>(order.Count);
        foreach (var name in order)
        {
            var nodes = groups[name].ToArray();
            if (Schema.Schema.FindField(type, nodes[0].Name.Value) is { } definition)
            {
                fields.Add(PlanField(name, definition, nodes));
            }
        }

        return new PlannedSelection(type, [.. fields], Schema.Kept(type));
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode set,
        List<string> order,
        Dictionary<string, List<FieldNode>> groups,
        HashSet<string> visited
    )
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var nodes))
                    {
                        groups[field.ResponseName] = nodes = [];
                        order.Add(field.ResponseName);
                    }

                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, order, groups, visited);
                    break;
                case FragmentSpreadNode spread
                    when visited.Add(spread.Name.Value)
                        && _fragments.TryGetValue(spread.Name.Value, out var fragment)
                        && Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, order, groups, visited);
                    break;
                default:
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || (Schema.Schema.FindType(condition.Name.Value) is { } wanted && Schema.Schema.IsSubtype(type, wanted));

    private bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is "skip" or "include" && directive.Arguments.Count > 0)
            {
                var value = directive.Arguments[0].Value is VariableNode variable
                    ? _conditions.GetValueOrDefault(variable.Name.Value) as bool?
                    : (directive.Arguments[0].Value as BooleanValueNode)?.Value;
                if (value != (directive.Name.Value == "include"))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private PlannedField PlanField(string responseName, Field definition, FieldNode[] nodes)
    {
        var resolver = Schema.Resolver(definition);
        var fixedArguments = definition.Arguments.Count == 0 ? Arguments.None : null;
        if (fixedArguments is null && !nodes[0].Arguments.Any(argument => PlainValues.HasVariable(argument.Value)))
        {
            fixedArguments = ArgumentCoercion.TryCoerce(
                Schema.Inputs,
                definition.Arguments,
                nodes[0].Arguments,
                null,
                out var values,
                out _
            )
                ? values
                : null;
        }

        lock (_gate)
        {
            return new PlannedField(responseName)
            {
                Definition = definition,
                Nodes = nodes,
                Resolver = resolver,
                CallId = CallId(definition, resolver, nodes),
                Family = definition.Type.Named is CompositeType ? Family(nodes) : null,
                FixedArguments = fixedArguments,
                Shape = new PlannedType(definition.Type, Schema.Leaves),
                IsTypeName = ReferenceEquals(definition, Schema.Schema.TypeNameField),
            };
        }
    }

    /// <summary>Object types that share the same nodes share the family below them, so that the next level stays together too.</summary>
    private SelectionFamily Family(FieldNode[] nodes)
    {
        var known = ListFor(_families, nodes[0]);
        var family = known.Find(candidate => candidate.Nodes.AsSpan().SequenceEqual(nodes, ReferenceEqualityComparer.Instance));
        if (family is null)
        {
            family = new SelectionFamily(nodes, nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>().ToArray());
            known.Add(family);
        }

        return family;
    }

    private int CallId(Field definition, BoundField resolver, FieldNode[] nodes)
    {
        // Types that share a resolver may still differ in their arguments' defaults.
        var shape = string.Join(
            ';',
            definition.Arguments.Select(argument =>
                $"{argument.Name}:{argument.Type}={(argument.DefaultValue is null ? "" : Printer.Print(argument.DefaultValue))}"
            )
        );
        var known = ListFor(_calls, nodes[0]);
        foreach (var call in known)
        {
            if (
                ReferenceEquals(call.Resolver, resolver)
                && string.Equals(call.Shape, shape, StringComparison.Ordinal)
                && call.Nodes.AsSpan().SequenceEqual(nodes, ReferenceEqualityComparer.Instance)
            )
            {
                return call.Id;
            }
        }

        known.Add((nodes, resolver, shape, _callCount));
        return _callCount++;
    }

    private static List<T> ListFor<T>(Dictionary<FieldNode, List<T>> lists, FieldNode node)
    {
        if (!lists.TryGetValue(node, out var list))
        {
            lists[node] = list = [];
        }

        return list;
    }
}
