using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// Lets neighbours change places, and single items move to the best place in their lane, as long as that saves crossings.
/// <para>Source: Gansner et al. (1993), section 3, for the transposition; Matuszewski, Schönfeld and Molitor (1999) for
/// sifting.</para>
/// </summary>
internal static class Transposition
{
    /// <summary>An item that has lost this many crossings on its way from its best place will hardly win them back further on.</summary>
    private const int Hope = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Run(Workspace space, int rounds)
    {
        var any = false;
        for (var round = 0; round < rounds; round++)
        {
            var improved = false;
            space.Stop.ThrowIfCancellationRequested();
            foreach (var order in space.Order)
            {
                for (var i = 0; i + 1 < order.Count; i++)
                {
                    var (x, y) = (order[i], order[i + 1]);
                    if (space.Lane[x] == space.Lane[y] && !(space.IsHeld(x) && space.IsHeld(y)) && SwapGain.Of(space, x, y, i + 1) > 0)
                    {
                        (order[i], order[i + 1]) = (y, x);
                        (space.Pos[y], space.Pos[x]) = (i, i + 1);
                        improved = true;
                    }
                }
            }

            any |= improved;
            if (!improved)
            {
                break;
            }
        }

        return any;
    }

    /// <param name="space">The columns.</param>
    /// <returns>Crossings saved.</returns>
    public static long Sift(Workspace space)
    {
        long saved = 0;
        foreach (var order in space.Order)
        {
            foreach (var item in order.ToArray())
            {
                space.Stop.ThrowIfCancellationRequested();
                if (space.IsHeld(item))
                {
                    continue;
                }

                saved += SiftItem(space, order, item);
            }
        }

        return saved;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SiftItem(Workspace space, List<int> order, int x)
    {
        var start = space.Pos[x];
        var (lanes, lane) = (space.Lane, space.Lane[x]);
        var (best, bestPlace) = (0, start);
        var gains = new SwapGain(space, x);
        var items = CollectionsMarshal.AsSpan(order);
        var gain = 0;
        for (var p = start + 1; p < items.Length && lanes[items[p]] == lane; p++)
        {
            gain += gains.Over(items[p], p);
            if (gain > best)
            {
                (best, bestPlace) = (gain, p);
            }
            else if (gain < best - Hope)
            {
                break;
            }
        }

        gain = 0;
        for (var p = start - 1; p >= 0 && lanes[items[p]] == lane; p--)
        {
            gain -= gains.Over(items[p], p);
            if (gain > best)
            {
                (best, bestPlace) = (gain, p);
            }
            else if (gain < best - Hope)
            {
                break;
            }
        }

        if (best > 0)
        {
            space.Move(x, bestPlace > start ? bestPlace + 1 : bestPlace);
        }

        return best;
    }
}
