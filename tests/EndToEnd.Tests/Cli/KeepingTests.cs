using System.Text.Json;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>Keeping a store: backups, verification; and filling one from lines.</summary>
public sealed class KeepingTests : IDisposable
{
    private const string Lines = """
        {"t":"node","id":"v","kind":"Vision","title":"Tryghed","kommune":"Prøvelev"}
        {"t":"node","id":"m","kind":"PolitiskMaal","title":"Hjælp i tide","kommune":"Prøvelev"}
        {"t":"edge","type":"hierarki","from":"v","to":"m"}
        """;

    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    [Fact]
    public async Task A_backup_is_a_store_that_is_verified_and_never_written_over()
    {
        _effekt.Write("graf.jsonl", Lines);
        await _effekt.GoodAsync("graph", "load", "graf.jsonl");
        var copy = Path.Combine(_effekt.Folder, "kopi.db");
        var made = JsonDocument.Parse(await _effekt.GoodAsync("backup", copy, "--output", "json")).RootElement;
        Assert.Equal(3, made.GetProperty("revision").GetInt32());
        var health = JsonDocument.Parse(await _effekt.GoodAsync("verify", "--store", copy, "--output", "json")).RootElement;
        Assert.True(health.GetProperty("ok").GetBoolean());
        Assert.Equal(4, health.GetProperty("nodes").GetInt32());
        Assert.Equal(await _effekt.GoodAsync("export", "json"), await _effekt.GoodAsync("export", "json", "--store", copy));
        var again = await _effekt.RunAsync("backup", copy);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("er der allerede", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_store_is_told_and_ends_with_one()
    {
        _effekt.Write("graf.jsonl", Lines);
        await _effekt.GoodAsync("graph", "load", "graf.jsonl");
        var bytes = await File.ReadAllBytesAsync(_effekt.Store);
        // Behind the pages that say which tables there are: without those a file is refused as soon as it is opened.
        bytes.AsSpan(bytes.Length * 3 / 4, 8192).Fill(0xA5);
        await File.WriteAllBytesAsync(_effekt.Store, bytes);
        var run = await _effekt.RunAsync("verify");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches("er ikke i orden|beskadiget", run.Error);
        Assert.Equal(1, (await _effekt.RunAsync("backup", Path.Combine(_effekt.Folder, "kopi.db"))).ExitCode);
        Assert.False(File.Exists(Path.Combine(_effekt.Folder, "kopi.db")));
    }

    [Fact]
    public async Task Lines_with_one_wrong_are_refused_whole_and_the_same_lines_again_change_nothing()
    {
        _effekt.Write("forkert.jsonl", Lines + "\n{\"t\":\"edge\",\"type\":\"hierarki\",\"from\":\"m\",\"to\":\"v\"}");
        var run = await _effekt.RunAsync("graph", "load", "forkert.jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("effekt: Linje 4: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("[]", (await _effekt.GoodAsync("list", "revisions", "--output", "json")).Trim());
        _effekt.Write("graf.jsonl", Lines);
        await _effekt.GoodAsync("graph", "load", "graf.jsonl");
        Assert.Contains("Uændret", (await _effekt.RunAsync("graph", "load", "graf.jsonl")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generated_country_has_the_same_bytes_and_editions_take_each_others_place()
    {
        string[] options = ["--centre", "3", "--years", "2", "--editions", "1", "--seed", "5"];
        await _effekt.GoodAsync(["generate", "documents", .. options, "--out", "a"]);
        await _effekt.GoodAsync(["generate", "documents", .. options, "--out", "b"]);
        var files = Directory.GetFiles(Path.Combine(_effekt.Folder, "a"), "*", SearchOption.AllDirectories);
        Assert.Equal(24, files.Length);
        foreach (var file in files)
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(file),
                await File.ReadAllBytesAsync(file.Replace("/a/", "/b/", StringComparison.Ordinal))
            );
        }

        var imported = await _effekt.RunAsync("import", "a", "--output", "json");
        Assert.Equal(0, imported.ExitCode);
        var agreements = JsonDocument
            .Parse(
                await _effekt.GoodAsync("query", "{ alleAftaler(where: {henvist: {eq: false}}) { nodes { egenskab(navn: \"udgave\") } } }")
            )
            .RootElement.GetProperty("data")
            .GetProperty("alleAftaler")
            .GetProperty("nodes");
        Assert.Equal(6, agreements.GetArrayLength());
        Assert.All(agreements.EnumerateArray(), a => Assert.Equal("2", a.GetProperty("egenskab").GetString()));
        Assert.Equal(2, (await _effekt.RunAsync("generate", "lines", "--askew", "2")).ExitCode);
    }
}
