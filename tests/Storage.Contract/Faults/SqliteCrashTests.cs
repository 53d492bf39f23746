using System.Globalization;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>A writer killed at any moment. EFFEKT_TEST_KILLS says how many times; every kill is on the file the last one left.</summary>
public sealed class SqliteCrashTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("EFFEKT_TEST_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    [Fact]
    public Task Killed_at_any_moment_every_acknowledged_revision_is_there_and_none_is_half() => KillAsync([]);

    [Fact]
    public Task Killed_while_several_land_together_every_acknowledged_revision_is_there_and_none_is_half() =>
        KillAsync([WritingChild.Together]);

    private static async Task KillAsync(string[] how)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-kill-");
        var path = Path.Combine(folder.FullName, "graf.db");
        var random = new Random(7);
        long acknowledged = 0,
            whole = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var child = Child.Start([], [path, .. how]))
            {
                Assert.Equal("open", await child.StandardOutput.ReadLineAsync(Ct));
                // A few commits, or none, so that a slow machine comes as far as a fast one; then any moment of the next.
                for (var left = random.Next(0, 4); left > 0; left--)
                {
                    acknowledged = Number(await child.StandardOutput.ReadLineAsync(Ct));
                }

                await Task.Delay(random.Next(1, 60), Ct);
                child.Kill();
                await child.WaitForExitAsync(Ct);
                while (await child.StandardOutput.ReadLineAsync(Ct) is { } line)
                {
                    acknowledged = Number(line);
                }
            }
            whole = await WholeRevisionsAsync(path, whole);
            Assert.True(whole >= acknowledged, $"kill {kill}: revision {acknowledged} was acknowledged, and {whole} are there");
            Assert.Equal("ok", await IntegrityAsync(path));
        }
        Assert.True(acknowledged > 0, "no child came as far as a commit");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Kills} kills, {acknowledged} acknowledged revisions, {whole} whole");
        folder.Delete(recursive: true);
    }

    private static long Number(string? line) => long.Parse(line ?? "the child ended by itself", CultureInfo.InvariantCulture);

    /// <summary>How many revisions there are, each with all that its batch holds.</summary>
    private static async Task<long> WholeRevisionsAsync(string path, long known)
    {
        await using var store = await SqliteStore.OpenAsync(path, Ct);
        var latest = await store.LatestAsync(Ct);
        for (var revision = known + 1; revision <= latest; revision++)
        {
            var batch = WritingChild.Batch(revision - 1);
            Assert.Equal(batch.Count, (await store.ChangesAsync(revision, Ct)).Count);
            Assert.Equal(
                batch.PutNodes.Count,
                (await (await store.AtAsync(revision, Ct)).NodesAsync([.. batch.PutNodes.Select(n => n.Key)], Ct)).Count
            );
        }
        return latest;
    }

    private static async Task<string> IntegrityAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }
}
