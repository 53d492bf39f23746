using Effektkaeder.Domain.Tekst;
using Xunit;

namespace Effektkaeder.Domain.Tests;

public sealed class KeyTests
{
    [Theory]
    [InlineData("Recovery og rehabilitering", "recovery-og-rehabilitering")]
    [InlineData("  Børn, Ældre & Åbenhed!  ", "boern-aeldre-aabenhed")]
    [InlineData("Oprettelse af (nye) tilbud", "oprettelse-af-nye-tilbud")]
    [InlineData("Markedsgørelse – Branding", "markedsgoerelse-branding")]
    public void A_slug_is_lower_case_ascii(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Fact]
    public void A_long_slug_is_cut_and_told_apart_by_the_hash_of_the_whole()
    {
        var start = string.Concat(Enumerable.Repeat("meget lang ", 10));
        var (a, b) = (Slug.Of(start + "a"), Slug.Of(start + "b"));
        Assert.NotEqual(a, b);
        Assert.Equal(a[..^8], b[..^8]);
        Assert.Matches("^[a-z0-9-]{1,60}-[0-9a-f]{8}$", a);
    }

    [Fact]
    public void Text_without_letters_still_has_a_slug() => Assert.NotEqual(Slug.Of("!!!"), Slug.Of("§§§"));

    [Theory]
    [InlineData(NodeKind.Politik, "Udsattepolitikken", "Udsattepolitikkens", "Udsattepolitik")]
    [InlineData(NodeKind.Organisation, "Misbrugscentret", "Misbrugscenter", "misbrugscenteret")]
    [InlineData(NodeKind.Organisation, "Handicaprådet", "Handicapråd", "HANDICAPRÅDET.")]
    [InlineData(
        NodeKind.Politik,
        "Slagelse Kommunes Erhvervsudviklingspolitik",
        "Erhvervsudviklingspolitikken",
        "Erhvervsudviklingspolitik"
    )]
    [InlineData(NodeKind.Vision, "Sund  –  klog", "sund - Klog.", "SUND — KLOG")]
    public void The_same_thing_has_one_key_however_it_is_written(NodeKind kind, params string[] ways) =>
        Assert.Single(ways.Select(w => NodeKeys.Shared("slagelse", kind, w)).Distinct());

    [Fact]
    public void Nothing_is_the_same_across_municipalities() =>
        Assert.NotEqual(
            NodeKeys.Shared("slagelse", NodeKind.Organisation, "Byrådet"),
            NodeKeys.Shared("guldborgsund", NodeKind.Organisation, "Byrådet")
        );

    [Fact]
    public void Goals_and_efforts_keep_their_endings() =>
        Assert.NotEqual(NodeKeys.Shared("k", NodeKind.Indsats, "Planen"), NodeKeys.Shared("k", NodeKind.Indsats, "Plan"));

    [Fact]
    public void Keys_read_as_the_model_says()
    {
        var aftale = NodeKeys.Aftale("slagelse", "udviklingsaftale", "2016", "Center for Handicap og Psykiatri");
        Assert.Equal("slagelse/aftale/udviklingsaftale-2016-center-for-handicap-og-psykiatri", aftale);
        Assert.Equal(
            "slagelse/udviklingsaftale-2016-center-for-handicap-og-psykiatri/1/bidrag/noget-2",
            NodeKeys.InDocument(aftale, "1", NodeKind.Bidrag, "Noget", 2)
        );
        Assert.Equal("dk/lov/sel/85", NodeKeys.Lov("SEL", "85"));
    }

    [Fact]
    public void An_id_is_opaque_and_leads_back_to_its_key()
    {
        var id = NodeId.Of(NodeKind.Bidrag, "slagelse/a/1/bidrag/æble");
        Assert.Matches("^[A-Za-z0-9_-]+$", id);
        Assert.Equal("slagelse/a/1/bidrag/æble", NodeId.KeyOf(id));
        Assert.Equal("slagelse/x", NodeId.KeyOf("slagelse/x"));
        Assert.Equal("ikke et id", NodeId.KeyOf("ikke et id"));
    }

    [Theory]
    [InlineData("Temperaturmåling: Er organisationen klar?", "Temperaturmåling")]
    [InlineData("Første sætning. Anden sætning.", "Første sætning")]
    [InlineData("Det sker mhp. salg, jf. ovenfor. Så følger mere.", "Det sker mhp. salg, jf. ovenfor")]
    [InlineData("Senest 1. juli er alt klart. Så ikke mere.", "Senest 1. juli er alt klart")]
    [InlineData("Elever i 7.-9. klasse. Og deres lærere.", "Elever i 7.-9. klasse")]
    public void A_title_is_a_name_or_a_first_sentence(string text, string title) => Assert.Equal(title, Titel.Of(text));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var title = Titel.Of(string.Join(' ', Enumerable.Repeat("sammenhængende", 20)));
        Assert.True(title.Length <= Titel.MaxLength);
        Assert.EndsWith("sammenhængende…", title, StringComparison.Ordinal);
    }
}
