using Effektkaeder.Diagram.Text;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Text;

public sealed class WrappingTests
{
    private static readonly string[] Labels =
    [
        "Rehabiliterende tilgang",
        "Handicap og Psykiatriudvalgets vision",
        "Erhvervsudviklingspolitikken",
        "Specialarbejderuddannelsesinstitutionsbestyrelsesmøde",
        "a",
        "",
        "   ",
        "Socialpsykiatrien/CFA",
        "børne- og ungeudvalgets",
        "Når Slagelse Kommune hjælper på det sociale område, er det borgerens egne håb og drømme der er afsættet for alt, hvad vi gør.",
        "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "https://www.example.org/en/meget/lang/sti?med=parametre",
        "漢字🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂",
    ];

    public static TheoryData<string, double, int> Cases()
    {
        var data = new TheoryData<string, double, int>();
        foreach (var label in Labels)
        {
            foreach (var width in new[] { 40.0, 90, 163, 600 })
            {
                foreach (var lines in new[] { 1, 2, 6, 40 })
                {
                    data.Add(label, width, lines);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_is_wider_than_asked_and_no_more_lines_than_asked(string label, double width, int most)
    {
        var lines = Wrapping.Lines(label, width, 12, most);
        Assert.InRange(lines.Count, 1, most);
        Assert.All(
            lines,
            line => Assert.True(TextMeasure.Width(line, 12) <= width, $"»{line}« is {TextMeasure.Width(line, 12)} wide, not {width}.")
        );
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_lost_without_an_ellipsis(string label, double width, int most)
    {
        var lines = Wrapping.Lines(label, width, 12, most);
        if (lines[^1].EndsWith('…'))
        {
            Assert.StartsWith(Letters(string.Concat(lines).TrimEnd('…')), Letters(label), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(Letters(label), Letters(string.Concat(lines)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_surrogate_pair_is_parted(string label, double width, int most) =>
        Assert.All(
            Wrapping.Lines(label, width, 12, most),
            line =>
                Assert.False(
                    line.Where(
                            (c, i) =>
                                char.IsSurrogate(c)
                                && !(char.IsHighSurrogate(c) && i + 1 < line.Length && char.IsLowSurrogate(line[i + 1]))
                                && !(i > 0 && char.IsHighSurrogate(line[i - 1]))
                        )
                        .Any(),
                    line
                )
        );

    [Fact]
    public void Words_stay_whole_where_they_fit() =>
        Assert.Equal(["Sammen om", "hverdagen"], Wrapping.Lines("Sammen om hverdagen", 90, 12, 3));

    [Theory]
    [InlineData("Erhvervsudviklingspolitikken", 150, "Erhvervsudviklings-", "politikken")]
    [InlineData("Handicap og Psykiatriudvalgets vision", 165, "Handicap og Psykiatri-", "udvalgets vision")]
    [InlineData("Fokusgruppeinterviews", 120, "Fokusgruppe-", "interviews")]
    [InlineData("Beskæftigelsesindsats", 120, "Beskæftigelses-", "indsats")]
    public void A_compound_is_parted_between_its_parts(string label, double width, params string[] lines) =>
        Assert.Equal(lines, Wrapping.Lines(label, width, 12, 6));

    [Theory]
    [InlineData("Socialpsykiatrien/CFA", 115, "Socialpsykiatrien/", "CFA")]
    [InlineData("misbrugsbehandlings-tilbud", 150, "misbrugsbehandlings-", "tilbud")]
    public void A_word_is_parted_at_the_hyphen_or_slash_it_has_and_gets_no_second(string label, double width, params string[] lines) =>
        Assert.Equal(lines, Wrapping.Lines(label, width, 12, 6));

    [Fact]
    public void No_part_of_a_divided_word_is_shorter_than_three_letters() =>
        Assert.All(
            Labels
                .SelectMany(l => l.Split(' '))
                .SelectMany(w => Hyphenation.Syllables(w).Concat(Hyphenation.Parting(w)).Select(at => (w, at))),
            place => Assert.InRange(place.at, 3, place.w.Length - 3)
        );

    [Theory]
    [InlineData("vision", "vi-sion")]
    [InlineData("kompetence", "kom-pe-ten-ce")]
    [InlineData("ansvarlig", "an-svar-lig")]
    [InlineData("undersøgelse", "un-der-sø-gel-se")]
    public void Syllables_are_parted_as_Danish_does(string word, string parted)
    {
        // Two letters are never left alone, so places so near the ends are not offered.
        var expected = new List<int>();
        for (int i = 0, letters = 0; i < parted.Length; i++)
        {
            if (parted[i] == '-')
            {
                if (letters >= 3 && letters <= word.Length - 3)
                {
                    expected.Add(letters);
                }
            }
            else
            {
                letters++;
            }
        }

        Assert.Equal(expected, Hyphenation.Syllables(word).Order());
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not '-'));
}
