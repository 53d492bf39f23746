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
    public static async Task<ChangeList> OfAsync(IGraph graph, ChangeSet changes, CancellationToken ct)
    {
        var nodes = (await graph.NodesAsync([.. changes.PutNodes.Select(n => n.Key), .. changes.RemoveNodes], ct)).ToDictionary(
            n => n.Key,
            StringComparer.Ordinal
        );
        var edges = (await graph.EdgesAsync([.. changes.PutEdges.Select(e => e.Key), .. changes.RemoveEdges], ct)).ToDictionary(
            e => e.Key,
            StringComparer.Ordinal
        );
        return Of(Elements(changes, nodes.GetValueOrDefault, edges.GetValueOrDefault), pace: new(ct));
    }

    /// <param name="nodeBefore">A node as the store has it; <paramref name="edgeBefore"/> an edge.</param>
    internal static IReadOnlyList<ElementChange> Elements(
        ChangeSet changes,
        Func<string, Node?> nodeBefore,
        Func<string, Edge?> edgeBefore
    ) =>
        [
            .. changes.PutNodes.Select(n => new ElementChange(n.Key, nodeBefore(n.Key), n, null, null)),
            // Removing what is not there is no change.
            .. changes.RemoveNodes.Select(nodeBefore).OfType<Node>().Select(n => new ElementChange(n.Key, n, null, null, null)),
            .. changes.PutEdges.Select(e => new ElementChange(e.Key, null, null, edgeBefore(e.Key), e)),
            .. changes.RemoveEdges.Select(edgeBefore).OfType<Edge>().Select(e => new ElementChange(e.Key, null, null, e, null)),
        ];

    /// <param name="known">What has a new name, where more is known of it than the changes hold.</param>
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
