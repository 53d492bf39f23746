using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Graphs;

/// <summary>
/// Goal hierarchies as a municipality's agreements give them: a few visions, more goals, most nodes at the levels of
/// contributions and effects; children near their parents' lane, some with two parents, some skipping a level, and
/// couplings across lanes, half of them inside a level.
/// </summary>
internal static class GoalHierarchies
{
    private static readonly double[] Shares = [0.03, 0.08, 0.15, 0.26, 0.27, 0.21];

    public static LayoutGraph Make(int size, int lanes, double couplingShare, int seed)
    {
        var random = new Random(seed);
        var cells = new List<int>[Shares.Length, lanes];
        var nodes = new List<LayoutNode>();
        for (var level = 0; level < Shares.Length; level++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                cells[level, lane] = [];
            }

            var count = level == Shares.Length - 1 ? size - nodes.Count : Math.Max(lanes, (int)Math.Round(size * Shares[level]));
            for (var i = 0; i < count && nodes.Count < size; i++)
            {
                // Lanes differ in size, as centres do; every lane has its share of each level.
                var lane = i < lanes ? i : Math.Min(random.Next(lanes), random.Next(lanes));
                cells[level, lane].Add(nodes.Count);
                nodes.Add(new LayoutNode($"n{nodes.Count}", 180, 36 + (16 * random.Next(4)), level, $"lane {lane}"));
            }
        }

        var edges = new List<LayoutEdge>();
        for (var level = 1; level < Shares.Length; level++)
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                foreach (var node in cells[level, lane])
                {
                    AddParents(random, cells, edges, node, level, lane, lanes);
                }
            }
        }

        AddCouplings(random, nodes, edges, (int)(edges.Count * couplingShare / (1 - couplingShare)));
        return new LayoutGraph(nodes, edges);
    }

    private static void AddParents(Random random, List<int>[,] cells, List<LayoutEdge> edges, int node, int level, int lane, int lanes)
    {
        var above = level > 1 && random.NextDouble() < 0.08 ? level - 2 : level - 1;
        var from = random.NextDouble() < 0.05 ? random.Next(lanes) : lane;
        var parents = cells[above, from].Count > 0 ? cells[above, from] : cells[above, lane];
        if (parents.Count == 0)
        {
            return;
        }

        var first = random.Next(parents.Count);
        edges.Add(new LayoutEdge($"e{edges.Count}", $"n{parents[first]}", $"n{node}"));
        if (parents.Count > 1 && random.NextDouble() < 0.2)
        {
            // A second parent is mostly a near relation of the first.
            var step = random.NextDouble() < 0.7 ? 1 : 1 + random.Next(parents.Count - 1);
            edges.Add(new LayoutEdge($"e{edges.Count}", $"n{parents[(first + step) % parents.Count]}", $"n{node}"));
        }
    }

    private static void AddCouplings(Random random, List<LayoutNode> nodes, List<LayoutEdge> edges, int count)
    {
        var byLevel = nodes.Select((node, i) => (node, i)).ToLookup(p => p.node.Level, p => p.i);
        for (var c = 0; c < count; c++)
        {
            var a = random.Next(nodes.Count);
            var peers = byLevel[nodes[a].Level].ToList();
            var b = random.Next(2) == 0 ? peers[random.Next(peers.Count)] : random.Next(nodes.Count);
            if (a != b)
            {
                edges.Add(new LayoutEdge($"e{edges.Count}", $"n{a}", $"n{b}", EdgeKind.Coupling));
            }
        }
    }
}
