using System.Diagnostics;

namespace Effektkaeder.Benchmarks.Keeping;

/// <summary>The program as users run it: a command, or a server that is stopped as a service manager stops it.</summary>
internal static class Effekt
{
    /// <summary>Built with the benchmarks, in the same configuration.</summary>
    private static readonly string Dll = Path.Combine(
        Root(),
        "src",
        "Effektkaeder.Cli",
        "bin",
        AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0",
        "effekt.dll"
    );

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs what must go well.</summary>
    public static async Task<string> GoodAsync(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        return code == 0 ? output : throw new InvalidOperationException($"effekt {string.Join(' ', args)}: {error}");
    }

    /// <summary>A store of made-up municipalities with ten centres each.</summary>
    public static Task StoreAsync(string store, int kommuner) =>
        GoodAsync("generate", "store", "--kommuner", $"{kommuner}", "--centre", "10", "--store", store);

    /// <summary>Documents of made-up municipalities, a file each.</summary>
    public static async Task<string[]> DocumentsAsync(string folder, int kommuner, int centre, int years)
    {
        await GoodAsync(
            "generate",
            "documents",
            "--kommuner",
            $"{kommuner}",
            "--centre",
            $"{centre}",
            "--years",
            $"{years}",
            "--out",
            folder
        );
        return [.. Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Effektkaeder.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}

/// <summary>A running <c>effekt serve</c>.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, Uri address, Task<string> errors) => (_process, Address, Errors) = (process, address, errors);

    public Uri Address { get; }

    public int Pid => _process.Id;

    /// <summary>What it has said when it ends.</summary>
    public Task<string> Errors { get; }

    /// <returns>Null where it ended by itself, with what it said.</returns>
    public static async Task<(Served? Server, string Said)> TryStartAsync(string store, int port)
    {
        var process = Effekt.Start("serve", "--store", store, "--port", $"{port}");
        var errors = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync() is { } line ? (new(process, new Uri(line), errors), "") : (null, await errors);
    }

    public static async Task<Served> StartAsync(string store, int port)
    {
        var (server, said) = await TryStartAsync(store, port);
        return server ?? throw new InvalidOperationException(said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var end = Process.Start("kill", ["-TERM", $"{Pid}"]);
            await end.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
