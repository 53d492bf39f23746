using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.EndToEnd.Tests;

/// <summary>
/// The pictures that the documentation shows are those that its commands make; <c>SNAP_UPDATE=1</c> makes them anew.
/// </summary>
public sealed partial class GalleryTests : IDisposable
{
    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private readonly Effekt _effekt = new();

    public void Dispose() => _effekt.Dispose();

    [Fact]
    public async Task Every_picture_is_the_one_that_its_command_makes()
    {
        foreach (var file in Directory.GetFiles(Repository.Seed, "aftale.md", SearchOption.AllDirectories))
        {
            _effekt.Write(Path.Combine("seed", Path.GetRelativePath(Repository.Seed, file)), await File.ReadAllBytesAsync(file));
        }

        await _effekt.GoodAsync("import", "seed");
        var text = await File.ReadAllTextAsync(Path.Combine(Docs, "diagrammer.md"));
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match command in Commands().Matches(text))
        {
            var words = Words().Matches(command.Groups[1].Value).Select(w => w.Value.Trim('"')).ToArray();
            await _effekt.GoodAsync(words);
            var name = words[^1];
            var drawn = await File.ReadAllTextAsync(Path.Combine(_effekt.Folder, name));
            Keep(Path.Combine(Docs, "billeder", name), drawn);
            Assert.Contains($"](billeder/{name})", text, StringComparison.Ordinal);
            made.Add(name);
        }

        Assert.Equal(made.Order(), Directory.GetFiles(Path.Combine(Docs, "billeder")).Select(f => Path.GetFileName(f)!).Order());
    }

    private static void Keep(string path, string drawn)
    {
        if (Environment.GetEnvironmentVariable("SNAP_UPDATE") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.True(File.Exists(path), $"{path} is not there; run once with SNAP_UPDATE=1 and look at what it drew.");
        Assert.True(File.ReadAllText(path) == drawn, $"{path} is not what its command draws; run once with SNAP_UPDATE=1 and look at it.");
    }

    [GeneratedRegex("^effekt (draw .*)$", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
