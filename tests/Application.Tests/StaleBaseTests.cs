using System.Text;
using Effektkaeder.Application.Importing;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Somebody else commits between what is planned and its commit: it is planned anew, whatever it is.</summary>
public sealed class StaleBaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stale-test-").FullName;
    private SqliteStore _store = null!;
    private ImportReport _imported = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), Ct);
        _imported = await ImportAsync(_store, "vestersoe-boern-og-unge");
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_import_lands()
    {
        var report = await ImportAsync(new Interrupted(_store), "vestersoe-sundhed-og-omsorg");
        Assert.Equal((ImportOutcome.Imported, 3L), (report.Outcome, report.Revision!.Number));
    }

    [Fact]
    public async Task An_agreement_is_removed()
    {
        var aftale = (await (await _store.NewestAsync(Ct)).NodesAsync([_imported.Aftale!], Ct))[0];
        var (revision, changes) = await new RemoveAgreement(new Interrupted(_store), TimeProvider.System).RemoveAsync(
            aftale,
            "test",
            dryRun: false,
            Ct
        );
        Assert.Equal(3, revision!.Number);
        Assert.NotEmpty(changes.Lines);
        Assert.Equal([Interrupted.Other.Key], (await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct)).Nodes.Select(n => n.Key));
    }

    [Fact]
    public async Task A_revision_is_undone()
    {
        var (revision, _) = await new UndoRevision(new Interrupted(_store), TimeProvider.System).UndoAsync(1, "test", dryRun: false, Ct);
        Assert.Equal(3, revision!.Number);
        Assert.Equal([Interrupted.Other.Key], (await new ReadGraph(await _store.NewestAsync(Ct)).ReadAsync(Ct)).Nodes.Select(n => n.Key));
    }

    private static async Task<ImportReport> ImportAsync(IGraphStore store, string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(ImportTests.Seed, name, "aftale.md"), Ct);
        return await new ImportDocuments(store, TimeProvider.System).ImportAsync(
            new(name, Encoding.UTF8.GetBytes(text)),
            null,
            "test",
            dryRun: false,
            Ct
        );
    }

    /// <summary>A store to which another writer comes just before the first commit.</summary>
    private sealed class Interrupted(IGraphStore inner) : IGraphStore
    {
        public static readonly Node Other = Node.Of(
            "andeby/emne/andet",
            NodeKind.Emne,
            "andeby",
            [new("andeby/aftale/anden", null, null, new Indhold("Andet", "Andet"), [], [])]
        );

        private bool _came;

        public string Location => inner.Location;

        public IScenarios Scenarios => inner.Scenarios;

        public Task<IGraph> NewestAsync(CancellationToken ct) => inner.NewestAsync(ct);

        public Task<IGraph> AtAsync(long revision, CancellationToken ct) => inner.AtAsync(revision, ct);

        public Task<Revision?> RevisionAsync(long number, CancellationToken ct) => inner.RevisionAsync(number, ct);

        public Task<IReadOnlyList<ElementChange>> ChangesAsync(long revision, CancellationToken ct) => inner.ChangesAsync(revision, ct);

        public async Task<Revision?> CommitAsync(ChangeSet changes, CancellationToken ct)
        {
            if (!_came)
            {
                _came = true;
                await inner.CommitAsync(changes with { PutNodes = [Other], PutEdges = [], RemoveNodes = [], RemoveEdges = [] }, ct);
            }

            return await inner.CommitAsync(changes, ct);
        }

        public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct) => inner.FaultsAsync(ct);

        public Task<StoreHealth> VerifyAsync(Action<int, int> progress, CancellationToken ct) => inner.VerifyAsync(progress, ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
