using System.Diagnostics;
using System.Text;
using Xunit;

namespace Effektkaeder.Diagram.Tests;

/// <summary>A program that reads back what was written; the test is skipped, with a line that says so, where it is missing.</summary>
internal static class Tool
{
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is missing, so what it reads is not checked.");
        }
        using var process = started!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
        return await output;
    }
}
