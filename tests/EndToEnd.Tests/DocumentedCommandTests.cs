using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests;

/// <summary>The commands that the documentation shows, run in the order they stand, as a newcomer would.</summary>
public sealed partial class DocumentedCommandTests : IDisposable
{
    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    public static TheoryData<string> Documents => [.. Files.Where(f => Commands(f).Any(c => !c.Outside))];

    public static TheoryData<string, string> Outside =>
        new(Files.SelectMany(f => Commands(f).Where(c => c.Outside).Select(c => (f, c.Line))));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_command_of_a_document_works(string document)
    {
        foreach (var folder in new[] { "seed", "aftaler" })
        {
            foreach (var file in Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories))
            {
                _effekt.Write(Path.Combine(folder, Path.GetRelativePath(Repository.Seed, file)), await File.ReadAllBytesAsync(file));
            }
        }

        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "docs", "eksempler")))
        {
            _effekt.Write(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        }

        // Who reads about keeping a store has one.
        await _effekt.SeedAsync();
        foreach (var (command, _) in Commands(document).Where(c => !c.Outside))
        {
            var run = await ShellAsync(command);
            Assert.True(run.ExitCode == 0, $"{document}: {command}\nended with {run.ExitCode}:\n{run.Error}");
        }
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public void A_command_that_needs_something_from_outside_is_not_run(string document, string command) =>
        Assert.Skip($"{document}: »{command}« needs a container, an account or a server from outside.");

    private static IEnumerable<string> Files =>
        Directory
            .GetFiles(Path.Combine(Repository.Root, "docs"), "*.md")
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Select(f => Path.GetRelativePath(Repository.Root, f))
            .Order(StringComparer.Ordinal);

    /// <summary>The lines of a document's shell blocks that start a program of ours or a container; serving has tests of its own.</summary>
    private static IReadOnlyList<(string Line, bool Outside)> Commands(string document)
    {
        var (text, commands) = (File.ReadAllText(Path.Combine(Repository.Root, document)), new List<(string, bool)>());
        foreach (Match block in Blocks().Matches(text))
        {
            var heading = Headings().Matches(text[..block.Index]).LastOrDefault()?.Value ?? "";
            commands.AddRange(
                block
                    .Groups[1]
                    .Value.Split('\n')
                    .Select(l => l.Trim())
                    .Where(l =>
                        l.StartsWith("effekt ", StringComparison.Ordinal) && !l.StartsWith("effekt serve", StringComparison.Ordinal)
                        || l.StartsWith("docker ", StringComparison.Ordinal)
                    )
                    .Select(l =>
                        (
                            l,
                            heading.Contains("*(kræver", StringComparison.Ordinal)
                                || l.Contains("neo4j+", StringComparison.Ordinal)
                                || l.StartsWith("docker ", StringComparison.Ordinal)
                        )
                    )
            );
        }
        return commands;
    }

    /// <summary>In a shell, so that quotes and pipes mean what a reader takes them to mean.</summary>
    private async Task<Run> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _effekt.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"set -o pipefail; effekt() {{ dotnet '{Effekt.Dll}' \"$@\"; }}\n{command}");
        start.Environment["EFFEKT__STORE"] = _effekt.Store;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    [GeneratedRegex("^#+ .*$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
