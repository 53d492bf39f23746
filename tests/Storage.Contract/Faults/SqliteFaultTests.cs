using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>What the machine may do to a file. After each fault nothing acknowledged is lost and the next command works.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("effekt-fault-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Graph => Path.Combine(_folder, "graf.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Node Node(string titel) => Given.Node(NodeKind.Emne, titel);

    private static async Task PutAsync(SqliteStore store, params Node[] nodes) =>
        await store.CommitAsync(Given.Changes(await store.LatestAsync(Ct), nodes, [], [], []), Ct);

    [Fact]
    public async Task A_file_that_is_no_store_is_named_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(Graph, new string('x', 5000), Ct);
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(Graph, Ct));
        Assert.Contains(Graph, refused.Message, StringComparison.Ordinal);
        Assert.Contains("sikkerhedskopi", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(Graph, Ct));
    }

    [Fact]
    public async Task A_damaged_store_is_named_and_refused()
    {
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            await PutAsync(store, [.. Enumerable.Range(0, 500).Select(i => Node($"Emne {i}"))]);
        }

        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Graph, Ct);
        bytes.AsSpan(4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Graph, bytes, Ct);
        var refused = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await SqliteStore.OpenAsync(Graph, Ct);
            await (await store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
        });
        Assert.Contains(Graph, refused.Message, StringComparison.Ordinal);
        Assert.Contains("beskadiget", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE node_version SET titel = 'Emne 30' WHERE titel = 'Emne 3'", "er ikke, som den blev gemt")]
    [InlineData("UPDATE node_version SET flags = 1 WHERE titel = 'Emne 3'", "er ikke, som den blev gemt")]
    [InlineData("UPDATE node_version SET body = x'00' WHERE titel = 'Emne 3'", "er ikke, som den blev gemt")]
    [InlineData("UPDATE key SET name = name || 'x' WHERE id = 3", "er ikke den, der blev gemt")]
    [InlineData(
        "INSERT INTO node_version SELECT id + 99, key + 99, kind, flags, kommune, center, owner, art, first_day, titel, tekst, body, sum, "
            + "from_rev, from_rev, fact FROM node_version WHERE titel = 'Emne 3'",
        "holder andre rækker"
    )]
    [InlineData("DELETE FROM node_words WHERE rowid = (SELECT id FROM node_version WHERE titel = 'Emne 3')", "kan ikke findes ved søgning")]
    [InlineData("DELETE FROM statement", "angives af intet dokument")]
    [InlineData("UPDATE term SET text = text || 'x' WHERE id = 1", "er ikke den, der blev gemt")]
    [InlineData("UPDATE revision SET summary = 'noget andet'", "Det, der står om revision 1")]
    [InlineData("INSERT INTO node_time SELECT id, 1, 2 FROM node_version WHERE titel = 'Emne 3'", "kan ikke findes ved sine tider")]
    [InlineData("INSERT INTO scenario VALUES ('Sparerunde', '[]', 'en', '2026-01-01', 7)", "Scenariet Sparerunde")]
    [InlineData("INSERT INTO statement VALUES (1, 0, 99)", "kan findes ved deres udsagn")]
    [InlineData(
        "UPDATE statement SET aftale = (SELECT min(id) FROM term WHERE id <> aftale) WHERE version = 3",
        "kan ikke findes ved sine udsagn"
    )]
    [InlineData(
        "DELETE FROM node_words WHERE rowid = 3; INSERT INTO node_words (rowid, titel, andet) VALUES (3, 'forkert', '')",
        "kan ikke findes ved sine ord"
    )]
    [InlineData(
        "INSERT INTO revision SELECT 7, at, author, action, source, summary, sum, seal FROM revision",
        "Revisionerne er ikke fortløbende: 7 mod 2"
    )]
    [InlineData(
        "PRAGMA foreign_keys = OFF; UPDATE node_version SET from_rev = 9 WHERE titel = 'Emne 3'",
        "en række peger på noget, der ikke er der"
    )]
    public async Task What_something_else_wrote_into_the_file_is_found(string sql, string said)
    {
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            await PutAsync(store, [.. Enumerable.Range(0, 9).Select(i => Node($"Emne {i}"))]);
        }

        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            Assert.Empty(await store.FaultsAsync(Ct));
        }

        await ExecuteAsync(sql);
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            var faults = (await store.VerifyAsync((_, _) => { }, Ct)).Faults;
            Assert.Contains(said, string.Join('\n', faults), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE node_version SET titel = 'Emne X' WHERE titel = 'Emne 3'", "by/emne/emne-3")]
    [InlineData("UPDATE node_version SET body = x'00' WHERE titel = 'Emne 3'", "by/emne/emne-3")]
    [InlineData("UPDATE node_version SET kind = 77 WHERE titel = 'Emne 3'", "by/emne/emne-3")]
    [InlineData("UPDATE key SET name = 'by/emne/emne-x' WHERE name = 'by/emne/emne-3'", "by/emne/emne-x")]
    public async Task What_is_read_is_held_against_its_checksum_and_named_and_the_rest_can_be_read(string sql, string named)
    {
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            await PutAsync(store, [.. Enumerable.Range(0, 9).Select(i => Node($"Emne {i}"))]);
        }

        await ExecuteAsync(sql);
        foreach (var inMemory in new[] { false, true })
        {
            await using var store = await SqliteStore.OpenAsync(Graph, Ct, inMemory);
            Assert.Null(await store.TroubleAsync(Ct));
            Assert.Equal("Emne 5", (await (await store.NewestAsync(Ct)).NodesAsync(["by/emne/emne-5"], Ct))[0].Titel);
            var refused = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                var all = await (await store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
                _ = all.Nodes.Count(n => n.Titel.Length > 0);
            });
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
            Assert.Contains("effekt verify", refused.Message, StringComparison.Ordinal);
            Assert.Contains(named, await store.TroubleAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task However_many_read_while_others_write_the_journal_is_cut()
    {
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        await PutAsync(store, Node("Først"));
        using var done = new CancellationTokenSource();
        // Somebody is in the middle of reading at every moment, each from where the journal then ended.
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadOnAsync(store, done.Token), Ct)).ToList();
        var most = 0L;
        store.MostJournal = 400_000;
        for (var round = 0; round < 25; round++)
        {
            await store.CommitAsync(
                Given.Changes(
                    await store.LatestAsync(Ct),
                    [
                        .. Enumerable
                            .Range(0, 200)
                            .Select(i => Given.Node(NodeKind.Emne, $"{round}-{i}", Given.Says($"Emne {i} af {round}"))),
                    ],
                    [],
                    [],
                    []
                ),
                Ct
            );
            most = Math.Max(most, new FileInfo(Graph + "-wal").Length);
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.InRange(most, 1, 800_000);
    }

    [Fact]
    public async Task What_waits_in_the_journal_is_moved_into_the_file_when_it_is_enough_and_not_before()
    {
        using var beside = new SqliteConnection($"Data Source={Graph};Pooling=False");
        var store = await SqliteStore.OpenAsync(Graph, Ct);
        store.MostWaiting = int.MaxValue;
        await PutAsync(store, Node("Først"));
        await beside.OpenAsync(Ct);
        using var read = beside.CreateCommand();
        read.CommandText = "SELECT count(*) FROM revision";
        await read.ExecuteScalarAsync(Ct);
        var journal = JournalHead.Of(beside.Handle!)!;
        for (var round = 0; round < 8; round++)
        {
            var nodes = Enumerable.Range(0, 500).Select(i => Given.Node(NodeKind.Emne, $"{round}-{i}", Given.Says($"Emne {i} af {round}")));
            await store.CommitAsync(Given.Changes(await store.LatestAsync(Ct), [.. nodes], [], [], []), Ct);
        }

        Assert.InRange(journal.Waiting, 500, 1_000);
        store.MostWaiting = 500;
        await PutAsync(store, Node("Sidst"));
        await store.DisposeAsync();
        Assert.Equal(0, journal.Waiting);
    }

    private static async Task ReadOnAsync(SqliteStore store, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await (await store.NewestAsync(Ct)).QueryAsync(new(null, [], new(First: 200)), Ct);
        }
    }

    [Fact]
    public async Task Damaged_pages_are_found_without_reading_them()
    {
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            await PutAsync(store, [.. Enumerable.Range(0, 500).Select(i => Node($"Emne {i}"))]);
        }

        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Graph, Ct);
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(Graph, bytes, Ct);
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            Assert.NotEmpty((await store.VerifyAsync((_, _) => { }, Ct)).Faults);
        }
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        await ExecuteAsync("CREATE TABLE kunde (navn TEXT); INSERT INTO kunde VALUES ('Hansen');");
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(Graph, Ct));
        Assert.Contains(Graph, refused.Message, StringComparison.Ordinal);
        Assert.Equal("kunde", await ScalarAsync("SELECT group_concat(name) FROM sqlite_master"));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await using (await SqliteStore.OpenAsync(Graph, Ct)) { }
        await ExecuteAsync("PRAGMA user_version = 9000");
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(Graph, Ct));
        Assert.Contains("nyere udgave", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_file_without_write_permission_says_so()
    {
        await using (var store = await SqliteStore.OpenAsync(Graph, Ct))
        {
            await PutAsync(store, Node("Emne"));
        }

        SqliteConnection.ClearAllPools();
        var (before, isRoot) = (Array.Empty<string>(), Environment.UserName == "root");
        Assert.SkipWhen(isRoot && !File.Exists("/usr/bin/setpriv"), "root may write anywhere, and setpriv is not here");
        File.SetUnixFileMode(Graph, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(
            _folder,
            UnixFileMode.UserRead
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );
        if (isRoot)
        {
            before = ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"];
        }

        var (code, _, error) = await Child.RunAsync(before, Graph, "1");
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.SkipWhen(
            error.Contains("dotnet", StringComparison.OrdinalIgnoreCase) && !error.Contains(Graph, StringComparison.Ordinal),
            "another user may not run dotnet here"
        );
        Assert.Equal(1, code);
        Assert.Contains(Graph, error, StringComparison.Ordinal);
        Assert.Contains("kan kun læses", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged()
    {
        await using var disk = await SmallDisk.MountAsync(2);
        var path = Path.Combine(disk.Folder, "graf.db");
        long acknowledged = 0;
        StoreException? full = null;
        await using (var store = await SqliteStore.OpenAsync(path, Ct))
        {
            for (var i = 0; full is null && i < 100; i++)
            {
                try
                {
                    acknowledged = (await store.CommitAsync(WritingChild.Batch(acknowledged), Ct))!.Number;
                }
                catch (StoreException e)
                {
                    full = e;
                }
            }

            Assert.NotNull(full);
            Assert.Contains("fuld", full.Message, StringComparison.Ordinal);
            Assert.Equal(acknowledged, await store.LatestAsync(Ct));
        }
        SqliteConnection.ClearAllPools();
        await disk.GrowAsync(16);
        await using (var store = await SqliteStore.OpenAsync(path, Ct))
        {
            Assert.Equal(WritingChild.Batch(acknowledged - 1).Count, (await store.ChangesAsync(acknowledged, Ct)).Count);
            Assert.Equal(acknowledged + 1, (await store.CommitAsync(WritingChild.Batch(acknowledged), Ct))!.Number);
        }
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Two_processes_that_write_take_turns_and_lose_nothing()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Child.RunAsync([], Graph, "8")));
        var acknowledged = runs.SelectMany(r => r.Out.Split('\n'))
            .Where(l => long.TryParse(l, out var _))
            .Select(long.Parse)
            .Order()
            .ToList();
        await using var store = await SqliteStore.OpenAsync(Graph, Ct);
        Assert.Equal(acknowledged.Distinct(), acknowledged);
        Assert.Equal(acknowledged[^1], await store.LatestAsync(Ct));
        // Who lost a race was told what was committed meanwhile, and stopped.
        Assert.All(runs.Where(r => r.Code != 0), r => Assert.Contains("er ændret siden revision", r.Error, StringComparison.Ordinal));
        foreach (var revision in acknowledged)
        {
            Assert.Equal(WritingChild.Batch(revision - 1).Count, (await store.ChangesAsync(revision, Ct)).Count);
        }
    }

    [Fact]
    public async Task A_folder_in_the_way_is_told()
    {
        Directory.CreateDirectory(Graph);
        var refused = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(Graph, Ct));
        Assert.Contains("er en mappe", refused.Message, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(string sql) => await ScalarAsync(sql);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Graph};Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Ct);
    }
}
