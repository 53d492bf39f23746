using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Conditions that stand on every list, and lists that are all filtered, ordered and cut alike.</summary>
public sealed class ReachTests(SeedGraph seed)
{
    /// <summary>Guldborgsund's trial begins 1 January 2017; the brand is settled in January 2017.</summary>
    [Fact]
    public async Task Milestones_wholly_in_a_quarter_are_one_question()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              alleMilepaele(where: { tid: { indenFor: { fra: "2017-01-01", til: "2017-03-31" } } }, order: { tid: ASC }) {
                nodes { noegle }
              }
            }
            """
        );
        Assert.Equal(
            ["branding", "rehabiliterende-tilgang"],
            data.At("alleMilepaele", "nodes").Texts("noegle").Select(k => k.Split('/')[2])
        );
    }

    [Theory]
    [InlineData("foer: \"2017-02-01\"", "2017-01-31")]
    [InlineData("efter: \"2017-11-30\"", "2018-01-01")]
    public async Task Wholly_before_or_after_leaves_out_what_reaches_over(string when, string day)
    {
        var data = await seed.Api.AskAsync(
            $$"""{ alleMilepaele(where: { kommune: { eq: "guldborgsund" }, tid: { {{when}} } }) { nodes { tider { fra til } } } }"""
        );
        var nodes = data.At("alleMilepaele", "nodes").EnumerateArray().ToList();
        Assert.NotEmpty(nodes);
        Assert.All(
            nodes,
            n =>
                Assert.Contains(
                    n.At("tider").EnumerateArray(),
                    t =>
                        when.StartsWith("foer", StringComparison.Ordinal)
                            ? string.CompareOrdinal(t.At("til").GetString(), day) <= 0
                            : string.CompareOrdinal(t.At("fra").GetString(), "2017-11-30") > 0
                )
        );
    }

    /// <summary>
    /// The survey is followed up 1 January 2017 and every half year after: 1 July 2017 is one of those days, 1 April is not.
    /// </summary>
    [Theory]
    [InlineData("2017-07-01", true)]
    [InlineData("2017-04-01", false)]
    public async Task A_recurrence_falls_on_its_own_days(string day, bool falls)
    {
        var data = await seed.Api.AskAsync(
            """
            query($d: Dato!) {
              alleOpfoelgninger(where: { tid: { forekomst: { dag: $d } }, titel: { contains: "spørgeskema" } }) { totalCount }
            }
            """,
            new { d = day }
        );
        Assert.Equal(falls ? 1 : 0, data.At("alleOpfoelgninger", "totalCount").GetInt32());
    }

    [Fact]
    public async Task Under_and_over_stand_in_any_filter_and_go_by_name()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              under: alleNoder(where: { under: { node: "Udsattepolitikken" } }) { totalCount nodes { slags } }
              lige: alleNoder(where: { under: { node: "Udsattepolitikken", dybde: 1 } }) { nodes { slags } }
              over: alleNoder(where: { over: { node: "slagelse/indsats/udsatteomraadet" }, slags: { eq: POLITIK } }) { nodes { titel } }
              inde: alleAftaler(where: { naboer: { kanttyper: [ANGIVER], some: { under: { node: "Udsattepolitikken" } } } }) {
                nodes { noegle }
              }
            }
            """
        );
        // Two goals, one effort, one contribution, one effect, four indicators.
        Assert.Equal(9, data.At("under", "totalCount").GetInt32());
        Assert.Equal(["POLITISK_MAAL", "POLITISK_MAAL"], data.At("lige", "nodes").Texts("slags"));
        Assert.Equal(["Udsattepolitikken"], data.At("over").Titles());
        Assert.Equal(["slagelse/aftale/udviklingsaftale-2016-center-for-handicap-og-psykiatri"], data.At("inde", "nodes").Texts("noegle"));
    }

    [Fact]
    public async Task What_is_under_nothing_is_an_error_with_the_nearest_name() =>
        Assert.Equal(
            ("Der er ingen knude »Udsatepolitiken«. Mente du »Udsattepolitikken«?", "IKKE_FUNDET"),
            await seed.Api.ErrorAsync("{ alleNoder(where: { under: { node: \"Udsatepolitiken\" } }) { totalCount } }")
        );

    [Fact]
    public async Task The_forms_own_fields_are_filtered_by_label_state_and_words()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              ingen: alleNoder(where: { kommune: { eq: "slagelse" }, felt: { label: "baseline", status: [INGEN] } }) { nodes { noegle } }
              ord: alleBidrag(where: { felt: { label: "Økonomi", tekst: { contains: "CENTERBUDGET" } } }) {
                totalCount nodes { udsagn { felter { label tekst } } }
              }
              pladsholder: alleBidrag(where: { felt: { label: "Milepæle", status: [PLADSHOLDER] } }) { nodes { titel } }
            }
            """
        );
        Assert.Equal(["slagelse/indsats/tvaergaaende-borgermiljoeer"], data.At("ingen", "nodes").Texts("noegle"));
        Assert.All(
            data.At("ord", "nodes").EnumerateArray(),
            n =>
                Assert.Contains(
                    n.At("udsagn", 0, "felter").EnumerateArray(),
                    f =>
                        f.At("label").GetString() == "Økonomi"
                        && f.At("tekst").GetString()!.Contains("centerbudget", StringComparison.OrdinalIgnoreCase)
                )
        );
        Assert.Equal(["Udvikling og implementering af værktøj"], data.At("pladsholder").Titles());
    }

    [Fact]
    public async Task Properties_have_types_and_are_filtered()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              alleAftaler(
                where: { underskrevet: { gte: "2016-01-01", lt: "2017-01-01" }, periode: { til: "2016-12-31" } }
                order: { tid: ASC }
              ) {
                nodes { periodeFra periodeTil underskrevet udgave }
              }
              inde: alleAftaler(where: { periode: { indenFor: { fra: "2016-01-01", til: "2016-12-31" } } }) { nodes { kommune } }
              planlagt: alleMaalinger(where: { tilstand: [PLANLAGT], kommune: { eq: "slagelse" } }) { nodes { tilstand } }
              langt: alleEffekter(where: { sigt: [LANGT] }) { nodes { sigt } }
            }
            """
        );
        Assert.Equal(["2016-02-29", "2016-08-29"], data.At("alleAftaler", "nodes").Texts("underskrevet").Order());
        Assert.Equal(["1", "1"], data.At("alleAftaler", "nodes").Texts("udgave"));
        Assert.Equal(["slagelse"], data.At("inde", "nodes").Texts("kommune"));
        Assert.NotEmpty(data.At("planlagt", "nodes").EnumerateArray());
        Assert.Equal(["LANGT"], data.At("langt", "nodes").Texts("sigt").Distinct());
    }

    [Fact]
    public async Task Short_lists_are_filtered_ordered_and_cut_like_any_other()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              indsats(id: "slagelse/indsats/udsatteomraadet") {
                alle: dokumentation { titel }
                bidrag { effekter { indikatorer(order: { titel: DESC }) { titel } } }
                ingen: bidrag(where: { titel: { eq: "findes ikke" } }) { titel }
                nedad(where: { slags: { eq: INDIKATOR } }, first: 2, skip: 1) { afstand node { slags } }
                koblinger(where: { slags: { eq: AFTALE } }) { totalCount }
              }
            }
            """
        );
        var titles = data.At("indsats", "bidrag", 0, "effekter", 0, "indikatorer").Texts("titel");
        Assert.Equal(4, titles.Length);
        Assert.Equal(titles.OrderByDescending(Domain.Tekst.SortKey.Of, StringComparer.Ordinal), titles);
        Assert.Empty(data.At("indsats", "ingen").EnumerateArray());
        Assert.Equal(["INDIKATOR", "INDIKATOR"], data.At("indsats", "nedad").Texts("node", "slags"));
        Assert.True(data.At("indsats", "koblinger", "totalCount").GetInt32() > 0);
    }

    [Theory]
    [InlineData("kommune: DESC", "vestersoe")]
    [InlineData("sted: ASC", "guldborgsund")]
    public async Task Lists_are_ordered_by_municipality_and_place_and_paged_in_that_order(string order, string first)
    {
        var data = await seed.Api.AskAsync($$"""{ alleIndsatser(order: { {{order}} }) { nodes { noegle kommune } } }""");
        var whole = data.At("alleIndsatser");
        Assert.Equal(first, whole.At("nodes", 0, "kommune").GetString());
        var keys = new List<string>();
        for (string? after = null; ;)
        {
            var page = (
                await seed.Api.AskAsync(
                    $$"""
                    query($a: String) {
                      alleIndsatser(order: { {{order}} }, first: 4, after: $a) {
                        totalCount nodes { noegle } pageInfo { hasNextPage endCursor }
                      }
                    }
                    """,
                    new { a = after }
                )
            ).At("alleIndsatser");
            Assert.Equal(13, page.At("totalCount").GetInt32());
            keys.AddRange(page.At("nodes").Texts("noegle"));
            if (!page.At("pageInfo", "hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.At("pageInfo", "endCursor").GetString();
        }

        Assert.Equal(whole.At("nodes").Texts("noegle"), keys);
    }

    /// <summary>Every contribution of Guldborgsund is coupled to its centre's agreement: nothing is coupled more.</summary>
    [Fact]
    public async Task The_most_coupled_comes_first_also_in_a_nested_list()
    {
        var data = await seed.Api.AskAsync(
            """
            {
              alleAftaler(order: { koblinger: DESC }, first: 1) { nodes { titel koblinger { totalCount } } }
              allePolitiskeMaal(order: { boern: DESC }, first: 1) {
                nodes { boern(order: { koblinger: DESC }) { nodes { koblinger { totalCount } } } }
              }
            }
            """
        );
        Assert.Equal("Center for Socialområdets målaftale", data.At("alleAftaler", "nodes", 0, "titel").GetString());
        var counts = data.At("allePolitiskeMaal", "nodes", 0, "boern", "nodes").Texts("koblinger", "totalCount").Select(int.Parse).ToList();
        Assert.True(counts.Count > 1);
        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public async Task In_memory_it_is_the_same()
    {
        const string Question = """
            {
              alleIndsatser(order: { noegle: ASC }) {
                nodes {
                  noegle
                  bidrag(where: { boern: { some: {} } }, order: { titel: DESC }, first: 1) { noegle }
                  under: nedad(where: { tid: { foer: "2020-01-01" } }) { afstand }
                }
              }
            }
            """;
        var memory = await seed.CopyAsync(inMemory: true);
        Assert.Equal((await seed.Api.AskAsync(Question)).ToString(), (await memory.AskAsync(Question)).ToString());
    }

    [Fact]
    public async Task Groups_come_by_name_or_by_day_where_that_is_asked()
    {
        const string Counted = "optaelling(where: { slags: { in: [MILEPAEL, RISIKO] } }, efter: [SLAGS])";
        var data = await seed.Api.AskAsync(
            $"{{ a: {Counted} {{ grupper(order: [{{ navn: DESC }}]) {{ noegler {{ noegle }} }} }} "
                + $"b: {Counted} {{ grupper(order: [{{ foersteDag: DESC }}, {{ antal: ASC }}]) {{ noegler {{ noegle }} foersteDag }} }} }}"
        );
        Assert.Equal(["Risiko", "Milepael"], data.At("a", "grupper").Texts("noegler", 0, "noegle"));
        // A risk has no day: it comes last also when the latest day comes first.
        Assert.Equal(["Milepael", "Risiko"], data.At("b", "grupper").Texts("noegler", 0, "noegle"));
    }

    /// <summary>Slagelse's fourth point lays a duty on Jobcentret (A:109).</summary>
    [Fact]
    public async Task What_others_expect_of_a_unit_is_told_with_the_words_that_say_so()
    {
        var data = await seed.Api.AskAsync(
            "{ organisation(id: \"slagelse/organisation/jobcenter\") { forventes { hos { titel } af { titel } hvad citat { ordret } } } }"
        );
        var only = Assert.Single(data.At("organisation", "forventes").EnumerateArray());
        Assert.Equal(
            ("Udsatteområdet", "Jobcentret", "er forpligtet i"),
            (only.At("hos", "titel").GetString(), only.At("af", "titel").GetString(), only.At("hvad").GetString())
        );
        Assert.Contains("Jobcentret", only.At("citat", "ordret").GetString(), StringComparison.Ordinal);
    }
}
