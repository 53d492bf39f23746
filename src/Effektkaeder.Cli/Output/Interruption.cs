using System.Runtime.InteropServices;

namespace Effektkaeder.Cli.Output;

/// <summary>
/// Ctrl-C and SIGTERM call the work off, from before it begins: what is half done is then cleared away. Who asks twice, or waits too
/// long, ends it at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _calledOff = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly TimeSpan _longestEnding;
    private int _asked;

    public Interruption(TimeSpan longestEnding)
    {
        _longestEnding = longestEnding;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];
    }

    public CancellationToken Token => _calledOff.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _calledOff.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _asked) > 1)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        _ = EndInTimeAsync();
    }

    private async Task EndInTimeAsync()
    {
        await _calledOff.CancelAsync();
        await Task.Delay(_longestEnding);
        Environment.Exit(ExitCode.Interrupted);
    }
}
