using System.Text;
using Effektkaeder.Import.Mapping.Skabeloner;
using Xunit;

namespace Effektkaeder.Import.Tests.Mapping;

public sealed class SkabelonMappeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skabeloner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_draft_is_a_profile_that_can_be_read_back()
    {
        var draft = DocumentExplainer.Draft("min-form.md", Encoding.UTF8.GetBytes(Testdokument.Udviklingsaftale("")))!;
        File.WriteAllText(Path.Combine(_folder, "min-form.json"), draft);
        var (own, _, faults) = SkabelonMappe.Read(_folder);
        Assert.Empty(faults);
        var profile = Assert.Single(own);
        Assert.Equal("min-form", profile.Kode);
        Assert.Contains(profile.Felter, f => f is { Label: "Effektindikator", Rolle: "indikator" });
    }

    [Theory]
    [InlineData("\"rolle\": \"maaling\"", "form.json:9: Mål: rollen »maaling« findes ikke")]
    [InlineData("\"rolle\": \"effekt\", \"fejl\": 1", "form.json:9: $.felter[0]")]
    [InlineData("\"rolle\": \"effekt\"", null)]
    public void A_fault_names_its_line_and_field(string felt, string? fejl)
    {
        File.WriteAllText(
            Path.Combine(_folder, "form.json"),
            $$"""
            {
              "kode": "form",
              "navn": "Form",
              "aftaletype": "aftale",
              "kolonner": ["label", "indhold"],
              "ejer": "Indsats",
              "overskriftsraekker": [],
              "felter": [
                { "label": "Mål", "synonymer": [], {{felt}} }
              ],
              "forside": [],
              "skemaer": []
            }
            """
        );
        var (own, _, faults) = SkabelonMappe.Read(_folder);
        Assert.Equal(fejl is null ? 1 : 0, own.Count);
        if (fejl is not null)
        {
            Assert.StartsWith(fejl, Assert.Single(faults), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Own_words_are_read_beside_the_shared_ones()
    {
        Words(
            """
            {
              "etiketter": [
                { "label": "Gevinst", "synonymer": ["Udbytte"], "rolle": "effekt" },
                { "label": "Handling", "synonymer": ["Greb"], "rolle": "bidrag" }
              ],
              "aftaletyper": ["Værkstedsaftale"],
              "roller": ["fyrmester"]
            }
            """
        );
        var (own, words, faults) = SkabelonMappe.Read(_folder);
        Assert.Empty(own);
        Assert.Empty(faults);
        var labels = words!.AddTo(SkabelonKatalog.Etiketter);
        Assert.Equal("effekt", labels.Find("UDBYTTE:")!.Rolle);
        Assert.Equal("Handling", labels.Find("Greb")!.Label);
        Assert.Equal("Handling", labels.Find("Tiltag")!.Label);
        Assert.Equal("milepael", labels.Find("Frist")!.Rolle);
        var ord = words.AddTo(SkabelonKatalog.Ord);
        Assert.Contains("værkstedsaftale", ord.Aftaletyper);
        Assert.Contains("fyrmester", ord.Roller);
    }

    [Theory]
    [InlineData(
        "{\n \"etiketter\": [\n  { \"label\": \"Gevinst\", \"synonymer\": [], \"rolle\": \"gevinst\" } ] }",
        "ord.json:3: Gevinst: rollen »gevinst« findes ikke"
    )]
    [InlineData("{\n \"etiketter\": [\n  { \"label\": \"Gevinst\", \"rolle\": \"effekt\" } ] }", "ord.json:3: $.etiketter[0]")]
    [InlineData("{\n \"etiketer\": [] }", "ord.json:2: $.etiketer")]
    [InlineData(
        "{ \"aabnere\": [\n { \"slags\": \"Milepael\", \"ord\": [\"frist\"] } ] }",
        "ord.json:2: aabnere: Milepael kan ikke åbne et punkt"
    )]
    public void A_fault_in_own_words_names_its_line_and_field(string json, string fejl)
    {
        Words(json);
        var (_, words, faults) = SkabelonMappe.Read(_folder);
        Assert.Null(words);
        Assert.StartsWith(fejl, Assert.Single(faults), StringComparison.Ordinal);
    }

    private void Words(string json) => File.WriteAllText(Path.Combine(_folder, SkabelonMappe.Ordfil), json);
}
