using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Importing;

/// <summary>
/// Holds what a document says against what is stored: its agreement's earlier statements are withdrawn, the new ones added,
/// what nobody states any more goes, and an analyst's decisions stay.
/// </summary>
internal static class Reconciliation
{
    /// <summary>What the store is to say, and what of it has a new name.</summary>
    /// <param name="Elements">The changes, each with what the store says before it.</param>
    /// <param name="Lost">What was drawn by hand and has nothing to stand on any more.</param>
    internal sealed record Result(
        ChangeSet Changes,
        IReadOnlyList<ElementChange> Elements,
        IReadOnlyList<Genkendt> Renamed,
        IReadOnlyList<Edge> Lost
    );

    /// <summary>The change set that makes the store say what <paramref name="graf"/> says; empty when it does already.</summary>
    public static Task<Result> WithAsync(IGraph graph, Aftalegraf graf, RevisionNote note, CancellationToken ct) =>
        ReconcileAsync(graph, graf.Aftale, graf.Nodes, graf.Edges, note, ct);

    /// <summary>The change set that withdraws all that one agreement states.</summary>
    public static Task<Result> WithdrawAsync(IGraph graph, string aftale, RevisionNote note, CancellationToken ct) =>
        ReconcileAsync(graph, aftale, [], [], note, ct);

    /// <summary>What a document must keep before a line of it is stored.</summary>
    public static IEnumerable<Brud> Breaches(Aftalegraf graf)
    {
        var kinds = graf.Nodes.ToDictionary(n => n.Key, n => n.Kind, StringComparer.Ordinal);
        foreach (var node in graf.Nodes)
        {
            if (AKeyBelongsToItsKommune.Check(node.Key, node.Kind, node.Kommune) is { } brud)
            {
                yield return brud;
            }
        }

        foreach (var kant in graf.Edges)
        {
            if (!kinds.TryGetValue(kant.From, out var from) || !kinds.TryGetValue(kant.To, out var to))
            {
                yield return new(
                    "AnEdgeJoinsNodesOfItsDocument",
                    kant.Key,
                    $"Kanten {kant.Key} peger på en knude, som dokumentet ikke nævner."
                );
            }
            else if (AnEdgeMayOnlyJoinKindsThatTheTableAllows.Check(kant.Type, kant.From, from, kant.To, to) is { } brud)
            {
                yield return brud;
            }
        }

        foreach (
            var brud in TheHierarchyHasNoCycle.Check(graf.Edges.Where(k => k.Type is EdgeType.HoererUnder).Select(k => (k.From, k.To)))
        )
        {
            yield return brud;
        }
    }

    private static async Task<Result> ReconcileAsync(
        IGraph graph,
        string aftale,
        IReadOnlyList<AngivetNode> noder,
        IReadOnlyList<AngivetEdge> kanter,
        RevisionNote note,
        CancellationToken ct
    )
    {
        var draft = new Draft(graph);
        var (nodes, edges) = await graph.StatedByAsync(aftale, ct);
        draft.Know(nodes);
        draft.Know(edges);
        draft.Know(await graph.NodesAsync([.. noder.Select(n => n.Key)], ct));
        draft.Know(await graph.EdgesAsync([.. kanter.Select(k => k.Key)], ct));

        // An analyst's decision outlives the statement that it was made on, where the new edition states the coupling again.
        var decided = edges.Where(e => e.Afgoerelse is not null).ToDictionary(e => e.Key, e => e.Afgoerelse, StringComparer.Ordinal);
        draft.Withdraw(aftale);
        foreach (var node in noder)
        {
            draft.Put(draft.Node(node.Key)?.With(node.Udsagn) ?? Node.Of(node.Key, node.Kind, node.Kommune, [node.Udsagn]));
        }
        foreach (var kant in kanter)
        {
            draft.Put(
                draft.Edge(kant.Key)?.With(kant.Udsagn)
                    ?? Edge.Of(kant.Type, kant.From, kant.To, kant.Art, [kant.Udsagn], decided.GetValueOrDefault(kant.Key))
            );
        }
        await Mentions.SettleAsync(draft, ct);
        await Groups.SettleAsync(draft, ct);
        var (renamed, lost) = await Renaming.FollowAsync(draft, ct);
        var changes = draft.Changes(note);
        return new(changes, ChangeLists.Elements(changes, draft.StoredNode, draft.StoredEdge), renamed, lost);
    }
}
