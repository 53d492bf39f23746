using System.Diagnostics;
using Xunit;

namespace Effektkaeder.Exchange.Tests;

/// <summary>A program that reads back what was written; the test is skipped, with a line that says so, where it is missing.</summary>
internal static class Tool
{
    /// <param name="missing">The exit code by which a script says that what it needs is not there.</param>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, int missing = -1)
    {
        Process? started = null;
        try
        {
            started = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is missing, so what it reads is not checked.");
        }
        using var process = started!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == missing)
        {
            Assert.Skip($"{program} lacks the library that reads this form.");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
        return await output;
    }
}
