namespace Effektkaeder.Analysis.Opgaver;

/// <summary>
/// A node with its ancestors (depths below zero) and descendants (above zero) within a radius over hierarchy edges, and how many
/// edges stand among them. Where a ring makes a node both, the nearer counts, and the ancestor where both are as near.
/// </summary>
public static class Neighbourhood
{
    /// <returns>Hierarchy edges and couplings among the nodes.</returns>
    public static (int Hierarchy, int Couplings) Find(Workspace work, int node, int radius)
    {
        work.Begin(first: 0);
        var (graph, list) = (work.Graph, work.List);
        work.Marks[node] = work.Base;
        work.States[node] = (long)work.Base << 32;
        list[work.Count++] = node;
        for (var head = 0; head < work.Count && work.Marks[list[head]] - work.Base is var depth && depth < radius; head++)
        {
            foreach (var above in graph.Up(list[head]))
            {
                if (work.Marks[above] < work.Base)
                {
                    work.Marks[above] = work.Base + depth + 1;
                    list[work.Count++] = above;
                    work.Used(depth + 1);
                }
            }
        }

        var queue = work.Queue;
        queue.Add(node);
        for (var head = 0; head < queue.Count && Below(work, (int)queue[head]) is var depth && depth < radius; head++)
        {
            foreach (var below in graph.Down((int)queue[head]))
            {
                if (Below(work, below) < 0)
                {
                    work.States[below] = (long)(work.Base + depth + 1) << 32;
                    queue.Add(below);
                    work.Used(depth + 1);
                    if (Above(work, below) < 0)
                    {
                        list[work.Count++] = below;
                    }
                }
            }
        }

        graph.Order.Sort(list.AsSpan(0, work.Count));
        return EdgesAmong(work);
    }

    public static int DepthOf(Workspace work, int node) =>
        (Above(work, node), Below(work, node)) switch
        {
            ( < 0, var below) => below,
            (var above, < 0) => -above,
            var (above, below) => above <= below ? -above : below,
        };

    /// <summary>Parents are few where children may be many: edges are counted from below.</summary>
    private static (int Hierarchy, int Couplings) EdgesAmong(Workspace work)
    {
        var (hierarchy, couplings) = (0, 0);
        foreach (var node in work.Nodes)
        {
            foreach (var above in work.Graph.Up(node))
            {
                hierarchy += Found(work, above) ? 1 : 0;
            }

            foreach (var coupled in work.Graph.Coupled(node))
            {
                couplings += coupled > node && Found(work, coupled) ? 1 : 0;
            }
        }

        return (hierarchy, couplings);
    }

    private static bool Found(Workspace work, int node) => Above(work, node) >= 0 || Below(work, node) >= 0;

    private static int Above(Workspace work, int node) => work.Marks[node] < work.Base ? -1 : work.Marks[node] - work.Base;

    private static int Below(Workspace work, int node) =>
        work.States[node] >> 32 < work.Base ? -1 : (int)(work.States[node] >> 32) - work.Base;
}
