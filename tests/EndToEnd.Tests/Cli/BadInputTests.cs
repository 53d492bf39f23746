using System.IO.Compression;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Bad input gets one clear line and changes nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    [Fact]
    public Task A_file_that_is_not_there_is_named() => RefusedAsync(Path.Combine(_effekt.Folder, "borte.md"), "findes ikke");

    [Theory]
    [InlineData("graph load borte.jsonl", 2, "Der er ingen fil »borte.jsonl«.")]
    [InlineData("graph answer borte.jsonl --graph linjer.jsonl", 1, "borte.jsonl«.")]
    [InlineData("graph answer linjer.jsonl --graph borte.jsonl", 1, "borte.jsonl«.")]
    [InlineData("graph answer linjer.jsonl --graph linjer.jsonl --out ingen/svar.jsonl", 1, "Der er ingen mappe til »")]
    [InlineData("graph answer mappe --graph linjer.jsonl", 1, "Der er ikke adgang til »")]
    public async Task A_graphs_file_that_is_not_there_is_named_and_no_store_is_made(string command, int code, string said)
    {
        _effekt.Write("linjer.jsonl", "");
        Directory.CreateDirectory(Path.Combine(_effekt.Folder, "mappe"));
        var run = await _effekt.RunAsync(command.Split(' '));
        Assert.Equal((code, ""), (run.ExitCode, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_effekt.Store));
    }

    [Fact]
    public Task An_empty_file_is_named() => RefusedAsync(_effekt.Write("tom.md", ""), "Filen er tom");

    [Fact]
    public Task A_word_file_renamed_to_text_is_recognised()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open()))
        {
            writer.Write("<w:document/>");
        }

        return RefusedAsync(_effekt.Write("aftale.txt", memory.ToArray()), "Filen er tom");
    }

    [Fact]
    public Task A_document_of_another_kind_is_told_what_is_missing() =>
        RefusedAsync(
            _effekt.Write("referat.md", "# Referat fra mødet i Slagelse Kommune\n\nPunkt 1: Godkendelse af dagsordenen.\n"),
            "er en dagsorden eller et referat af et møde"
        );

    [Fact]
    public async Task In_a_folder_the_good_documents_land_and_the_exit_code_tells_of_the_bad()
    {
        var folder = Path.Combine(_effekt.Folder, "mappe");
        foreach (var file in Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories))
        {
            _effekt.Write(Path.Combine("mappe", Path.GetFileName(Path.GetDirectoryName(file)!) + ".md"), File.ReadAllBytes(file));
        }

        _effekt.Write("mappe/a-tom.md", "");
        var run = await _effekt.RunAsync("import", folder, "--output", "csv");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(5, run.Out.Split('\n').Count(line => line.Contains(";indlæst;", StringComparison.Ordinal)));
        Assert.Single(run.Out.Split('\n'), line => line.Contains(";afvist;", StringComparison.Ordinal));
    }

    private async Task RefusedAsync(string path, string reason)
    {
        await _effekt.EmptyStoreAsync();
        var before = await _effekt.GoodAsync("export", "json");
        var run = await _effekt.RunAsync("import", path);
        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(path), line, StringComparison.Ordinal);
        Assert.Equal(before, await _effekt.GoodAsync("export", "json"));
        Assert.Equal("[]", (await _effekt.GoodAsync("list", "revisions", "--output", "json")).Trim());
    }
}
