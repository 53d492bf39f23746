using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>An answer that is empty or short is so because the graph is, never because of how it was asked for.</summary>
public sealed class NoFalseAllClearTests(SeedGraph seed)
{
    private const string Known = " Grafen har Guldborgsund Kommune, Slagelse Kommune, Vestersø Kommune.";

    private const string Effort = "vestersoe/indsats/tidlig-opsporing";
    private const int Many = 130;

    [Fact]
    public async Task A_list_is_whole_and_a_connection_says_that_there_is_more()
    {
        foreach (var inMemory in new[] { false, true })
        {
            var copy = await WithMilestonesAsync(inMemory);
            var node = (
                await copy.AskAsync(
                    $$"""
                    { indsats(id: "{{Effort}}") {
                        milepaele { titel } to: milepaele(first: 2) { titel }
                        naboer(kanttyper: [HAR_MILEPAEL], vej: UD) { totalCount nodes { titel } pageInfo { hasNextPage } } } }
                    """
                )
            ).At("indsats");
            var all = node.At("naboer", "totalCount").GetInt32();
            Assert.True(all > Many);
            Assert.Equal((all, 2), (node.At("milepaele").GetArrayLength(), node.At("to").GetArrayLength()));
            Assert.Equal(
                (50, true),
                (node.At("naboer", "nodes").GetArrayLength(), node.At("naboer", "pageInfo", "hasNextPage").GetBoolean())
            );
        }
    }

    /// <summary>Two couplings between one pair, of two kinds: a page may end between them.</summary>
    [Fact]
    public async Task A_page_that_ends_between_two_edges_to_one_node_goes_on_with_the_second()
    {
        const string Other = "vestersoe/indsats/sunde-overgange";
        var copy = await seed.CopyAsync();
        Edge[] edges =
        [
            .. new[] { KoblingArt.Eksplicit, KoblingArt.Omtale, KoblingArt.Forpligtelse }.Select(art =>
                Edge.Of(EdgeType.KoblerTil, Effort, Other, art, [new("vestersoe/aftale/x", null, null, Effort, null, 0.9, null, [])])
            ),
        ];
        await CommitAsync(copy, [], edges);
        var (arter, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (
                await copy.AskAsync(
                    "query($id: ID!, $after: String) { knude(id: $id) { koblinger(first: 1, after: $after) { totalCount "
                        + "edges { kant { noegle } } pageInfo { endCursor hasNextPage } } } }",
                    new { id = Effort, after }
                )
            ).At("knude", "koblinger");
            arter.AddRange(page.At("edges").Texts("kant", "noegle"));
            after = page.At("pageInfo", "hasNextPage").GetBoolean() ? page.At("pageInfo", "endCursor").GetString() : null;
            Assert.True(arter.Count <= page.At("totalCount").GetInt32());
            if (after is null)
            {
                Assert.Equal(page.At("totalCount").GetInt32(), arter.Distinct().Count());
            }
        } while (after is not null);
    }

    /// <summary>An agreement that is only named has no period and is no ground for an answer.</summary>
    [Fact]
    public async Task A_day_on_which_no_agreement_is_valid_is_an_error_and_no_clean_sheet()
    {
        foreach (var api in new[] { seed.Api, await seed.CopyAsync(inMemory: true) })
        {
            var (message, code) = await api.ErrorAsync("query @graf(gaelder: { dag: \"2030-01-01\" }) { kontrol { kode } }");
            Assert.Equal(
                "Ingen aftale gælder 1. januar 2030. Aftalerne i grafen gælder fra 1. januar 2016 til 31. december 2026.",
                message
            );
            Assert.Equal("UGYLDIGT_ARGUMENT", code);
        }
    }

    [Fact]
    public async Task A_field_of_one_node_takes_its_name_too() =>
        Assert.Equal(
            Effort,
            (await seed.Api.AskAsync("{ indsats(id: \"Tidlig opsporing\") { noegle } }")).At("indsats", "noegle").GetString()
        );

    [Theory]
    [InlineData("Vestersø"), InlineData("Vestersø Kommune"), InlineData("vestersoe"), InlineData("VESTERSØ")]
    public async Task A_municipality_goes_by_its_name_and_by_its_short_name(string name)
    {
        foreach (var api in new[] { seed.Api, await seed.CopyAsync(inMemory: true) })
        {
            var answer = await api.AskAsync(
                """
                query($k: String!) {
                  kontrol(kommune: $k) { kode } rigtig: kontrol(kommune: "vestersoe") { kode }
                  soeg(tekst: "center", kommune: $k) { totalCount } maalbillede(kommune: $k) { centre { navn } }
                  alleIndsatser(where: { kommune: { eq: $k } }) { totalCount }
                  flere: alleIndsatser(where: { or: [{ kommune: { in: [$k] } }] }) { totalCount }
                  uden: alleIndsatser(where: { kommune: { neq: $k } }) { totalCount } alle: alleIndsatser { totalCount }
                }
                """,
                new { k = name }
            );
            Assert.NotEmpty(answer.At("kontrol").EnumerateArray());
            Assert.Equal(answer.At("rigtig").GetArrayLength(), answer.At("kontrol").GetArrayLength());
            Assert.True(answer.At("soeg", "totalCount").GetInt32() > 0 && answer.At("maalbillede", "centre").GetArrayLength() > 0);
            Assert.Equal(
                (6, 6, answer.At("alle", "totalCount").GetInt32() - 6),
                (
                    answer.At("alleIndsatser", "totalCount").GetInt32(),
                    answer.At("flere", "totalCount").GetInt32(),
                    answer.At("uden", "totalCount").GetInt32()
                )
            );
        }
    }

    [Theory]
    [InlineData("kontrol(kommune: \"Vestersoo\") { kode }", "Der er ingen kommune »Vestersoo«. Mente du »vestersoe«?")]
    [InlineData("soeg(tekst: \"a\", kommune: \"zzz\") { totalCount }", "Der er ingen kommune »zzz«." + Known)]
    [InlineData("maalbillede(kommune: \"slagels\") { felter { antal } }", "Der er ingen kommune »slagels«. Mente du »slagelse«?")]
    [InlineData("indsats(id: \"Tidlig opsporring\") { titel }", "Der er ingen knude »Tidlig opsporring«. Mente du »Tidlig opsporing«?")]
    [InlineData("alleNoder(where: { kommune: { eq: \"nope\" } }) { totalCount }", "Der er ingen kommune »nope«." + Known)]
    [InlineData(
        "alleNoder(where: { not: { kommune: { in: [\"slagelse\", \"vesterso\"] } } }) { totalCount }",
        "Der er ingen kommune »vesterso«. Mente du »vestersoe«?"
    )]
    [InlineData(
        "alleNoder(where: { center: { eq: \"Center for Børn og Ungdom\" } }) { totalCount }",
        "Der er ingen organisation »Center for Børn og Ungdom«. Mente du »Center for Børn og Unge«?"
    )]
    [InlineData(
        "knude(id: \"" + Effort + "\") { boern(where: { kommune: { eq: \"nope\" } }) { totalCount } }",
        "Der er ingen kommune »nope«." + Known
    )]
    [InlineData(
        "stier(fra: \"vestersoe/indsats/tidlig-opsporin\", til: \"" + Effort + "\") { afkortet }",
        "Der er ingen knude »vestersoe/indsats/tidlig-opsporin«. Mente du »vestersoe/indsats/tidlig-opsporing«?"
    )]
    public async Task What_does_not_exist_is_an_error_with_the_nearest_name(string field, string message)
    {
        foreach (var api in new[] { seed.Api, await seed.CopyAsync(inMemory: true) })
        {
            Assert.Equal((message, "IKKE_FUNDET"), await api.ErrorAsync($"{{ {field} }}"));
        }
    }

    [Fact]
    public async Task Nodes_and_centres_go_by_their_titles()
    {
        var answer = await seed.Api.AskAsync(
            """
            { paavirkning(aendringer: [{ node: "Udsattepolitikken", art: BORTFALDER }]) { bortfaldne { noegle } }
              navn: alleIndsatser(where: { center: { eq: "Center for Børn og Unge" } }) { nodes { noegle } }
              noegle: alleIndsatser(where: { center: { eq: "vestersoe/organisation/center-for-boern-og-unge" } }) { nodes { noegle } } }
            """
        );
        Assert.Equal("slagelse/politik/udsattepolitik", answer.At("paavirkning", "bortfaldne", 0, "noegle").GetString());
        Assert.NotEmpty(answer.At("navn", "nodes").EnumerateArray());
        Assert.Equal(answer.At("noegle", "nodes").Texts("noegle"), answer.At("navn", "nodes").Texts("noegle"));
    }

    [Fact]
    public async Task Edges_findings_and_revisions_are_filtered_and_paged()
    {
        var answer = await seed.Api.AskAsync(
            """
            { alle: alleKanter { totalCount } koblinger: alleKanter(where: { type: [KOBLER_TIL] }, first: 2) {
                totalCount harFlere kanter { type } }
              svage: alleKanter(where: { type: [OMFATTER], stoersteTillid: 0.5 }) { kanter { tillid grund } }
              betingede: alleKanter(where: { betinget: true }) { kanter { betinget } }
              fund: kontrol { alvor } fejl: kontrol(alvor: [FEJL]) { alvor }
              to: kontrol(first: 2, skip: 1) { kode } tre: kontrol(first: 3) { kode }
              revisioner(first: 2, foer: 4) { nummer } }
            """
        );
        Assert.True(answer.At("alle", "totalCount").GetInt32() > answer.At("koblinger", "totalCount").GetInt32());
        Assert.Equal(["KOBLER_TIL", "KOBLER_TIL"], answer.At("koblinger", "kanter").Texts("type"));
        Assert.True(answer.At("koblinger", "harFlere").GetBoolean());
        Assert.All(answer.At("svage", "kanter").EnumerateArray(), k => Assert.True(k.At("tillid").GetDouble() <= 0.5));
        Assert.All(answer.At("betingede", "kanter").Texts("betinget"), Assert.NotEmpty);
        Assert.Equal(answer.At("fund").Texts("alvor").Count(a => a == "FEJL"), answer.At("fejl").GetArrayLength());
        Assert.Equal(answer.At("tre").Texts("kode")[1..], answer.At("to").Texts("kode"));
        Assert.Equal(["3", "2"], answer.At("revisioner").Texts("nummer"));
    }

    [Theory]
    [InlineData("after"), InlineData("before")]
    public async Task A_cursor_that_leads_nowhere_is_an_error_not_a_last_page(string name)
    {
        foreach (var api in new[] { seed.Api, await seed.CopyAsync(inMemory: true) })
        {
            Assert.Equal(
                ($"{name}: »bogus« er ingen markør, eller dens knude er fjernet siden. Begynd forfra uden {name}.", "UGYLDIGT_ARGUMENT"),
                await api.ErrorAsync($"{{ alleNoder({name}: \"bogus\") {{ nodes {{ id }} }} }}")
            );
            Assert.Equal(
                "UGYLDIGT_ARGUMENT",
                (await api.ErrorAsync($"{{ knude(id: \"{Effort}\") {{ boern({name}: \"bogus\") {{ nodes {{ id }} }} }} }}")).Code
            );
        }
    }

    [Fact]
    public async Task The_cursor_of_an_edge_removed_since_goes_on_from_its_place()
    {
        const string Ask =
            "query($id: ID!, $after: String) { knude(id: $id) { koblinger(arter: [EKSPLICIT], first: 1, after: $after) "
            + "{ totalCount nodes { noegle } } } }";
        // Before every key of the graph, and after every one.
        var first = NodeId.Of(NodeKind.Lovhenvisning, "dk/lov/sel/85");
        var whole = (await seed.Api.AskAsync(Ask, new { id = Effort })).At("knude", "koblinger");
        Assert.True(whole.At("totalCount").GetInt32() > 0);
        Assert.Equal(
            whole.At("nodes").Texts("noegle"),
            (await seed.Api.AskAsync(Ask, new { id = Effort, after = first })).At("knude", "koblinger", "nodes").Texts("noegle")
        );
    }

    private async Task<Api> WithMilestonesAsync(bool inMemory)
    {
        var copy = await seed.CopyAsync(inMemory);
        Udsagn said(string key) => new("vestersoe/aftale/x", null, null, new Indhold(key, key), [], [new Herkomst("d.md", 1, key)]);
        Node[] nodes =
        [
            .. Enumerable
                .Range(0, Many)
                .Select(i => $"vestersoe/x/milepael/{i:000}")
                .Select(k => Node.Of(k, NodeKind.Milepael, "vestersoe", [said(k)])),
        ];
        await CommitAsync(
            copy,
            nodes,
            [
                .. nodes.Select(n =>
                    Edge.Of(EdgeType.HarMilepael, Effort, n.Key, null, [new("vestersoe/aftale/x", null, null, Effort, null, 1, null, [])])
                ),
            ]
        );
        return copy;
    }

    private static async Task CommitAsync(Api api, Node[] nodes, Edge[] edges) =>
        await api.Store.CommitAsync(
            new(
                await api.Store.LatestAsync(default),
                new(new StoppedTime().GetUtcNow(), "test", "test", null, "Mange"),
                nodes,
                edges,
                [],
                []
            ),
            default
        );
}
