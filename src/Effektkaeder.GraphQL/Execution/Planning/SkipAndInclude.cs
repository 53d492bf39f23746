using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Execution.Planning;

/// <summary>Which variables stand in @skip and @include (spec 3.13.1, 3.13.2): with their values a selection is fixed.</summary>
internal static class SkipAndInclude
{
    /// <summary>Those of one operation, with the fragments it spreads.</summary>
    public static IReadOnlyList<string> Variables(
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments
    )
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (pending.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                Gather(selection, names);
                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode spread when seen.Add(spread.Name.Value) => fragments
                        .GetValueOrDefault(spread.Name.Value)
                        ?.SelectionSet,
                    _ => null,
                };
                if (inner is not null)
                {
                    pending.Push(inner);
                }
            }
        }

        return [.. names];
    }

    private static void Gather(SelectionNode selection, SortedSet<string> names)
    {
        foreach (var directive in selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"))
        {
            foreach (var variable in directive.Arguments.Select(argument => argument.Value).OfType<VariableNode>())
            {
                names.Add(variable.Name.Value);
            }
        }
    }
}
