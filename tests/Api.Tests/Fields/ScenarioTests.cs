using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class ScenarioTests(SeedGraph seed)
{
    private const string Save = """
        mutation($navn: String!, $knude: ID!) {
          gemScenarie(input: { navn: $navn, aendringer: [{ node: $knude, art: BORTFALDER }] }) {
            scenarie { navn forfatter aendringer { noegle art node { titel } } }
            fejl { kode besked felt }
          }
        }
        """;

    [Fact]
    public async Task Scenarios_are_saved_held_side_by_side_drawn_and_deleted_and_the_graph_is_as_it_was()
    {
        var api = await seed.CopyAsync();
        var saved = await api.AskAsync(Save, new { navn = "Spar", knude = "Udsattepolitikken" });
        Assert.Equal("slagelse/politik/udsattepolitik", saved.At("gemScenarie", "scenarie", "aendringer", 0, "noegle").GetString());
        await api.AskAsync(Save, new { navn = "Opgiv", knude = "Branding" });

        var data = await api.AskAsync(
            """
            {
              scenarier(navne: ["spar", "Opgiv"]) {
                navn ukendte paavirkning { bortfaldne { slags } efterCenter { antal } efterAnsvarlig { navn } }
              }
              tegning(scene: PAAVIRKNING, scenarie: "Spar") { svg }
              revisioner { nummer }
            }
            """
        );
        Assert.Equal(["Spar", "Opgiv"], data.At("scenarier").Texts("navn"));
        Assert.Equal(3, data.At("scenarier", 0, "paavirkning", "bortfaldne").GetArrayLength());
        Assert.Contains("Udsattepolitikken", data.At("tegning", "svg").GetString()!, StringComparison.Ordinal);
        Assert.Equal(1, data.At("revisioner").GetArrayLength());

        Assert.Empty(
            (await api.AskAsync("mutation { sletScenarie(navn: \"Spar\") { fejl { kode } } }")).At("sletScenarie", "fejl").EnumerateArray()
        );
        Assert.Equal(["Opgiv"], (await api.AskAsync("{ scenarier { navn } }")).At("scenarier").Texts("navn"));
    }

    [Fact]
    public async Task What_cannot_be_saved_says_why()
    {
        var api = await seed.CopyAsync();
        var unknown = await api.AskAsync(Save, new { navn = "Spar", knude = "Udsatepolitiken" });
        Assert.Equal("IKKE_FUNDET", unknown.At("gemScenarie", "fejl", 0, "kode").GetString());
        var nameless = await api.AskAsync(Save, new { navn = " ", knude = "Udsattepolitikken" });
        Assert.Equal("UGYLDIGT_ARGUMENT", nameless.At("gemScenarie", "fejl", 0, "kode").GetString());
        var gone = await api.AskAsync("mutation { sletScenarie(navn: \"Spar\") { fejl { kode } } }");
        Assert.Equal("IKKE_FUNDET", gone.At("sletScenarie", "fejl", 0, "kode").GetString());
        Assert.Equal("IKKE_FUNDET", (await api.ErrorAsync("{ scenarier(navne: [\"Spar\"]) { navn } }")).Code);
    }

    /// <summary>In the graph before Slagelse's agreement the policy is not there yet.</summary>
    [Fact]
    public async Task What_the_graph_has_not_is_named_and_does_nothing()
    {
        var api = await seed.CopyAsync();
        await api.AskAsync(Save, new { navn = "Spar", knude = "Udsattepolitikken" });
        var data = await api.AskAsync("query @graf(gaelder: { dag: \"2025-04-01\" }) { scenarier { ukendte paavirkning { forklaring } } }");
        Assert.Equal(["slagelse/politik/udsattepolitik"], data.At("scenarier", 0, "ukendte").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, data.At("scenarier", 0, "paavirkning").ValueKind);
    }
}
