using System.Text.Json;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Changes by hand, each on a copy of the seed graph at revision 1.</summary>
public sealed class EditTests(SeedGraph seed)
{
    private const string Payload = "revision { nummer handling forfatter } aendringer { art type } fejl { kode besked felt }";
    private const string Coupling = "KOBLER_TIL:eksplicit vestersoe/indsats/sunde-overgange vestersoe/indsats/tidlig-opsporing";

    [Fact]
    public async Task Confirming_and_refusing_a_coupling_changes_its_certainty_and_what_is_walked()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var confirmed = await EditAsync(
            api,
            "bekraeftKobling",
            "AfgoerKoblingInput",
            "kant { status tillid }",
            new { kant = Coupling, revision = 1 }
        );
        Assert.Equal(("BEKRAEFTET", 1.0), (confirmed.At("kant", "status").GetString(), confirmed.At("kant", "tillid").GetDouble()));
        Assert.Equal(
            (2, "decide", "test"),
            (
                confirmed.At("revision", "nummer").GetInt32(),
                confirmed.At("revision", "handling").GetString(),
                confirmed.At("revision", "forfatter").GetString()
            )
        );

        var refused = await EditAsync(
            api,
            "afvisKobling",
            "AfgoerKoblingInput",
            "kant { status tillid }",
            new { kant = Coupling, revision = 2 }
        );
        Assert.Equal(("AFVIST", 0.0), (refused.At("kant", "status").GetString(), refused.At("kant", "tillid").GetDouble()));
        var reached = (
            await api.AskAsync(
                "{ paavirkning(aendringer: [{ node: \"vestersoe/indsats/tidlig-opsporing\", art: AENDRES }]) { beroerte { node { "
                    + "titel } } } }"
            )
        )
            .At("paavirkning", "beroerte")
            .Texts("node", "titel");
        Assert.DoesNotContain("Sunde overgange", reached);

        var again = await EditAsync(api, "afvisKobling", "AfgoerKoblingInput", "kant { status }", new { kant = Coupling, revision = 3 });
        Assert.Equal(JsonValueKind.Null, again.At("revision").ValueKind);
        Assert.Equal(3, await store.LatestAsync(default));
    }

    [Fact]
    public async Task A_decision_outlives_a_new_import_of_the_document()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        await EditAsync(api, "afvisKobling", "AfgoerKoblingInput", "kant { status }", new { kant = Coupling, revision = 1 });
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "seed", "vestersoe-boern-og-unge", "aftale.md"));
        var import = await api.AskAsync(
            "mutation($input: ImporterAftaleInput!) { importerAftale(input: $input) { udfald } }",
            new
            {
                input = new
                {
                    filnavn = "ny.md",
                    indholdBase64 = Convert.ToBase64String(
                        System.Text.Encoding.UTF8.GetBytes(document.Replace("Ultimo 2025", "Oktober 2025", StringComparison.Ordinal))
                    ),
                },
            }
        );
        Assert.Equal("INDLAEST", import.At("importerAftale", "udfald").GetString());
        var status = (
            await api.AskAsync(
                "{ knude(id: \"vestersoe/indsats/tidlig-opsporing\") { naboer(kanttyper: [KOBLER_TIL], slags: [INDSATS]) { edges { "
                    + "kant { noegle status } } } } }"
            )
        ).At("knude", "naboer", "edges", 0, "kant");
        Assert.Equal((Coupling, "AFVIST"), (status.At("noegle").GetString(), status.At("status").GetString()));
    }

    [Fact]
    public async Task A_node_made_by_hand_belongs_to_an_agreement_of_its_own_and_goes_with_it()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var made = await EditAsync(
            api,
            "opretKnude",
            "OpretKnudeInput",
            "knude { noegle titel art tider { fra til } udsagn { aftale { noegle art titel } } }",
            new
            {
                slags = "MILEPAEL",
                kommune = "vestersoe",
                tekst = "Skoleåret evalueres. Alle skoler er med.",
                art = "MILEPAEL",
                tid = "2. kvartal 2026",
                revision = 1,
            }
        );
        Assert.Empty(made.At("fejl").EnumerateArray());
        Assert.Equal(
            ("vestersoe/manuelt/manuelt/milepael/skoleaaret-evalueres-alle-skoler-er-med", "Skoleåret evalueres"),
            (made.At("knude", "noegle").GetString(), made.At("knude", "titel").GetString())
        );
        Assert.Equal(
            ("2026-04-01", "2026-06-30"),
            (made.At("knude", "tider", 0, "fra").GetString(), made.At("knude", "tider", 0, "til").GetString())
        );
        Assert.Equal(
            ("vestersoe/aftale/manuelt", "MANUELT"),
            (made.At("knude", "udsagn", 0, "aftale", "noegle").GetString(), made.At("knude", "udsagn", 0, "aftale", "art").GetString())
        );
        var key = made.At("knude", "noegle").GetString();

        var edge = await EditAsync(
            api,
            "opretKant",
            "OpretKantInput",
            "kant { noegle type evidens { ordret dokument } }",
            new
            {
                type = "HAR_MILEPAEL",
                fra = "vestersoe/indsats/staerke-skolefaellesskaber",
                til = key,
                begrundelse = "Aftalt på møde",
            }
        );
        Assert.Equal("Aftalt på møde", edge.At("kant", "evidens", 0, "ordret").GetString());
        var milestones = (
            await api.AskAsync(
                "{ indsats(id: \"vestersoe/indsats/staerke-skolefaellesskaber\") { milepaele { titel } } aftale(id: "
                    + "\"vestersoe/aftale/manuelt\") { angiver { titel } } }"
            )
        );
        Assert.Equal(["Skoleåret evalueres", "Ultimo 2025"], milestones.At("indsats", "milepaele").Texts("titel").Order());
        Assert.Equal(["Skoleåret evalueres"], milestones.At("aftale", "angiver").Texts("titel"));

        var changed = await EditAsync(
            api,
            "aendrKnude",
            "AendrKnudeInput",
            "knude { titel tekst art }",
            new
            {
                id = key,
                titel = "Evaluering",
                revision = 3,
            }
        );
        Assert.Equal(
            ("Evaluering", "Skoleåret evalueres. Alle skoler er med.", "MILEPAEL"),
            (changed.At("knude", "titel").GetString(), changed.At("knude", "tekst").GetString(), changed.At("knude", "art").GetString())
        );

        var gone = await EditAsync(api, "fjernKnude", "FjernKnudeInput", "knude { titel }", new { id = key, revision = 4 });
        Assert.Equal(JsonValueKind.Null, gone.At("knude").ValueKind);
        // The node, its edge, the agreement's edge to it, and the agreement itself.
        Assert.Equal(
            ["Aftale", "ANGIVER", "HAR_MILEPAEL", "Milepael"],
            gone.At("aendringer").Texts("type").Order(StringComparer.OrdinalIgnoreCase)
        );
        Assert.Equal(
            JsonValueKind.Null,
            (await api.AskAsync("{ aftale(id: \"vestersoe/aftale/manuelt\") { titel } }")).At("aftale").ValueKind
        );
    }

    [Fact]
    public async Task An_edge_made_by_hand_is_withdrawn_again()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var made = await EditAsync(
            api,
            "opretKant",
            "OpretKantInput",
            "kant { noegle art tillid status }",
            new
            {
                type = "KOBLER_TIL",
                fra = "vestersoe/indsats/staerke-skolefaellesskaber",
                til = "vestersoe/indsats/sunde-overgange",
                revision = 1,
            }
        );
        Assert.Equal(
            ("EKSPLICIT", 0.9, "FORESLAAET"),
            (made.At("kant", "art").GetString(), made.At("kant", "tillid").GetDouble(), made.At("kant", "status").GetString())
        );
        var gone = await EditAsync(
            api,
            "fjernKant",
            "FjernKantInput",
            "kant { noegle }",
            new { kant = made.At("kant", "noegle").GetString(), revision = 2 }
        );
        Assert.Empty(gone.At("fejl").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, gone.At("kant").ValueKind);
        var (nodes, edges) = await (await store.NewestAsync(default)).StatedByAsync("vestersoe/aftale/manuelt", default);
        Assert.Empty(nodes);
        Assert.Empty(edges);
    }

    [Fact]
    public async Task The_ends_of_an_edge_are_named_whole_and_what_merely_fits_is_asked_about()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        Task<JsonElement> Join(string from) =>
            EditAsync(
                api,
                "opretKant",
                "OpretKantInput",
                "kant { noegle }",
                new
                {
                    type = "KOBLER_TIL",
                    fra = from,
                    til = "sunde overgange",
                }
            );
        var asked = await Join("skolefællesskaber");
        Assert.Equal(
            "Der er ingen knude »skolefællesskaber«. Mente du »Stærke skolefællesskaber« (vestersoe/indsats/staerke-skolefaellesskaber)?",
            asked.At("fejl", 0, "besked").GetString()
        );
        var made = await Join("Stærke skolefællesskaber");
        Assert.Contains("vestersoe/indsats/staerke-skolefaellesskaber", made.At("kant", "noegle").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_changed_since_the_client_saw_it_is_refused_and_other_changes_do_not_matter()
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        await EditAsync(api, "bekraeftKobling", "AfgoerKoblingInput", "kant { status }", new { kant = Coupling, revision = 1 });
        var stale = await EditAsync(api, "afvisKobling", "AfgoerKoblingInput", "kant { status }", new { kant = Coupling, revision = 1 });
        Assert.Equal("AENDRET_SIDEN revision", Error(stale));
        var other = await EditAsync(
            api,
            "afvisKobling",
            "AfgoerKoblingInput",
            "kant { status }",
            new
            {
                kant = "KOBLER_TIL:eksplicit vestersoe/indsats/laengst-muligt-i-eget-liv "
                    + "vestersoe/indsats/plads-til-flere-paa-arbejdsmarkedet-der-skal-vaere-brug-for-3211f742",
                revision = 1,
            }
        );
        Assert.Equal("AFVIST", other.At("kant", "status").GetString());
        Assert.Equal(
            "UKENDT_REVISION revision",
            Error(await EditAsync(api, "afvisKobling", "AfgoerKoblingInput", "kant { status }", new { kant = Coupling, revision = 99 }))
        );
    }

    public static TheoryData<string, string, string, string> Refusals =>
        new()
        {
            { "afvisKobling", "AfgoerKoblingInput", """{"kant":"KOBLER_TIL:eksplicit a b","revision":1}""", "IKKE_FUNDET kant" },
            {
                "afvisKobling",
                "AfgoerKoblingInput",
                """{"kant":"FORFOELGES_MED vestersoe/politisk-maal/hjaelp-i-rette-tid vestersoe/indsats/tidlig-opsporing","revision":1}""",
                "IKKE_KOBLING kant"
            },
            { "opretKnude", "OpretKnudeInput", """{"slags":"KOMMUNE","kommune":"vestersoe","tekst":"Ny"}""", "SLAGS slags" },
            { "opretKnude", "OpretKnudeInput", """{"slags":"INDSATS","kommune":"findes-ikke","tekst":"Ny"}""", "UKENDT_KOMMUNE kommune" },
            { "opretKnude", "OpretKnudeInput", """{"slags":"INDSATS","kommune":"vestersoe","tekst":"  "}""", "TOM tekst" },
            { "opretKnude", "OpretKnudeInput", """{"slags":"INDSATS","kommune":"vestersoe","tekst":"Tidlig opsporing"}""", "FINDES tekst" },
            { "opretKnude", "OpretKnudeInput", """{"slags":"MILEPAEL","kommune":"vestersoe","tekst":"Ny","art":"CENTER"}""", "ART art" },
            { "opretKnude", "OpretKnudeInput", """{"slags":"MILEPAEL","kommune":"vestersoe","tekst":"Ny","tid":"engang"}""", "TID tid" },
            {
                "opretKnude",
                "OpretKnudeInput",
                """{"slags":"INDSATS","kommune":"vestersoe","tekst":"Ny","center":"vestersoe/organisation/region-midtvest"}""",
                "IKKE_FUNDET center"
            },
            {
                "aendrKnude",
                "AendrKnudeInput",
                """{"id":"vestersoe/indsats/tidlig-opsporing","tekst":"Ny","revision":1}""",
                "IKKE_MANUEL id"
            },
            { "fjernKnude", "FjernKnudeInput", """{"id":"findes/ikke","revision":1}""", "IKKE_FUNDET id" },
            { "fjernKnude", "FjernKnudeInput", """{"id":"vestersoe/indsats/tidlig-opsporing","revision":1}""", "IKKE_MANUEL id" },
            {
                "opretKant",
                "OpretKantInput",
                """{"type":"SKABER","fra":"vestersoe/indsats/tidlig-opsporing","til":"vestersoe/indsats/sunde-overgange"}""",
                "REGEL type"
            },
            {
                "opretKant",
                "OpretKantInput",
                """{"type":"KOBLER_TIL","fra":"vestersoe/indsats/tidlig-opsporing","til":"slagelse/indsats/udsatteomraadet"}""",
                "REGEL til"
            },
            {
                "opretKant",
                "OpretKantInput",
                """{"type":"KOBLER_TIL","fra":"vestersoe/indsats/tidlig-opsporing","til":"vestersoe/indsats/sunde-overgange"}""",
                "FINDES -"
            },
            {
                "opretKant",
                "OpretKantInput",
                """{"type":"HOERER_UNDER","fra":"vestersoe/organisation/center-for-arbejde-og-uddannelse","til":"""
                    + "\"vestersoe/organisation/jobcenter-vestersoe\"}",
                "REGEL til"
            },
            {
                "opretKant",
                "OpretKantInput",
                """{"type":"ANGIVER","fra":"vestersoe/aftale/maalaftale-2025-26-jobcenter-vestersoe","til":"""
                    + "\"vestersoe/indsats/sunde-overgange\"}",
                "TYPE type"
            },
            {
                "fjernKant",
                "FjernKantInput",
                """{"kant":"FORFOELGES_MED vestersoe/politisk-maal/hjaelp-i-rette-tid vestersoe/indsats/tidlig-opsporing","revision":1}""",
                "IKKE_MANUEL kant"
            },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_change_that_breaks_a_rule_is_refused_and_leaves_the_graph(string mutation, string input, string json, string error)
    {
        var api = await seed.CopyAsync();
        await using var store = api.Store;
        var answer = await EditAsync(api, mutation, input, "", JsonDocument.Parse(json).RootElement);
        Assert.Equal(error, Error(answer));
        Assert.Equal(1, await store.LatestAsync(default));
    }

    private static async Task<JsonElement> EditAsync(Api api, string mutation, string type, string selection, object input) =>
        (await api.AskAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {selection} {Payload} }} }}", new { input })).At(
            mutation
        );

    private static string Error(JsonElement payload)
    {
        var error = Assert.Single(payload.At("fejl").EnumerateArray());
        return $"{error.At("kode").GetString()} {error.At("felt").GetString() ?? "-"}";
    }
}
