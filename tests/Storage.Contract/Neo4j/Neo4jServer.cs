using System.Diagnostics;
using Effektkaeder.Storage.Contract.Neo4j;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// One real server for a test run, started when the first test asks for it and stopped with the run. Its scripts lie beside the
/// repository, or where EFFEKT_TEST_NEO4J says; without them, or without java, its tests are skipped with a line.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static Neo4jOptions? _started;

    private static string Folder =>
        Environment.GetEnvironmentVariable("EFFEKT_TEST_NEO4J") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Root(), "..", "shared", "neo4j"));

    private static string Data { get; } = Path.Combine(Path.GetTempPath(), $"effekt-neo4j-{Environment.ProcessId}");

    public static async Task<Neo4jOptions> OptionsAsync(CancellationToken ct)
    {
        var start = Path.Combine(Folder, "start.sh");
        Assert.SkipUnless(File.Exists(start), $"Neo4j is not at {Folder}; name another folder with EFFEKT_TEST_NEO4J.");
        Assert.SkipUnless(HasJava(), "Neo4j needs java 17, which is not here.");
        await Gate.WaitAsync(ct);
        try
        {
            return _started ??= await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>
    /// Starts it on a folder of data, its own where none is named: again after <see cref="StopAsync"/>, or another beside it.
    /// </summary>
    public static async Task<Neo4jOptions> StartAsync(string? data = null)
    {
        var output = await RunAsync("start.sh", data ?? Data, "--heap", data is null ? "1536m" : "512m");
        var settings = output.Split('\n').Select(l => l.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        return new(new Uri(settings["NEO4J_HTTP"]), settings["NEO4J_DATABASE"], settings["NEO4J_USER"], settings["NEO4J_PASSWORD"])
        {
            Random = new Random(1),
        };
    }

    /// <param name="asPowerCut">At once, with nothing written out.</param>
    public static Task StopAsync(bool asPowerCut, string? data = null) =>
        RunAsync("stop.sh", asPowerCut ? [data ?? Data, "--kill"] : [data ?? Data]);

    public async ValueTask DisposeAsync()
    {
        if (_started is null)
        {
            return;
        }

        await StopAsync(asPowerCut: true);
        Directory.Delete(Data, recursive: true);
    }

    private static async Task<string> RunAsync(string script, params string[] args)
    {
        // The server keeps its script's error stream open, so only the output is read.
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(Folder, script));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} ended with {process.ExitCode}");
    }

    private static bool HasJava() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "java")))
        || Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 };

    public static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Effektkaeder.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
