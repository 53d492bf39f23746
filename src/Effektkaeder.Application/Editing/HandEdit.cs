using Effektkaeder.Application.Importing;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Editing;

/// <summary>
/// What all changes by hand share: plan on the newest graph, keep the rules, commit, and plan anew when somebody else came first.
/// </summary>
internal sealed class HandEdit(IGraphStore store, TimeProvider time)
{
    private const int Attempts = 8;

    public IGraphReader Reader => store;

    public async Task<EditOutcome> RunAsync(string action, string author, long? seen, Func<Draft, Task<Plan>> plan, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var latest = await store.LatestAsync(ct);
            if (seen > latest || seen < 0)
            {
                return Refused(new("UKENDT_REVISION", $"Der er ingen revision {seen}; den nyeste er {latest}.", "revision"));
            }

            var draft = new Draft(latest);
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

            var lines = await ChangeLists.OfAsync(store, changes, ct);
            try
            {
                var revision = await store.CommitAsync(changes, ct);
                return new(
                    revision,
                    lines,
                    planned.NodeKey is { } n ? draft.Node(n) : null,
                    planned.EdgeKey is { } e ? draft.Edge(e) : null,
                    []
                );
            }
            catch (StaleBaseException) when (attempt < Attempts)
            {
                // What was planned may no longer hold: it is planned on the newest graph again.
            }
        }
    }

    /// <summary>The error of an element that is another now than in the revision that the user saw.</summary>
    public async Task<Plan?> ChangedSinceAsync(string key, bool isNode, long seen, CancellationToken ct)
    {
        object? then = isNode
            ? (await store.NodesAsync([key], seen, ct)).FirstOrDefault()
            : (await store.EdgesAsync([key], seen, ct)).FirstOrDefault();
        object? now = isNode
            ? (await store.NodesAsync([key], null, ct)).FirstOrDefault()
            : (await store.EdgesAsync([key], null, ct)).FirstOrDefault();
        return Equals(then, now)
            ? null
            : Plan.Refused("AENDRET_SIDEN", $"»{key}« er ændret siden revision {seen}. Hent den igen, og prøv på ny.", "revision");
    }

    private static Brud? Breach(ChangeSet changes) =>
        changes.PutNodes.Select(n => AKeyBelongsToItsKommune.Check(n.Key, n.Kind, n.Kommune)).FirstOrDefault(b => b is not null);

    private static EditOutcome Refused(EditError error) => new(null, [], null, null, [error]);
}
