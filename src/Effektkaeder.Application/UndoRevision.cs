using Effektkaeder.Application.Changing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Reverses one revision by a new one. Refused where a later revision has changed the same elements.</summary>
public sealed class UndoRevision(IGraphStore store, TimeProvider time)
{
    /// <exception cref="StoreException">There is no such revision, or something it changed has changed since.</exception>
    public async Task<(Revision? Revision, ChangeList Changes)> UndoAsync(long number, string author, bool dryRun, CancellationToken ct)
    {
        var undone = await store.RevisionAsync(number, ct) ?? throw new StoreException($"Der er ingen revision {number}.");
        var note = new RevisionNote(time.GetUtcNow(), author, "undo", undone.Source, $"Fortrudt revision {number}: {undone.Summary}");
        var changes = await store.ChangesAsync(number, ct);
        return await Committing.RunAsync(
            store,
            async graph =>
            {
                await RefuseWhereChangedSinceAsync(graph, number, changes, ct);
                var reverse = Reverse(changes, graph.Revision, note);
                var lines = await ChangeLists.OfAsync(graph, reverse, ct);
                return new Planned<(Revision?, ChangeList)>(dryRun ? [] : [reverse], revision => (revision, lines));
            },
            ct
        );
    }

    private static ChangeSet Reverse(IReadOnlyList<ElementChange> changes, long baseRevision, RevisionNote note) =>
        new(
            baseRevision,
            note,
            [.. changes.Select(c => c.NodeBefore).OfType<Node>()],
            [.. changes.Select(c => c.EdgeBefore).OfType<Edge>()],
            [.. changes.Where(c => c.NodeBefore is null && c.NodeAfter is not null).Select(c => c.Key)],
            [.. changes.Where(c => c.EdgeBefore is null && c.EdgeAfter is not null).Select(c => c.Key)]
        );

    private static async Task RefuseWhereChangedSinceAsync(
        IGraph graph,
        long number,
        IReadOnlyList<ElementChange> changes,
        CancellationToken ct
    )
    {
        var nodes = (await graph.NodesAsync([.. changes.Where(c => c.IsNode).Select(c => c.Key)], ct)).ToDictionary(
            n => n.Key,
            StringComparer.Ordinal
        );
        var edges = (await graph.EdgesAsync([.. changes.Where(c => !c.IsNode).Select(c => c.Key)], ct)).ToDictionary(
            e => e.Key,
            StringComparer.Ordinal
        );
        var moved = changes
            .Where(c =>
                c.IsNode ? !Equals(nodes.GetValueOrDefault(c.Key), c.NodeAfter) : !Equals(edges.GetValueOrDefault(c.Key), c.EdgeAfter)
            )
            .Select(c => c.Key)
            .ToList();
        if (moved.Count > 0)
        {
            throw new StoreException(
                $"Revision {number} kan ikke fortrydes: {moved.Count} af dens elementer er ændret siden, bl.a. »{moved[0]}«. "
                    + $"Fortryd de senere revisioner først."
            );
        }
    }
}
