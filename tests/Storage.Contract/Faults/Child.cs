using System.Diagnostics;

namespace Effektkaeder.Storage.Contract.Faults;

/// <summary>This program again, as a process of its own.</summary>
internal static class Child
{
    public static Process Start(string[] before, params string[] args) => Start(WritingChild.Verb, before, args);

    public static Process Start(string verb, string[] before, string[] args)
    {
        string[] command = [.. before, "dotnet", typeof(Child).Assembly.Location, verb, .. args];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in command[1..])
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    public static async Task<(int Code, string Out, string Error)> RunAsync(string[] before, params string[] args)
    {
        using var process = Start(before, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
