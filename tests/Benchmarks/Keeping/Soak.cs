using System.Globalization;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>
/// Mixed load for as long as is asked, and what the server holds meanwhile: memory, its journal, open files. It ends by itself, with 1
/// where a bound was broken or something was not answered.
/// </summary>
internal static class Soak
{
    private const double MostJournalMb = 128;

    private static readonly TimeSpan SampleEach = TimeSpan.FromSeconds(30);

    private sealed record Sample(
        double Minutes,
        double Rss,
        double Managed,
        double Journal,
        double File,
        int Handles,
        double P50,
        double P99
    );

    /// <param name="args">
    /// <c>--minutes 60 --rate 25 --kommuner 28 --documents 480 --port 5319 --folder DIR</c>; with few documents the graph soon grows no
    /// more, for they are then imported as they stand.
    /// </param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var folder = Text(args, "--folder") ?? Directory.CreateTempSubdirectory("effekt-soak-").FullName;
        var (store, minutes, rate) = (Path.Combine(folder, "soak.db"), Number(args, "--minutes", 60), Number(args, "--rate", 25));
        Directory.CreateDirectory(folder);
        await Effekt.StoreAsync(store, Number(args, "--kommuner", 28));
        var documents = (await Effekt.DocumentsAsync(Path.Combine(folder, "dokumenter"), 12, 10, 4))[..Number(args, "--documents", 480)];
        await using var server = await Served.StartAsync(store, Number(args, "--port", 5319));
        using var load = new Load(server.Address);
        await load.LearnAsync();
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var began = TimeProvider.System.GetTimestamp();
        Task[] work =
        [
            AskAsync(load, rate, end.Token),
            ImportAsync(load, documents, end.Token),
            ImportBesideAsync(store, documents, end.Token),
        ];
        var samples = new List<Sample>();
        while (!end.IsCancellationRequested)
        {
            await WaitAsync(SampleEach, end.Token);
            samples.Add(Take(server.Pid, store, load, TimeProvider.System.GetElapsedTime(began), await MetricsAsync(server.Address)));
            await Console.Error.WriteLineAsync($"{samples[^1]}");
        }

        await Task.WhenAll(work);
        await TellAsync(samples, load, output);
        return load.Wrong.Count == 0 && samples.Max(s => s.Journal) < MostJournalMb ? 0 : 1;
    }

    /// <summary>So many questions a second, whatever the answers take; at most a hundred under way.</summary>
    private static async Task AskAsync(Load load, int rate, CancellationToken ct)
    {
        var (random, underway) = (new Random(7), new List<Task>());
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        while (!ct.IsCancellationRequested)
        {
            underway.RemoveAll(t => t.IsCompleted);
            if (underway.Count < 100)
            {
                underway.Add(load.AskAsync(random));
            }

            await WaitAsync(timer, ct);
        }

        await Task.WhenAll(underway);
    }

    private static async Task ImportAsync(Load load, string[] documents, CancellationToken ct)
    {
        for (var i = 0; !ct.IsCancellationRequested; i++)
        {
            await load.ImportAsync(documents[i % documents.Length]);
            await WaitAsync(TimeSpan.FromSeconds(10), ct);
        }
    }

    /// <summary>Another process that writes to the same store.</summary>
    private static async Task ImportBesideAsync(string store, string[] documents, CancellationToken ct)
    {
        for (var i = documents.Length - 1; !ct.IsCancellationRequested; i = (i + documents.Length - 3) % documents.Length)
        {
            await WaitAsync(TimeSpan.FromSeconds(60), ct);
            await Effekt.RunAsync("import", documents[i], documents[(i + documents.Length - 1) % documents.Length], "--store", store);
        }
    }

    private static Sample Take(int pid, string store, Load load, TimeSpan at, string metrics)
    {
        var taken = load.Taken();
        double At(double part) => taken.Length == 0 ? 0 : taken[(int)((taken.Length - 1) * part)];
        return new(
            at.TotalMinutes,
            Metric(metrics, "process_resident_memory_bytes") / 1e6,
            Metric(metrics, "effekt_managed_memory_bytes") / 1e6,
            Length(store + "-wal") / 1e6,
            Length(store) / 1e6,
            Directory.GetFiles($"/proc/{pid}/fd").Length,
            At(0.5),
            At(0.99)
        );
    }

    private static async Task TellAsync(List<Sample> samples, Load load, TextWriter output)
    {
        await output.WriteLineAsync("| minut | hukommelse, MB | objekter, MB | journal, MB | fil, MB | åbne filer | p50, ms | p99, ms |");
        await output.WriteLineAsync("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var sample in samples.Where((_, i) => i % 10 == 9 || i == samples.Count - 1))
        {
            await output.WriteLineAsync(Row($"{sample.Minutes:0}", sample));
        }

        await output.WriteLineAsync(
            Row(
                "mest",
                new(
                    0,
                    samples.Max(s => s.Rss),
                    samples.Max(s => s.Managed),
                    samples.Max(s => s.Journal),
                    samples.Max(s => s.File),
                    samples.Max(s => s.Handles),
                    samples.Max(s => s.P50),
                    samples.Max(s => s.P99)
                )
            )
        );
        await output.WriteLineAsync($"\n{load.Answers} svar, {load.Wrong.Values.Sum()} ikke som de skulle");
        foreach (var (what, count) in load.Wrong)
        {
            await output.WriteLineAsync($"{count} x {what}");
        }
    }

    private static string Row(string at, Sample s) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {at} | {s.Rss:0} | {s.Managed:0} | {s.Journal:0} | {s.File:0} | {s.Handles} | {s.P50:0} | {s.P99:0} |"
        );

    private static async Task<string> MetricsAsync(Uri server)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(server, "metrics"));
    }

    private static double Metric(string metrics, string name) =>
        double.Parse(
            metrics.Split('\n').First(l => l.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..],
            CultureInfo.InvariantCulture
        );

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static async Task WaitAsync(TimeSpan time, CancellationToken ct)
    {
        try
        {
            await Task.Delay(time, ct);
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    private static async Task WaitAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    internal static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    internal static string? Text(string[] args, string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
}
