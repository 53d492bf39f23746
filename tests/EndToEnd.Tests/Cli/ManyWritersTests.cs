using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Several processes that write to one store at the same time.</summary>
public sealed class ManyWritersTests : IDisposable
{
    private const int Writers = 4;

    /// <summary>More of them take minutes: EFFEKT_TEST_DOCUMENTS=320.</summary>
    private static readonly int Documents = int.Parse(
        Environment.GetEnvironmentVariable("EFFEKT_TEST_DOCUMENTS") ?? "40",
        CultureInfo.InvariantCulture
    );

    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    [Fact]
    public async Task Four_imports_at_the_same_time_land_every_document_and_give_the_graph_that_one_after_another_gives()
    {
        await _effekt.GoodAsync("generate", "documents", "--kommuner", "8", "--centre", "10", "--years", "4", "--out", "alle");
        var files = Directory
            .GetFiles(Path.Combine(_effekt.Folder, "alle"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Take(Documents)
            .ToList();
        Assert.Equal(Documents, files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            _effekt.Write(
                Path.Combine($"del{i % Writers}", Path.GetRelativePath(Path.Combine(_effekt.Folder, "alle"), files[i])),
                File.ReadAllBytes(files[i])
            );
        }

        var runs = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(i => _effekt.RunAsync("import", $"del{i}", "--output", "json", "--store", "samtidig.db"))
        );
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        var outcomes = runs.SelectMany(r => JsonDocument.Parse(r.Out).RootElement.EnumerateArray())
            .Select(r => r.GetProperty("outcome").GetString())
            .ToList();
        Assert.Equal(Documents, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal("imported", outcome));
        await _effekt.GoodAsync("verify", "--store", "samtidig.db");

        await _effekt.GoodAsync("import", "del3", "del1", "del0", "del2", "--store", "efter.db");
        Assert.Equal(
            await _effekt.GoodAsync("export", "json", "--store", "efter.db"),
            await _effekt.GoodAsync("export", "json", "--store", "samtidig.db")
        );
    }

    [Fact]
    public async Task Who_is_waited_for_is_told_and_a_dead_process_is_waited_for_by_nobody()
    {
        Assert.SkipWhen(!File.Exists("/usr/bin/flock"), "flock is missing (Debian: util-linux).");
        await _effekt.EmptyStoreAsync();
        _effekt.Write("graf.db-skriver", "proces 4711 (åse)");
        using var holder = Process.Start(
            new ProcessStartInfo("/usr/bin/flock", ["-x", _effekt.Store + "-laas", "sleep", "60"]) { RedirectStandardOutput = true }
        )!;
        var run = _effekt.Start("import", Repository.Seed);
        var line = await run.StandardError.ReadLineAsync();
        Assert.StartsWith("Venter på proces 4711 (åse), der skriver til ", line, StringComparison.Ordinal);
        holder.Kill(entireProcessTree: true);
        await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task An_import_that_is_interrupted_has_said_what_landed()
    {
        await _effekt.GoodAsync("generate", "documents", "--kommuner", "4", "--centre", "10", "--years", "4", "--out", "alle");
        using var run = _effekt.Start("import", "alle", "--output", "json");
        var lines = new List<string>();
        while (lines.Count(l => l.Contains("\"outcome\"", StringComparison.Ordinal)) < 3)
        {
            lines.Add((await run.StandardOutput.ReadLineAsync())!);
        }

        Effekt.Interrupt(run);
        var rest = await run.StandardOutput.ReadToEndAsync();
        var error = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.Equal(130, run.ExitCode);
        var landed = JsonDocument.Parse(string.Join('\n', lines) + "\n" + rest).RootElement.GetArrayLength();
        Assert.Contains($"{landed} indlæst, 0 uændret, 0 afvist; {170 - landed} af 170 nåede det ikke.", error, StringComparison.Ordinal);
        Assert.Equal(
            landed,
            JsonDocument.Parse(await _effekt.GoodAsync("list", "revisions", "--output", "json")).RootElement.GetArrayLength()
        );
    }
}
