using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P3Order;

namespace Effektkaeder.Layout.Tests.P3Order;

/// <summary>Crossings counted the slow way, pair by pair of hops, from the meaning of an order alone.</summary>
internal static class OrderCrossings
{
    private sealed record Hop(int From, int To, int FromColumn, int ToColumn, int Low, int High, Side Turn)
    {
        public bool IsArc => FromColumn == ToColumn;
    }

    public static long Count(OrderedGraph graph)
    {
        var place = new int[graph.Items.Length];
        foreach (var column in graph.Columns)
        {
            for (var i = 0; i < column.Length; i++)
            {
                place[column[i]] = i;
            }
        }

        return Count([.. graph.Chains.SelectMany(c => Hops(c.Items, c.Turn, i => graph.Items[i].Column, i => place[i]))]);
    }

    public static long Count(Workspace space) =>
        Count([.. space.Chains.SelectMany((c, e) => Hops([.. c!], space.Turns[e], i => space.Column[i], i => space.Pos[i]))]);

    private static IEnumerable<Hop> Hops(int[] items, Side turn, Func<int, int> column, Func<int, int> place)
    {
        for (var k = 0; k + 1 < items.Length; k++)
        {
            var (a, b) = column(items[k]) <= column(items[k + 1]) ? (items[k], items[k + 1]) : (items[k + 1], items[k]);
            if (a != b)
            {
                var (p, q) = (place(a), place(b));
                yield return new Hop(p, q, column(a), column(b), Math.Min(p, q), Math.Max(p, q), turn);
            }
        }
    }

    private static long Count(Hop[] hops)
    {
        long sum = 0;
        for (var i = 0; i < hops.Length; i++)
        {
            for (var j = i + 1; j < hops.Length; j++)
            {
                sum += Cross(hops[i], hops[j]) ? 1 : 0;
            }
        }

        return sum;
    }

    private static bool Cross(Hop a, Hop b)
    {
        if (a.IsArc && b.IsArc)
        {
            return a.FromColumn == b.FromColumn
                && a.Turn == b.Turn
                && ((a.Low < b.Low && b.Low < a.High && a.High < b.High) || (b.Low < a.Low && a.Low < b.High && b.High < a.High));
        }

        if (!a.IsArc && !b.IsArc)
        {
            return a.FromColumn == b.FromColumn && (a.From - b.From) * (a.To - b.To) < 0;
        }

        var (arc, inner) = a.IsArc ? (a, b) : (b, a);
        var end =
            arc.Turn == Side.Before
                ? (inner.ToColumn == arc.FromColumn ? inner.To : -1)
                : (inner.FromColumn == arc.FromColumn ? inner.From : -1);
        return arc.Low < end && end < arc.High;
    }
}
