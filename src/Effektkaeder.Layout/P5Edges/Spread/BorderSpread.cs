using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges.Spread;

/// <summary>Spreads ends, already in order, over a box's border: straight on where the other end is level with the box.</summary>
internal static class BorderSpread
{
    public static void Apply(PositionedGraph positioned, int node, List<PortEnd> ends, double[] at)
    {
        var graph = positioned.Ordered;
        var breadth = graph.Layered.Graph.Nodes[node].Breadth;
        var centre = positioned.Centre[node];
        var inset = Math.Min(6, breadth * 0.15);
        var (low, high) = (centre - (breadth / 2) + inset, centre + (breadth / 2) - inset);
        var gap = ends.Count < 2 ? 0 : Math.Min(graph.Layered.Graph.Options.EdgeSpacing, (high - low) / (ends.Count - 1));
        var wish = ends.Count <= 256 ? stackalloc double[ends.Count] : new double[ends.Count];
        for (var i = 0; i < wish.Length; i++)
        {
            wish[i] = Wish(positioned, ends[i], centre, breadth) - (i * gap);
        }

        Pool(wish);
        var top = high - ((ends.Count - 1) * gap);
        for (var i = 0; i < wish.Length; i++)
        {
            at[ends[i].Slot] = Math.Clamp(wish[i], low, Math.Max(low, top)) + (i * gap);
        }
    }

    private static double Wish(PositionedGraph positioned, PortEnd end, double centre, double breadth)
    {
        if (end.IsArc)
        {
            return centre + (breadth * (end.Order.Group == 0 ? -0.5 : 0.5));
        }

        // Two boxes meet half way; an edge that only passes cannot come to meet the box.
        var isNode = positioned.Ordered.Items[end.Other].IsNode;
        var off = positioned.Centre[end.Other] - centre;
        var meet = isNode ? off / 2 : off;
        return Math.Abs(meet) < breadth * 0.35 ? centre + meet : centre + (Math.Sign(off) * breadth * 0.22);
    }

    /// <summary>The nearest places that never fall, all of equal weight.</summary>
    private static void Pool(Span<double> wish)
    {
        for (var i = 1; i < wish.Length; i++)
        {
            var (sum, size) = (wish[i], 1);
            while (i - size >= 0 && wish[i - size] > sum / size)
            {
                sum += wish[i - size];
                size++;
            }

            for (var k = i - size + 1; size > 1 && k <= i; k++)
            {
                wish[k] = sum / size;
            }
        }
    }
}
