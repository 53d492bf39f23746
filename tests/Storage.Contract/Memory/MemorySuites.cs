using Effektkaeder.Storage.Contract.Suites;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Storage.Contract.Memory;

/// <summary>A file whose every revision is read from the graph in memory, filled from it and moved along with it.</summary>
internal sealed class MemoryEngine : IEngine
{
    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-memory-").FullName;

    public Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task<IGraphStore> OpenAsync(CancellationToken ct) =>
        new InMemory(await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), ct));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private sealed class InMemory(SqliteStore file) : IGraphStore
    {
        public string Location => file.Location;

        public IScenarios Scenarios => file.Scenarios;

        public async Task<IGraph> NewestAsync(CancellationToken ct) => await InMemoryAsync((await file.NewestAsync(ct)).Revision, ct);

        public async Task<IGraph> AtAsync(long revision, CancellationToken ct) =>
            await InMemoryAsync((await file.AtAsync(revision, ct)).Revision, ct);

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => file.RevisionAsync(number, ct);

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => file.ChangesAsync(revision, ct);

        public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => file.CommitAsync(changes, ct);

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => file.FaultsAsync(ct);

        public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) =>
            StoreVerification.RunAsync(this, progress, ct);

        public ValueTask DisposeAsync() => file.DisposeAsync();

        private async Task<IGraph> InMemoryAsync(long revision, CancellationToken ct)
        {
            var graph = await file.InMemoryAsync(revision, ct);
            Xunit.Assert.NotNull(graph.AtHand);
            return graph;
        }
    }
}

public sealed class MemoryCommits() : CommitContract(new MemoryEngine());

public sealed class MemoryRevisions() : RevisionContract(new MemoryEngine());

public sealed class MemoryQueries() : QueryContract(new MemoryEngine());

public sealed class MemoryExpansions() : ExpandContract(new MemoryEngine());

public sealed class MemorySearches() : SearchContract(new MemoryEngine());

public sealed class MemoryAtRandom() : RandomContract(new MemoryEngine());

public sealed class MemorySelections() : SelectContract(new MemoryEngine());

public sealed class MemoryConcurrently() : ConcurrentContract(new MemoryEngine());

public sealed class MemoryScenarioShelf() : ScenarioContract(new MemoryEngine());
