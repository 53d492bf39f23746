using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// What two neighbours would save by changing places, exactly and from their own edges alone.
/// <para>Source: the crossing numbers c(u, v) of Jünger and Mutzel (1997), extended here to arcs.</para>
/// </summary>
internal static class SwapGain
{
    /// <param name="space">The columns.</param>
    /// <param name="x">The item that stands before.</param>
    /// <param name="y">The item directly after it.</param>
    /// <param name="anchor">The place of whichever of the two is not on the move.</param>
    /// <returns>Crossings with x before y, less those with y before x.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Of(Workspace space, int x, int y, int anchor) => OneSide(space, x, y, anchor, 0) + OneSide(space, x, y, anchor, 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int OneSide(Workspace space, int x, int y, int anchor, int side)
    {
        var inner = space.Inner[side];
        var pos = space.Pos;
        var gain = 0;
        ref var xLinks = ref inner[x];
        ref var yLinks = ref inner[y];
        if (xLinks.Count > 0 && yLinks.Count > 0)
        {
            foreach (var a in xLinks.Span)
            {
                var pa = pos[a];
                foreach (var b in yLinks.Span)
                {
                    gain += Math.Sign(pa - pos[b]);
                }
            }
        }

        ref var xArcs = ref space.ArcEnds[side][x];
        ref var yArcs = ref space.ArcEnds[side][y];
        if (xArcs.Count > 0)
        {
            foreach (var z in xArcs.Span)
            {
                gain +=
                    z == y ? 0
                    : pos[z] > anchor ? yLinks.Count
                    : -yLinks.Count;
            }
        }

        if (yArcs.Count > 0)
        {
            foreach (var w in yArcs.Span)
            {
                gain +=
                    w == x ? 0
                    : pos[w] > anchor ? -xLinks.Count
                    : xLinks.Count;
            }
        }

        return xArcs.Count > 0 && yArcs.Count > 0 ? gain + ArcPairs(pos, x, y, anchor, xArcs.Span, yArcs.Span) : gain;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ArcPairs(int[] pos, int x, int y, int anchor, ReadOnlySpan<int> xArcs, ReadOnlySpan<int> yArcs)
    {
        var gain = 0;
        foreach (var z in xArcs)
        {
            foreach (var w in yArcs)
            {
                if (z == y || w == x || z == w)
                {
                    continue;
                }

                var (zAfter, wAfter) = (pos[z] > anchor, pos[w] > anchor);
                gain += zAfter == wAfter ? (pos[z] < pos[w] ? 1 : -1) : (zAfter ? 1 : -1);
            }
        }

        return gain;
    }
}
