using System.Xml.Linq;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Search, impact, paths, checks and drawings over the seed agreements, worked by hand.</summary>
public sealed class AnalysisTests(SeedGraph seed)
{
    [Theory]
    [InlineData("boern")]
    [InlineData("børn")]
    [InlineData("BØRN")]
    public async Task Search_folds_Danish_letters(string word)
    {
        var titles = (await seed.Api.AskAsync("query($t: String!) { soeg(tekst: $t) { nodes { titel } } }", new { t = word }))
            .At("soeg")
            .Titles();
        Assert.Contains("Center for Børn og Unge", titles);
        Assert.Contains("Antal børn, hvor tegn er set, inden de fylder fire år", titles);
    }

    [Fact]
    public async Task Search_ranks_a_whole_title_first_marks_the_words_and_pages()
    {
        var soeg = (await seed.Api.AskAsync("{ soeg(tekst: \"sunde overgange\") { hits { rang uddrag node { titel } } } }")).At(
            "soeg",
            "hits"
        );
        Assert.Equal(
            ("Sunde overgange", 0, "**Sunde** **overgange**"),
            (soeg.At(0, "node", "titel").GetString(), soeg.At(0, "rang").GetInt32(), soeg.At(0, "uddrag").GetString())
        );

        var page = (
            await seed.Api.AskAsync(
                "{ a: soeg(tekst: \"borgere\", first: 2) { totalCount harFlere nodes { noegle } } b: soeg(tekst: \"borgere\", "
                    + "first: 2, skip: 2) { nodes { noegle } } ingen: soeg(tekst: \"zebra\") { totalCount harFlere } }"
            )
        );
        Assert.True(page.At("a", "harFlere").GetBoolean() && page.At("a", "totalCount").GetInt32() > 4);
        Assert.Empty(page.At("a", "nodes").Texts("noegle").Intersect(page.At("b", "nodes").Texts("noegle")));
        Assert.Equal((0, false), (page.At("ingen", "totalCount").GetInt32(), page.At("ingen", "harFlere").GetBoolean()));
    }

    [Fact]
    public async Task Search_keeps_to_kinds_and_municipality()
    {
        var answer = await seed.Api.AskAsync(
            "{ a: soeg(tekst: \"center\", slags: [ORGANISATION], kommune: \"vestersoe\") { nodes { slags kommune } } }"
        );
        Assert.NotEmpty(answer.At("a", "nodes").EnumerateArray());
        Assert.All(
            answer.At("a", "nodes").EnumerateArray(),
            n => Assert.Equal(("ORGANISATION", "vestersoe"), (n.At("slags").GetString(), n.At("kommune").GetString()))
        );
    }

    /// <summary>
    /// Udsattepolitikken holds two goals, which no other policy holds: both fall, and with them all of point 4: one effort, one
    /// contribution, one effect, four indicators. The point couples to the directorate's agreement and to two obliged units.
    /// </summary>
    [Fact]
    public async Task Dropping_a_policy_drops_its_goals_and_takes_the_ground_from_all_below()
    {
        var svar = (
            await seed.Api.AskAsync(
                """
                { paavirkning(aendringer: [{ node: "slagelse/politik/udsattepolitik", art: BORTFALDER }]) {
                    bortfaldne { titel } aendrede { node { titel } art varighed }
                    mister: beroerte(konsekvenser: [MISTER_GRUNDLAG]) { node { slags } grundlag tab direkthed }
                    beroerte { node { titel slags } afstand konsekvens direkthed tillid }
                    indeni { milepaele { titel } dokumentation { titel } maalinger { titel } indikatorer { titel } }
                    efterNiveau { noegle navn antal } efterCenter { navn antal } efterAnsvarlig { navn antal }
                } }
                """
            )
        ).At("paavirkning");
        Assert.Equal(
            ["Udsattepolitikken", "Helhedsorienteret indsats og sagsbehandling", "Mødet mellem Kommunen og borgeren"],
            svar.At("bortfaldne").Texts("titel")
        );
        Assert.Equal(
            ["INDSATS", "BIDRAG", "EFFEKT", "INDIKATOR", "INDIKATOR", "INDIKATOR", "INDIKATOR"],
            svar.At("mister").Texts("node", "slags")
        );
        Assert.All(
            svar.At("mister").EnumerateArray(),
            b => Assert.Equal((0, 1, "HIERARKI"), (b.At("grundlag").GetDouble(), b.At("tab").GetDouble(), b.At("direkthed").GetString()))
        );
        var rest = svar.At("beroerte").EnumerateArray().Skip(7).ToList();
        Assert.Equal(
            ["Direktionens udviklingsaftale", "Jobcentret", "Rådgivning og Udbetaling"],
            rest.Select(b => b.At("node", "titel").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.All(
            rest,
            b =>
                Assert.Equal(
                    // From the policy by goal, effort and coupling.
                    (3, "BEROERES", "KOBLING", 0.9),
                    (b.At("afstand").GetInt32(), b.At("konsekvens").GetString(), b.At("direkthed").GetString(), b.At("tillid").GetDouble())
                )
        );
        Assert.Equal((1, 2, 1, 4), (Count("milepaele"), Count("dokumentation"), Count("maalinger"), Count("indikatorer")));
        Assert.Equal(["1", "1", "1", "4", "2", "1"], svar.At("efterNiveau").Texts("antal"));
        Assert.All(
            svar.At("efterAnsvarlig").EnumerateArray().Where(g => g.At("navn").GetString() != "(ingen)"),
            g => Assert.Equal(7, g.At("antal").GetInt32())
        );

        int Count(string field) => svar.At("indeni", field).GetArrayLength();
    }

    [Fact]
    public async Task An_impact_is_told_in_words_with_the_point_first_and_the_policy_at_the_end_of_each_path()
    {
        var svar = (
            await seed.Api.AskAsync(
                """
                { paavirkning(aendringer: [{ node: "Udsattepolitikken", art: BORTFALDER }]) {
                    forklaring beroerte { forklaring stierAfkortet node { slags } stier { noder { titel } } } } }
                """
            )
        ).At("paavirkning");
        Assert.StartsWith(
            "Når »Udsattepolitikken« bortfalder, falder 2 politiske mål med og mister 1 indsats, 1 bidrag, 1 effekt og 4 indikatorer deres "
                + "grundlag. Desuden berøres »Direktionens udviklingsaftale«, »Jobcentret« og »Rådgivning og Udbetaling«.",
            svar.At("forklaring").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Indsatsen »Udsatteområdet« mister sit grundlag: den forfølger »Helhedsorienteret indsats og sagsbehandling«, som står i "
                + "»Udsattepolitikken«, som bortfalder.",
            svar.At("beroerte", 0, "forklaring").GetString()
        );
        Assert.All(
            svar.At("beroerte").EnumerateArray(),
            b => Assert.Equal("Udsattepolitikken", b.At("stier", 0, "noder", 0, "titel").GetString())
        );
    }

    [Fact]
    public async Task One_node_cannot_both_fall_and_come_later()
    {
        var (message, code) = await seed.Api.ErrorAsync(
            """
            { paavirkning(aendringer: [
                { node: "slagelse/politik/udsattepolitik", art: BORTFALDER },
                { node: "Udsattepolitikken", art: UDSKYDES, varighed: "P6M" }]) { forklaring } }
            """
        );
        Assert.Equal("UGYLDIGT_ARGUMENT", code);
        Assert.Contains("kan ikke både være bortfalder og udskydes:P6M", message, StringComparison.Ordinal);
    }

    /// <summary>All who answer for an effort go: it loses its responsible.</summary>
    [Fact]
    public async Task A_leader_who_goes_leaves_what_no_one_else_answers_for()
    {
        var efforts = (
            await seed.Api.AskAsync(
                "{ alleIndsatser(where: { kommune: { eq: \"vestersoe\" } }) { nodes { noegle ansvarlige { noegle } } } }"
            )
        )
            .At("alleIndsatser", "nodes")
            .EnumerateArray()
            .Select(n => (Key: n.At("noegle").GetString()!, By: n.At("ansvarlige").Texts("noegle")))
            .Where(n => n.By.Length > 0)
            .ToList();
        Assert.NotEmpty(efforts);
        foreach (var (key, by) in efforts)
        {
            var answer = await seed.Api.AskAsync(
                "query($c: [AendringInput!]!) { paavirkning(aendringer: $c, koblingshop: 0) "
                    + "{ beroerte { node { noegle } konsekvens direkthed } } }",
                new { c = by.Select(node => new { node, art = "BORTFALDER" }) }
            );
            var own = answer.At("paavirkning", "beroerte").EnumerateArray().Single(b => b.At("node", "noegle").GetString() == key);
            Assert.Equal(("MISTER_ANSVARLIG", "ANSVAR"), (own.At("konsekvens").GetString(), own.At("direkthed").GetString()));
        }
    }

    /// <summary>
    /// »Fællesskaber for alle« is the only goal of one effort and one of two of the other: the first loses all, the second half.
    /// </summary>
    [Fact]
    public async Task Dropping_a_shared_goal_weakens_what_has_another()
    {
        var beroerte = (
            await seed.Api.AskAsync(
                """
                { paavirkning(aendringer: [{ node: "vestersoe/politisk-maal/faellesskaber-for-alle", art: BORTFALDER }], koblingshop: 0) {
                    beroerte { node { titel slags } konsekvens grundlag stier { laengde noder { titel } kanter { type } } kanttyper } } }
                """
            )
        ).At("paavirkning", "beroerte").EnumerateArray().ToList();
        Assert.Equal(("MISTER_GRUNDLAG", 0), Of("Stærke skolefællesskaber"));
        Assert.Equal(("SVAEKKES", 0.5), Of("Tidlig opsporing"));
        Assert.Equal(6, beroerte.Count(b => b.At("konsekvens").GetString() == "MISTER_GRUNDLAG"));
        Assert.Equal(6, beroerte.Count(b => b.At("konsekvens").GetString() == "SVAEKKES"));
        Assert.All(beroerte, b => Assert.Equal(b.At("stier", 0, "laengde").GetInt32() + 1, b.At("stier", 0, "noder").GetArrayLength()));

        (string?, double) Of(string titel) =>
            beroerte
                .Where(b => b.At("node", "titel").GetString() == titel)
                .Select(b => (b.At("konsekvens").GetString(), b.At("grundlag").GetDouble()))
                .Single();
    }

    /// <summary>The deadline is the last day of a month, so half a year later it is again one; the agreement ends before.</summary>
    [Fact]
    public async Task Postponing_an_effort_moves_its_deadline_out_of_the_agreements_period()
    {
        var dato = Assert.Single((
                await seed.Api.AskAsync(
                    """
                    { paavirkning(aendringer: [{ node: "vestersoe/indsats/tidlig-opsporing", art: UDSKYDES, varighed: "P6M" }]) {
                        datoer { node { titel } foer { til } efter { til } aarsag modpart { titel } forklaring } } }
                    """
                )
            ).At("paavirkning", "datoer").EnumerateArray());
        Assert.Equal(
            ("2025-09-30", "2026-03-31", "KONFLIKT"),
            (dato.At("foer", "til").GetString(), dato.At("efter", "til").GetString(), dato.At("aarsag").GetString())
        );
        Assert.Equal("Udviklingsaftale 2025, Center for Børn og Unge", dato.At("modpart", "titel").GetString());
    }

    [Fact]
    public async Task Upwards_reaches_what_the_effort_serves()
    {
        var titles = (
            await seed.Api.AskAsync(
                """
                { paavirkning(
                    aendringer: [{ node: "vestersoe/indsats/tidlig-opsporing", art: AENDRES }], retning: OP, koblingshop: 0
                  ) { beroerte { node { titel } } } }
                """
            )
        ).At("paavirkning", "beroerte").Texts("node", "titel");
        Assert.Equal(
            ["Børne- og Ungeudvalgets vision", "Børnepolitikken", "Fællesskaber for alle", "Hjælp i rette tid"],
            titles.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("dybde: 1", 2)]
    [InlineData("dybde: 0", 0)]
    [InlineData("kanttyper: [OMFATTER]", 2)]
    [InlineData("mindsteTillid: 0.95, koblingshop: 1", 5)]
    [InlineData("koblingshop: 0", 5)]
    public async Task Impact_keeps_to_its_bounds(string bounds, int count)
    {
        var beroerte = (
            await seed.Api.AskAsync(
                $$"""
                { paavirkning(aendringer: [{ node: "vestersoe/indsats/tidlig-opsporing", art: AENDRES }], {{bounds}}) {
                    beroerte(konsekvenser: [BEROERES]) { node { titel slags } afstand } } }
                """
            )
        ).At("paavirkning", "beroerte");
        var inChain = beroerte.EnumerateArray().Count(b => b.At("node", "slags").GetString() is "BIDRAG" or "EFFEKT" or "INDIKATOR");
        Assert.Equal(count, inChain);
    }

    [Fact]
    public async Task Paths_are_shortest_first_and_say_when_they_are_cut()
    {
        const string Ends =
            "fra: \"vestersoe/politisk-maal/lige-adgang-til-sundhed\", "
            + "til: \"vestersoe/udviklingsaftale-2025-center-for-sundhed-og-omsorg/sunde-overgange/indikator/"
            + "antal-genindlaeggelser-inden-for-30-dage\"";
        var answer = await seed.Api.AskAsync(
            $"{{ all: stier({Ends}, koblingshop: 0) {{ afkortet stier {{ laengde noder {{ titel }} }} }} cut: stier({Ends}, "
                + $"koblingshop: 0, first: 1) {{ afkortet stier {{ tillid laengde }} }} none: stier({Ends}, first: 0) {{ afkortet stier "
                + $"{{ laengde }} }} }}"
        );
        // One effort, two contributions, one effect: one path through each contribution.
        Assert.Equal(["4", "4"], answer.At("all", "stier").Texts("laengde"));
        Assert.False(answer.At("all", "afkortet").GetBoolean());
        Assert.Equal((true, 1), (answer.At("cut", "afkortet").GetBoolean(), answer.At("cut", "stier").GetArrayLength()));
        Assert.Equal((true, 0), (answer.At("none", "afkortet").GetBoolean(), answer.At("none", "stier").GetArrayLength()));
    }

    [Fact]
    public async Task Checks_keep_to_codes_municipality_and_agreement()
    {
        var answer = await seed.Api.AskAsync(
            """
            { a: kontrol(koder: [ENSIDIG_KOBLING], kommune: "vestersoe") { kode alvor node { titel } princip sted { dokument linje } }
              b: kontrol(aftale: "vestersoe/aftale/maalaftale-2025-26-jobcenter-vestersoe") { kode node { udsagn { aftale { noegle } } } }
              kontroller { kode navn alvor princip } }
            """
        );
        Assert.Contains("Stærke skolefællesskaber", answer.At("a").Texts("node", "titel"));
        Assert.All(answer.At("a").Texts("kode"), kode => Assert.Equal("ENSIDIG_KOBLING", kode));
        Assert.NotEmpty(answer.At("b").EnumerateArray());
        Assert.All(
            answer.At("b").EnumerateArray(),
            f =>
                Assert.Contains("vestersoe/aftale/maalaftale-2025-26-jobcenter-vestersoe", f.At("node", "udsagn").Texts("aftale", "noegle"))
        );
        Assert.Equal(22, answer.At("kontroller").GetArrayLength());
    }

    [Theory]
    [InlineData("scene: OVERBLIK", "Slagelse")]
    [InlineData("scene: CENTER, node: \"vestersoe/organisation/center-for-boern-og-unge\"", "Tidlig")]
    [InlineData("scene: EFFEKTKAEDE, node: \"vestersoe/indsats/tidlig-opsporing\"", "Tidlig")]
    [InlineData("scene: PAAVIRKNING, aendringer: [{ node: \"slagelse/politik/udsattepolitik\", art: BORTFALDER }]", "Udsatte")]
    public async Task A_drawing_is_well_formed_svg_of_its_size(string scene, string word)
    {
        var tegning = (await seed.Api.AskAsync($"{{ tegning({scene}) {{ svg bredde hoejde foldet }} }}")).At("tegning");
        var svg = XDocument.Parse(tegning.At("svg").GetString()!).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.True(tegning.At("bredde").GetDouble() > 0 && tegning.At("hoejde").GetDouble() > 0);
        Assert.Contains(word, svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revisions_come_newest_first()
    {
        var revisioner = (await seed.Api.AskAsync("{ revisioner(first: 2) { nummer tidspunkt forfatter handling kilde resume } }")).At(
            "revisioner"
        );
        Assert.Equal(["5", "4"], revisioner.Texts("nummer"));
        Assert.Equal(
            ("2026-03-01T09:30:00.000Z", "import", "vestersoe-sundhed-og-omsorg/aftale.md"),
            (revisioner.At(0, "tidspunkt").GetString(), revisioner.At(0, "handling").GetString(), revisioner.At(0, "kilde").GetString())
        );
    }
}
