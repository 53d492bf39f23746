using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// Levels where some are given: the given ones stand; the others go as early as their predecessors allow, and before
/// their earliest successor where there is room.
/// </summary>
internal static class PinnedLevels
{
    public static int[] Rank(NodeBox[] nodes, Precedence[] demands)
    {
        var order = Topological.Order(nodes.Length, demands);
        var before = new List<int>[nodes.Length];
        var after = new List<int>[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            (before[i], after[i]) = ([], []);
        }

        foreach (var demand in demands)
        {
            before[demand.After].Add(demand.Before);
            after[demand.Before].Add(demand.After);
        }

        var latest = new int?[nodes.Length];
        foreach (var node in order.Reverse())
        {
            foreach (var next in after[node])
            {
                var bound = (nodes[next].Level ?? latest[next]) - 1;
                latest[node] = latest[node] is null || bound < latest[node] ? bound ?? latest[node] : latest[node];
            }
        }

        var lowest = nodes.Min(n => n.Level) ?? 0;
        var level = new int[nodes.Length];
        foreach (var node in order)
        {
            if (nodes[node].Level is { } given)
            {
                level[node] = given;
                continue;
            }

            // With nothing before it a node stands just before what follows, not at the far start.
            level[node] = before[node].Count > 0 ? before[node].Max(b => level[b]) + 1 : latest[node] ?? lowest;
        }

        return level;
    }
}
