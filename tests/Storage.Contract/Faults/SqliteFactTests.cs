using Effektkaeder.Analysis;
using Effektkaeder.Application;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>
/// What is told of an element without reading it, in a store that the third schema's program wrote: two agreements, one of them in two
/// editions.
/// </summary>
public sealed class SqliteFactTests() : OldStoreTests("skema3.db.gz")
{
    /// <summary>What that program exported as JSON, as of each revision.</summary>
    private static readonly string[] Exported =
    [
        "8ed1b265e5fec598018c75a26c38f38302feaf5718dfa94390cf917d71a1ea44",
        "b5fc0c5fcba3f0f2c8f8da5bf61dda6b28d2e5885c6f6fd19f5d0f9d0c7f58da",
        "f61e47da6e4c766bc8580ea051c6da42f7c5f90682e540792116300e29976491",
    ];

    [Fact]
    public async Task A_store_without_them_has_all_of_them_when_it_is_opened_and_every_revision_is_what_it_was()
    {
        var told = new List<(long Done, long Total)>();
        await using var store = await SqliteStore.OpenAsync(Graph, Ct, progress: (done, total) => told.Add((done, total)));
        Assert.Equal(0L, await UnknownAsync());
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.True(File.Exists($"{Graph}.bak-3"));
        Assert.Empty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        for (var revision = 1; revision <= Exported.Length; revision++)
        {
            Assert.Equal(Exported[revision - 1], await SumAsync(await store.AtAsync(revision, Ct)));
        }
    }

    [Fact]
    public async Task A_commit_writes_them_of_all_that_it_puts()
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await new UndoRevision(store, TimeProvider.System).UndoAsync(3, "prøve", dryRun: false, Ct);
        Assert.Equal(0L, await UnknownAsync());
        await IsToldAsync(store);
        Assert.Empty(await store.FaultsAsync(Ct));
    }

    [Theory]
    [InlineData("fact + 1")]
    [InlineData("fact - 256")]
    [InlineData("fact % 256")]
    [InlineData("fact << 20")]
    [InlineData("-1")]
    public async Task One_that_was_changed_is_worked_out_and_not_believed_and_is_told_as_a_fault(string changed)
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await ScalarAsync($"UPDATE node_version SET fact = {changed}; UPDATE edge_version SET fact = {changed}");
        await IsToldAsync(store);
        Assert.NotEmpty(await store.FaultsAsync(Ct));
    }

    [Fact]
    public async Task One_that_is_not_there_is_worked_out()
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await ScalarAsync("UPDATE node_version SET fact = NULL; UPDATE edge_version SET fact = NULL WHERE id % 2");
        await IsToldAsync(store);
        Assert.Empty(await store.FaultsAsync(Ct));
    }

    /// <summary>What is told without the elements is what the elements say.</summary>
    private static async Task IsToldAsync(SqliteStore store)
    {
        var graph = await store.InMemoryAsync(await store.LatestAsync(Ct), Ct);
        var whole = await graph.SelectAsync(Selection.Whole, Ct);
        Assert.NotEmpty(whole.Edges);
        Assert.Equal(whole.Nodes.Select(n => n.Kontrolmaerker()), Enumerable.Range(0, whole.Nodes.Count).Select(whole.KontrolmaerkerOf));
        Assert.Equal(whole.Edges.Select(e => e.Grund), Enumerable.Range(0, whole.Edges.Count).Select(whole.GrundOf));
    }

    private Task<object?> UnknownAsync() =>
        ScalarAsync(
            "SELECT (SELECT count(*) FROM node_version WHERE fact IS NULL) + (SELECT count(*) FROM edge_version WHERE fact IS NULL)"
        );
}
