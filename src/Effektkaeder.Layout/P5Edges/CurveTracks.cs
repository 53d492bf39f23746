using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>An edge's step from one column to the next, by its places at both and the items it joins.</summary>
internal readonly record struct InnerHop(HopId Id, double From, double To, int First, int Last)
{
    /// <summary>The same hop with the cross axis turned round.</summary>
    public InnerHop Mirrored => new(Id, -From, -To, First, Last);
}

/// <summary>
/// Shifts of the curves in a channel. All curves have one shape and width, so two whose ends keep their order do not
/// cross as long as, of two descending side by side, the one that starts later turns first. Among those shifts steep
/// neighbours get a distance, so that they do not lie on one another.
/// </summary>
internal static class CurveTracks
{
    /// <summary>A curve this many times as far across as along is steep.</summary>
    private const double Steep = 2.0;

    /// <summary>The share of the edges' distance that always stays.</summary>
    private const double Closest = 0.4;

    /// <returns>The greatest shift.</returns>
    public static double Assign(List<InnerHop> hops, LayoutOptions options, Dictionary<HopId, double> offset)
    {
        var falling = hops.Where(h => h.To >= h.From).OrderByDescending(h => h.From).ThenByDescending(h => h.To).ToArray();
        var rising = hops.Where(h => h.To < h.From).Select(h => h.Mirrored).OrderByDescending(h => h.From).ThenByDescending(h => h.To).ToArray();
        var most = Shift(falling, 0, options, offset);

        // Steep curves of both directions cross at a right angle when they swing in different places.
        most = Math.Max(most, Shift(rising, most > 0 ? most + (2 * options.EdgeSpacing) : 0, options, offset));

        // A crowded channel moves its tracks closer rather than growing for ever.
        var scale = Math.Max(Closest, Math.Min(1, options.LevelSpacing / Math.Max(1e-9, most)));
        foreach (var hop in hops)
        {
            offset[hop.Id] *= scale;
        }

        return most * scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Shift(InnerHop[] hops, double least, LayoutOptions options, Dictionary<HopId, double> offset)
    {
        var shift = new double[hops.Length];
        var most = 0.0;
        for (var i = 0; i < hops.Length; i++)
        {
            var hop = hops[i];
            shift[i] = IsSteep(hop) ? least : 0;
            for (var k = i - 1; k >= 0 && hops[k].From <= hop.To; k--)
            {
                // Edges of one family part anyway and may lie a little closer.
                var family = hop.First == hops[k].First || hop.Last == hops[k].Last;
                var apart = IsSteep(hop) && IsSteep(hops[k]) ? options.EdgeSpacing * (family ? 0.8 : 1) : 0;
                shift[i] = Math.Max(shift[i], shift[k] + apart);
            }

            most = Math.Max(most, shift[i]);
            offset[hop.Id] = shift[i];
        }

        return most;

        bool IsSteep(InnerHop hop) => hop.To - hop.From > Steep * options.LevelSpacing;
    }
}
