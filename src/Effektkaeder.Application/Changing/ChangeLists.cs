using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>Change sets and revisions as lines for people: nodes by level and key, then edges by key.</summary>
public static class ChangeLists
{
    /// <summary>What a change set will do, seen from the graph it is made on.</summary>
    public static async Task<IReadOnlyList<ChangeLine>> OfAsync(IGraph graph, ChangeSet changes, CancellationToken ct)
    {
        var nodes = (await graph.NodesAsync([.. changes.PutNodes.Select(n => n.Key), .. changes.RemoveNodes], ct)).ToDictionary(
            n => n.Key,
            StringComparer.Ordinal
        );
        var edges = (await graph.EdgesAsync([.. changes.PutEdges.Select(e => e.Key), .. changes.RemoveEdges], ct)).ToDictionary(
            e => e.Key,
            StringComparer.Ordinal
        );
        return Lines([
            .. changes.PutNodes.Select(n => new ElementChange(n.Key, nodes.GetValueOrDefault(n.Key), n, null, null)),
            // Removing what is not there is no change.
            .. changes.RemoveNodes.Where(nodes.ContainsKey).Select(k => new ElementChange(k, nodes.GetValueOrDefault(k), null, null, null)),
            .. changes.PutEdges.Select(e => new ElementChange(e.Key, null, null, edges.GetValueOrDefault(e.Key), e)),
            .. changes.RemoveEdges.Where(edges.ContainsKey).Select(k => new ElementChange(k, null, null, edges.GetValueOrDefault(k), null)),
        ]);
    }

    public static IReadOnlyList<ChangeLine> Lines(IReadOnlyList<ElementChange> changes) =>
        [
            .. changes
                .Where(c => c.IsNode)
                .Select(c => (Change: c, Node: (c.NodeAfter ?? c.NodeBefore)!))
                .OrderBy(c => c.Node.Kind.LevelOrder())
                .ThenBy(c => c.Node.Kind)
                .ThenBy(c => c.Node.Key, StringComparer.Ordinal)
                .Select(c => new ChangeLine(
                    Art(c.Change.NodeBefore is null, c.Change.NodeAfter is null),
                    c.Node.Kind.Info().Code,
                    c.Node.Key,
                    c.Node.Titel
                )),
            .. changes
                .Where(c => !c.IsNode)
                .Select(c => (Change: c, Edge: (c.EdgeAfter ?? c.EdgeBefore)!))
                .OrderBy(c => c.Edge.Key, StringComparer.Ordinal)
                .Select(c => new ChangeLine(
                    Art(c.Change.EdgeBefore is null, c.Change.EdgeAfter is null),
                    c.Edge.Type.Info().Code,
                    c.Edge.Key,
                    $"{c.Edge.From} → {c.Edge.To}"
                )),
        ];

    private static string Art(bool isNew, bool isGone) =>
        isNew ? "ny"
        : isGone ? "fjernet"
        : "ændret";
}
