using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Application.Tests;

/// <summary>Moving a store to another with all its revisions.</summary>
public sealed class CopyStoreTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("copy-test-").FullName;
    private SqliteStore _from = null!,
        _to = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_from, _to) = (
            await SqliteStore.OpenAsync(Path.Combine(_folder, "fra.db"), Ct),
            await SqliteStore.OpenAsync(Path.Combine(_folder, "til.db"), Ct)
        );
        var (a, b) = (Node("a", "Første"), Node("b", "Anden"));
        var edge = Edge.Of(EdgeType.KoblerTil, a.Key, b.Key, KoblingArt.Emne, [new("by/aftale/x", null, null, a.Key, null, 0.5, null, [])]);
        await CommitAsync(_from, [a, b], [edge], [], []);
        await CommitAsync(_from, [Node("a", "Ændret")], [], [], []);
        await CommitAsync(_from, [], [], ["by/emne/findes-ikke"], []);
        await CommitAsync(_from, [], [], [b.Key], [edge.Key]);
    }

    public async ValueTask DisposeAsync()
    {
        await _from.DisposeAsync();
        await _to.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_copy_has_every_revision_and_reads_the_same_as_of_each()
    {
        List<long> told = [];
        var report = await new CopyStore(_from, _to).CopyAsync((number, _) => told.Add(number), Ct);
        Assert.Equal((4, 0, 1, 0), (report.Revisions, report.Resumed, report.Nodes, report.Edges));
        Assert.Equal([1L, 2, 3, 4], told);
        Assert.Equal(await (await _from.NewestAsync(Ct)).RevisionsAsync(10, Ct), await (await _to.NewestAsync(Ct)).RevisionsAsync(10, Ct));
        for (var revision = 1L; revision <= 4; revision++)
        {
            Assert.Equal(await _from.ChangesAsync(revision, Ct), await _to.ChangesAsync(revision, Ct));
            var (sent, arrived) = (await WholeAsync(_from, revision), await WholeAsync(_to, revision));
            Assert.Equal(sent, arrived);
        }
    }

    [Fact]
    public async Task A_copy_that_was_cut_goes_on_and_a_finished_one_does_nothing()
    {
        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new CopyStore(_from, _to).CopyAsync(
                (number, _) =>
                {
                    if (number == 2)
                    {
                        cut.Cancel();
                    }
                },
                cut.Token
            )
        );
        Assert.Equal(2, await _to.LatestAsync(Ct));
        Assert.Equal(2, (await new CopyStore(_from, _to).CopyAsync((_, _) => { }, Ct)).Resumed);
        Assert.Equal(4, (await new CopyStore(_from, _to).CopyAsync((_, _) => { }, Ct)).Resumed);
    }

    [Fact]
    public async Task A_store_that_holds_something_else_is_refused_and_left_alone()
    {
        await CommitAsync(_to, [Node("c", "En anden graf")], [], [], []);
        await new CopyStore(_from, await SqliteStore.OpenAsync(Path.Combine(_folder, "tom.db"), Ct)).CopyAsync((_, _) => { }, Ct);
        var refused = await Assert.ThrowsAsync<StoreException>(() => new CopyStore(_to, _from).CopyAsync((_, _) => { }, Ct));
        Assert.Contains("holder noget andet", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4, await _from.LatestAsync(Ct));
    }

    [Fact]
    public async Task The_same_revision_with_another_content_is_found_by_the_sum()
    {
        await CommitAsync(_to, [Node("a", "Noget andet")], [], [], []);
        var refused = await Assert.ThrowsAnyAsync<StoreException>(() => new CopyStore(_from, _to).CopyAsync((_, _) => { }, Ct));
        Assert.DoesNotContain("Object reference", refused.Message, StringComparison.Ordinal);
    }

    private static Node Node(string slug, string titel) =>
        Domain.Node.Of($"by/emne/{slug}", NodeKind.Emne, "by", [new("by/aftale/x", null, null, new Indhold(titel, titel), [], [])]);

    private static async Task CommitAsync(
        SqliteStore store,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Edge> edges,
        IReadOnlyList<string> removeNodes,
        IReadOnlyList<string> removeEdges
    ) =>
        await store.CommitAsync(
            new(
                await store.LatestAsync(Ct),
                new(DateTimeOffset.UnixEpoch, "test", "import", null, "En ændring"),
                nodes,
                edges,
                removeNodes,
                removeEdges
            ),
            Ct
        );

    private static async Task<Graf> WholeAsync(SqliteStore store, long revision) =>
        await new ReadGraph(await store.AtAsync(revision, Ct)).ReadAsync(Ct);
}
