using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>Each lane's extent: what its fullest column or its heading needs, and no less than an earlier drawing gave it.</summary>
internal static class BandPlan
{
    /// <summary>Without other lanes to crowd, a little more room makes straighter edges.</summary>
    private const double Ease = 1.15;

    /// <returns>The room inside the padding, by lane.</returns>
    public static Band[] Make(OrderedGraph graph, List<Cell>[] cells)
    {
        var options = graph.Layered.Graph.Options;
        double Least(string? lane) => options.LaneLeast?.GetValueOrDefault(lane ?? "") ?? 0;
        double[] breadth = [.. graph.Lanes.Select(lane => Math.Max(0, Least(lane) - 2 * options.LanePadding))];
        foreach (var cell in cells.SelectMany(column => column))
        {
            breadth[cell.Lane] = Math.Max(breadth[cell.Lane], cell.Breadth);
        }

        var bands = new Band[breadth.Length];
        var at = options.Margin + options.LevelHeaderSize;
        for (var lane = 0; lane < bands.Length; lane++)
        {
            var start = at + options.LanePadding;
            var end = start + (breadth[lane] * (bands.Length == 1 ? Ease : 1));
            if (options.Previous?.Lanes.FirstOrDefault(b => string.Equals(b.Lane, graph.Lanes[lane], StringComparison.Ordinal)) is { } was)
            {
                var (_, cross, _, extent) = Frame.Back(was.Box, options.Direction);
                start = Math.Max(start, cross + options.LanePadding);
                end = Math.Max(start + breadth[lane], cross + extent - options.LanePadding);
            }

            bands[lane] = new Band(start, end);
            at = end + options.LanePadding + options.LaneSpacing;
        }

        return bands;
    }
}
