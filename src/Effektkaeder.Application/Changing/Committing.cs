using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>What is to be done, worked out on one graph.</summary>
/// <param name="Changes">A revision each; none where nothing is to be stored: refused, or only tried.</param>
/// <param name="Outcome">What is answered, given the last revision that was made; null where none was.</param>
internal sealed record Planned<T>(IEnumerable<ChangeSet> Changes, Func<Revision?, T> Outcome);

/// <summary>
/// How all that changes the graph is carried out: planned on the newest graph, committed on its number, and planned anew where
/// somebody else came first, since what was planned may no longer hold.
/// </summary>
internal static class Committing
{
    private const int Attempts = 8;

    public static async Task<T> RunAsync<T>(IGraphStore store, Func<IGraph, Task<Planned<T>>> plan, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var planned = await plan(await store.NewestAsync(ct));
            try
            {
                Revision? last = null;
                foreach (var changes in planned.Changes)
                {
                    last = await store.CommitAsync(changes, ct);
                }

                return planned.Outcome(last);
            }
            catch (StaleBaseException) when (attempt < Attempts)
            {
                // The next plan holds what is wanted against what stands now: of several changes, those that landed are not in it.
            }
        }
    }
}
