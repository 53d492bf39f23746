using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Opgaver;

/// <summary>The political goals that most would lose its ground with.</summary>
public static class LargestLosses
{
    /// <summary>At most so many, the largest first, ties by id.</summary>
    /// <returns>The goals; how many nodes go with each says <see cref="Count"/>.</returns>
    public static ReadOnlySpan<int> Find(Workspace work, int top)
    {
        work.Begin(first: 0);
        var graph = work.Graph;
        for (var node = 0; node < graph.Count; node++)
        {
            if (graph.Lives(node) && graph.KindOf(node) == NodeKind.PolitiskMaal)
            {
                work.List[work.Count++] = node;
            }
        }

        var goals = work.List.AsSpan(0, work.Count);
        graph.Order.Sort(goals);
        // By how many, with the place in the order below: one number to sort by.
        var queue = work.Queue;
        for (var i = 0; i < goals.Length; i++)
        {
            queue.Add((long)(int.MaxValue - Count(work, goals[i])) << 32 | (uint)i);
        }

        queue.Span.Sort();
        work.Count = Math.Min(top, goals.Length);
        var places = queue.Span[..work.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = goals[(int)places[i]];
        }

        for (var i = 0; i < places.Length; i++)
        {
            goals[i] = (int)places[i];
        }

        return work.Nodes;
    }

    public static int Count(Workspace work, int goal) => work.Graph.Support.Lost(goal).Length;
}
