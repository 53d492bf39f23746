using System.ComponentModel;
using System.Diagnostics;

namespace Effektkaeder.Benchmarks.Layout.Peers;

/// <summary>Runs a peer's own program: text in, text out, ended when the time is up.</summary>
internal static class Runner
{
    /// <returns>Null when the program is missing, fails or takes too long.</returns>
    public static (string Text, double Milliseconds)? Run(string program, IReadOnlyList<string> arguments, string input, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            var write = Task.Run(() =>
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            });
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            write.Wait();
            var text = output.GetAwaiter().GetResult();
            return process.ExitCode == 0 && text.Length > 0 ? (text, watch.Elapsed.TotalMilliseconds) : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or AggregateException)
        {
            return null;
        }
    }
}
