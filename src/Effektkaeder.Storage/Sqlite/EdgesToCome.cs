using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>
/// What the edges of a revision are made of when one is asked for: those of a revision before, and what has changed since. Revisions that
/// nobody asked for an edge of are passed over, so that many small commits after each other cost one move of the edges.
/// </summary>
/// <param name="From">The revision before; null where it is <paramref name="First"/> that they are made of.</param>
/// <param name="Step">What became of the nodes since; null where that was several revisions ago.</param>
/// <param name="Nodes">The keys of the nodes that began or ended since.</param>
/// <param name="Cut">Edges that began or ended since; <paramref name="Put"/> those that stand.</param>
internal sealed record EdgesToCome(
    EdgeRows? First,
    GraphRows? From,
    Splice? Step,
    IReadOnlyCollection<string> Nodes,
    IReadOnlyList<EdgeColumns> Cut,
    IReadOnlyList<EdgeColumns> Put
)
{
    /// <summary>More than so many changes are not carried on from revision to revision.</summary>
    private const int Most = 1_000;

    public static EdgesToCome None(EdgeRows none) => new(none, null, null, [], [], []);

    /// <param name="before">The last revision; what its own edges are yet to be made of is this, or they are made.</param>
    /// <param name="next">What has changed since then.</param>
    public static EdgesToCome After(EdgesToCome? before, EdgesToCome next)
    {
        if (before?.From is null || before.Count + next.Count > Most)
        {
            return next;
        }

        var edges = new Dictionary<(EdgeType, KoblingArt?, int, int), (EdgeColumns Edge, bool Stands)>();
        foreach (var step in new[] { before, next })
        {
            foreach (var edge in step.Cut)
            {
                edges[Name(edge)] = (edge, false);
            }

            foreach (var edge in step.Put)
            {
                edges[Name(edge)] = (edge, true);
            }
        }

        return new(
            null,
            before.From,
            null,
            before.Nodes.Union(next.Nodes, StringComparer.Ordinal).ToList(),
            [.. edges.Values.Select(e => e.Edge)],
            [.. edges.Values.Where(e => e.Stands).Select(e => e.Edge)]
        );
    }

    private int Count => Nodes.Count + Cut.Count + Put.Count;

    /// <summary>A coupling that is turned ends the one way and begins the other.</summary>
    private static (EdgeType, KoblingArt?, int, int) Name(EdgeColumns e) => (e.Type, e.Art, e.From, e.To);
}
