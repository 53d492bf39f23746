using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Telling;

/// <summary>The store as the server uses it: what is committed through it is counted.</summary>
internal sealed class CountedStore(IGraphStore store, Meters meters) : IGraphStore
{
    public string Location => store.Location;

    public IScenarios Scenarios => store.Scenarios;

    public Task<IGraph> NewestAsync(CancellationToken ct) => store.NewestAsync(ct);

    public Task<IGraph> ToChangeAsync(CancellationToken ct) => store.ToChangeAsync(ct);

    public Task<IGraph> AtAsync(long revision, CancellationToken ct) => store.AtAsync(revision, ct);

    public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => store.RevisionAsync(number, ct);

    public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => store.ChangesAsync(revision, ct);

    public Task<IAsyncDisposable?> LeaseAsync(CancellationToken ct) => store.LeaseAsync(ct);

    public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
    {
        using var span = Telemetry.Spans.StartActivity("commit");
        span?.SetTag("effekt.action", changes.Note.Action).SetTag("effekt.elements", changes.Count);
        var revision = await store.CommitAsync(changes, ct);
        if (revision is not null)
        {
            meters.Committed(revision.Action);
        }

        return revision;
    }

    public Task<string?> TroubleAsync(CancellationToken ct) => store.TroubleAsync(ct);

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => store.FaultsAsync(ct);

    public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => store.VerifyAsync(progress, ct);

    /// <summary>The server owns no store.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
