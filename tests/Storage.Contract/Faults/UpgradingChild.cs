using Effektkaeder.Storage.Sqlite;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>A process that opens an older store, says when all of it has been read over, and then waits to be killed.</summary>
internal static class UpgradingChild
{
    public const string Verb = "upgrade-until-killed";

    public static async Task<int> RunAsync(string path)
    {
        await SqliteStore.OpenAsync(
            path,
            CancellationToken.None,
            progress: (done, total) =>
            {
                if (done == total)
                {
                    Console.WriteLine("midt i det");
                    Thread.Sleep(Timeout.Infinite);
                }
            }
        );
        return 0;
    }
}
