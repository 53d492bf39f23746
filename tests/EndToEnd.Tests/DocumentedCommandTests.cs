using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests;

/// <summary>The commands that the documentation shows, run in the order they stand, as a newcomer would.</summary>
public sealed partial class DocumentedCommandTests : IDisposable
{
    private readonly Effekt effekt = new();

    public void Dispose() => effekt.Dispose();

    public static TheoryData<string> Documents => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")
        .Append(Path.Combine(Repository.Root, "README.md")).Where(f => Blocks().IsMatch(File.ReadAllText(f)))
        .Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_command_of_a_document_works(string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, document));
        var commands = Blocks().Matches(text).SelectMany(b => b.Groups[1].Value.Split('\n')).Select(l => l.Trim())
            .Where(l => l.StartsWith("effekt ", StringComparison.Ordinal)).ToList();
        var outside = commands.Where(NeedsSomethingFromOutside).ToList();
        Assert.SkipWhen(commands.Count == outside.Count, $"All {outside.Count} commands need a server from outside.");

        foreach (var folder in new[] { "seed", "aftaler" })
            foreach (var file in Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories))
                effekt.Write(Path.Combine(folder, Path.GetRelativePath(Repository.Seed, file)), await File.ReadAllBytesAsync(file));
        foreach (var command in commands.Except(outside))
        {
            var run = await ShellAsync(command);
            Assert.True(run.ExitCode == 0, $"{document}: {command}\nended with {run.ExitCode}:\n{run.Error}");
        }
    }

    private static bool NeedsSomethingFromOutside(string command) => command.Contains("neo4j+", StringComparison.Ordinal) || command.StartsWith("effekt serve", StringComparison.Ordinal);

    /// <summary>In a shell, so that quotes and pipes mean what a reader takes them to mean.</summary>
    private async Task<Run> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = effekt.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -o pipefail; effekt() {{ dotnet '{Effekt.Dll}' \"$@\"; }}\n{command}");
        start.Environment["EFFEKT__STORE"] = effekt.Store;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
