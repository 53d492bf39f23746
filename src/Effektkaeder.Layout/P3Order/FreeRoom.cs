namespace Effektkaeder.Layout.P3Order;

/// <summary>
/// The room that an earlier drawing leaves between the nodes of one lane in one column: a new node that fits there moves nobody.
/// </summary>
internal sealed class FreeRoom
{
    private readonly double _spacing;
    private readonly List<Gap> _gaps = [];

    private sealed record Gap(double Low, double High)
    {
        public double Free { get; set; } = High - Low;
    }

    /// <param name="low">Where the lane begins, padding left out.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="nodes">From where to where each node stands.</param>
    /// <param name="spacing">Least distance between two nodes.</param>
    public FreeRoom(double low, double high, IEnumerable<(double From, double To)> nodes, double spacing)
    {
        _spacing = spacing;
        var at = low - spacing;
        foreach (var (from, to) in nodes.OrderBy(n => n.From))
        {
            _gaps.Add(new(at, from));
            at = to;
        }

        _gaps.Add(new(at, high + spacing));
    }

    /// <summary>Takes room for a node, nearest to where it would stand.</summary>
    /// <returns>Its middle; null where there is no room for it.</returns>
    public double? Take(double wish, double breadth)
    {
        var need = breadth + _spacing;
        Gap? best = null;
        foreach (var gap in _gaps)
        {
            if (gap.Free >= need + _spacing && (best is null || Away(gap, wish) < Away(best, wish)))
            {
                best = gap;
            }
        }

        if (best is null)
        {
            return null;
        }

        best.Free -= need;
        var (first, last) = (best.Low + _spacing + (breadth / 2), best.High - _spacing - (breadth / 2));
        return first <= last ? Math.Clamp(wish, first, last) : (best.Low + best.High) / 2;
    }

    private static double Away(Gap gap, double wish) => Math.Max(0, Math.Max(gap.Low - wish, wish - gap.High));
}
