using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.GraphQL.Tests.Reference;

/// <summary>The reference implementation, in Node. Tests that need it are skipped, and say so, where node or npm is missing.</summary>
internal static class ReferenceImplementation
{
    private static readonly Lock Gate = new();

    public static string Folder { get; } = FindFolder();

    public static string SchemaFile { get; } = Path.Combine(Folder, "schema.graphql");

    /// <summary>Installs the packages of the lock file when they are not there, or skips the test.</summary>
    public static void Require()
    {
        lock (Gate)
        {
            Assert.SkipUnless(Runs("node") && Runs("npm"), "The reference implementation needs node and npm, which are not installed.");
            if (!Directory.Exists(Path.Combine(Folder, "node_modules", "graphql")))
            {
                using var install = Start("npm", "ci", "--no-audit", "--no-fund");
                var said = install.StandardError.ReadToEndAsync();
                install.StandardOutput.ReadToEnd();
                install.WaitForExit();
                Assert.SkipUnless(install.ExitCode == 0, $"npm ci failed: {said.Result}");
            }
        }
    }

    /// <summary>Runs a script of the folder; writes the lines to it while reading what it answers, a line for a line.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AskAsync(string script, IReadOnlyList<string> arguments, IEnumerable<string> lines)
    {
        using var process = Start("node", [script, .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(async () =>
        {
            foreach (var line in lines)
            {
                await process.StandardInput.WriteLineAsync(line);
            }

            process.StandardInput.Close();
        });
        var answers = new List<JsonElement>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            answers.Add(JsonDocument.Parse(line).RootElement);
        }

        await writing;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return answers;
    }

    private static bool Runs(string program)
    {
        try
        {
            using var process = Start(program, "--version");
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static string FindFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "GraphQL.Reference"));
}
