using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// What an item would save by changing places with a neighbour, exactly and from the two's own edges alone.
/// <para>Source: the crossing numbers c(u, v) of Jünger and Mutzel (1997), extended here to arcs.</para>
/// </summary>
internal readonly ref struct SwapGain
{
    private readonly ReadOnlySpan<int> _before;
    private readonly ReadOnlySpan<int> _after;
    private readonly Workspace _space;
    private readonly int[] _pos;
    private readonly int _x;

    /// <param name="space">The columns.</param>
    /// <param name="x">The item; nothing joins or leaves it meanwhile.</param>
    public SwapGain(Workspace space, int x)
    {
        (_space, _pos, _x) = (space, space.Pos, x);
        _before = space.Inner[0][x].Span;
        _after = space.Inner[1][x].Span;
    }

    /// <param name="space">The columns.</param>
    /// <param name="x">The item that stands before.</param>
    /// <param name="y">The item directly after it.</param>
    /// <param name="anchor">The place of whichever of the two is not on the move.</param>
    /// <returns>Crossings with x before y, less those with y before x.</returns>
    public static int Of(Workspace space, int x, int y, int anchor) => new SwapGain(space, x).Over(y, anchor);

    /// <summary>As <see cref="Of"/>, of the item and another of its column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Over(int y, int anchor)
    {
        var gain = Inner(_before, _space.Inner[0][y].Span) + Inner(_after, _space.Inner[1][y].Span);
        for (var side = 0; side < 2; side++)
        {
            var arcs = _space.ArcEnds[side];
            if ((arcs[_x].Count | arcs[y].Count) > 0)
            {
                gain += Arcs(y, anchor, side);
            }
        }

        return gain;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Inner(ReadOnlySpan<int> xEnds, ReadOnlySpan<int> yEnds)
    {
        var (pos, gain) = (_pos, 0);
        if (yEnds.Length == 0)
        {
            return 0;
        }

        foreach (var a in xEnds)
        {
            var at = pos[a];
            foreach (var b in yEnds)
            {
                var other = pos[b];
                gain += (at > other ? 1 : 0) - (at < other ? 1 : 0);
            }
        }

        return gain;
    }

    /// <summary>The part that arcs of the two have in it on a side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Arcs(int y, int anchor, int side)
    {
        var (xCount, yCount) = (_space.Inner[side][_x].Count, _space.Inner[side][y].Count);
        var xArcs = _space.ArcEnds[side][_x].Span;
        var yArcs = _space.ArcEnds[side][y].Span;
        var gain = 0;
        foreach (var z in xArcs)
        {
            gain +=
                z == y ? 0
                : _pos[z] > anchor ? yCount
                : -yCount;
        }

        foreach (var w in yArcs)
        {
            gain +=
                w == _x ? 0
                : _pos[w] > anchor ? -xCount
                : xCount;
        }

        return xArcs.Length > 0 && yArcs.Length > 0 ? gain + ArcPairs(_pos, _x, y, anchor, xArcs, yArcs) : gain;
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
