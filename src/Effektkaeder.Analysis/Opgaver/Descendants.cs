namespace Effektkaeder.Analysis.Opgaver;

/// <summary>All nodes below one over hierarchy edges, each with its least depth; the node itself left out. Breadth first.</summary>
public static class Descendants
{
    public static void Find(Workspace work, int node)
    {
        work.Begin(first: 1);
        var (graph, marks, list, zero) = (work.Graph, work.Marks, work.List, work.Base);
        var (count, depth) = (0, 0);
        marks[node] = zero;
        list[count++] = node;
        for (var head = 0; head < count; head++)
        {
            depth = marks[list[head]] + 1;
            foreach (var below in graph.Down(list[head]))
            {
                if (marks[below] < zero)
                {
                    marks[below] = depth;
                    list[count++] = below;
                }
            }
        }

        work.Count = count;
        work.Used(depth - zero);
        graph.Order.Sort(list.AsSpan(1, count - 1));
    }
}
