using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Contract.Model;
using Effektkaeder.Storage.Memory;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Memory;

/// <summary>A graph that followed many small changes is the one that is read in afresh, in every column and every order.</summary>
public sealed class MovedTests : IDisposable
{
    private const int Steps = 120;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("effekt-moved-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_moved_is_what_is_read_in(int seed)
    {
        var path = Path.Combine(_folder.FullName, "graf.db");
        await using var store = await SqliteStore.OpenAsync(path, Ct);
        var random = new RandomGraph(new Random(seed));
        var (model, revision) = (PlainModel.Empty, 0L);
        for (var step = 0; step < Steps; step++)
        {
            var changes = step == 0 ? random.Changes(model, 0, 400) : Few(random, model, revision);
            revision = (await store.CommitAsync(changes, Ct))?.Number ?? revision;
            model = model.With(changes);
            // Several changes at a time now and then, and orders that were not asked for in between.
            if (step % 4 != 2)
            {
                var moved = Assert.IsType<MemoryGraph>(await store.InMemoryAsync(revision, Ct));
                if (step % 5 == 0)
                {
                    await SameAsync(path, moved, revision);
                }
            }
        }

        Assert.True(revision > Steps / 2);
        foreach (var other in new[] { 3, revision, 40 })
        {
            await SameAsync(path, (MemoryGraph)await store.InMemoryAsync(other, Ct), other);
        }
    }

    /// <summary>
    /// What an edit leaves behind is let go of: a revision that nobody asks for any more is not kept by the one that came of it.
    /// </summary>
    [Fact]
    public async Task A_revision_that_nobody_looks_at_is_let_go_of()
    {
        await using var store = await SqliteStore.OpenAsync(Path.Combine(_folder.FullName, "graf.db"), Ct, inMemory: true);
        var random = new RandomGraph(new Random(3));
        var model = PlainModel.Empty;
        var seen = new List<WeakReference>();
        for (var step = 0; step < 6; step++)
        {
            var changes = step == 0 ? random.Changes(model, 0, 400) : Few(random, model, (await store.NewestAsync(Ct)).Revision);
            await store.CommitAsync(changes, Ct);
            model = model.With(changes);
            seen.Add(await LookAsync(store));
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.All(seen.SkipLast(2), graph => Assert.False(graph.IsAlive));
    }

    /// <summary>Said where it is read, as a store's trouble, and not by whoever looks at an edge later.</summary>
    [Fact]
    public async Task An_edge_that_leads_nowhere_is_told_when_its_revision_is_moved_to()
    {
        var path = Path.Combine(_folder.FullName, "graf.db");
        await using var store = await SqliteStore.OpenAsync(path, Ct);
        var random = new RandomGraph(new Random(4));
        var first = random.Changes(PlainModel.Empty, 0, 400);
        await store.CommitAsync(first, Ct);
        await store.InMemoryAsync(1, Ct);
        var edge = first.PutEdges[0];
        await store.CommitAsync(first with { BaseRevision = 1, PutNodes = [], PutEdges = [], RemoveEdges = [edge.Key] }, Ct);
        await store.CommitAsync(first with { BaseRevision = 2, PutNodes = [], PutEdges = [edge] }, Ct);
        await store.InMemoryAsync(2, Ct);
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE edge_version SET to_key = 9999999 WHERE from_rev = 3";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        }

        await Assert.ThrowsAsync<StoreException>(() => store.InMemoryAsync(3, Ct));
    }

    private static async Task<WeakReference> LookAsync(SqliteStore store)
    {
        await store.WarmAsync(Ct);
        var graph = await store.NewestAsync(Ct);
        await graph.QueryAsync(new(null, [new(OrderField.Titel)], new(5), Count: true), Ct);
        var whole = Assert.IsType<MemoryGraph>(graph).Whole;
        Assert.NotEmpty(whole.Edges);
        return new(whole);
    }

    /// <summary>A node or two put in or other than before, with edges, and perhaps one of each taken out.</summary>
    private static ChangeSet Few(RandomGraph random, PlainModel model, long revision)
    {
        var many = random.Changes(model, revision, (int)(revision % 3));
        string[] gone = [.. many.RemoveNodes.Take((int)(revision % 2))];
        string[] cut =
        [
            .. model.Edges.Values.Where(e => gone.Contains(e.From) || gone.Contains(e.To)).Select(e => e.Key),
            .. many.RemoveEdges.Take(1),
        ];
        // A coupling that its document tells the other way is the same, begun in its other end.
        var turned = model
            .Edges.Values.Where(e => e.Type == EdgeType.KoblerTil && !cut.Contains(e.Key) && many.PutEdges.All(p => p.Key != e.Key))
            .Take(1)
            .Select(e => Edge.Of(e.Type, e.To, e.From, e.Art, e.Udsagn.Select(u => u with { Fra = u.Fra == e.From ? e.To : e.From })));
        return many with { PutEdges = [.. many.PutEdges, .. turned], RemoveNodes = gone, RemoveEdges = [.. cut.Distinct()] };
    }

    private static async Task SameAsync(string path, MemoryGraph moved, long revision)
    {
        await using var store = await SqliteStore.OpenAsync(path, Ct);
        var fresh = (MemoryGraph)await store.InMemoryAsync(revision, Ct);
        Assert.Equal(Told(fresh.Whole), Told(moved.Whole));
        foreach (var field in Enum.GetValues<OrderField>())
        {
            var query = new NodeQuery(null, [new(field, Descending: revision % 2 == 0)], new(10_000), Count: true);
            var (asked, expected) = (await moved.QueryAsync(query, Ct), await fresh.QueryAsync(query, Ct));
            Assert.Equal(expected.Items.Select(n => n.Key), asked.Items.Select(n => n.Key));
        }
    }

    /// <summary>Each node with all that is known of it, and its edges either way.</summary>
    private static IEnumerable<string> Told(Udsnit graph) =>
        Enumerable
            .Range(0, graph.Nodes.Count)
            .Select(i =>
                $"{graph.KeyOf(i)} {graph.IndexOf(graph.KeyOf(i)) == i} {graph.Nodes[i].Titel} {graph.KindOf(i)} {graph.KommuneOf(i)} "
                + $"{graph.CenterOf(i)} > {Edges(graph, graph.Out(i))} < {Edges(graph, graph.In(i))}"
            );

    private static string Edges(Udsnit graph, ReadOnlySpan<int> edges) =>
        string.Join(
            ", ",
            edges.ToArray().Select(e => $"{graph.Edges[e].Key} {graph.TypeOf(e)} {graph.KeyOf(graph.From(e))} {graph.KeyOf(graph.To(e))}")
        );

    public void Dispose()
    {
        SqliteStore.Release(Path.Combine(_folder.FullName, "graf.db"));
        _folder.Delete(recursive: true);
    }
}
