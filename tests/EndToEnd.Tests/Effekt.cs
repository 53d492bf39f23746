using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests;

/// <summary>What a run of <c>effekt</c> printed, and how it ended.</summary>
public sealed record Run(int ExitCode, string Out, string Error);

/// <summary>The program as users start it, with a store of its own that goes with the test.</summary>
public sealed class Effekt : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Seeds = new(ImportedAsync);

    public static readonly string Dll = Path.Combine(Repository.Root, "src", "Effektkaeder.Cli", "bin", "Debug", "net10.0", "effekt.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("effekt-test-").FullName;

    public string Store => Path.Combine(Folder, "graf.db");

    /// <summary>What its environment holds besides.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public async Task<Run> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(400));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs, and fails the test with what was printed when it does not end well.</summary>
    public async Task<string> GoodAsync(params string[] args)
    {
        var run = await RunAsync(args);
        Assert.True(run.ExitCode == 0, $"effekt {string.Join(' ', args)} ended with {run.ExitCode}:\n{run.Error}{run.Out}");
        return run.Out;
    }

    /// <summary>A store with nothing in it: what is to be imported does not exist.</summary>
    public async Task EmptyStoreAsync() => Assert.Equal(1, (await RunAsync("import", "borte.md")).ExitCode);

    /// <summary>Has the made-up agreements in its store, as one import of them left it for all tests.</summary>
    public async Task SeedAsync() => await File.WriteAllBytesAsync(Store, await Seeds.Value);

    private static async Task<byte[]> ImportedAsync()
    {
        using var effekt = new Effekt();
        await effekt.GoodAsync("import", Repository.Seed);
        var copy = Path.Combine(effekt.Folder, "kopi.db");
        await effekt.GoodAsync("backup", copy);
        return await File.ReadAllBytesAsync(copy);
    }

    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Folder,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Dll);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["EFFEKT__STORE"] = Store;
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>A file in the test's own folder.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>As Ctrl-C does.</summary>
    public static void Interrupt(Process process) => Kill(process.Id, 2);

    /// <summary>As a service manager does.</summary>
    public static void Terminate(Process process) => Kill(process.Id, 15);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int pid, int signal);
}

/// <summary>Where the repository and what lies beside it are.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seed => Path.Combine(Root, "seed");

    /// <summary>A path outside the repository that tests may use where it is; skips the test where it is not.</summary>
    public static string Outside(string variable, string beside)
    {
        var path = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Root, beside));
        Assert.SkipUnless(Path.Exists(path), $"{path} is not here; name another place with {variable}.");
        return path;
    }

    public static string RealAgreements() => Outside("EFFEKT_TEST_SEEDS", "../shared/seeds");

    private static string FindRoot()
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
