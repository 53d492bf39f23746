using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>
/// Change sets and revisions as lines for people: nodes by level and key, then edges by key. What has a new name is one line; what only
/// follows it, or has only moved in its document, is counted.
/// </summary>
public static class ChangeLists
{
    /// <summary>What a change set will do, seen from the graph it is made on.</summary>
    /// <param name="known">What has a new name, where more is known of it than the change set holds.</param>
    public static async Task<ChangeList> OfAsync(
        IGraph graph,
        ChangeSet changes,
        CancellationToken ct,
        IReadOnlyList<Genkendt>? known = null
    )
    {
        var nodes = (await graph.NodesAsync([.. changes.PutNodes.Select(n => n.Key), .. changes.RemoveNodes], ct)).ToDictionary(
            n => n.Key,
            StringComparer.Ordinal
        );
        var edges = (await graph.EdgesAsync([.. changes.PutEdges.Select(e => e.Key), .. changes.RemoveEdges], ct)).ToDictionary(
            e => e.Key,
            StringComparer.Ordinal
        );
        List<ElementChange> elements =
        [
            .. changes.PutNodes.Select(n => new ElementChange(n.Key, nodes.GetValueOrDefault(n.Key), n, null, null)),
            // Removing what is not there is no change.
            .. changes.RemoveNodes.Where(nodes.ContainsKey).Select(k => new ElementChange(k, nodes.GetValueOrDefault(k), null, null, null)),
            .. changes.PutEdges.Select(e => new ElementChange(e.Key, null, null, edges.GetValueOrDefault(e.Key), e)),
            .. changes.RemoveEdges.Where(edges.ContainsKey).Select(k => new ElementChange(k, null, null, edges.GetValueOrDefault(k), null)),
        ];
        return Of(elements, known, new(ct));
    }

    public static ChangeList Of(IReadOnlyList<ElementChange> changes, IReadOnlyList<Genkendt>? known = null, Pace? pace = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        known ??= Genkendelse.Find(
            [.. changes.Where(c => c.NodeAfter is null).Select(c => c.NodeBefore).OfType<Node>()],
            [.. changes.Where(c => c.NodeBefore is null).Select(c => c.NodeAfter).OfType<Node>()],
            changes.Select(c => c.EdgeBefore).OfType<Edge>(),
            changes.Select(c => c.EdgeAfter).OfType<Edge>(),
            pace
        );
        return new Nodelinjer(known).Of(changes) + new Kantlinjer(known).Of(changes);
    }

    /// <summary>"new", "gone" or "changed", in the words of a change list.</summary>
    internal static string Art(bool isNew, bool isGone) =>
        isNew ? "ny"
        : isGone ? "fjernet"
        : "ændret";
}
