using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Neo4j.Cypher;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>What a title is sorted by begins with one of what is asked for, wherever the title begins with the text.</summary>
public sealed class SearchCypherTests
{
    private const string Letters = "aaaeeoobr æøåÆÅAEO-,.»§2";

    [Fact]
    public void Of_a_text_that_no_title_is_as_long_as_there_are_none() => Assert.Null(SearchCypher.SortPrefixes(new('x', 1_000_000)));

    [Fact]
    public void Every_title_that_begins_so_is_among_them()
    {
        var (random, met) = (new Random(7), 0);
        for (var round = 0; round < 20_000; round++)
        {
            var title = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Letters[random.Next(Letters.Length)])).Trim();
            var folded = Fold.Of(title);
            if (FoldCypher.Kept(title) is not null || folded.Length == 0)
            {
                continue;
            }

            var begins = folded[..random.Next(1, folded.Length + 1)].TrimEnd();
            if (SearchCypher.SortPrefixes(begins) is { } prefixes)
            {
                met++;
                Assert.True(
                    prefixes.Any(p => SortKey.Of(title).StartsWith(p, StringComparison.Ordinal)),
                    $"»{title}« begins with »{begins}«, and »{SortKey.Of(title)}« with none of {string.Join(", ", prefixes)}"
                );
            }
        }

        Assert.InRange(met, 5_000, 20_000);
    }

    [Theory]
    [InlineData("trae", "trae", "tr{")]
    [InlineData("ta", "ta", "t{", "t}")]
    [InlineData("baade", "b}de")]
    [InlineData("§ 50 ", "50")]
    public void They_are_as_few_as_the_ways_to_spell_it(string folded, params string[] prefixes) =>
        Assert.Equal(prefixes, SearchCypher.SortPrefixes(folded));

    [Theory]
    [InlineData("aeaeaeaeaeaeaeae")]
    [InlineData("§")]
    public void Where_they_are_many_or_say_nothing_there_are_none(string folded) => Assert.Null(SearchCypher.SortPrefixes(folded));
}
