using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>An edge's step from one column to the next, by its places at both and the items it joins.</summary>
internal readonly record struct InnerHop(HopId Id, double From, double To, int First, int Last)
{
    /// <summary>The same hop with the cross axis turned round.</summary>
    public InnerHop Mirrored() => new(Id, -From, -To, First, Last);

    public double Fall => To - From;
}

/// <summary>
/// Shifts of the curves in a channel. All curves have one shape and length, so two whose ends keep their order do not
/// cross as long as, of two descending side by side, the one that starts later turns first. Two whose ends change their
/// order cross once whichever turns first. Among those shifts each curve gets the least that keeps it at a distance from
/// steep neighbours and off every other curve. Longer curves keep apart by themselves and need fewer shifts: the length
/// is chosen that makes the channel narrowest.
/// </summary>
internal sealed class CurveTracks
{
    /// <summary>A curve this many times as far across as the levels are apart is steep.</summary>
    private const double Steep = 2.0;

    /// <summary>The share of the edges' distance that always stays.</summary>
    private const double Closest = 0.4;

    /// <summary>Curves that run on one another no longer than this only meet.</summary>
    private const double LongestTogether = 7;

    /// <summary>Each length tried is this many times the one before.</summary>
    private const double Longer = 1.3;

    private const int MostTries = 32;

    /// <summary>Curves that go no farther across than this are looked for by their place alone: most only pass the channel.</summary>
    private const double Flat = 4;

    private readonly LayoutOptions _options;
    private readonly double _steep;
    private readonly InnerHop[] _falling;
    private readonly InnerHop[] _rising;
    private readonly double[] _shift;

    /// <summary>Of each direction those that are not flat, and how many of them stand before each.</summary>
    private readonly (int[] Hops, int[] Before) _fallingCurves;
    private readonly (int[] Hops, int[] Before) _risingCurves;

    /// <summary>Falling hops by where they end, and those of them that are tall enough to lie on another for long.</summary>
    private readonly int[] _byEnd;
    private readonly int[] _tall;

    private CurveTracks(List<InnerHop> hops, LayoutOptions options)
    {
        (_options, _steep) = (options, Steep * options.LevelSpacing);
        _falling = [.. hops.Where(h => h.To >= h.From).OrderByDescending(h => h.From).ThenByDescending(h => h.To)];
        _rising = [.. hops.Where(h => h.To < h.From).Select(h => h.Mirrored()).OrderByDescending(h => h.From).ThenByDescending(h => h.To)];
        _shift = new double[hops.Count];
        (_fallingCurves, _risingCurves) = (Curves(_falling), Curves(_rising));
        _byEnd = [.. Enumerable.Range(0, _falling.Length).OrderBy(k => _falling[k].To)];
        _tall = [.. Enumerable.Range(0, _falling.Length).Where(k => _falling[k].Fall > options.LevelSpacing)];
    }

    /// <returns>The greatest shift, and how far a curve swings along the levels.</returns>
    public static (double Most, double Length) Assign(List<InnerHop> hops, LayoutOptions options, Dictionary<HopId, double> offset)
    {
        var tracks = new CurveTracks(hops, options);
        var (most, length) = tracks.Choose();
        for (var i = 0; i < tracks._falling.Length; i++)
        {
            offset[tracks._falling[i].Id] = tracks._shift[i];
        }

        for (var i = 0; i < tracks._rising.Length; i++)
        {
            offset[tracks._rising[i].Id] = tracks._shift[tracks._falling.Length + i];
        }

        return (most, length);
    }

    private static (int[] Hops, int[] Before) Curves(InnerHop[] hops)
    {
        var (curves, before) = (new List<int>(), new int[hops.Length]);
        for (var i = 0; i < hops.Length; i++)
        {
            before[i] = curves.Count;
            if (hops[i].Fall > Flat)
            {
                curves.Add(i);
            }
        }

        return ([.. curves], before);
    }

    private (double Most, double Length) Choose()
    {
        // Where there is room every edge gets its full distance.
        var spacious = Shift(_options.LevelSpacing, _options.EdgeSpacing, _options.LevelSpacing);
        if (spacious <= _options.LevelSpacing)
        {
            return (spacious, _options.LevelSpacing);
        }

        var apart = _options.EdgeSpacing * Closest;
        var (best, bestLength, kept) = (double.PositiveInfinity, 0.0, new double[_shift.Length]);
        for (var length = _options.LevelSpacing; length < best; length *= Longer * Longer)
        {
            Try(length);
        }

        // Every second length was left out; the best has two such beside it.
        var middle = bestLength;
        Try(middle / Longer);
        Try(middle * Longer);
        kept.CopyTo(_shift, 0);
        return (best - bestLength, bestLength);

        void Try(double length)
        {
            if (
                length >= _options.LevelSpacing
                && length < best
                && length + Shift(length, apart, best - length) is var width
                && width < best
            )
            {
                (best, bestLength) = (width, length);
                _shift.CopyTo(kept, 0);
            }
        }
    }

    /// <returns>The greatest shift, or infinity as soon as it is past the limit.</returns>
    private double Shift(double length, double apart, double limit)
    {
        var step = _options.EdgeSpacing * Closest;
        var most = 0.0;
        for (var i = 0; i < _shift.Length && most <= limit; i++)
        {
            var isRising = i >= _falling.Length;
            var (hops, first) = isRising ? (_rising, _falling.Length) : (_falling, 0);
            var (least, greatest) = isRising ? Clear(hops[i - first].Mirrored(), length) : (0, double.PositiveInfinity);
            var curves = isRising ? _risingCurves : _fallingCurves;
            _shift[i] = Math.Max(least, Least(hops, curves, _shift.AsSpan(first), i - first, length, apart));
            for (var tries = 0; _shift[i] <= limit && tries < MostTries && Touches(i, isRising, length); tries++)
            {
                _shift[i] += step;
            }

            most = _shift[i] <= greatest ? Math.Max(most, _shift[i]) : double.PositiveInfinity;
        }

        return most <= limit ? most : double.PositiveInfinity;
    }

    /// <summary>
    /// A curve that ends where one of the other direction starts has ended when that one turns: the bounds of a rising
    /// curve's shift that the falling ones in line with it leave.
    /// </summary>
    private (double Least, double Greatest) Clear(in InnerHop rising, double length)
    {
        var (least, greatest) = (0.0, double.PositiveInfinity);
        for (var k = FirstBelow(_falling, rising.To + CurveShape.Near); k < _falling.Length; k++)
        {
            if (_falling[k].From <= rising.To - CurveShape.Near)
            {
                break;
            }

            least = Math.Max(least, _shift[k] - length - LongestTogether);
        }

        var low = FirstAtLeast(rising.From - CurveShape.Near);
        for (var n = low; n < _byEnd.Length && _falling[_byEnd[n]].To < rising.From + CurveShape.Near; n++)
        {
            greatest = Math.Min(greatest, _shift[_byEnd[n]] + length + LongestTogether);
        }

        return (least, greatest);
    }

    /// <summary>The first of the hops, which fall by where they start, that starts below a place.</summary>
    private static int FirstBelow(InnerHop[] hops, double place)
    {
        var (low, high) = (0, hops.Length);
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = hops[mid].From < place ? (low, mid) : (mid + 1, high);
        }

        return low;
    }

    /// <summary>The first of the falling hops by where they end that ends past a place.</summary>
    private int FirstAtLeast(double place)
    {
        var (low, high) = (0, _byEnd.Length);
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = _falling[_byEnd[mid]].To > place ? (low, mid) : (mid + 1, high);
        }

        return low;
    }

    /// <summary>The least shift that keeps a curve's order and its distance to those before it in its direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Least(InnerHop[] hops, (int[] Hops, int[] Before) curves, Span<double> shift, int i, double length, double apart)
    {
        ref readonly var hop = ref hops[i];
        var isSteep = hop.Fall > _steep;
        var (at, end) = (0.0, hop.To + CurveShape.Near);
        for (var n = curves.Before[i] - 1; n >= 0; n--)
        {
            var k = curves.Hops[n];
            ref readonly var before = ref hops[k];
            if (before.From > end)
            {
                break;
            }

            if (before.To < hop.To)
            {
                // The two cross, once.
                continue;
            }

            var wanted = 0.0;
            if (isSteep && before.Fall > _steep)
            {
                // Edges of one family part anyway and may lie a little closer.
                wanted = hop.First == before.First || hop.Last == before.Last ? apart * 0.8 : apart;
                wanted = Math.Max(0, wanted - OwnDistance(hop, before, length));
            }

            at = Math.Max(at, shift[k] + wanted);
        }

        // A flat one that ends past this one's end starts near it.
        for (var k = Math.Min(i, FirstBelow(hops, hop.To - Flat)) - 1; k >= 0 && hops[k].From <= end; k--)
        {
            at = hops[k].Fall <= Flat && hops[k].To >= hop.To ? Math.Max(at, shift[k]) : at;
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Touches(int at, bool isRising, double length)
    {
        var (hops, first, curves) = isRising ? (_rising, _falling.Length, _risingCurves) : (_falling, 0, _fallingCurves);
        ref readonly var hop = ref hops[at - first];
        if (hop.Fall <= _options.LevelSpacing)
        {
            return false;
        }

        for (var n = curves.Before[at - first] - 1; n >= 0; n--)
        {
            var k = curves.Hops[n];
            ref readonly var before = ref hops[k];
            if (before.From > hop.To)
            {
                break;
            }

            if (before.To >= hop.To && _shift[at] - _shift[first + k] + OwnDistance(hop, before, length) >= CurveShape.Near)
            {
                continue;
            }

            if (before.To < hop.To && CurveShape.CrossesClearly(hop, before, length))
            {
                continue;
            }

            if (CurveShape.Together(hop, _shift[at], before, _shift[first + k], length, LongestTogether) > LongestTogether)
            {
                return true;
            }
        }

        var turned = hop.Mirrored();
        foreach (var k in isRising ? _tall : [])
        {
            ref readonly var falling = ref _falling[k];
            if (
                length * ((1 / falling.Fall) + (1 / hop.Fall)) * CurveShape.Slowest < CurveShape.ClearAngle
                && CurveShape.Together(turned, _shift[at], falling, _shift[k], length, LongestTogether) > LongestTogether
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How far two curves that keep their order, the second starting and ending later, are apart along the levels without any shift.
    /// </summary>
    private static double OwnDistance(in InnerHop hop, in InnerHop before, double length) =>
        length * Math.Min((before.From - hop.From) / hop.Fall, (before.To - hop.To) / before.Fall) * CurveShape.Slowest;
}
