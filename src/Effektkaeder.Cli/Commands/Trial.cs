using Effektkaeder.Application;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Cli.Commands;

/// <summary>The store that a dry run is held against: the one that is named, or an empty one that is gone afterwards.</summary>
internal static class Trial
{
    public static async Task<IGraphStore> OpenAsync(string location, CancellationToken ct)
    {
        if (!Stores.IsFile(location) || File.Exists(location) || Directory.Exists(location))
        {
            return await Stores.OpenExistingAsync(location, ct);
        }

        var folder = Directory.CreateTempSubdirectory("effekt-");
        return new Passing(await Stores.OpenAsync(Path.Combine(folder.FullName, "prøve.db"), ct), folder);
    }

    private sealed class Passing(IGraphStore store, DirectoryInfo folder) : IGraphStore
    {
        public string Location => store.Location;

        public IScenarios Scenarios => store.Scenarios;

        public Task<IGraph> NewestAsync(CancellationToken ct) => store.NewestAsync(ct);

        public Task<IGraph> AtAsync(long revision, CancellationToken ct) => store.AtAsync(revision, ct);

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => store.RevisionAsync(number, ct);

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => store.ChangesAsync(revision, ct);

        public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => store.CommitAsync(changes, ct);

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => store.FaultsAsync(ct);

        public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => store.VerifyAsync(progress, ct);

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
