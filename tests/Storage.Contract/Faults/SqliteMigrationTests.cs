using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>A file of an older version is copied, then brought forward; or left as it was.</summary>
public sealed class SqliteMigrationTests : IAsyncLifetime
{
    private static readonly Node Kept = Given.Node(NodeKind.Emne, "Det der var");

    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-migration-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Graph => Path.Combine(_folder, "graf.db");

    private static int Newest => Migrations.Scripts()[^1].Number;

    public async ValueTask InitializeAsync()
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await store.CommitAsync(Given.Changes(0, [Kept], [], [], []), Ct);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Going_forward_leaves_a_copy_of_what_was()
    {
        await Migrations.RunAsync(
            new(Graph),
            [.. Migrations.Scripts(), (Newest + 1, "CREATE TABLE nyt (x TEXT) STRICT;")],
            (_, _) => { },
            Ct
        );
        Assert.Equal((long)Newest + 1, await ScalarAsync(Graph, "PRAGMA user_version"));
        Assert.Equal(1L, await ScalarAsync(Graph, "SELECT count(*) FROM sqlite_master WHERE name = 'nyt'"));
        Assert.Equal(1L, await ScalarAsync(Graph, "SELECT count(*) FROM node_version"));
        await using var before = await SqliteStore.OpenAsync($"{Graph}.bak-{Newest}", Ct);
        Assert.Equal([Kept], await (await before.NewestAsync(Ct)).NodesAsync([Kept.Key], Ct));
    }

    [Fact]
    public async Task A_step_that_fails_changes_nothing()
    {
        await Assert.ThrowsAsync<StoreException>(() =>
            Migrations.RunAsync(
                new(Graph),
                [.. Migrations.Scripts(), (Newest + 1, "CREATE TABLE nyt (x TEXT) STRICT;"), (Newest + 2, "DROP TABLE findes_ikke;")],
                (_, _) => { },
                Ct
            )
        );
        Assert.Equal((long)Newest, await ScalarAsync(Graph, "PRAGMA user_version"));
        Assert.Equal(0L, await ScalarAsync(Graph, "SELECT count(*) FROM sqlite_master WHERE name = 'nyt'"));
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        Assert.Equal([Kept], await (await store.NewestAsync(Ct)).NodesAsync([Kept.Key], Ct));
    }

    [Fact]
    public async Task A_new_or_a_current_file_needs_no_copy()
    {
        await using (await SqliteStore.OpenAsync(Graph, Ct)) { }
        Assert.Empty(Directory.GetFiles(_folder, "*.bak-*"));
    }

    private static async Task<object?> ScalarAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }
}
