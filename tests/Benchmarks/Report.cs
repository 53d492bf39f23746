using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Effektkaeder.Benchmarks.Answers;
using Effektkaeder.Benchmarks.GraphQL;
using Effektkaeder.Benchmarks.Layout;
using Effektkaeder.Benchmarks.Storage;
using Effektkaeder.Benchmarks.Synthesis;

namespace Effektkaeder.Benchmarks;

/// <summary>Everything that is measured, on one machine in one run, as Markdown: what <c>docs/performance.md</c> holds.</summary>
internal static class Report
{
    private static readonly string Root = Path.Combine("tests", "Benchmarks");

    /// <param name="args"><c>--short</c> for a version of a few minutes, <c>--neo4j LOCATION</c> for an empty database to measure
    /// too.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter log)
    {
        var brief = args.Contains("--short");
        var neo4j = Array.IndexOf(args, "--neo4j") is >= 0 and var at && at + 1 < args.Length ? new[] { "--neo4j", args[at + 1] } : [];
        var clock = Stopwatch.StartNew();
        foreach (var folder in new[] { Path.Combine(Root, "Layout", "peers"), Path.Combine(Root, "GraphQL", "peers") })
        {
            await InstallAsync(folder, log);
        }

        await output.WriteLineAsync($"{await MachineAsync()}\n");
        await SectionAsync(
            "Layout",
            () =>
                Task.FromResult(
                    LayoutBenchmark.Run(brief ? ["--sizes", "30,100,300", "--graphs", "1", "--seconds", "15"] : [], output, log)
                )
        );
        await SectionAsync(
            "GraphQL",
            () => GraphQLBenchmark.RunAsync(Path.Combine(Root, "GraphQL", "peers"), brief ? 1 : 3, brief ? 1 : 2, "", output, log)
        );
        await SectionAsync(
            "Storage",
            () => StorageBenchmark.RunAsync([.. brief ? [] : new[] { "--nodes", "10000,100000" }, .. neo4j], output)
        );
        await SectionAsync("Answers", () => AnswersBenchmark.RunAsync(brief ? ["--most", "10000"] : [], output));
        await SectionAsync(
            "Synthesis",
            () =>
                SynthesisBenchmark.RunAsync(
                    brief ? ["--most", "10000", "--documents", "60"] : ["--most", "1000000", "--documents", "1000"],
                    output
                )
        );
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s"));
        return 0;

        async Task SectionAsync(string title, Func<Task<int>> measure)
        {
            log.WriteLine($"{title} ...");
            await output.WriteLineAsync($"## {title}\n");
            if (await measure() != 0)
            {
                await output.WriteLineAsync("\nskipped: see the messages of the run");
            }

            await output.WriteLineAsync();
        }
    }

    private static async Task<string> MachineAsync()
    {
        var cpu = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return string.Join(
                ", ",
                new[]
                {
                    cpu ?? RuntimeInformation.ProcessArchitecture.ToString(),
                    $"{Environment.ProcessorCount} cores",
                    $"{memory} GB memory",
                    RuntimeInformation.OSDescription,
                    RuntimeInformation.FrameworkDescription,
                    await VersionAsync("node", "--version") is { } node ? $"Node {node}" : "no Node",
                    await VersionAsync("dot", "-V") ?? "no Graphviz",
                }
            ) + ".";
    }

    /// <summary>The peers' packages, where they are not there yet; without npm their rows are skipped.</summary>
    private static async Task InstallAsync(string folder, TextWriter log)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            return;
        }

        log.WriteLine($"npm ci in {folder} ...");
        await OutputAsync("npm", ["ci", "--no-audit", "--no-fund"], folder);
    }

    private static async Task<string?> VersionAsync(string program, string argument) =>
        (await OutputAsync(program, [argument], "."))?.Trim();

    private static async Task<string?> OutputAsync(string program, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var (said, told) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return await said + await told;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
