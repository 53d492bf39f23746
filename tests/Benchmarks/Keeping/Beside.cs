using System.Globalization;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>Fifty connections that ask a server all the time, while another process imports into the same store.</summary>
internal static class Beside
{
    private const int Connections = 50;

    /// <param name="args"><c>--kommuner 28 --documents 160 --port 5316</c>.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("effekt-imens-").FullName;
        var store = Path.Combine(folder, "graf.db");
        await Effekt.StoreAsync(store, Soak.Number(args, "--kommuner", 28));
        var documents = (await Effekt.DocumentsAsync(Path.Combine(folder, "dokumenter"), 10, 10, 2)).Take(
            Soak.Number(args, "--documents", 160)
        );
        await using (var server = await Served.StartAsync(store, Soak.Number(args, "--port", 5316)))
        {
            using var load = new Load(server.Address);
            await load.LearnAsync();
            using var done = new CancellationTokenSource();
            var asking = Enumerable.Range(0, Connections).Select(i => AskAsync(load, new Random(i), done.Token)).ToList();
            await Task.Delay(TimeSpan.FromSeconds(5));
            load.Taken();
            var began = TimeProvider.System.GetTimestamp();
            var (code, _, error) = await Effekt.RunAsync(["import", .. documents, "--store", store]);
            var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            var taken = load.Taken();
            await done.CancelAsync();
            await Task.WhenAll(asking);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{error.Trim().Split('\n')[^1]} ({code}) på {took:0} s; imens {taken.Length} svar over "
                        + $"{Connections} forbindelser, p50 {taken[taken.Length / 2]:0} ms, p99 {taken[(int)(taken.Length * 0.99)]:0} ms, "
                        + $"længst {taken[^1]:0} ms, "
                        + $"{load.Wrong.Values.Sum()} ikke som de skulle"
                )
            );
            foreach (var (what, count) in load.Wrong)
            {
                await output.WriteLineAsync($"{count} x {what}");
            }
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task AskAsync(Load load, Random random, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await load.QuestionAsync(random);
        }
    }
}
