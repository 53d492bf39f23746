using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Asking;

/// <summary>
/// Which nodes fulfil what no engine's filter tells: their keys are what the engine is asked for then, so that such a condition stands
/// anywhere that any other does.
/// </summary>
public static class FindKeys
{
    /// <summary>All below, or above, a node in the hierarchy; itself not among them.</summary>
    /// <param name="direction">Out for below, in for above.</param>
    /// <param name="depth">At most so many steps; null for all.</param>
    public static async Task<IReadOnlyList<string>> AlongAsync(
        IGraph graph,
        string start,
        Direction direction,
        int? depth,
        CancellationToken ct
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        IReadOnlyList<string> level = [start];
        for (var step = 0; level.Count > 0 && (depth is null || step < depth); step++)
        {
            var slices = await graph.ExpandAsync(new(level, new(Walk.Hierarchy, direction, []), null, [], Page.Everything), ct);
            level = [.. slices.SelectMany(s => s.Items.Select(n => n.Node.Key)).Where(seen.Add)];
        }

        seen.Remove(start);
        return [.. seen.Order(StringComparer.Ordinal)];
    }

    /// <param name="among">What the engine can tell of them.</param>
    public static async Task<IReadOnlyList<string>> HavingAsync(
        IGraph graph,
        NodeFilter? among,
        Func<Node, bool> passes,
        CancellationToken ct
    ) => [.. (await graph.QueryAsync(new(among, [], Page.Everything), ct)).Items.Where(passes).Select(n => n.Key)];
}
