using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Text from documents and file names is shown on a terminal, never obeyed by it.</summary>
public sealed class VisibleTextTests : IAsyncLifetime
{
    /// <summary>Clears the screen, sets the window's title, opens a link, and turns the reading around.</summary>
    private const string Attack =
            "Tryghed \u001b[2J\u001b]0;ejet\u0007 \u001b]8;;https://ond.example\u001b\\her\u001b]8;;\u001b\\ \u202eslut \u009b31m",
        Shown = "␛]0;ejet␇";

    private readonly Effekt _effekt = new();

    public async ValueTask InitializeAsync()
    {
        var title = JsonSerializer.Serialize(Attack);
        _effekt.Write(
            "graf.jsonl",
            $$"""
            {"t":"node","id":"v","kind":"Vision","title":{{title}},"kommune":"Prøvelev"}
            {"t":"node","id":"m","kind":"PolitiskMaal","title":"Hjælp i tide","kommune":"Prøvelev"}
            {"t":"edge","type":"hierarki","from":"v","to":"m"}
            """
        );
        await _effekt.GoodAsync("graph", "load", "graf.jsonl");
    }

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("paths \"Hjælp i tide\" \"Tryghed\"")]
    [InlineData("paths \"Hjælp i tide\" \"Tryghed\" --output csv")]
    [InlineData("impact \"Hjælp i tide\" --output csv")]
    [InlineData("impact \"Tryghed\"")]
    [InlineData("check")]
    [InlineData("query '{ alleVisioner { nodes { titel } } }'")]
    [InlineData("export dot")]
    [InlineData("export mermaid")]
    [InlineData("import $'ond\\e]0;ejet\\a\\u202e.md'")]
    [InlineData("list --store $'ond\\e]0;ejet\\a.db'")]
    [InlineData("$'ond\\e]0;ejet\\a'")]
    public async Task Nothing_that_is_shown_commands_the_terminal(string command)
    {
        var shown = await OnTerminalAsync(command);
        // Our own colours and cursor moves are of one form; the title, the link and the raw control are not.
        Assert.DoesNotContain("\u001b]", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', shown);
        Assert.DoesNotContain('\u009b', shown);
        Assert.DoesNotContain('\u202e', shown);
    }

    [Fact]
    public async Task What_is_not_seen_is_shown_as_a_mark()
    {
        Assert.Contains(Shown, await _effekt.GoodAsync("paths", "Hjælp i tide", "Tryghed"), StringComparison.Ordinal);
        Assert.Contains(
            "⟨U+202E⟩slut ⟨U+009B⟩31m",
            await OnTerminalAsync("paths 'Hjælp i tide' Tryghed --output csv"),
            StringComparison.Ordinal
        );
        var refused = await _effekt.RunAsync("list", "--store", "ond\u001b]0;ejet\u0007.db");
        Assert.Contains(Shown, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_reads_gets_the_text_as_it_is()
    {
        Assert.Contains(Attack, await _effekt.GoodAsync("paths", "Hjælp i tide", "Tryghed", "--output", "csv"), StringComparison.Ordinal);
        var json = await _effekt.GoodAsync("query", "{ alleVisioner { nodes { titel } } }");
        Assert.DoesNotContain('\u202e', json);
        Assert.Equal(
            Attack,
            JsonDocument
                .Parse(json)
                .RootElement.GetProperty("data")
                .GetProperty("alleVisioner")
                .GetProperty("nodes")[0]
                .GetProperty("titel")
                .GetString()
        );
    }

    /// <summary>As a terminal gets it, from <c>script</c>, which gives the command one.</summary>
    private async Task<string> OnTerminalAsync(string command)
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/script"), "script is missing (Debian: apt-get install bsdutils).");
        _effekt.Write("kald.sh", $"stty cols 400\ndotnet '{Effekt.Dll}' {command}\n");
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", "bash kald.sh", "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = _effekt.Folder,
        };
        start.Environment["EFFEKT__STORE"] = _effekt.Store;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var shown = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return shown;
    }
}
