namespace Effektkaeder.Domain.Regler;

/// <summary>Of HOERER_UNDER and of graphs from outside: the levels already keep the goal hierarchy's own types acyclic.</summary>
public static class TheHierarchyHasNoCycle
{
    /// <summary>One breach a cycle, naming its nodes in order from the smallest key. Linear; the stack is on the heap.</summary>
    public static IEnumerable<Brud> Check(IEnumerable<(string From, string To)> edges)
    {
        var below = edges
            .GroupBy(e => e.From, e => e.To, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in below.Keys.Order(StringComparer.Ordinal))
        {
            if (!done.Contains(start))
            {
                foreach (var cycle in From(start, below, done))
                {
                    yield return new(nameof(TheHierarchyHasNoCycle), cycle[0], "Ring: " + string.Join(" → ", [.. cycle, cycle[0]]));
                }
            }
        }
    }

    private static IEnumerable<string[]> From(string start, Dictionary<string, string[]> below, HashSet<string> done)
    {
        var path = new List<string>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<(string Node, int Next)>();
        stack.Push((start, 0));
        while (stack.TryPop(out var top))
        {
            if (top.Next == 0)
            {
                path.Add(top.Node);
                onPath.Add(top.Node);
            }
            var targets = below.GetValueOrDefault(top.Node) ?? [];
            if (top.Next == targets.Length)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(top.Node);
                done.Add(top.Node);
                continue;
            }
            stack.Push((top.Node, top.Next + 1));
            var target = targets[top.Next];
            if (onPath.Contains(target))
            {
                yield return Rotated(path[path.IndexOf(target)..]);
            }
            else if (!done.Contains(target))
            {
                stack.Push((target, 0));
            }
        }
    }

    private static string[] Rotated(List<string> cycle)
    {
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        return [.. cycle[first..], .. cycle[..first]];
    }
}
