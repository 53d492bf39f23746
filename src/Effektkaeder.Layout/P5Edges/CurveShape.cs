using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>
/// The one shape all curves of a channel have, level at both ends. Seen from the side it says how far along a curve is
/// when it has come a given share of its way across.
/// </summary>
internal static class CurveShape
{
    /// <summary>Where the control points lie, as a share of the curve's length from its ends: less is shorter and less steep.</summary>
    public const double Control = 0.36;

    /// <summary>A curve gets on along at no less than this share of what a straight line would, as it goes across.</summary>
    public const double Slowest = 1 - Control;

    /// <summary>Lines nearer than this are one to the eye; a little more than what counts as lying on one another.</summary>
    public const double Near = 1.25;

    private const int Steps = 512;

    /// <summary>Lines that meet at a wider angle are seen to cross.</summary>
    public const double ClearAngle = 0.036;

    private const int Samples = 16;

    /// <summary>From this share of its way across on, and as far from its end, a curve gets on along no faster than so.</summary>
    private const double MiddleFrom = 0.05;
    private const double FastestInMiddle = 1.5;

    /// <summary>Curves turn near their ends: there they are looked at more often.</summary>
    private static readonly double[] Places =
    [
        .. Enumerable.Range(0, Samples + 1).Select(k => (double)k / Samples).Select(t => t * t * (3 - (2 * t))),
    ];

    private static readonly double[] Table = MakeTable();

    /// <summary>
    /// Whether a short curve inside the middle of a long one's way across is so much steeper that the two meet at a wide angle wherever
    /// they meet: then they never run on one another.
    /// </summary>
    public static bool CrossesClearly(in InnerHop wide, in InnerHop steep, double length)
    {
        var end = MiddleFrom * wide.Fall;
        var flat = 1 + (length / wide.Fall * (length / wide.Fall));
        return steep.From > wide.From + end
            && steep.To < wide.To - end
            && length * ((Slowest / steep.Fall) - (FastestInMiddle / wide.Fall)) > ClearAngle * flat;
    }

    /// <summary>
    /// How long two curves, as placed, run on one another: 0 where it cannot be more than a length that is no matter, and no more than
    /// just past that length where it is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Together(in InnerHop a, double aShift, in InnerHop b, double bShift, double length, double noMatter)
    {
        var low = Math.Max(Math.Min(a.From, a.To), Math.Min(b.From, b.To));
        var high = Math.Min(Math.Max(a.From, a.To), Math.Max(b.From, b.To));
        if (high - low <= noMatter)
        {
            return 0;
        }

        var (apart, aFrom, aFall, bFrom, bFall) = (aShift - bShift, a.From, a.Fall, b.From, b.Fall);
        // The flatter the curves, the nearer they are for the same distance along the levels.
        var flat = 1 + (length / aFall * (length / aFall));
        var (near, clear) = (Near * Math.Sqrt(flat), ClearAngle * flat);
        if (Math.Abs(apart) > length + near)
        {
            return 0;
        }

        var sum = 0.0;
        var (aShare, bShare) = (1 / aFall, 1 / bFall);
        var (last, lastY) = (Off(low), low);
        for (var k = 1; k <= Samples && sum <= noMatter; k++)
        {
            var y = low + ((high - low) * Places[k]);
            var (next, step) = (Off(y), y - lastY);
            lastY = y;
            var (from, to) = (Math.Min(last, next), Math.Max(last, next));
            if (from < near && to > -near && to - from < clear * step)
            {
                var inside = Math.Min(to, near) - Math.Max(from, -near);
                sum += to - from < 1e-9 ? step : step * Math.Min(1, inside / (to - from));
            }

            last = next;
        }

        return sum;

        double Off(double y) => apart + (length * (Along((y - aFrom) * aShare) - Along((y - bFrom) * bShare)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Along(double across)
    {
        var at = Math.Clamp(across, 0, 1) * Steps;
        var k = Math.Min((int)at, Steps - 1);
        return Table[k] + ((at - k) * (Table[k + 1] - Table[k]));
    }

    private static double[] MakeTable()
    {
        var table = new double[Steps + 1];
        for (var k = 0; k <= Steps; k++)
        {
            var (low, high) = (0.0, 1.0);
            for (var i = 0; i < 40; i++)
            {
                var t = (low + high) / 2;
                (low, high) = t * t * (3 - (2 * t)) < (double)k / Steps ? (t, high) : (low, t);
            }

            var u = 1 - low;
            table[k] = (3 * u * low * ((Control * u) + ((1 - Control) * low))) + (low * low * low);
        }

        return table;
    }
}
