using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Lets parallel couplings pass a column side by side where that costs no crossing, so that they are seen as one ribbon.
/// <para>Source: Pupyrev, Nachmanson, Bereg and Holroyd, "Edge routing with ordered bundles" (2011).</para>
/// </summary>
internal static class Ribbons
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(Workspace space)
    {
        foreach (var order in space.Order)
        {
            for (var i = 1; i < order.Count; i++)
            {
                if (space.Edge[order[i]] >= 0 && Mate(space, order, i) is var mate && mate >= 0 && mate < i - 1)
                {
                    MoveBeside(space, order, i, mate);
                }
            }
        }
    }

    /// <summary>The place of the nearest earlier item in the lane whose edge is parallel; -1 for none.</summary>
    private static int Mate(Workspace space, List<int> order, int i)
    {
        var (lane, edge) = (space.Lane[order[i]], space.Edge[order[i]]);
        for (var p = i - 1; p >= 0 && space.Lane[order[p]] == lane; p--)
        {
            if (space.Edge[order[p]] is >= 0 and var other && space.Graph.Graph.AreParallel(edge, other))
            {
                return p;
            }
        }

        return -1;
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
