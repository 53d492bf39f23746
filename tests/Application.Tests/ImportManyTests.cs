using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Exchange;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Many documents at a time, of which several land together.</summary>
public sealed class ImportManyTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("application-test-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IReadOnlyList<SourcePath> Files => SourceFolder.List(ImportTests.Seed);

    public async ValueTask InitializeAsync() => _store = await NewStoreAsync("mange.db");

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Documents_that_land_together_are_a_revision_each_and_give_the_graph_that_one_at_a_time_gives()
    {
        var watched = new Watched(_store, spoilt: null);
        var reports = await ImportAsync(watched, Files);
        Assert.True(watched.Largest > 1, "none landed together");
        await using var alone = await NewStoreAsync("alene.db");
        foreach (var file in Files)
        {
            await new ImportDocuments(alone, TimeProvider.System).ImportAsync(SourceFolder.Read(file), null, "test", dryRun: false, Ct);
        }

        Assert.Equal(Files.Select(f => f.Relative), reports.Select(r => r.File));
        Assert.Equal(Enumerable.Range(1, Files.Count).Select(n => (long)n), reports.Select(r => r.Revision!.Number));
        Assert.Equal(await JsonAsync(alone), await JsonAsync(_store));
        Assert.All(await ImportAsync(_store, Files), r => Assert.Equal(ImportOutcome.Unchanged, r.Outcome));
    }

    [Fact]
    public async Task A_document_that_cannot_be_stored_takes_none_of_those_beside_it_along()
    {
        var spoilt = Files[1].Relative;
        var reports = await ImportAsync(new Watched(_store, spoilt), Files);
        Assert.Equal([spoilt], reports.Where(r => r.Outcome == ImportOutcome.Refused).Select(r => r.File));
        Assert.Equal(Files.Select(f => f.Relative), reports.Select(r => r.File));
        Assert.Contains("disken", reports[1].Sagt, StringComparison.Ordinal);
        await using var without = await NewStoreAsync("uden.db");
        await ImportAsync(without, [.. Files.Where(f => f.Relative != spoilt)]);
        Assert.Equal(await JsonAsync(without), await JsonAsync(_store));
    }

    [Fact]
    public async Task What_has_landed_when_it_is_called_off_is_known_and_no_more_than_that_is_there()
    {
        var importer = new ImportMany(_store, TimeProvider.System, Files, null);
        await importer.NextAsync("test", dryRun: false, Ct);
        Assert.Equal(await _store.LatestAsync(Ct), 1 + importer.Landed.Count);
    }

    [Fact]
    public async Task A_trial_stores_nothing()
    {
        Assert.All(await ImportAsync(_store, Files, dryRun: true), r => Assert.Equal(ImportOutcome.Imported, r.Outcome));
        Assert.Equal(0, await _store.LatestAsync(Ct));
    }

    private static async Task<List<ImportReport>> ImportAsync(IGraphStore store, IReadOnlyList<SourcePath> files, bool dryRun = false)
    {
        var (importer, reports) = (new ImportMany(store, TimeProvider.System, files, null), new List<ImportReport>());
        foreach (var _ in files)
        {
            reports.Add(await importer.NextAsync("test", dryRun, Ct));
        }

        return reports;
    }

    private static async Task<string> JsonAsync(IGraphStore store)
    {
        using var memory = new MemoryStream();
        GrafJson.Write(await new ReadGraph(await store.NewestAsync(Ct)).ReadAsync(Ct), memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private Task<SqliteStore> NewStoreAsync(string name) => SqliteStore.OpenAsync(Path.Combine(_folder, name), Ct);

    /// <summary>A store that one document cannot be stored in.</summary>
    private sealed class Watched(IGraphStore inner, string? spoilt) : IGraphStore
    {
        /// <summary>As many landed together as in no other group.</summary>
        public int Largest { get; private set; }

        public string Location => inner.Location;

        public IScenarios Scenarios => inner.Scenarios;

        public Task<IGraph> NewestAsync(CancellationToken ct) => inner.NewestAsync(ct);

        public Task<IGraph> AtAsync(long revision, CancellationToken ct) => inner.AtAsync(revision, ct);

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => inner.RevisionAsync(number, ct);

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => inner.ChangesAsync(revision, ct);

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => inner.FaultsAsync(ct);

        public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => inner.VerifyAsync(progress, ct);

        public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct) => inner.CommitAsync(Checked(changes), ct);

        public async Task<ICommitGroup?> GroupAsync(CancellationToken ct) => new Group(this, (await inner.GroupAsync(ct))!);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private ChangeSet Checked(ChangeSet changes) =>
            changes.Note.Source == spoilt ? throw new StoreException("Der er ikke plads på disken.") : changes;

        private sealed class Group(Watched store, ICommitGroup inner) : ICommitGroup
        {
            private int _committed;

            public Task<IGraph> ToChangeAsync(CancellationToken ct) => inner.ToChangeAsync(ct);

            public Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
            {
                _committed++;
                return inner.CommitAsync(store.Checked(changes), ct);
            }

            public async Task LandAsync()
            {
                await inner.LandAsync();
                store.Largest = Math.Max(store.Largest, _committed);
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
