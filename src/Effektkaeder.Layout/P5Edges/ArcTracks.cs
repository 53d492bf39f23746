namespace Effektkaeder.Layout.P5Edges;

/// <summary>An edge's turn beside a column, by its extent across the levels.</summary>
internal readonly record struct ArcHop(HopId Id, double Low, double High);

/// <summary>
/// Distances of arcs from their column: an arc lies outside every arc it encloses, and arcs on one track do not overlap.
/// </summary>
internal static class ArcTracks
{
    /// <summary>Room between a column and its innermost arc, in tracks.</summary>
    private const double Clearance = 1.6;

    /// <returns>The outermost distance; 0 without arcs.</returns>
    public static double Assign(List<ArcHop> arcs, double spacing, Dictionary<HopId, double> offset)
    {
        var tracks = new List<List<ArcHop>>();
        foreach (var arc in arcs.OrderBy(a => a.High - a.Low).ThenBy(a => a.Low).ThenBy(a => a.Id.Edge))
        {
            var track = 0;
            for (var t = tracks.Count - 1; t >= 0; t--)
            {
                if (tracks[t].Exists(a => a.Low >= arc.Low && a.High <= arc.High))
                {
                    track = t + 1;
                    break;
                }
            }

            while (track < tracks.Count && tracks[track].Exists(a => a.Low <= arc.High && arc.Low <= a.High))
            {
                track++;
            }

            if (track == tracks.Count)
            {
                tracks.Add([]);
            }

            tracks[track].Add(arc);
            offset[arc.Id] = (track + Clearance) * spacing;
        }

        return tracks.Count == 0 ? 0 : (tracks.Count - 1 + Clearance) * spacing;
    }
}
