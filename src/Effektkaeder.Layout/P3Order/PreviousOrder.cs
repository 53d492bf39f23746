using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The order of an earlier drawing: nodes found in it stand as they stood and are held there; new ones are held where there is room for
/// them, nearest to their neighbours. Where there is none, and for passing edges, the place is found as in a first drawing.
/// </summary>
internal static class PreviousOrder
{
    private const int Passes = 4;

    public static void Set(Workspace space, LayoutResult previous)
    {
        var key = new double[space.Count];
        Array.Fill(key, double.NaN);
        var graph = space.Graph.Graph;
        var placed = previous.Known.ToDictionary(n => n.Id, StringComparer.Ordinal);
        for (var i = 0; i < graph.Nodes.Length; i++)
        {
            var node = graph.Input.Nodes[i];
            if (placed.TryGetValue(node.Id, out var was) && string.Equals(was.Lane, node.Lane, StringComparison.Ordinal))
            {
                var (_, cross, _, breadth) = Frame.Back(was.Box, graph.Options.Direction);
                key[i] = cross + (breadth / 2);
                space.Hold(i);
            }
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            for (var item = 0; item < space.Count; item++)
            {
                if (!space.IsHeld(item))
                {
                    key[item] = Mean(space, item, key);
                }
            }
        }

        Settle(space, previous, placed, key);
        var items = Enumerable
            .Range(0, space.Count)
            .OrderBy(i => space.Lane[i])
            .ThenBy(i => double.IsNaN(key[i]) ? double.MaxValue : key[i]);
        foreach (var item in items)
        {
            space.Order[space.Column[item]].Add(item);
        }

        for (var c = 0; c < space.Order.Length; c++)
        {
            space.Renumber(c);
        }
    }

    private static void Settle(Workspace space, LayoutResult previous, Dictionary<string, PlacedNode> placed, double[] key)
    {
        var graph = space.Graph.Graph;
        var (options, lanes) = (graph.Options, previous.Lanes.ToDictionary(l => l.Lane ?? "", StringComparer.Ordinal));
        foreach (var cell in Enumerable.Range(0, graph.Nodes.Length).GroupBy(i => (space.Column[i], space.Lane[i])))
        {
            var fresh = cell.Where(i => !space.IsHeld(i) && !double.IsNaN(key[i])).OrderBy(i => key[i]).ToList();
            if (fresh.Count == 0 || !lanes.TryGetValue(graph.Lanes[graph.Nodes[cell.First()].Lane] ?? "", out var lane))
            {
                continue;
            }

            var (_, cross, _, extent) = Frame.Back(lane.Box, options.Direction);
            var room = new FreeRoom(
                cross + options.LanePadding,
                cross + extent - options.LanePadding,
                cell.Where(space.IsHeld).Select(i => Stands(placed[graph.Input.Nodes[i].Id], options.Direction)),
                options.NodeSpacing
            );
            foreach (var i in fresh)
            {
                if (room.Take(key[i], graph.Nodes[i].Breadth) is { } place)
                {
                    key[i] = place;
                    space.Hold(i);
                }
            }
        }
    }

    private static (double From, double To) Stands(PlacedNode node, LayoutDirection direction)
    {
        var (_, cross, _, breadth) = Frame.Back(node.Box, direction);
        return (cross, cross + breadth);
    }

    private static double Mean(Workspace space, int item, double[] key)
    {
        var (sum, count) = (0.0, 0);
        for (var side = 0; side < 2; side++)
        {
            foreach (var other in space.Inner[side][item].Span)
            {
                if (!double.IsNaN(key[other]))
                {
                    sum += key[other];
                    count++;
                }
            }
        }

        return count == 0 ? key[item] : sum / count;
    }
}
