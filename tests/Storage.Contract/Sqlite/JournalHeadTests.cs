using System.Globalization;
using Effektkaeder.Storage.Contract.Faults;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Effektkaeder.Storage.Contract.Sqlite;

/// <summary>What says in nanoseconds that nothing was committed must never say so when something was.</summary>
public sealed class JournalHeadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("effekt-head-");

    private string File => Path.Combine(_folder.FullName, "graf.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void It_stays_as_it_is_until_somebody_commits_and_through_a_cut_of_the_journal()
    {
        using var reader = Open();
        using var writer = Open();
        Run(writer, "PRAGMA journal_mode=WAL; CREATE TABLE t (n INTEGER)");
        Run(reader, "SELECT count(*) FROM t");
        var journal = JournalHead.Of(reader.Handle!)!;
        Assert.NotNull(journal);
        for (var commit = 0; commit < 200; commit++)
        {
            var head = journal.Read()!;
            Run(reader, "SELECT count(*) FROM t");
            Assert.True(journal.IsNow(head));
            Run(writer, "BEGIN; INSERT INTO t VALUES (1); ROLLBACK");
            Assert.True(journal.IsNow(head));
            Run(writer, "INSERT INTO t VALUES (1)");
            Assert.False(journal.IsNow(head));
            if (commit % 50 == 0)
            {
                Run(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }

    [Fact]
    public void A_file_without_such_a_journal_has_none()
    {
        using var alone = Open();
        Run(alone, "PRAGMA journal_mode=DELETE; CREATE TABLE t (n INTEGER)");
        Assert.Null(JournalHead.Of(alone.Handle!)?.Read());
    }

    [Fact]
    public async Task Who_watches_sees_what_another_process_has_acknowledged_also_when_that_is_killed()
    {
        await using var watching = await SqliteStore.OpenAsync(File, Ct);
        var seen = await watching.LatestAsync(Ct);
        for (var child = 0; child < 3; child++)
        {
            using var process = Child.Start([], File);
            Assert.Equal("open", await process.StandardOutput.ReadLineAsync(Ct));
            for (var left = 8; left > 0; left--)
            {
                seen = long.Parse((await process.StandardOutput.ReadLineAsync(Ct))!, CultureInfo.InvariantCulture);
                Assert.True(await watching.LatestAsync(Ct) >= seen);
            }

            process.Kill();
            await process.WaitForExitAsync(Ct);
            await using var fresh = await SqliteStore.OpenAsync(File, Ct);
            Assert.Equal(await fresh.LatestAsync(Ct), await watching.LatestAsync(Ct));
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
