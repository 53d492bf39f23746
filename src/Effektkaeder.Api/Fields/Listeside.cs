using Effektkaeder.Api.Requests;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Api.Fields;

/// <summary>A page of what has been read whole already.</summary>
internal static class Listeside
{
    /// <param name="all">In the order that is asked for.</param>
    /// <param name="placeOf">Where each stands: what cursors name.</param>
    /// <param name="isByKey">
    /// Whether they come by key: then a cursor says a place, whether or not what it names is still among them.
    /// </param>
    public static Slice<T> Of<T>(IReadOnlyList<T> all, Func<T, Cursor> placeOf, bool isByKey, Page page)
    {
        var from = page.After is { } after ? Place(after, 1) : 0;
        var to = page.Before is { } before ? Place(before, 0) : all.Count;
        var within = all.Skip(from).Take(Math.Max(0, to - from)).ToList();
        var limit = page.Limit ?? within.Count;
        var items = page.IsBackwards ? within.Skip(Math.Max(0, within.Count - limit)) : within.Take(limit);
        return Slice<T>.Of(page, [.. items], within.Count > limit, all.Count);

        // How many come before a cursor, and what it names among them where that is asked.
        int Place(Cursor cursor, int own)
        {
            for (var i = all.Count - 1; i >= 0; i--)
            {
                var place = placeOf(all[i]);
                if (place.Node == cursor.Node && (cursor.Edge is null || place.Edge == cursor.Edge))
                {
                    return i + own;
                }
            }

            return isByKey
                ? all.TakeWhile(item => IsBefore(placeOf(item), cursor)).Count()
                : throw ApiErrors.Argument($"Markøren for »{cursor.Node}« er ikke fra denne liste. Begynd forfra uden after og before.");
        }
    }

    private static bool IsBefore(Cursor place, Cursor cursor) =>
        string.CompareOrdinal(place.Node, cursor.Node) is var node && node != 0
            ? node < 0
            : cursor.Edge is { } edge && string.CompareOrdinal(place.Edge, edge) < 0;
}
