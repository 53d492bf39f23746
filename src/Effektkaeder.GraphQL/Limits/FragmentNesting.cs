using Effektkaeder.GraphQL.Language;

namespace Effektkaeder.GraphQL.Limits;

/// <summary>
/// How deep selection sets stand inside each other once fragments are spread out. Worked out without recursion through
/// fragments: a chain of ten thousand of them must end in an error, not in a stack overflow.
/// </summary>
internal static class FragmentNesting
{
    /// <summary>The fragments must hold no cycle.</summary>
    public static int Depth(SelectionSetNode root, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var pending = new Stack<string>();
        var spreads = new Dictionary<string, (int Own, List<(string Name, int At)> Spreads)>(StringComparer.Ordinal);
        var (own, top) = Scan(root);
        foreach (var (name, _) in top)
        {
            pending.Push(name);
        }

        while (pending.TryPeek(out var name))
        {
            if (depths.ContainsKey(name) || !fragments.TryGetValue(name, out var fragment))
            {
                depths.TryAdd(name, 0);
                pending.Pop();
                continue;
            }

            if (!spreads.TryGetValue(name, out var scanned))
            {
                spreads[name] = scanned = Scan(fragment.SelectionSet);
                foreach (var (next, _) in scanned.Spreads)
                {
                    if (!depths.ContainsKey(next))
                    {
                        pending.Push(next);
                    }
                }

                continue;
            }

            depths[name] = Deepest(scanned.Own, scanned.Spreads, depths);
            pending.Pop();
        }

        return Deepest(own, top, depths);
    }

    private static int Deepest(int own, List<(string Name, int At)> spreads, Dictionary<string, int> depths) =>
        spreads.Aggregate(own, (deepest, spread) => Math.Max(deepest, spread.At + depths.GetValueOrDefault(spread.Name)));

    private static (int Own, List<(string Name, int At)> Spreads) Scan(SelectionSetNode set)
    {
        var spreads = new List<(string, int)>();
        var deepest = 0;
        var pending = new Stack<(SelectionSetNode Set, int At)>([(set, 1)]);
        while (pending.TryPop(out var part))
        {
            deepest = Math.Max(deepest, part.At);
            foreach (var selection in part.Set.Selections)
            {
                switch (selection)
                {
                    case FieldNode { SelectionSet: { } inner }:
                        pending.Push((inner, part.At + 1));
                        break;
                    case InlineFragmentNode inline:
                        pending.Push((inline.SelectionSet, part.At + 1));
                        break;
                    case FragmentSpreadNode spread:
                        spreads.Add((spread.Name.Value, part.At));
                        break;
                    default:
                        break;
                }
            }
        }

        return (deepest, spreads);
    }
}
