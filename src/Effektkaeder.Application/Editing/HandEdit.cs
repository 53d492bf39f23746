using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>
/// What all changes by hand share: what the user saw is there, the rules are kept, and what is done is told.
/// </summary>
internal sealed class HandEdit(IGraphStore store, TimeProvider time)
{
    public Task<EditOutcome> RunAsync(string action, string author, long? seen, Func<Draft, Task<Plan>> plan, CancellationToken ct) =>
        Committing.RunAsync(store, graph => PlanAsync(graph, action, author, seen, plan, ct), ct);

    /// <summary>The error of an element that is another now than in the revision that the user saw.</summary>
    public async Task<Plan?> ChangedSinceAsync(Draft draft, string key, long seen, CancellationToken ct)
    {
        var then = await store.AtAsync(seen, ct);
        object? before = draft.Node(key) is null
            ? (await then.EdgesAsync([key], ct)).FirstOrDefault()
            : (await then.NodesAsync([key], ct)).FirstOrDefault();
        return Equals(before, draft.Node(key) ?? (object?)draft.Edge(key))
            ? null
            : Plan.Refused("AENDRET_SIDEN", $"»{key}« er ændret siden revision {seen}. Hent den igen, og prøv på ny.", "revision");
    }

    private async Task<Planned<EditOutcome>> PlanAsync(
        IGraph graph,
        string action,
        string author,
        long? seen,
        Func<Draft, Task<Plan>> plan,
        CancellationToken ct
    )
    {
        if (seen > graph.Revision || seen < 0)
        {
            return Refused(new("UKENDT_REVISION", $"Der er ingen revision {seen}; den nyeste er {graph.Revision}.", "revision"));
        }

        var draft = new Draft(graph);
        var planned = await plan(draft);
        if (planned.Error is { } error)
        {
            return Refused(error);
        }

        var changes = draft.Changes(new(time.GetUtcNow(), author, action, planned.NodeKey ?? planned.EdgeKey, planned.Summary));
        if (Breach(changes) is { } breach)
        {
            return Refused(new("REGEL", breach.Besked));
        }

        var lines = await ChangeLists.OfAsync(graph, changes, ct);
        var node = planned.NodeKey is { } n ? draft.Node(n) : null;
        var edge = planned.EdgeKey is { } e ? draft.Edge(e) : null;
        return new([changes], revision => new(revision, lines.Lines, node, edge, []));
    }

    private static Brud? Breach(ChangeSet changes) =>
        changes.PutNodes.Select(n => AKeyBelongsToItsKommune.Check(n.Key, n.Kind, n.Kommune)).FirstOrDefault(b => b is not null);

    private static Planned<EditOutcome> Refused(EditError error) => new([], _ => new(null, [], null, null, [error]));
}
