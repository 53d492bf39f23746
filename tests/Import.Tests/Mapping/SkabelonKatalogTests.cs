using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Xunit;

namespace Effektkaeder.Import.Tests.Mapping;

public class SkabelonKatalogTests
{
    private static readonly string[] Roller =
    [
        "politisk-maal",
        "bidrag",
        "effekt",
        "indikator",
        "dokumentation",
        "maalgruppe",
        "milepael",
        "opfoelgning",
        "risiko",
        "ansvarlig",
        "koordinator",
        "forpligtelser",
        "koblinger",
        "baseline",
        "kun-felt",
        "afsaet",
        "indsats",
        "beskrivelse",
    ];

    [Fact]
    public void Both_forms_are_built_in() => Assert.Equal(["maalaftale", "udviklingsaftale"], SkabelonKatalog.Alle.Select(s => s.Kode));

    [Fact]
    public void The_forms_have_twelve_and_fifteen_fields() => Assert.Equal([15, 12], SkabelonKatalog.Alle.Select(s => s.Felter.Count));

    [Fact]
    public void Every_role_in_a_profile_is_one_that_the_mapping_knows() =>
        Assert.All(SkabelonKatalog.Alle.SelectMany(s => s.Felter), f => Assert.Contains(f.Rolle, Roller));

    [Fact]
    public void No_label_or_synonym_of_a_form_names_two_of_its_fields() =>
        Assert.All(
            SkabelonKatalog.Alle,
            s =>
            {
                var navne = s.Felter.SelectMany(f => f.Synonymer.Append(f.Label)).Select(Identitet.Plain).ToList();
                Assert.Equal(navne.Distinct().Count(), navne.Count);
            }
        );

    [Theory]
    [InlineData("udviklingsaftale", "Tovholder", "Ansvarlig")]
    [InlineData("udviklingsaftale", "Handlinger", "Aktivitet")]
    [InlineData("udviklingsaftale", "FRIST", "Deadline")]
    [InlineData("udviklingsaftale", "Parametre", "Effektindikator")]
    [InlineData("udviklingsaftale", "Målsætning", "Mål")]
    [InlineData("udviklingsaftale", "Økonomi", "Ressourcer")]
    [InlineData("maalaftale", "Delmål", "Milepæle")]
    [InlineData("maalaftale", "Succeskriterier", "Parametre")]
    [InlineData("maalaftale", "Ressourcer:", "Økonomi")]
    public void A_synonym_is_kept_under_the_forms_own_label(string kode, string skrevet, string label) =>
        Assert.Equal(label, Skabelon.Find(SkabelonKatalog.Alle.Single(s => s.Kode == kode).Felter, null, skrevet)?.Label);
}
