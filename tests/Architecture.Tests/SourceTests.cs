using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.Architecture.Tests;

/// <summary>What the projects' references cannot show: arrows between folders, and words that do not belong.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void The_two_engines_of_storage_never_use_each_other()
    {
        Assert.DoesNotContain(Sources("Storage", "Sqlite"), f => f.Text.Contains("Storage.Neo4j", StringComparison.Ordinal));
        Assert.DoesNotContain(Sources("Storage", "Neo4j"), f => f.Text.Contains("Storage.Sqlite", StringComparison.Ordinal));
    }

    [Fact]
    public void The_ports_of_storage_know_no_engine() =>
        Assert.DoesNotContain(
            Sources("Storage", "Ports"),
            f =>
                f.Text.Contains("using Effektkaeder.Storage.Sqlite", StringComparison.Ordinal)
                || f.Text.Contains("using Effektkaeder.Storage.Neo4j", StringComparison.Ordinal)
        );

    [Fact]
    public void A_phase_of_the_layout_never_uses_another() =>
        Assert.All(
            Sources("Layout", "").Where(f => PhaseFolder().IsMatch(f.Path)),
            f =>
            {
                var own = PhaseFolder().Match(f.Path).Groups[1].Value;
                Assert.DoesNotContain(PhaseUse().Matches(f.Text).Select(m => m.Groups[1].Value), used => used != own);
            }
        );

    [Theory]
    [InlineData("GraphQL", "")]
    [InlineData("Layout", "")]
    [InlineData("Diagram", "Svg")]
    public void Rooms_that_know_no_domain_hold_no_word_of_it(string room, string folder) =>
        Assert.All(Sources(room, folder), f => Assert.False(DomainWord().IsMatch(f.Text), $"{f.Path}: {DomainWord().Match(f.Text).Value}"));

    [Fact]
    public void The_domain_holds_no_technical_word() =>
        Assert.All(
            Sources("Domain", ""),
            f => Assert.False(TechnicalUse().IsMatch(f.Text), $"{f.Path}: {TechnicalUse().Match(f.Text).Value}")
        );

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Assert.All(Sources("", ""), f => Assert.False(Unfinished().IsMatch(f.Text), $"{f.Path}: {Unfinished().Match(f.Text).Value}"));

    private static IEnumerable<(string Path, string Text)> Sources(string room, string folder)
    {
        var start = Path.Combine(Rooms.Root, "src", room.Length == 0 ? "" : "Effektkaeder." + room, folder);
        return !Directory.Exists(start)
            ? []
            : Directory
                .GetFiles(start, "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains("node_modules"))
                .Select(f => (Path.GetRelativePath(Rooms.Root, f), File.ReadAllText(f)));
    }

    [GeneratedRegex(@"/(P\d)[A-Z][A-Za-z]+/")]
    private static partial Regex PhaseFolder();

    [GeneratedRegex(@"using Effektkaeder\.Layout\.(P\d)")]
    private static partial Regex PhaseUse();

    [GeneratedRegex(@"[æøåÆØÅ]|\b(Kommune|Indsats|Bidrag|PolitiskMaal|Aftale|Politik|Kobling|Udsnit|Maalgruppe|Milepael)\b")]
    private static partial Regex DomainWord();

    [GeneratedRegex(@"\busing System\.(Text\.Json|Data|Net|IO)\b|\b(Sql|Cypher|Http|GraphQL|Svg)[A-Z]")]
    private static partial Regex TechnicalUse();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
