using System.Diagnostics;
using System.Globalization;
using System.Text;
using Effektkaeder.Application.Loading;
using Effektkaeder.Import;
using Effektkaeder.Storage.Sqlite;
using Effektkaeder.Synthesis;

namespace Effektkaeder.Benchmarks.Synthesis;

/// <summary>
/// Inventing a country, loading it, and reading its documents back. Each step is a process of its own, so that its memory is its own.
/// </summary>
internal static class SynthesisBenchmark
{
    /// <summary>By about how many nodes.</summary>
    private static readonly (int Nodes, SynteseOptions Options)[] Sizes =
    [
        (1_000, new(1, 10)),
        (10_000, new(10, 10)),
        (100_000, new(98, 10)),
        (1_000_000, new(98, 10, 14)),
    ];

    /// <param name="args"><c>--most 100000</c> nodes, <c>--documents 1000</c>.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var (most, documents) = (Number(args, "--most", 100_000), Number(args, "--documents", 100));
        var folder = Directory.CreateTempSubdirectory("effekt-bench-").FullName;
        try
        {
            await output.WriteLineAsync(
                "| knuder | kanter | opdigtes, s | MB hukommelse | indlæses i SQLite, s | led/s | MB hukommelse | MB fil "
                    + "|\n|---:|---:|---:|---:|---:|---:|---:|---:|"
            );
            foreach (var (nodes, options) in Sizes.Where(s => s.Nodes <= most))
            {
                var (lines, store) = (Path.Combine(folder, $"{nodes}.jsonl"), Path.Combine(folder, $"{nodes}.db"));
                var made = await ChildAsync("lines", lines, options.Kommuner, options.Centre, options.Aar);
                var loaded = await ChildAsync("load", lines, store);
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {made[0]:0} | {made[1]:0} | {made[2]:0.0} | {made[3]:0} | {loaded[2]:0.0} | "
                            + $"{(made[0] + made[1]) / loaded[2]:0} | {loaded[3]:0} | "
                            + $"{new DirectoryInfo(folder).GetFiles($"{nodes}.db*").Sum(f => f.Length) / 1e6:0} |"
                    )
                );
                foreach (var file in Directory.GetFiles(folder))
                {
                    File.Delete(file);
                }
            }
            await RoundTripAsync(documents, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    /// <summary>One step; prints nodes, edges, seconds, and the most memory the process had, in MB.</summary>
    public static async Task<int> StepAsync(string[] args)
    {
        var clock = Stopwatch.StartNew();
        var (nodes, edges) = (0L, 0L);
        switch (args)
        {
            case ["lines", var file, var kommuner, var centre, var aar]:
                using (var stream = new BufferedStream(File.Create(file), 1 << 16))
                {
                    (nodes, edges) = Graflinjer.Write(Land.Aftaler(new(Int(kommuner), Int(centre), Int(aar))), stream);
                }

                break;
            case ["load", var file, var path]:
                await using (var store = await SqliteStore.OpenAsync(path, default))
                {
                    var report = await new LoadGraph(store, TimeProvider.System).LoadAsync(
                        () => File.OpenRead(file),
                        "land",
                        "bench",
                        (_, _) => { },
                        default
                    );
                    (nodes, edges) = (report.Nodes, report.Edges);
                }
                break;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{nodes} {edges} {clock.Elapsed.TotalSeconds} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6}"
            )
        );
        return 0;
    }

    private static async Task RoundTripAsync(int documents, TextWriter output)
    {
        var score = new Bedoemmelse();
        var (bytes, reading, count) = (0L, TimeSpan.Zero, 0);
        // Ten centres over three years in as many municipalities as it takes, editions and drop-outs included.
        foreach (
            var aftale in Land.Aftaler(new(Math.Clamp((documents + 29) / 30, 1, Land.MostKommuner), 10, 3, Seed: 2026)).Take(documents)
        )
        {
            var content = Encoding.UTF8.GetBytes(Dokumenter.Write(aftale));
            var started = Stopwatch.GetTimestamp();
            var result = DocumentImporter.Import(aftale.Fil, content, new ImportOptions());
            reading += Stopwatch.GetElapsedTime(started);
            score.Tag(aftale, result.Graf);
            (bytes, count) = (bytes + content.Length, count + 1);
        }
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{count} opdigtede aftaler læst tilbage på {reading.TotalSeconds:0.0} s ({count / reading.TotalSeconds:0} "
                    + $"aftaler/s, {bytes / 1e6 / reading.TotalSeconds:0.0} MB/s) og holdt mod det, de er opdigtet fra: "
                    + $"{score.Fejl.Count} fejl.\n"
            )
        );
        await output.WriteAsync(score.Tabel());
        foreach (var fejl in score.Fejl.Take(10))
        {
            await output.WriteLineAsync($"- {fejl}");
        }
    }

    private static async Task<double[]> ChildAsync(params object[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var arg in new object[] { typeof(SynthesisBenchmark).Assembly.Location, "synthesis-step" }.Concat(args))
        {
            start.ArgumentList.Add(Convert.ToString(arg, CultureInfo.InvariantCulture)!);
        }

        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return
        [
            .. line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(x => double.Parse(x, CultureInfo.InvariantCulture)),
        ];
    }

    private static int Number(string[] args, string name, int standard) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? Int(args[at + 1]) : standard;

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
