using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>An edge's step from one column to the next, by its places at both and the items it joins.</summary>
internal readonly record struct InnerHop(HopId Id, double From, double To, int First, int Last)
{
    /// <summary>The same hop with the cross axis turned round.</summary>
    public InnerHop Mirrored => new(Id, -From, -To, First, Last);

    public double Fall => To - From;
}

/// <summary>
/// Shifts of the curves in a channel. All curves have one shape and length, so two whose ends keep their order do not
/// cross as long as, of two descending side by side, the one that starts later turns first. Among those shifts steep
/// neighbours get a distance, so that they do not lie on one another. Longer curves keep apart by themselves and need
/// fewer shifts: the length is chosen that makes the channel narrowest.
/// </summary>
internal sealed class CurveTracks
{
    /// <summary>A curve this many times as far across as the levels are apart is steep.</summary>
    private const double Steep = 2.0;

    /// <summary>The share of the edges' distance that always stays.</summary>
    private const double Closest = 0.4;

    /// <summary>Two lines that meet at this angle are seen to cross.</summary>
    private const double ClearAngle = 0.04;

    /// <summary>Curves that run on one another no longer than this only meet.</summary>
    private const double LongestTogether = 7;

    private const int MostTries = 16;

    private readonly LayoutOptions _options;
    private readonly InnerHop[] _falling;
    private readonly InnerHop[] _rising;
    private readonly double[] _shift;

    private CurveTracks(List<InnerHop> hops, LayoutOptions options)
    {
        _options = options;
        _falling = [.. hops.Where(h => h.To >= h.From).OrderByDescending(h => h.From).ThenByDescending(h => h.To)];
        _rising = [.. hops.Where(h => h.To < h.From).Select(h => h.Mirrored).OrderByDescending(h => h.From).ThenByDescending(h => h.To)];
        _shift = new double[hops.Count];
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

    private (double Most, double Length) Choose()
    {
        // Where there is room every edge gets its full distance.
        var apart = _options.EdgeSpacing * Closest;
        var spacious = Shift(_options.LevelSpacing, _options.EdgeSpacing, double.PositiveInfinity);
        if (spacious <= _options.LevelSpacing)
        {
            return (Part(_options.LevelSpacing, apart), _options.LevelSpacing);
        }

        var (best, bestLength) = (double.PositiveInfinity, 0.0);
        for (var length = _options.LevelSpacing; length < best; length *= 1.3)
        {
            var width = length + Shift(length, apart, best - length);
            if (width < best)
            {
                (best, bestLength) = (width, length);
            }
        }

        Shift(bestLength, apart, double.PositiveInfinity);
        return (Part(bestLength, apart), bestLength);
    }

    /// <summary>Moves single curves on until none lies on another; each keeps its order to those it must follow.</summary>
    /// <returns>The greatest shift.</returns>
    private double Part(double length, double step)
    {
        var most = 0.0;
        for (var i = 0; i < _shift.Length; i++)
        {
            var isRising = i >= _falling.Length;
            var (hops, first) = isRising ? (_rising, _falling.Length) : (_falling, 0);
            ref readonly var hop = ref hops[i - first];
            for (var k = i - first - 1; k >= 0 && hops[k].From <= hop.To; k--)
            {
                _shift[i] = Math.Max(_shift[i], _shift[first + k]);
            }

            if (isRising)
            {
                _shift[i] = Math.Max(_shift[i], PastTheHeads(hop.Mirrored, length));
            }

            for (var tries = 0; tries < MostTries && Touches(i, isRising, hops, first, length); tries++)
            {
                _shift[i] += step;
            }

            most = Math.Max(most, _shift[i]);
        }

        return most;
    }

    /// <summary>The least shift with which a rising curve ends after the falling ones that start in line with its end have left.</summary>
    private double PastTheHeads(in InnerHop turned, double length)
    {
        var least = 0.0;
        for (var k = 0; k < _falling.Length; k++)
        {
            if (Math.Abs(_falling[k].From - turned.To) < CurveShape.Near)
            {
                least = Math.Max(least, _shift[k] - length - LongestTogether);
            }
        }

        return least;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Touches(int at, bool isRising, InnerHop[] hops, int first, double length)
    {
        ref readonly var hop = ref hops[at - first];
        if (hop.Fall <= _options.LevelSpacing)
        {
            return false;
        }

        for (var k = at - first - 1; k >= 0 && hops[k].From <= hop.To; k--)
        {
            if (CurveShape.Together(hop, _shift[at], hops[k], _shift[first + k], length) > LongestTogether)
            {
                return true;
            }
        }

        var turned = hop.Mirrored;
        for (var k = 0; isRising && k < _falling.Length; k++)
        {
            if (_falling[k].Fall > _options.LevelSpacing && CurveShape.Together(turned, _shift[at], _falling[k], _shift[k], length) > LongestTogether)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The greatest shift, or infinity as soon as it is past the limit.</returns>
    private double Shift(double length, double apart, double limit)
    {
        var most = Shift(_falling, _shift, length, apart, limit, h => 0);
        if (most > limit || _rising.Length == 0)
        {
            return most;
        }

        // Very steep curves of both directions cross at a wider angle when they swing in different places.
        var steepest = _falling.Length == 0 ? 0 : _falling.Max(h => h.Fall);
        var beside = most + (2 * apart);
        return Math.Max(most, Shift(_rising, _shift.AsSpan(_falling.Length), length, apart, limit, h =>
            steepest > 0 && length * ((1 / h.Fall) + (1 / steepest)) * CurveShape.Slowest < ClearAngle ? beside : 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Shift(InnerHop[] hops, Span<double> shift, double length, double apart, double limit, Func<InnerHop, double> least)
    {
        var steep = Steep * _options.LevelSpacing;
        var most = 0.0;
        for (var i = 0; i < hops.Length; i++)
        {
            ref readonly var hop = ref hops[i];
            var isSteep = hop.Fall > steep;
            var at = isSteep ? least(hop) : 0;
            for (var k = i - 1; k >= 0 && hops[k].From <= hop.To; k--)
            {
                ref readonly var before = ref hops[k];
                if (isSteep && before.Fall > steep)
                {
                    // Edges of one family part anyway and may lie a little closer.
                    var wanted = hop.First == before.First || hop.Last == before.Last ? apart * 0.8 : apart;
                    at = Math.Max(at, shift[k] + Math.Max(0, wanted - OwnDistance(hop, before, length)));
                }
                else
                {
                    at = Math.Max(at, shift[k]);
                }
            }

            shift[i] = at;
            if (at > most)
            {
                most = at;
                if (most > limit)
                {
                    return double.PositiveInfinity;
                }
            }
        }

        return most;
    }

    /// <summary>How far two curves, the second starting and turning later, are apart along the levels without any shift.</summary>
    private static double OwnDistance(in InnerHop hop, in InnerHop before, double length)
    {
        var (first, last) = ((before.From - hop.From) / hop.Fall, (before.To - hop.To) / before.Fall);
        if (last >= 0)
        {
            return length * Math.Min(first, last) * CurveShape.Slowest;
        }

        // The two cross: clearly, or they must be kept apart until near the end.
        return length * ((1 / before.Fall) - (1 / hop.Fall)) * CurveShape.Slowest > ClearAngle ? double.PositiveInfinity : 0;
    }
}
