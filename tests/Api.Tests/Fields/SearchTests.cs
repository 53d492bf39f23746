using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Search as people write: phrases, fields, persons, and a letter wrong.</summary>
public sealed class SearchTests(SeedGraph seed)
{
    private async Task<System.Text.Json.JsonElement> AskAsync(string text) =>
        (
            await seed.Api.AskAsync(
                """
                query($t: String!) {
                  soeg(tekst: $t, first: 50) { totalCount rettet felterMed hits { rang node { titel slags noegle } } }
                }
                """,
                new { t = text }
            )
        ).At("soeg");

    [Fact]
    public async Task A_phrase_in_quotes_stands_word_for_word()
    {
        var (loose, strict) = (await AskAsync("borgere hårdest"), await AskAsync("\"hårdest ramte borgere\""));
        Assert.True(loose.At("totalCount").GetInt32() >= strict.At("totalCount").GetInt32());
        Assert.True(strict.At("totalCount").GetInt32() > 0);
        Assert.Equal(0, (await AskAsync("\"borgere ramte hårdest\"")).At("totalCount").GetInt32());
    }

    [Fact]
    public async Task Fields_and_persons_are_found_after_titles_and_texts()
    {
        var person = await AskAsync("Ditte Overgaard");
        Assert.Contains(
            person.At("hits").EnumerateArray(),
            h => h.At("node", "slags").GetString() == "ROLLE" && h.At("rang").GetInt32() == 4
        );
        var field = await AskAsync("pulje ministeriet");
        Assert.Equal(["INDSATS"], field.At("hits").Texts("node", "slags").Distinct());
        Assert.True(field.At("felterMed").GetBoolean());
        var ranks = (await AskAsync("borgere")).At("hits").EnumerateArray().Select(h => h.At("rang").GetInt32()).ToList();
        Assert.Equal(ranks.Order(), ranks);
    }

    /// <summary>Of two whose titles hold the word the one that says little else comes first.</summary>
    [Fact]
    public async Task Within_a_rank_what_fits_best_comes_first()
    {
        var titles = (await AskAsync("recovery")).At("hits").EnumerateArray().Where(h => h.At("rang").GetInt32() == 2).ToList();
        Assert.True(
            titles.Count < 2 || titles[0].At("node", "titel").GetString()!.Length <= titles[^1].At("node", "titel").GetString()!.Length
        );
        Assert.Equal("Udsattepolitikken", (await AskAsync("udsattepolitikken")).At("hits", 0, "node", "titel").GetString());
    }

    [Theory]
    [InlineData("recovrey", "recovery")]
    [InlineData("velfærdsteknologii", "velfaerdsteknologi")]
    [InlineData("samskabels", "samskabelse")]
    public async Task A_letter_wrong_is_put_right_and_told(string wrong, string right)
    {
        var found = await AskAsync(wrong);
        Assert.True(found.At("totalCount").GetInt32() > 0);
        if (found.At("rettet").GetString() is { } told)
        {
            Assert.Equal(right, told);
        }
    }

    [Fact]
    public async Task What_is_near_nothing_is_found_nowhere()
    {
        var found = await AskAsync("xyzzyplugh");
        Assert.Equal(0, found.At("totalCount").GetInt32());
        Assert.Null(found.At("rettet").GetString());
    }
}
