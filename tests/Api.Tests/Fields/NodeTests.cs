using System.Text.Json;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>What a node answers about itself and its neighbours, read against the seed documents.</summary>
public sealed class NodeTests(SeedGraph seed)
{
    private const string Early = "vestersoe/indsats/tidlig-opsporing";

    [Fact]
    public async Task An_effort_knows_its_parents_children_and_surroundings()
    {
        var indsats = (
            await seed.Api.AskAsync(
                $$"""
                { indsats(id: "{{Early}}") {
                    titel niveau center { titel }
                    foraeldre(order: [{ titel: ASC }]) { nodes { titel slags } }
                    boern(order: [{ titel: ASC }]) { nodes { titel } }
                    politiskeMaal { titel } bidrag { titel }
                    ansvarlige { titel } maalgrupper { titel } milepaele { titel art tider { fra til graense } }
                    forpligtede { titel } maalinger { art egenskab(navn: "tilstand") }
                } }
                """
            )
        ).At("indsats");
        Assert.Equal(2, indsats.At("niveau").GetInt32());
        Assert.Equal("Center for Børn og Unge", indsats.At("center", "titel").GetString());
        Assert.Equal(["Fællesskaber for alle", "Hjælp i rette tid"], indsats.At("foraeldre").Titles());
        Assert.Equal(
            ["Hvert dagtilbud får en ressourceperson for tidlig opsporing", "Sundhedsplejen og dagtilbuddene bruger samme opsporingsskema"],
            indsats.At("boern").Titles()
        );
        Assert.Equal(["Fællesskaber for alle", "Hjælp i rette tid"], indsats.At("politiskeMaal").Texts("titel").Order());
        Assert.Equal(2, indsats.At("bidrag").GetArrayLength());
        Assert.Equal(["Leder"], indsats.At("ansvarlige").Texts("titel"));
        Assert.Equal("FRIST", indsats.At("milepaele", 0, "art").GetString());
        Assert.Equal(
            (null, "2025-09-30"),
            (indsats.At("milepaele", 0, "tider", 0, "fra").GetString(), indsats.At("milepaele", 0, "tider", 0, "til").GetString())
        );
        Assert.Contains("Center for Sundhed og Omsorg", indsats.At("forpligtede").Texts("titel"));
        Assert.Equal("planlagt", Assert.Single(indsats.At("maalinger").EnumerateArray()).At("egenskab").GetString());
    }

    [Fact]
    public async Task A_coupling_tells_its_kind_certainty_and_the_words_of_both_sides()
    {
        var edges = (
            await seed.Api.AskAsync(
                $$"""
                { knude(id: "{{Early}}") { koblinger(arter: [EKSPLICIT]) { totalCount edges {
                    node { titel } kant { type art status tillid grund evidens { dokument linje felt ordret } } } } } }
                """
            )
        ).At("knude", "koblinger", "edges");
        var overgange = edges.EnumerateArray().Single(e => e.At("node", "titel").GetString() == "Sunde overgange").At("kant");
        Assert.Equal(
            ("KOBLER_TIL", "EKSPLICIT", "FORESLAAET", 0.9),
            (
                overgange.At("type").GetString(),
                overgange.At("art").GetString(),
                overgange.At("status").GetString(),
                overgange.At("tillid").GetDouble()
            )
        );
        Assert.Equal(JsonValueKind.Null, overgange.At("grund").ValueKind);
        Assert.Equal(
            ["vestersoe-boern-og-unge/aftale.md", "vestersoe-sundhed-og-omsorg/aftale.md"],
            overgange.At("evidens").Texts("dokument").Order()
        );
        Assert.All(overgange.At("evidens").Texts("felt"), felt => Assert.Equal("Koblinger", felt));
    }

    [Fact]
    public async Task Statements_keep_every_form_field_with_its_state_and_place()
    {
        var udsagn = (
            await seed.Api.AskAsync(
                """
                { indsats(id: "vestersoe/indsats/laengst-muligt-i-eget-liv") {
                    udsagn { aftale { titel } underskrevet felter { label tekst status henviser herkomst { linje ordret } } }
                    herkomst { dokument } } }
                """
            )
        ).At("indsats", "udsagn");
        var own = Assert.Single(udsagn.EnumerateArray(), u => u.At("felter").GetArrayLength() > 0);
        Assert.Equal("2025-02-17", own.At("underskrevet").GetString());
        Assert.Equal(12, own.At("felter").GetArrayLength());
        var dokumentation = own.At("felter").EnumerateArray().Single(f => f.At("label").GetString() == "Dokumentation");
        Assert.Equal(
            ("HENVISNING", "Se punktet ovenfor"),
            (dokumentation.At("status").GetString(), dokumentation.At("herkomst", "ordret").GetString()!.Trim())
        );
    }

    [Fact]
    public async Task Couplings_page_and_walk_the_same_whether_cut_here_or_in_the_store()
    {
        var answer = (
            await seed.Api.AskAsync(
                """
                { knude(id: "vestersoe/indsats/sunde-overgange") {
                    all: koblinger { totalCount nodes { titel } }
                    first: koblinger(arter: [FORPLIGTELSE], first: 1) { totalCount nodes { titel } pageInfo { hasNextPage endCursor } }
                } }
                """
            )
        ).At("knude");
        Assert.Equal(6, answer.At("all", "totalCount").GetInt32());
        Assert.Equal(2, answer.At("first", "totalCount").GetInt32());
        Assert.True(answer.At("first", "pageInfo", "hasNextPage").GetBoolean());
        var second = (
            await seed.Api.AskAsync(
                "query($c: String) { knude(id: \"vestersoe/indsats/sunde-overgange\") { koblinger(arter: [FORPLIGTELSE], first: 1, "
                    + "after: $c) { nodes { titel } pageInfo { hasNextPage hasPreviousPage } } } }",
                new { c = answer.At("first", "pageInfo", "endCursor").GetString() }
            )
        ).At("knude", "koblinger");
        Assert.Equal(["Center for Børn og Unge", "Region Midtvest"], new[] { answer.At("first").Titles()[0], second.Titles()[0] }.Order());
        Assert.Equal(
            (false, true),
            (second.At("pageInfo", "hasNextPage").GetBoolean(), second.At("pageInfo", "hasPreviousPage").GetBoolean())
        );
    }

    [Fact]
    public async Task Neighbours_are_read_along_chosen_types_ways_and_kinds()
    {
        var node = (
            await seed.Api.AskAsync(
                """
                { knude(id: "vestersoe/organisation/center-for-boern-og-unge") {
                    ind: naboer(kanttyper: [HOERER_UNDER], vej: IND, slags: [ROLLE]) { nodes { titel } }
                    ud: naboer(kanttyper: [FORPLIGTET_I], vej: UD) { nodes { titel } }
                    ingen: naboer(kanttyper: [SKABER]) { totalCount }
                } }
                """
            )
        ).At("knude");
        Assert.Contains("Skolechef", node.At("ind").Titles());
        Assert.Equal(["Sunde overgange"], node.At("ud").Titles());
        Assert.Equal(0, node.At("ingen", "totalCount").GetInt32());
    }

    [Fact]
    public async Task Nedad_and_opad_walk_level_by_level_to_their_depth()
    {
        var node = (
            await seed.Api.AskAsync(
                $$"""
                { knude(id: "{{Early}}") { opad { afstand node { titel slags } } nedad { afstand node { slags } }
                    kort: nedad(dybde: 1) { afstand node { slags } } intet: nedad(dybde: 0) { afstand } } }
                """
            )
        ).At("knude");
        Assert.Equal(["1 POLITISK_MAAL", "1 POLITISK_MAAL", "2 POLITIK", "2 VISION"], Steps(node.At("opad")));
        Assert.Equal(["1 BIDRAG", "1 BIDRAG", "2 EFFEKT", "3 INDIKATOR", "3 INDIKATOR"], Steps(node.At("nedad")));
        Assert.Equal(["1 BIDRAG", "1 BIDRAG"], Steps(node.At("kort")));
        Assert.Empty(Steps(node.At("intet")));
    }

    [Fact]
    public async Task Nodes_come_in_the_order_they_are_named_with_null_for_the_unknown()
    {
        var noder = (
            await seed.Api.AskAsync(
                "{ noder(ids: [\"vestersoe\", \"findes/ikke\", \"slagelse\", \"vestersoe\"]) { ... on Knude { titel } } }"
            )
        ).At("noder");
        Assert.Equal(
            ["Vestersø Kommune", null, "Slagelse Kommune", "Vestersø Kommune"],
            noder.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? null : n.At("titel").GetString())
        );
    }

    [Fact]
    public async Task An_edge_is_found_again_by_its_id_and_by_its_key_as_nodes_are()
    {
        var edge = (await seed.Api.AskAsync("{ alleKanter(where: { type: [KOBLER_TIL] }, first: 1) { kanter { id noegle type } } }")).At(
            "alleKanter",
            "kanter",
            0
        );
        foreach (var id in new[] { edge.At("id").GetString(), edge.At("noegle").GetString() })
        {
            var found = await seed.Api.AskAsync(
                "query($id: ID!) { node(id: $id) { __typename id ... on Kant { noegle } } kant(id: $id) { noegle } knude(id: $id) { id } "
                    + "noder(ids: [\"slagelse\", $id, \"SKABER a b\"]) { __typename id } }",
                new { id }
            );
            Assert.Equal("Kant", found.At("node", "__typename").GetString());
            Assert.Equal(edge.At("id").GetString(), found.At("node", "id").GetString());
            Assert.Equal(edge.At("noegle").GetString(), found.At("kant", "noegle").GetString());
            Assert.Equal(JsonValueKind.Null, found.At("knude").ValueKind);
            Assert.Equal(
                ["Kommune", "Kant", null],
                found.At("noder").EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? null : n.At("__typename").GetString())
            );
        }
    }

    private static string[] Steps(JsonElement steps) =>
        [
            .. steps
                .EnumerateArray()
                .Select(s => $"{s.At("afstand")} {(s.TryGetProperty("node", out var n) ? n.At("slags").GetString() : "")}".Trim())
                .Order(StringComparer.Ordinal),
        ];
}
