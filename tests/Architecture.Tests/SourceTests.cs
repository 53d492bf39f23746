using System.Text.RegularExpressions;
using Xunit;

namespace Effektkaeder.Architecture.Tests;

/// <summary>What the projects' references cannot show: arrows between folders, and words that do not belong.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void The_two_engines_of_storage_never_use_each_other()
    {
        Assert.DoesNotContain(
            Sources.Under("src/Effektkaeder.Storage/Sqlite"),
            f => f.Text.Contains("Storage.Neo4j", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            Sources.Under("src/Effektkaeder.Storage/Neo4j"),
            f => f.Text.Contains("Storage.Sqlite", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_ports_of_storage_know_no_engine() =>
        Assert.DoesNotContain(
            Sources.Under("src/Effektkaeder.Storage/Ports"),
            f =>
                f.Text.Contains("using Effektkaeder.Storage.Sqlite", StringComparison.Ordinal)
                || f.Text.Contains("using Effektkaeder.Storage.Neo4j", StringComparison.Ordinal)
        );

    [Fact]
    public void A_phase_of_the_layout_never_uses_another() =>
        Assert.All(
            Sources.Of("Layout").Where(f => PhaseFolder().IsMatch(f.Path)),
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
        Assert.All(
            Sources.Under($"src/Effektkaeder.{room}/{folder}"),
            f => Assert.False(DomainWord().IsMatch(f.Text), $"{f.Path}: {DomainWord().Match(f.Text).Value}")
        );

    [Fact]
    public void The_domain_holds_no_technical_word() =>
        Assert.All(
            Sources.Of("Domain"),
            f => Assert.False(TechnicalUse().IsMatch(f.Text), $"{f.Path}: {TechnicalUse().Match(f.Text).Value}")
        );

    [Theory]
    [InlineData("src", "*.cs")]
    [InlineData("src", "*.razor")]
    [InlineData("src/Effektkaeder.Web/Explorer/src", "*.ts*")]
    [InlineData("src/Effektkaeder.Web/Pages", "*.css")]
    [InlineData("tests", "*.cs")]
    public void No_line_is_longer_than_140_columns(string folder, string pattern) =>
        Assert.Empty(
            Sources
                .Under(folder, pattern)
                .SelectMany(f => f.Text.Split('\n').Select((line, i) => (line.TrimEnd('\r').Length, Where: $"{f.Path}:{i + 1}")))
                .Where(line => line.Length > 140)
                .Select(line => line.Where)
        );

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Assert.All(Sources.Under("src"), f => Assert.False(Unfinished().IsMatch(f.Text), $"{f.Path}: {Unfinished().Match(f.Text).Value}"));

    [GeneratedRegex(@"^(P\d)[A-Z][A-Za-z]+/")]
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
