using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>A disk that fills in the middle of the work, and work that is stopped there.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Effekt _effekt = new();
    private readonly string _disk;

    public FullDiskTests()
    {
        _disk = Directory.CreateDirectory(Path.Combine(_effekt.Folder, "disk")).FullName;
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", _disk),
            "a small disk needs the right to mount one"
        );
    }

    public void Dispose()
    {
        Run("umount", "--lazy", _disk);
        _effekt.Dispose();
    }

    [Fact]
    public async Task An_import_says_what_landed_and_the_next_one_goes_on()
    {
        await _effekt.GoodAsync("generate", "documents", "--kommuner", "2", "--centre", "8", "--years", "3", "--out", "alle");
        string[] store = ["--store", Path.Combine(_disk, "graf.db")];
        var full = await _effekt.RunAsync(["import", "alle", "--output", "json", .. store]);
        Assert.Equal(1, full.ExitCode);
        Assert.Contains("er fuld", full.Error, StringComparison.Ordinal);
        var outcomes = JsonDocument.Parse(full.Out).RootElement.EnumerateArray().Select(r => r.GetProperty("outcome").GetString()).ToList();
        var landed = outcomes.Count(o => o == "imported");
        Assert.InRange(landed, 1, outcomes.Count - 1);
        Assert.Contains($"{landed} indlæst", full.Error, StringComparison.Ordinal);

        Assert.True(Run("mount", "-o", "remount,size=64m", _disk));
        Assert.Equal(
            landed,
            JsonDocument.Parse(await _effekt.GoodAsync(["list", "revisions", "--output", "json", .. store])).RootElement.GetArrayLength()
        );
        await _effekt.GoodAsync(["verify", .. store]);
        var rest = JsonDocument.Parse(await _effekt.GoodAsync(["import", "alle", "--output", "json", .. store])).RootElement;
        Assert.Equal(landed, rest.EnumerateArray().Count(r => r.GetProperty("outcome").GetString() == "unchanged"));
        Assert.Equal(outcomes.Count - landed, rest.EnumerateArray().Count(r => r.GetProperty("outcome").GetString() == "imported"));
    }

    [Fact]
    public async Task A_backup_that_finds_no_room_or_is_stopped_leaves_nothing_behind()
    {
        await _effekt.GoodAsync("generate", "store", "--kommuner", "4", "--centre", "10");
        var full = await _effekt.RunAsync("backup", Path.Combine(_disk, "kopi.db"));
        Assert.Equal(1, full.ExitCode);
        Assert.Contains("kan ikke skrives", full.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_disk));

        using var stopped = _effekt.Start("backup", Path.Combine(_effekt.Folder, "kopi.db"));
        while (!stopped.HasExited && !Directory.EnumerateFiles(_effekt.Folder, "kopi.db*").Any())
        {
            await Task.Delay(1);
        }

        Effekt.Interrupt(stopped);
        await stopped.WaitForExitAsync();
        Assert.True(stopped.ExitCode is 130 or 0, $"{stopped.ExitCode}: {await stopped.StandardError.ReadToEndAsync()}");
        // Stopped when it was whole, it is there, whole.
        foreach (var left in Directory.GetFiles(_effekt.Folder, "kopi.db*"))
        {
            Assert.Equal("kopi.db", Path.GetFileName(left));
            await _effekt.GoodAsync("verify", "--store", left);
        }
    }

    private static bool Run(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
