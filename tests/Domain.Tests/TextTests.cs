using Effektkaeder.Domain.Tekst;
using Xunit;

namespace Effektkaeder.Domain.Tests;

public sealed class TextTests
{
    [Fact]
    public void Danish_order_is_the_order_of_the_sort_keys()
    {
        string[] ordered = ["12", "a", "abe", "Zoo", "Ærø", "Øst", "ål", "Aarhus", "Århus", "Åse"];
        Assert.Equal(ordered, ordered.Reverse().OrderBy(SortKey.Of, StringComparer.Ordinal).ThenBy(t => t, StringComparer.Ordinal));
        Assert.Equal(SortKey.Of("Aarhus"), SortKey.Of("århus"));
    }

    [Theory]
    [InlineData("BØRN", "boern"), InlineData("Åse  Ærø", "aase aeroe"), InlineData("café", "cafe")]
    public void Folding_writes_danish_letters_out(string text, string folded) => Assert.Equal(folded, Fold.Of(text));

    [Theory]
    [
        InlineData("indsatser", "indsats"),
        InlineData("borgernes", "borgere"),
        InlineData("kommunerne", "kommunens"),
        InlineData("faglighed", "faglige")
    ]
    public void Forms_of_a_word_share_a_stem(string a, string b) => Assert.Equal(Soegeord.Of(a), Soegeord.Of(b));

    [Theory]
    [
        InlineData("fravær", "fravaer"),
        InlineData("Ældre", "aeldre"),
        InlineData("børnenes", "boernenes"),
        InlineData("åbenhed", "aabenhed"),
        InlineData("temaer", "temær"),
        InlineData("poesi", "pøsi")
    ]
    public void A_word_is_asked_for_alike_with_and_without_Danish_letters(string a, string b)
    {
        Assert.Equal(Soegeord.Asked(a)[0], Soegeord.Asked(b)[0]);
        Assert.Contains(Soegeord.Of(a), Soegeord.Asked(a)[0]);
        Assert.Contains(Soegeord.Of(b), Soegeord.Asked(a)[0]);
    }

    // From the sample vocabulary of the Danish stemmer's own page.
    [Theory]
    [
        InlineData("indtage", "indtag"),
        InlineData("indtagelse", "indtag"),
        InlineData("indtages", "indtag"),
        InlineData("indtræde", "indtræd"),
        InlineData("undersåtter", "undersåt"),
        InlineData("undertiden", "undertid")
    ]
    public void Stems_are_those_of_the_reference(string word, string stem) => Assert.Equal(stem, DanishStemmer.Stem(word));

    [Fact]
    public void Content_words_leave_out_what_every_text_has() =>
        Assert.Equal(["borg", "maaling"], Indholdsord.Of("Der skal være en måling af borgere").Order());

    [Fact]
    public void A_text_fits_as_its_folded_form_says_whatever_letters_it_is_made_of()
    {
        string[] letters = ["a", "A", "e", "æ", "Ø", "å", "a\u030A", "é", " ", "  ", "\u00AD", "1", "-", "ß", "\u200B", "o", "z"];
        var chance = new Random(20261129);
        string Some() => string.Concat(Enumerable.Range(0, chance.Next(0, 6)).Select(_ => letters[chance.Next(letters.Length)]));
        var seen = new int[3];
        for (var i = 0; i < 20_000; i++)
        {
            var (text, asked) = (Some(), Fold.Of(Some().Trim()));
            var own = Fold.Of(text);
            var expected =
                own == asked ? 0
                : own.StartsWith(asked, StringComparison.Ordinal) ? 1
                : 2;
            Assert.True(expected == Fold.Fit(text, asked), $"»{text}« to »{asked}«");
            seen[expected]++;
        }

        Assert.All(seen, count => Assert.True(count > 100));
    }

    [Fact]
    public void An_opening_tells_of_a_text_what_the_text_itself_would()
    {
        string[] letters = ["a", "A", "e", "æ", "å", "a\u030A", "é", " ", "  ", "\u00AD", "-", "ß", "π", "\u200B", "o"];
        var chance = new Random(20261130);
        string Some() =>
            string.Concat(
                Enumerable.Range(0, chance.Next(0, 12)).Select(_ => letters[chance.Next(4) > 0 ? 0 : chance.Next(letters.Length)])
            );
        var (told, untold) = (new int[3], new int[3]);
        for (var i = 0; i < 40_000; i++)
        {
            var asked = Fold.Of(Some().Trim());
            // A text that begins so is no chance to wait for, nor is one that is too long to tell how long.
            var text = chance.Next(3) == 0 ? asked + Some() : Some() + (chance.Next(50) == 0 ? new string('a', 256) : "");
            var (test, fit, opening) = (new OpeningTest(asked), Fold.Fit(text, asked), Fold.Opening(text));
            Assert.True(test.Fit(opening) is null || test.Fit(opening) == fit, $"»{text}« to »{asked}«");
            Assert.True(fit > 0 || test.CanBeWhole(opening), $"»{text}« is »{asked}«");
            (test.Fit(opening) is null ? untold : told)[fit]++;
        }

        Assert.All(told, count => Assert.True(count > 100));
        Assert.All(untold, count => Assert.True(count > 100));
    }
}
