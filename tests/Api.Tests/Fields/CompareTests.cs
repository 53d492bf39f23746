using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class CompareTests(SeedGraph seed)
{
    private const string Counts =
        "antal { art antal } "
        + "noder { art node { slags titel } foer { noegle } efter { noegle } lighed grund felter { felt ordFoer ordEfter } }";

    [Fact]
    public async Task What_a_revision_brought_is_new_and_touches_what_stood()
    {
        var data = await seed.Api.AskAsync(
            $$"""{ forskel(fra: { revision: 1 }, til: { revision: 2 }) { {{Counts}} paavirkning { forklaring } } }"""
        );
        Assert.Equal(["91", "0", "0", "0"], data.At("forskel", "antal").Texts("antal"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("forskel", "paavirkning").ValueKind);
    }

    [Fact]
    public async Task Between_a_revision_and_itself_nothing_differs()
    {
        var data = await seed.Api.AskAsync(
            $$"""{ forskel(fra: { revision: 3 }, til: { revision: 3 }) { {{Counts}} nyeKanter { noegle } fjernedeKanter { noegle } } }"""
        );
        Assert.All(data.At("forskel", "antal").Texts("antal"), n => Assert.Equal("0", n));
        Assert.Empty(data.At("forskel", "nyeKanter").EnumerateArray());
    }

    /// <summary>The next edition renames one effort, drops one contribution and tells a deadline otherwise.</summary>
    [Fact]
    public async Task A_new_edition_changes_what_it_renames_and_drops_what_it_leaves_out()
    {
        var api = await seed.CopyAsync();
        var path = Path.Combine(Repository.Root, "seed", "vestersoe-boern-og-unge", "aftale.md");
        var text = (await File.ReadAllTextAsync(path)).Replace("Tidlig opsporing", "Tidligere opsporing", StringComparison.Ordinal);
        Assert.Contains("Tidligere opsporing", text, StringComparison.Ordinal);
        await api.AskAsync(
            "mutation($b: String!) { importerAftale(input: { filnavn: \"ny.md\", indholdBase64: $b }) { udfald } }",
            new { b = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)) }
        );
        var data = await api.AskAsync(
            $$"""
            {
              forskel(
                fra: { aftale: "vestersoe/aftale/udviklingsaftale-2025-center-for-boern-og-unge", udgave: 1 }
                til: { aftale: "vestersoe/aftale/udviklingsaftale-2025-center-for-boern-og-unge", udgave: 2 }
              ) { {{Counts}} }
            }
            """
        );
        var effort = data.At("forskel", "noder").EnumerateArray().Single(n => n.At("node", "slags").GetString() == "INDSATS");
        Assert.Equal("AENDRET", effort.At("art").GetString());
        Assert.Equal("vestersoe/indsats/tidlig-opsporing", effort.At("foer", "noegle").GetString());
        Assert.Equal("vestersoe/indsats/tidligere-opsporing", effort.At("efter", "noegle").GetString());
        Assert.Equal(
            ("Tidlig", "Tidligere"),
            (effort.At("felter", 0, "ordFoer").GetString(), effort.At("felter", 0, "ordEfter").GetString())
        );
        Assert.Equal(
            "0",
            data.At("forskel", "antal").EnumerateArray().Single(a => a.At("art").GetString() == "FJERNET").At("antal").ToString()
        );
    }

    [Fact]
    public async Task Two_municipalities_are_held_against_each_other_by_what_they_say()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              forskel(fra: { kommune: "Slagelse" }, til: { kommune: "Guldborgsund" }) {
                noder(slags: [ORGANISATION]) { art foer { kommune noegle } efter { kommune noegle } }
              }
            }
            """
        );
        // "Handicap og Psykiatri" is a committee in both.
        Assert.Contains(
            data.At("forskel", "noder").EnumerateArray(),
            n => n.At("art").GetString() != "NY" && n.At("foer").ValueKind == System.Text.Json.JsonValueKind.Object
        );
    }

    [Theory]
    [InlineData("{ udgave: 2 }", "udgave er en aftales")]
    [InlineData("{ aftale: \"vestersoe/aftale/maalaftale-2025-26-jobcenter-vestersoe\", udgave: 7 }", "har ingen 7. udgave")]
    [InlineData("{ revision: 99 }", "Der er ingen revision 99")]
    [InlineData(
        "{ kommune: \"Nakskov\" }",
        "Der er ingen kommune »Nakskov«. Grafen har Guldborgsund Kommune, Slagelse Kommune, Vestersø Kommune."
    )]
    public async Task A_side_that_is_not_there_is_an_error(string side, string message) =>
        Assert.Contains(
            message,
            (await seed.Api.ErrorAsync($$"""{ forskel(fra: {{side}}, til: {}) { antal { antal } } }""")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_organisation_can_be_said_by_hand_to_take_anothers_place()
    {
        var api = await seed.CopyAsync();
        var made = await api.AskAsync(
            """
            mutation {
              ny: opretKnude(input: { slags: ORGANISATION, kommune: "vestersoe", tekst: "Center for Opvækst", art: CENTER }) {
                knude { noegle }
              }
              kant: opretKant(input: {
                type: AFLOESER, dato: "2026-01-01"
                fra: "vestersoe/organisation/center-for-opvaekst", til: "vestersoe/organisation/center-for-boern-og-unge"
              }) { kant { type dato } fejl { besked } }
            }
            """
        );
        Assert.Equal("2026-01-01", made.At("kant", "kant", "dato").GetString());
        var data = await api.AskAsync("""{ organisation(id: "vestersoe/organisation/center-for-opvaekst") { afloeser { titel } } }""");
        Assert.Equal(["Center for Børn og Unge"], data.At("organisation", "afloeser").Texts("titel"));
    }
}
