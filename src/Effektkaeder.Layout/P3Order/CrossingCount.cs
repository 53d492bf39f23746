using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// All crossings of an order: between inner edges of a channel, between an arc and the edges at the items it passes,
/// and between arcs that interleave.
/// <para>Source: Barth, Jünger and Mutzel, "Simple and efficient bilayer cross counting" (2002).</para>
/// </summary>
internal static class CrossingCount
{
    public static long Total(Workspace space)
    {
        long sum = 0;
        for (var c = 0; c < space.Order.Length; c++)
        {
            sum += c > 0 ? Channel(space, c) : 0;
            sum += Arcs(space, c, 0) + Arcs(space, c, 1);
        }

        return sum;
    }

    /// <summary>Crossings between the inner edges that end in a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Channel(Workspace space, int column)
    {
        var size = space.Order[column - 1].Count;
        var tree = new int[size + 1];
        var sorted = new List<int>();
        long sum = 0;
        var seen = 0;
        foreach (var item in space.Order[column])
        {
            sorted.Clear();
            foreach (var other in space.Inner[0][item].Span)
            {
                sorted.Add(space.Pos[other]);
            }

            // Edges that meet in the item do not cross each other: all are counted before any is entered.
            foreach (var p in sorted)
            {
                var upTo = 0;
                for (var i = p + 1; i > 0; i -= i & -i)
                {
                    upTo += tree[i];
                }

                sum += seen - upTo;
            }

            foreach (var p in sorted)
            {
                seen++;
                for (var i = p + 1; i <= size; i += i & -i)
                {
                    tree[i]++;
                }
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Arcs(Workspace space, int column, int side)
    {
        var arcs = space.Arcs[side][column];
        if (arcs.Count == 0)
        {
            return 0;
        }

        var order = space.Order[column];
        var passed = new int[order.Count + 1];
        for (var i = 0; i < order.Count; i++)
        {
            passed[i + 1] = passed[i] + space.Inner[side][order[i]].Count;
        }

        var spans = new (int Low, int High)[arcs.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var (a, b) = (space.Pos[arcs[i].A], space.Pos[arcs[i].B]);
            spans[i] = (Math.Min(a, b), Math.Max(a, b));
        }

        Array.Sort(spans);
        long sum = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            sum += passed[spans[i].High] - passed[spans[i].Low + 1];
            for (var j = i + 1; j < spans.Length && spans[j].Low < spans[i].High; j++)
            {
                sum += spans[j].Low > spans[i].Low && spans[j].High > spans[i].High ? 1 : 0;
            }
        }

        return sum;
    }
}
