using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The order of an earlier drawing: nodes found in it stand as they stood and are held there; new ones and passing
/// edges begin between their neighbours and find their own place.
/// </summary>
internal static class PreviousOrder
{
    private const int Passes = 4;

    public static void Set(Workspace space, LayoutResult previous)
    {
        var key = new double[space.Count];
        Array.Fill(key, double.NaN);
        var graph = space.Graph.Graph;
        var placed = previous.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
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
