using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>Commits that land together: each a revision of its own, all of them there or none.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private static readonly Node A = Given.Node(NodeKind.Indsats, "Indsats A"),
        B = Given.Node(NodeKind.Bidrag, "bidrag-b", Given.Says("Bidrag B"), aftale: "by/aftale/en-anden", center: "by/center/et-nyt"),
        C = Given.Node(NodeKind.Effekt, "effekt-c", Given.Says("Effekt C"), aftale: "by/aftale/en-tredje", center: "by/center/endnu-et");
    private static readonly Edge AB = Given.Edge(EdgeType.Omfatter, A, B);

    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-group-").FullName;
    private SqliteStore _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenAsync("graf.db");

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_is_planned_on_those_before_it_and_nobody_else_sees_any_before_all_have_landed()
    {
        await using var other = await OpenAsync("graf.db");
        await using (var group = (await _store.GroupAsync(Ct))!)
        {
            Assert.Equal(1, (await group.CommitAsync(Given.Changes(0, [A], [], [], []), Ct))!.Number);
            var planned = await group.ToChangeAsync(Ct);
            Assert.Equal(1, planned.Revision);
            Assert.Equal(A, Assert.Single(await planned.NodesAsync([A.Key], Ct)));
            Assert.Equal(2, (await group.CommitAsync(Given.Changes(1, [B], [AB], [], []), Ct))!.Number);
            var whole = await (await group.ToChangeAsync(Ct)).SelectAsync(Selection.Whole, Ct);
            Assert.Equal([A, B], whole.Nodes.OrderBy(n => n.Titel[^1]));
            Assert.Equal([AB], whole.Edges);
            await Assert.ThrowsAsync<InvalidOperationException>(() => planned.NodesAsync([A.Key], Ct));
            Assert.Equal(0, await _store.LatestAsync(Ct));
            Assert.Equal(0, await other.LatestAsync(Ct));
            await group.LandAsync();
        }

        foreach (var store in new[] { _store, other })
        {
            Assert.Equal(2, await store.LatestAsync(Ct));
            Assert.Equal([AB], await (await store.NewestAsync(Ct)).EdgesAsync([AB.Key], Ct));
            Assert.Empty(await (await store.AtAsync(1, Ct)).NodesAsync([B.Key], Ct));
            Assert.Empty(await store.FaultsAsync(Ct));
        }
    }

    [Fact]
    public async Task What_does_not_land_was_never_there_nor_do_numbers_of_its_keys_and_texts_outlive_it()
    {
        await using (var group = (await _store.GroupAsync(Ct))!)
        {
            await group.CommitAsync(Given.Changes(0, [A, B], [AB], [], []), Ct);
            // What is read here is known here alone, too.
            Assert.Equal(2, (await (await group.ToChangeAsync(Ct)).NodesAsync([A.Key, B.Key], Ct)).Count);
        }

        Assert.Equal(0, await _store.LatestAsync(Ct));
        // The keys and texts that it made get numbers anew, and those that it had are others'.
        await _store.CommitAsync(Given.Changes(0, [C], [], [], []), Ct);
        await _store.CommitAsync(Given.Changes(1, [B, A], [AB], [], []), Ct);
        var graph = await _store.NewestAsync(Ct);
        Assert.Equal([A, B, C], (await graph.NodesAsync([A.Key, B.Key, C.Key], Ct)).OrderBy(n => n.Titel[^1]));
        await using var other = await OpenAsync("graf.db");
        Assert.Equal([A, B, C], (await (await other.NewestAsync(Ct)).NodesAsync([A.Key, B.Key, C.Key], Ct)).OrderBy(n => n.Titel[^1]));
        Assert.Empty(await _store.FaultsAsync(Ct));
    }

    [Fact]
    public async Task One_that_goes_wrong_leaves_nothing_of_the_others_to_land()
    {
        await using (var group = (await _store.GroupAsync(Ct))!)
        {
            await group.CommitAsync(Given.Changes(0, [A], [], [], []), Ct);
            await Assert.ThrowsAsync<StoreException>(() => group.CommitAsync(Given.Changes(1, [], [AB], [], []), Ct));
            await Assert.ThrowsAsync<InvalidOperationException>(group.LandAsync);
        }

        Assert.Equal(0, await _store.LatestAsync(Ct));
        Assert.Equal(1, (await _store.CommitAsync(Given.Changes(0, [A, B], [AB], [], []), Ct))!.Number);
    }

    [Fact]
    public async Task The_file_is_the_same_to_the_last_row_as_when_each_lands_by_itself()
    {
        ChangeSet[] all =
        [
            Given.Changes(0, [A, B], [AB], [], []),
            Given.Changes(1, [C, A with { Kommune = "by" }], [], [], [AB.Key]),
            Given.Changes(2, [B], [AB], [C.Key], []),
        ];
        await using (var group = (await _store.GroupAsync(Ct))!)
        {
            foreach (var changes in all)
            {
                await group.CommitAsync(changes, Ct);
            }

            await group.LandAsync();
        }

        await using var alone = await OpenAsync("alene.db");
        foreach (var changes in all)
        {
            await alone.CommitAsync(changes, Ct);
        }

        Assert.Equal(Rows("alene.db"), Rows("graf.db"));
        // In memory, moved over all of them at once, it is the same graph as well.
        var (one, other) = (await _store.InMemoryAsync(3, Ct), await alone.InMemoryAsync(3, Ct));
        Assert.Equal(
            (await other.SelectAsync(Selection.Whole, Ct)).Nodes.ToList(),
            (await one.SelectAsync(Selection.Whole, Ct)).Nodes.ToList()
        );
    }

    private Task<SqliteStore> OpenAsync(string name) => SqliteStore.OpenAsync(Path.Combine(_folder, name), Ct);

    private List<string> Rows(string name)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, name)};Pooling=false");
        connection.Open();
        var rows = new List<string>();
        foreach (var table in new[] { "revision", "key", "term", "node_version", "edge_version", "node_time", "statement" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue);
                rows.Add(table + " " + string.Join('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : $"{v}")));
            }
        }

        return rows;
    }
}
