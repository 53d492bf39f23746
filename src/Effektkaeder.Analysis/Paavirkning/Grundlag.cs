using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// Support, over hierarchy edges only: a root has 1, a dropped node 0, any other the sum of its parents' support divided by
/// the number of parents it had before the change.
/// </summary>
internal static class Grundlag
{
    /// <summary>The support of every node below a dropped one; every other node keeps 1.</summary>
    public static Dictionary<string, double> After(Udsnit udsnit, HashSet<string> dropped)
    {
        var support = dropped.ToDictionary(k => k, _ => 0.0, StringComparer.Ordinal);
        // A policy stands above the levels; an edge always leads to a deeper level, so this order meets parents first.
        foreach (var node in Below(udsnit, dropped).OrderBy(n => n.Level ?? -1))
        {
            if (dropped.Contains(node.Key))
            {
                continue;
            }

            var parents = udsnit.Parents(node.Key).ToList();
            support[node.Key] = parents.Count == 0 ? 1 : parents.Sum(p => support.GetValueOrDefault(p.Key, 1)) / parents.Count;
        }
        return support;
    }

    /// <summary>The hierarchy descendants of some nodes, each once, themselves left out unless they lie below each other.</summary>
    public static IEnumerable<Node> Below(Udsnit udsnit, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(keys);
        while (queue.TryDequeue(out var key))
        {
            foreach (var child in udsnit.Children(key))
            {
                if (seen.Add(child.Key))
                {
                    queue.Enqueue(child.Key);
                    yield return child;
                }
            }
        }
    }
}
