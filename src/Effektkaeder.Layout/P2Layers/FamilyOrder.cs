using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>The nodes by a walk down the hierarchy, so that siblings and cousins are neighbours.</summary>
internal static class FamilyOrder
{
    public static IEnumerable<int> Of(IndexedGraph graph, int[] level)
    {
        var children = new List<int>[level.Length];
        for (var i = 0; i < level.Length; i++)
        {
            children[i] = [];
        }

        foreach (var edge in graph.Edges)
        {
            if (edge.Kind == EdgeKind.Hierarchy && level[edge.Source] != level[edge.Target])
            {
                var (upper, lower) = level[edge.Source] < level[edge.Target] ? (edge.Source, edge.Target) : (edge.Target, edge.Source);
                children[upper].Add(lower);
            }
        }

        var seen = new bool[level.Length];
        var stack = new Stack<int>();
        foreach (var root in Enumerable.Range(0, level.Length).OrderBy(i => level[i]))
        {
            stack.Push(root);
            while (stack.TryPop(out var node))
            {
                if (seen[node])
                {
                    continue;
                }

                seen[node] = true;
                yield return node;
                for (var k = children[node].Count - 1; k >= 0; k--)
                {
                    stack.Push(children[node][k]);
                }
            }
        }
    }
}
