using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Changing;

/// <summary>What is to be done, worked out on one graph.</summary>
/// <param name="Changes">A revision each; none where nothing is to be stored: refused, or only tried.</param>
/// <param name="Outcome">What is answered, given the last revision that was made; null where none was.</param>
internal sealed record Planned<T>(IEnumerable<ChangeSet> Changes, Func<Revision?, T> Outcome);

/// <summary>
/// How all that changes the graph is carried out: planned on the newest graph and committed under the store's lease, which holds other
/// writers back; where somebody came first all the same, it is planned anew, since what was planned may no longer hold.
/// </summary>
internal static class Committing
{
    /// <summary>Where an engine has no lease, who comes second plans anew for this long, and waits a little longer each time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int ShortestPause = 10,
        LongestPause = 2_000;

    public static async Task<T> RunAsync<T>(IGraphWriter store, Func<IGraph, Task<Planned<T>>> plan, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                // From here until it is committed nobody else commits, where the engine knows a lease.
                await using var lease = await store.LeaseAsync(ct);
                var planned = await plan(await store.ToChangeAsync(ct));
                Revision? last = null;
                foreach (var changes in planned.Changes)
                {
                    last = await store.CommitAsync(changes, ct) ?? last;
                }

                return planned.Outcome(last);
            }
            catch (StaleBaseException) when (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                // The next plan holds what is wanted against what stands now: of several changes, those that landed are not in it.
                await Task.Delay(Pause(attempt), ct);
            }
        }
    }

    /// <summary>Twice as long each time, and spread: those who met once would else meet again.</summary>
    private static int Pause(int attempt)
    {
        var most = Math.Min(LongestPause, ShortestPause << Math.Min(attempt, 10));
        return (most / 2)
            + (int)((uint)HashCode.Combine(Environment.ProcessId, attempt, TimeProvider.System.GetTimestamp()) % (most / 2 + 1));
    }
}
