using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>The day a store is lost, rehearsed; and what is only to be read, or cannot be written.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly Effekt _effekt = new();

    private string Copy => Path.Combine(_effekt.Folder, "kopi.db");

    public async ValueTask InitializeAsync()
    {
        await _effekt.SeedAsync();
        await _effekt.GoodAsync("backup", Copy);
    }

    public ValueTask DisposeAsync()
    {
        _effekt.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_damaged_store_is_taken_back_from_its_backup_and_kept_aside()
    {
        var before = await _effekt.GoodAsync("export", "json");
        var bytes = await File.ReadAllBytesAsync(_effekt.Store);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xA5);
        await File.WriteAllBytesAsync(_effekt.Store, bytes);
        Assert.Equal(1, (await _effekt.RunAsync("verify")).ExitCode);

        var report = JsonDocument.Parse(await _effekt.GoodAsync("restore", Copy, "--output", "json")).RootElement;
        Assert.Equal(5, report.GetProperty("revision").GetInt32());
        Assert.Equal(before, await _effekt.GoodAsync("export", "json"));
        await _effekt.GoodAsync("verify");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(report.GetProperty("kept").GetString()!));
        await _effekt.GoodAsync("undo");
        Assert.DoesNotContain(Directory.GetFiles(_effekt.Folder), f => f.Contains(".delvis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_backup_changes_nothing()
    {
        var before = await File.ReadAllBytesAsync(_effekt.Store);
        var bytes = await File.ReadAllBytesAsync(Copy);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xA5);
        await File.WriteAllBytesAsync(Copy, bytes);
        var run = await _effekt.RunAsync("restore", Copy);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Equal(before, await File.ReadAllBytesAsync(_effekt.Store));
        Assert.Equal(1, (await _effekt.RunAsync("restore", "borte.db")).ExitCode);
        Assert.DoesNotContain(Directory.GetFiles(_effekt.Folder), f => f.Contains(".delvis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_on_a_medium_that_may_only_be_read_is_read_and_verified()
    {
        var medium = Directory.CreateDirectory(Path.Combine(_effekt.Folder, "medie")).FullName;
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "tmpfs", medium), "a medium needs the right to mount one");
        try
        {
            File.Copy(Copy, Path.Combine(medium, "graf.db"));
            Assert.True(Run("mount", "-o", "remount,ro", medium));
            string[] store = ["--store", Path.Combine(medium, "graf.db")];
            await _effekt.GoodAsync(["verify", .. store]);
            Assert.Equal(await _effekt.GoodAsync("export", "json"), await _effekt.GoodAsync(["export", "json", .. store]));
            var refused = await _effekt.RunAsync(["undo", .. store]);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("kan kun læses", refused.Error, StringComparison.Ordinal);
        }
        finally
        {
            Run("umount", "--lazy", medium);
        }
    }

    [Fact]
    public async Task What_goes_wrong_while_a_file_is_written_leaves_the_old_one()
    {
        var disk = Directory.CreateDirectory(Path.Combine(_effekt.Folder, "disk")).FullName;
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), "a small disk needs the right to mount one");
        try
        {
            var file = Path.Combine(disk, "graf.json");
            await File.WriteAllTextAsync(file, "den gamle");
            var run = await _effekt.RunAsync("export", "json", "--out", file);
            Assert.Equal(1, run.ExitCode);
            Assert.Equal("den gamle", await File.ReadAllTextAsync(file));
            Assert.Equal([file], Directory.GetFiles(disk));
        }
        finally
        {
            Run("umount", "--lazy", disk);
        }
    }

    [Fact]
    public async Task Without_the_cultures_of_the_machine_it_says_what_is_missing()
    {
        var start = new ProcessStartInfo("dotnet", [Effekt.Dll, "list"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("libicu", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_font_on_the_machine_a_picture_has_its_words_all_the_same()
    {
        await _effekt.GoodAsync("draw", "overblik", "--out", "med.png");
        _effekt.Variables["FONTCONFIG_FILE"] = _effekt.Write("ingen.conf", "<fontconfig></fontconfig>");
        await _effekt.GoodAsync("draw", "overblik", "--out", "uden.png");
        // Without its words the picture is boxes and lines, which take a fraction of the bytes.
        var (with, without) = (Length("med.png"), Length("uden.png"));
        Assert.InRange(without, with / 2, with * 2);

        long Length(string file) => new FileInfo(Path.Combine(_effekt.Folder, file)).Length;
    }

    private static bool Run(string program, params string[] args)
    {
        using var process = Process.Start(program, args);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
