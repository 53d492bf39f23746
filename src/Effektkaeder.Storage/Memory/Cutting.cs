using Effektkaeder.Analysis;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>Where a page of a sorted list begins and ends.</summary>
internal static class Cutting
{
    /// <summary>Relay's page of a sorted list: what lies beyond the cursors, and of that the first or last so many.</summary>
    /// <param name="compare">What stands at a place, with a cursor's node and edge.</param>
    /// <param name="placeOf">A cursor's node; null where it is none.</param>
    public static (int Start, int End, bool IsCut) Of(
        int count,
        Func<int, int, string?, int> compare,
        Func<string, int?> placeOf,
        Page page
    )
    {
        var (start, end) = (0, count);
        if (page.After is { } after)
        {
            start = placeOf(after.Node) is { } cursor ? PartitionPoint.Of(count, i => compare(i, cursor, after.Edge) <= 0) : count;
        }

        if (page.Before is { } before)
        {
            end = Math.Max(
                start,
                placeOf(before.Node) is { } cursor ? PartitionPoint.Of(count, i => compare(i, cursor, before.Edge) < 0) : start
            );
        }

        if (page.Limit is not { } limit || end - start <= limit)
        {
            return (start, end, false);
        }

        return page.IsBackwards ? (end - limit, end, true) : (start, start + limit, true);
    }
}
