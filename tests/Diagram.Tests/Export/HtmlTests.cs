using System.Text.RegularExpressions;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Export;

public sealed class HtmlTests
{
    private static readonly string Page = Html.Write(AlleScener.Tegn("overblik"));

    [Fact]
    public void It_asks_for_nothing_from_outside()
    {
        Assert.DoesNotMatch(@"\b(src|href|action)\s*=", Page);
        Assert.DoesNotMatch(@"@import|url\((?!#)", Page);
        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(Page, @"https?://[^""'\s<]+").Select(m => m.Value).Distinct());
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_the_drawing_whole() => Assert.Contains(AlleScener.Tegn("overblik").Svg, Page, StringComparison.Ordinal);

    [Fact]
    public void A_hostile_title_starts_no_script()
    {
        var page = Html.Write(
            Diagrams.Draw(
                new Testgraf().Node(NodeKind.Vision, "v", "</title><script>alert(1)</script>").Udsnit,
                new(Diagram.Scenes.Scene.Effektkaede, Testgraf.Key(NodeKind.Vision, "v"), null, 1)
            )
        );
        Assert.Single(Regex.Matches(page, "<script"));
    }

    [Fact]
    public async Task Its_script_is_JavaScript() =>
        await Tool.RunAsync("node", ["--check", "-"], Regex.Match(Page, "<script>(.*)</script>", RegexOptions.Singleline).Groups[1].Value);
}
