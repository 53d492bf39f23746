using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The order of the bands: edges between lanes should pass over as few nodes as can be. That is minimum linear
/// arrangement with weights, solved exactly over subsets for few lanes, else by moving one lane at a time.
/// <para>Source: the subset recursion of Held and Karp (1962), on cuts instead of tours.</para>
/// </summary>
internal static class LaneArrangement
{
    private const int MostExact = 12;

    /// <returns>Lane indices in the order of the bands.</returns>
    public static int[] Order(IndexedGraph graph)
    {
        var count = graph.Lanes.Length;
        var fixedFirst = FixedLanes(graph);
        var free = Enumerable.Range(0, count).Where(lane => !fixedFirst.Contains(lane)).ToArray();
        if (free.Length < 2)
        {
            return [.. fixedFirst, .. free];
        }

        var size = new double[count];
        foreach (var node in graph.Nodes)
        {
            size[node.Lane]++;
        }

        var weight = new double[count, count];
        foreach (var edge in graph.Edges)
        {
            var (a, b) = (graph.Nodes[edge.Source].Lane, graph.Nodes[edge.Target].Lane);
            if (a != b)
            {
                weight[a, b]++;
                weight[b, a]++;
            }
        }

        return [.. fixedFirst, .. free.Length <= MostExact ? Exact(free, size, weight) : Moved(free, size, weight)];
    }

    private static List<int> FixedLanes(IndexedGraph graph)
    {
        var names = graph.Options.LaneOrder ?? graph.Options.Previous?.Lanes.Select(band => band.Lane!).ToArray() ?? [];
        var order = new List<int>();
        foreach (var name in names)
        {
            var lane = Array.IndexOf(graph.Lanes, name);
            if (lane >= 0 && !order.Contains(lane))
            {
                order.Add(lane);
            }
        }

        return order;
    }

    private static IEnumerable<int> Exact(int[] free, double[] size, double[,] weight)
    {
        var n = free.Length;
        var all = (1 << n) - 1;
        var cost = new double[all + 1];
        var last = new int[all + 1];
        var cut = new double[all + 1];
        for (var set = 1; set <= all; set++)
        {
            cost[set] = double.PositiveInfinity;
            for (var k = 0; k < n; k++)
            {
                var before = set & ~(1 << k);
                if (before == set)
                {
                    continue;
                }

                // What passes over lane k joins a lane placed before it with one still to come.
                var (backwards, onwards) = (0.0, 0.0);
                for (var i = 0; i < n; i++)
                {
                    backwards += (before >> i & 1) != 0 ? weight[free[i], free[k]] : 0;
                    onwards += (set >> i & 1) == 0 ? weight[free[i], free[k]] : 0;
                }

                cut[set] = cut[before] - backwards + onwards;
                var total = cost[before] + ((cut[before] - backwards) * size[free[k]]);
                if (total < cost[set] - 1e-9)
                {
                    (cost[set], last[set]) = (total, k);
                }
            }
        }

        var order = new List<int>();
        for (var set = all; set != 0; set &= ~(1 << last[set]))
        {
            order.Add(free[last[set]]);
        }

        order.Reverse();
        return order;
    }

    private static List<int> Moved(int[] free, double[] size, double[,] weight)
    {
        var order = free.ToList();
        var best = Cost(order);

        // With very many lanes only near places are tried: each try costs their number squared.
        var reach = order.Count > 60 ? 3 : order.Count;
        for (var improved = true; improved;)
        {
            improved = false;
            for (var from = 0; from < order.Count; from++)
            {
                for (var to = Math.Max(0, from - reach); to < Math.Min(order.Count, from + reach + 1); to++)
                {
                    var lane = order[from];
                    order.RemoveAt(from);
                    order.Insert(to, lane);
                    var cost = Cost(order);
                    if (cost < best - 1e-9)
                    {
                        (best, improved) = (cost, true);
                        break;
                    }

                    order.RemoveAt(to);
                    order.Insert(from, lane);
                }
            }
        }

        return order;

        double Cost(List<int> lanes)
        {
            var start = new double[lanes.Count + 1];
            for (var i = 0; i < lanes.Count; i++)
            {
                start[i + 1] = start[i] + size[lanes[i]];
            }

            var sum = 0.0;
            for (var i = 0; i < lanes.Count; i++)
            {
                for (var j = i + 1; j < lanes.Count; j++)
                {
                    sum += weight[lanes[i], lanes[j]] * (start[j] - start[i + 1]);
                }
            }

            return sum;
        }
    }
}
