using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Benchmarks.Layout.Measures;

/// <summary>Counts what is seen in the finished picture: where paths cross, and where they lie on one another.</summary>
internal static class Crossings
{
    private const double Near = 1.0;
    private const double Least = 12;

    public static (long Crossings, long LyingPairs) Count(Drawing drawing)
    {
        var grid = new SegmentGrid(drawing);
        long crossings = 0;
        var lying = new Dictionary<(int, int), double>();
        foreach (var (cell, members) in grid.Cells)
        {
            for (var i = 0; i < members.Count; i++)
            {
                var a = grid.Segments[members[i]];
                for (var j = i + 1; j < members.Count; j++)
                {
                    var b = grid.Segments[members[j]];
                    if (a.Edge == b.Edge)
                    {
                        continue;
                    }

                    if (Meet(a, b) is { } at && grid.CellOf(at.X, at.Y) == cell && !AtSharedEnd(drawing, a.Edge, b.Edge, at))
                    {
                        crossings++;
                    }

                    var overlap = Overlap(a, b);
                    if (overlap.Length > 0 && grid.CellOf(overlap.Middle.X, overlap.Middle.Y) == cell)
                    {
                        var pair = (Math.Min(a.Edge, b.Edge), Math.Max(a.Edge, b.Edge));
                        lying[pair] = lying.GetValueOrDefault(pair) + overlap.Length;
                    }
                }
            }
        }

        return (crossings, lying.Values.LongCount(length => length > Least));
    }

    /// <summary>
    /// Where two segments cross. A point on a line counts to one side of it, so that a crossing in a path's corner is
    /// seen once, not twice or never.
    /// </summary>
    private static LayoutPoint? Meet(Segment a, Segment b)
    {
        var (c1, c2) = (Cross(a.A, a.B, b.A), Cross(a.A, a.B, b.B));
        var (c3, c4) = (Cross(b.A, b.B, a.A), Cross(b.A, b.B, a.B));
        if (c1 >= 0 == c2 >= 0 || c3 >= 0 == c4 >= 0)
        {
            return null;
        }

        var t = c3 / (c3 - c4);
        return new LayoutPoint(a.A.X + (t * (a.B.X - a.A.X)), a.A.Y + (t * (a.B.Y - a.A.Y)));
    }

    private static bool AtSharedEnd(Drawing drawing, int a, int b, LayoutPoint at)
    {
        var (p, q) = (drawing.Paths[a], drawing.Paths[b]);
        return (Close(p[0]) || Close(p[^1])) && (Close(q[0]) || Close(q[^1]));

        bool Close(LayoutPoint end) => Math.Abs(end.X - at.X) + Math.Abs(end.Y - at.Y) < 2;
    }

    /// <summary>How far two nearly parallel segments run within <see cref="Near"/> of each other.</summary>
    private static (double Length, LayoutPoint Middle) Overlap(Segment a, Segment b)
    {
        if (a.Length < b.Length)
        {
            (a, b) = (b, a);
        }

        var (dx, dy) = ((a.B.X - a.A.X) / a.Length, (a.B.Y - a.A.Y) / a.Length);
        if (
            Math.Abs((dx * (b.B.Y - b.A.Y)) - (dy * (b.B.X - b.A.X))) > 0.03 * b.Length
            || Math.Abs(Off(b.A)) > Near
            || Math.Abs(Off(b.B)) > Near
        )
        {
            return (0, default);
        }

        var (t1, t2) = (Along(b.A), Along(b.B));
        var (from, to) = (Math.Max(0, Math.Min(t1, t2)), Math.Min(a.Length, Math.Max(t1, t2)));
        var middle = (from + to) / 2;
        return (Math.Max(0, to - from), new LayoutPoint(a.A.X + (dx * middle), a.A.Y + (dy * middle)));

        double Off(LayoutPoint p) => (dx * (p.Y - a.A.Y)) - (dy * (p.X - a.A.X));

        double Along(LayoutPoint p) => (dx * (p.X - a.A.X)) + (dy * (p.Y - a.A.Y));
    }

    private static double Cross(LayoutPoint o, LayoutPoint a, LayoutPoint b) => ((a.X - o.X) * (b.Y - o.Y)) - ((a.Y - o.Y) * (b.X - o.X));
}
