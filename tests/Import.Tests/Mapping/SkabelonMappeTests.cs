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
        var (own, faults) = SkabelonMappe.Read(_folder);
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
        var (own, faults) = SkabelonMappe.Read(_folder);
        Assert.Equal(fejl is null ? 1 : 0, own.Count);
        if (fejl is not null)
        {
            Assert.StartsWith(fejl, Assert.Single(faults), StringComparison.Ordinal);
        }
    }
}
