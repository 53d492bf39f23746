using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>A copy of a store in one file, made while others use it.</summary>
public sealed class BackUpStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("backup-test-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_folder, "kopi.db");

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(Path.Combine(_folder, "graf.db"), Ct);
        await CommitAsync("Første");
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_copy_taken_while_another_writes_is_one_whole_revision()
    {
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; !enough.IsCancellationRequested; i++)
                {
                    await CommitAsync($"Emne {i}");
                }
            },
            Ct
        );
        var report = await BackUpStore.RunAsync(_store, Copy, (_, _) => { }, Ct);
        await enough.CancelAsync();
        await writing;
        await using var copy = await SqliteStore.OpenAsync(Copy, Ct);
        var health = await copy.VerifyAsync((_, _) => { }, Ct);
        Assert.Empty(health.Faults);
        Assert.Equal((report.Revision, report.Revision), (health.Revisions, health.Nodes));
        Assert.Equal(
            await new ReadGraph(await _store.AtAsync(report.Revision, Ct)).ReadAsync(Ct),
            await new ReadGraph(await copy.NewestAsync(Ct)).ReadAsync(Ct)
        );
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        await File.WriteAllTextAsync(Copy, "min egen", Ct);
        await Assert.ThrowsAsync<StoreException>(() => BackUpStore.RunAsync(_store, Copy, (_, _) => { }, Ct));
        Assert.Equal("min egen", await File.ReadAllTextAsync(Copy, Ct));
    }

    [Fact]
    public async Task A_backup_that_is_cut_leaves_no_file_that_looks_like_one()
    {
        using var cut = new CancellationTokenSource();
        await cut.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BackUpStore.RunAsync(_store, Copy, (_, _) => { }, cut.Token));
        Assert.Empty(Directory.GetFiles(_folder, "kopi*"));
        await BackUpStore.RunAsync(_store, Copy, (_, _) => { }, Ct);
        Assert.True(File.Exists(Copy));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        Assert.Contains(
            "findes ikke",
            (
                await Assert.ThrowsAsync<StoreException>(() =>
                    BackUpStore.RunAsync(_store, Path.Combine(_folder, "nej", "kopi.db"), (_, _) => { }, Ct)
                )
            ).Message,
            StringComparison.Ordinal
        );

    private async Task CommitAsync(string titel) =>
        await _store.CommitAsync(
            new(
                await _store.LatestAsync(Ct),
                new(DateTimeOffset.UnixEpoch, "test", "import", null, titel),
                [
                    Domain.Node.Of(
                        $"by/emne/{Slug.Of(titel)}",
                        NodeKind.Emne,
                        "by",
                        [new("by/aftale/x", null, null, new Indhold(titel, titel), [], [])]
                    ),
                ],
                [],
                [],
                []
            ),
            Ct
        );
}
