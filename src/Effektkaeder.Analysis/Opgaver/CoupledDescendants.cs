using System.Runtime.CompilerServices;

namespace Effektkaeder.Analysis.Opgaver;

/// <summary>
/// All nodes that one reaches over hierarchy edges downwards and at most so many couplings, read either way, each with its least
/// depth, which counts every edge; the node itself left out.
/// </summary>
/// <remarks>
/// Breadth first over nodes and couplings used. A node is walked on from again only where it is reached, deeper, over fewer
/// couplings than before, and some coupling lies there or below: at most once more than there are couplings to use.
/// </remarks>
public static class CoupledDescendants
{
    public static void Find(Workspace work, int node, int mostCouplings)
    {
        work.Begin(first: 1);
        var (graph, queue) = (work.Graph, work.Queue);
        var depth = 0;
        Reach(work, node, depth, couplings: 0);
        for (var head = 0; head < queue.Count;)
        {
            depth++;
            for (var level = queue.Count; head < level; head++)
            {
                var (at, couplings) = ((int)queue[head], (int)(queue[head] >> 32));
                foreach (var below in graph.Down(at))
                {
                    Reach(work, below, depth, couplings);
                }

                if (couplings < mostCouplings)
                {
                    foreach (var coupled in graph.Coupled(at))
                    {
                        Reach(work, coupled, depth, couplings + 1);
                    }
                }
            }
        }

        work.Used(depth);
        Sort(work, node);
    }

    /// <summary>The depth that the walk found a node at.</summary>
    public static int DepthOf(Workspace work, int node) => (int)(work.States[node] >> 32) - work.Base;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Reach(Workspace work, int node, int depth, int couplings)
    {
        ref var state = ref work.States[node];
        if (state >> 32 < work.Base)
        {
            state = (long)(work.Base + depth) << 32 | (uint)couplings;
            work.List[work.Count++] = node;
            work.Queue.Add((long)couplings << 32 | (uint)node);
        }
        else if ((int)state > couplings && work.Graph.LeadsToCouplings[node])
        {
            state = state >> 32 << 32 | (uint)couplings;
            work.Queue.Add((long)couplings << 32 | (uint)node);
        }
    }

    /// <summary>Of a large part of the graph, the nodes are picked out in their order, which costs less than sorting them.</summary>
    private static void Sort(Workspace work, int node)
    {
        var (graph, states, list, zero) = (work.Graph, work.States, work.List, work.Base);
        if (!graph.Order.IsNumbers || work.Count < graph.Count / 8)
        {
            graph.Order.Sort(list.AsSpan(1, work.Count - 1));
            return;
        }

        var next = 1;
        for (var at = 0; at < graph.Count; at++)
        {
            if (states[at] >> 32 >= zero && at != node)
            {
                list[next++] = at;
            }
        }
    }
}
