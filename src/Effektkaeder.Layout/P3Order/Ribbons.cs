using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Lets parallel couplings pass a column side by side where that costs no crossing, so that they are seen as one ribbon.
/// <para>Source: Pupyrev, Nachmanson, Bereg and Holroyd, "Edge routing with ordered bundles" (2011).</para>
/// </summary>
internal static class Ribbons
{
    public static void Gather(Workspace space)
    {
        // By the lane they pass and the two lanes they couple, the last passing item so far.
        var last = new Dictionary<(int Lane, int Low, int High), int>();
        foreach (var order in space.Order)
        {
            last.Clear();
            for (var i = 0; i < order.Count; i++)
            {
                var item = order[i];
                if (space.Edge[item] < 0 || space.Graph.Graph.Edges[space.Edge[item]] is not { Kind: EdgeKind.Coupling } edge)
                {
                    continue;
                }

                var (a, b) = (space.Lane[edge.Source], space.Lane[edge.Target]);
                var ribbon = (space.Lane[item], Math.Min(a, b), Math.Max(a, b));
                if (last.TryGetValue(ribbon, out var mate) && space.Pos[mate] < i - 1)
                {
                    MoveBeside(space, order, i, space.Pos[mate]);
                }

                last[ribbon] = item;
            }
        }
    }

    private static void MoveBeside(Workspace space, List<int> order, int i, int mate)
    {
        var x = order[i];
        var gain = 0;
        for (var p = i - 1; p > mate; p--)
        {
            gain += SwapGain.Of(space, order[p], x, p);
        }

        if (gain < 0)
        {
            return;
        }

        order.RemoveAt(i);
        order.Insert(mate + 1, x);
        for (var p = mate + 1; p <= i; p++)
        {
            space.Pos[order[p]] = p;
        }
    }
}
