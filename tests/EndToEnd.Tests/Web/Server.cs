using System.Diagnostics;

namespace Effektkaeder.EndToEnd.Tests.Web;

/// <summary>A running <c>effekt serve</c>, ended as Ctrl-C ends it.</summary>
public sealed class Server : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Server(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; }

    public static async Task<Server> StartAsync(Effekt effekt, params string[] args)
    {
        var process = effekt.Start(["serve", .. args]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line =
            await process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException("No address: " + await process.StandardError.ReadToEndAsync(limit.Token));
        return new(process, new Uri(line));
    }

    /// <returns>The exit code, and what was said on the way.</returns>
    public async Task<(int ExitCode, string Errors)> StopAsync()
    {
        if (!_process.HasExited)
        {
            Effekt.Interrupt(_process);
        }

        return await EndedAsync();
    }

    public void Terminate() => Effekt.Terminate(_process);

    public async Task<(int ExitCode, string Errors)> EndedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }
}
