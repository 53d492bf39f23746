using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Graphs;

/// <summary>
/// Graphs that are harder than <see cref="GoalHierarchies"/>, held out while the engine was tuned on those: eleven lanes of uneven
/// size, five levels with three quarters of the nodes on the last, a fifth of the hierarchy edges crossing lanes, and a sixth of all
/// edges couplings across lanes among the middle levels, half of them on one level and half over one or two.
/// </summary>
internal static class UnevenLanes
{
    private const int Lanes = 11,
        Levels = 5;
    private static readonly double[] Shares = [0.02, 0.04, 0.07, 0.12];

    /// <summary>Edges for a node, by size: 30/40, 100/128, 300/398, 1000/1384, 3000/4167.</summary>
    private static double EdgesPerNode(int size) =>
        size < 60 ? 1.333
        : size < 600 ? 1.3
        : 1.387;

    public static LayoutGraph Make(int size, int seed)
    {
        var random = new Random(seed);
        var nodes = new List<LayoutNode>();
        var (level, lane) = (new List<int>(), new List<int>());
        var byLevel = new List<int>[Levels];
        for (var l = 0; l < Levels; l++)
        {
            byLevel[l] = [];
            var count = l == Levels - 1 ? size - nodes.Count : Math.Max(2, (int)Math.Round(size * Shares[l]));
            for (var i = 0; i < count; i++)
            {
                // The first lane is about eight times the last.
                var at = (int)(Lanes * Math.Pow(random.NextDouble(), 1.8));
                byLevel[l].Add(nodes.Count);
                (level, lane) = (Added(level, l), Added(lane, at));
                nodes.Add(new LayoutNode($"n{nodes.Count}", 180, 36 + (16 * random.Next(4)), l, $"lane {at}"));
            }
        }

        var total = (int)Math.Round(size * EdgesPerNode(size));
        var couplings = total / 6;
        var edges = new List<LayoutEdge>();
        var seen = new HashSet<(int, int)>();
        for (var l = 1; l < Levels; l++)
        {
            foreach (var node in byLevel[l])
            {
                Hierarchy(node);
            }
        }

        for (var tries = 0; edges.Count < total - couplings && tries < 50 * total; tries++)
        {
            Hierarchy(byLevel[0].Count + random.Next(size - byLevel[0].Count));
        }

        var middle = byLevel[1].Concat(byLevel[2]).Concat(byLevel[3]).ToList();
        for (int tries = 0, made = 0; made < couplings && tries < 200 * total; tries++)
        {
            var (a, b) = (middle[random.Next(middle.Count)], middle[random.Next(middle.Count)]);
            var far = Math.Abs(level[a] - level[b]);
            if (lane[a] != lane[b] && (made % 2 == 0 ? far == 0 : far is 1 or 2) && seen.Add((Math.Min(a, b), Math.Max(a, b))))
            {
                edges.Add(new LayoutEdge($"e{edges.Count}", $"n{a}", $"n{b}", EdgeKind.Coupling));
                made++;
            }
        }

        return new LayoutGraph(nodes, edges);

        void Hierarchy(int node)
        {
            var across = random.NextDouble() < 0.2;
            var above = byLevel[level[node] - 1];
            var fitting = above.Where(p => lane[p] == lane[node] != across).ToList();
            var parents = fitting.Count > 0 ? fitting : above;
            var parent = parents[random.Next(parents.Count)];
            if (seen.Add((parent, node)))
            {
                edges.Add(new LayoutEdge($"e{edges.Count}", $"n{parent}", $"n{node}"));
            }
        }

        static List<int> Added(List<int> list, int item)
        {
            list.Add(item);
            return list;
        }
    }
}
