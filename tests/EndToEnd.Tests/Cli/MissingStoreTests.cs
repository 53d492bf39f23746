using Xunit;

namespace Effektkaeder.EndToEnd.Tests.Cli;

/// <summary>What only reads makes no store: a mistyped or unmounted path is told, not answered with an empty graph.</summary>
public sealed class MissingStoreTests : IDisposable
{
    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    public static TheoryData<string> Readers =>
        [
            "backup kopi.db",
            "verify",
            "list",
            "check",
            "impact Noget",
            "draw overblik",
            "paths A B",
            "query {alleBidrag{totalCount}}",
            "export json",
            "remove Noget",
            "undo",
            "graph answer opgaver.jsonl",
        ];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_store_that_is_not_there_is_not_made_and_the_nearest_is_named(string command)
    {
        _effekt.Write("opgaver.jsonl", "");
        await _effekt.EmptyStoreAsync();
        foreach (var (asked, nearest) in new[] { ("graff.db", "graf.db"), (Path.Combine("ikke", "monteret", "graf.db"), "graf.db") })
        {
            var run = await _effekt.RunAsync([.. command.Split(' '), "--store", asked]);
            Assert.Equal((1, ""), (run.ExitCode, run.Out));
            Assert.Contains($"Der er intet lager i {asked}. Det nærmeste, der er, er", run.Error, StringComparison.Ordinal);
            Assert.Contains(nearest, run.Error, StringComparison.Ordinal);
            Assert.False(Path.Exists(Path.Combine(_effekt.Folder, asked)));
        }

        Assert.False(Directory.Exists(Path.Combine(_effekt.Folder, "ikke")));
        Assert.False(File.Exists(Path.Combine(_effekt.Folder, "kopi.db")));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("verify")]
    [InlineData("import aftaler")]
    [InlineData("copy --from graf.db --to kopi.db")]
    public async Task A_file_of_no_bytes_is_no_store(string command)
    {
        File.WriteAllBytes(_effekt.Store, []);
        var run = await _effekt.RunAsync(command.Split(' '));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("tom fil (0 bytes)", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(_effekt.Store).Length);
    }

    [Theory]
    [InlineData("list", "--store", "")]
    [InlineData("import", "aftaler", "--store", " ")]
    [InlineData("serve", "--store", "")]
    [InlineData("copy", "--from", "", "--to", "kopi.db")]
    public async Task A_store_without_a_name_is_wrong_use(params string[] args)
    {
        var run = await _effekt.RunAsync(args);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("er tom", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_to_be_copied_must_be_there()
    {
        await _effekt.EmptyStoreAsync();
        Assert.Equal(1, (await _effekt.RunAsync("copy", "--from", "gref.db", "--to", "kopi.db")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_effekt.Folder, "kopi.db")));
        await _effekt.GoodAsync("copy", "--from", "graf.db", "--to", "ny/kopi.db");
        Assert.True(File.Exists(Path.Combine(_effekt.Folder, "ny", "kopi.db")));
    }
}
