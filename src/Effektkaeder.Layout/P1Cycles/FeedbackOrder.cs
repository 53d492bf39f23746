using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P1Cycles;

/// <summary>An order of the nodes with few edges pointing backwards, and none where the graph has no circle.</summary>
internal static class FeedbackOrder
{
    /// <returns>By node, its place.</returns>
    public static int[] Of(int count, List<Precedence> edges)
    {
        var outs = new List<int>[count];
        var ins = new List<int>[count];
        var outDegree = new int[count];
        var inDegree = new int[count];
        for (var i = 0; i < count; i++)
        {
            outs[i] = [];
            ins[i] = [];
        }

        foreach (var (before, after) in edges)
        {
            outs[before].Add(after);
            ins[after].Add(before);
            outDegree[before]++;
            inDegree[after]++;
        }

        var place = new int[count];
        var gone = new bool[count];
        var (first, last) = (0, count - 1);
        var sources = new Queue<int>(Enumerable.Range(0, count).Where(i => inDegree[i] == 0));
        var sinks = new Queue<int>(Enumerable.Range(0, count).Where(i => outDegree[i] == 0));
        while (first <= last)
        {
            if (sources.TryDequeue(out var node))
            {
                Take(node, () => first++);
            }
            else if (sinks.TryDequeue(out node))
            {
                Take(node, () => last--);
            }
            else
            {
                // Only circles are left: the node with most edges out over edges in reverses the fewest.
                Take(Enumerable.Range(0, count).Where(i => !gone[i]).MaxBy(i => outDegree[i] - inDegree[i]), () => first++);
            }
        }

        return place;

        void Take(int node, Func<int> next)
        {
            if (gone[node])
            {
                return;
            }

            gone[node] = true;
            place[node] = next();
            foreach (var to in outs[node])
            {
                if (--inDegree[to] == 0 && !gone[to])
                {
                    sources.Enqueue(to);
                }
            }

            foreach (var from in ins[node])
            {
                if (--outDegree[from] == 0 && !gone[from])
                {
                    sinks.Enqueue(from);
                }
            }
        }
    }
}
