using Effektkaeder.Application.Changing;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Withdraws all that one agreement states; what other agreements state too stays.</summary>
public sealed class RemoveAgreement(IGraphStore store, TimeProvider time)
{
    /// <returns>The revision (null in a dry run; the last, where so much is withdrawn that it takes several) and what changes.</returns>
    public async Task<(Revision? Revision, ChangeList Changes)> RemoveAsync(Node aftale, string author, bool dryRun, CancellationToken ct)
    {
        var note = new RevisionNote(time.GetUtcNow(), author, "remove", aftale.Key, $"Fjernet: {aftale.Titel}");
        return await Committing.RunAsync(
            store,
            async graph =>
            {
                var (changes, elements, _, _) = await Reconciliation.WithdrawAsync(graph, aftale.Key, note, ct);
                var lines = ChangeLists.Of(elements, pace: new(ct));
                return new Planned<(Revision?, ChangeList)>(dryRun ? [] : changes.Parts(), revision => (revision, lines));
            },
            ct
        );
    }
}
