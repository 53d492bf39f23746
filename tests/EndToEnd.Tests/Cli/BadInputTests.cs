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
