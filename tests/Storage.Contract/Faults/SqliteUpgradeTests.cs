using Effektkaeder.Application;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>A store that the first schema's program wrote: two editions of an agreement, and the second undone.</summary>
public sealed class SqliteUpgradeTests() : OldStoreTests("skema1.db.gz")
{
    /// <summary>What that program exported as JSON, as of each revision.</summary>
    private static readonly string[] Exported =
    [
        "04a9aff58e70dfcffd8a2f1a90d92db2c9fd87b25ccf60787600a3b30badcff1",
        "344b7aa6577b132ef037d6af9876d67e7ba53eb09fc39291d2a69f9145f5621d",
        "04a9aff58e70dfcffd8a2f1a90d92db2c9fd87b25ccf60787600a3b30badcff1",
    ];

    [Fact]
    public async Task Every_revision_is_what_it_was_and_the_old_file_stands_beside()
    {
        var told = new List<(long Done, long Total)>();
        await using var store = await SqliteStore.OpenAsync(Graph, Ct, progress: (done, total) => told.Add((done, total)));
        await SameAsync(store);
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.True(new FileInfo(Graph).Length < new FileInfo($"{Graph}.bak-1").Length, "the file should have become smaller");
        var hits = await (await store.NewestAsync(Ct)).SearchAsync(new("elever", [], null, 10), Ct);
        Assert.NotEmpty(hits.Items);
        Assert.NotEmpty((await (await store.NewestAsync(Ct)).StatedByAsync(await AgreementAsync(store), Ct)).Edges);
    }

    [Fact]
    public async Task What_is_written_afterwards_stands_on_it()
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await new UndoRevision(store, TimeProvider.System).UndoAsync(3, "prøve", dryRun: false, Ct);
        Assert.Equal(4, await store.LatestAsync(Ct));
        Assert.Equal(await SumAsync(await store.AtAsync(2, Ct)), await SumAsync(await store.NewestAsync(Ct)));
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_as_it_was_and_goes_forward_next_time()
    {
        using (var child = Child.Start(UpgradingChild.Verb, [], [Graph]))
        {
            Assert.Equal("midt i det", await child.StandardOutput.ReadLineAsync(Ct));
            child.Kill();
            await child.WaitForExitAsync(Ct);
        }

        Assert.Equal(1L, await ScalarAsync("PRAGMA user_version"));
        Assert.Equal(3L, await ScalarAsync("SELECT count(*) FROM revision"));
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await SameAsync(store);
    }

    [Fact]
    public async Task Cancelled_it_is_as_it_was()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SqliteStore.OpenAsync(
                Graph,
                cancel.Token,
                progress: (_, _) =>
                {
                    cancel.Cancel();
                    cancel.Token.ThrowIfCancellationRequested();
                }
            )
        );
        Assert.Equal(1L, await ScalarAsync("PRAGMA user_version"));
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await SameAsync(store);
    }

    private static async Task SameAsync(SqliteStore store)
    {
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        for (var revision = 1; revision <= Exported.Length; revision++)
        {
            Assert.Equal(Exported[revision - 1], await SumAsync(await store.AtAsync(revision, Ct)));
        }
    }

    private static async Task<string> AgreementAsync(SqliteStore store) =>
        (
            await (await store.NewestAsync(Ct)).QueryAsync(
                new(
                    new NodeFilter.All([new NodeFilter.KindIn([NodeKind.Aftale]), new NodeFilter.Flag(FlagField.Henvist, false)]),
                    [],
                    Page.Everything
                ),
                Ct
            )
        )
            .Items[0]
            .Key;
}
