using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>The loop over GraphQL: a form, its proposal, the decision, and what the year and the status then say.</summary>
public sealed class FollowUpTests(SeedGraph seed)
{
    private const string Write = """
        mutation($om: ID!, $konsekvens: String, $justering: String, $proeve: Boolean) {
          skrivOpfoelgning(
            input: { om: $om, tidspunkt: "1. marts 2017", konsekvens: $konsekvens, justering: $justering, proeve: $proeve }
          ) {
            forslag {
              opfoelgning { noegle }
              konsekvens { dom ord }
              linjer { nr art beskrivelse ord spoergsmaal node { titel } efter { til } }
              paavirkning { datoer { aarsag node { titel } } efterCenter { navn } }
              underret { navn hvorfor citat { ordret } }
            }
            revision { nummer }
            fejl { kode besked }
          }
        }
        """;

    [Fact]
    public async Task A_form_is_written_and_its_proposal_decided_and_the_year_knows()
    {
        var api = await seed.CopyAsync();
        var values = new
        {
            om = "Branding",
            konsekvens = "Ja, men først i maj.",
            justering = "Nyt magasin udskydes til 1. maj 2017.",
        };
        var tried = await api.AskAsync(
            Write,
            new
            {
                values.om,
                values.konsekvens,
                values.justering,
                proeve = true,
            }
        );
        Assert.Equal("FORSINKET", tried.At("skrivOpfoelgning", "forslag", "konsekvens", "dom").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, tried.At("skrivOpfoelgning", "revision").ValueKind);

        var written = await api.AskAsync(
            Write,
            new
            {
                values.om,
                values.konsekvens,
                values.justering,
                proeve = false,
            }
        );
        var key = written.At("skrivOpfoelgning", "forslag", "opfoelgning", "noegle").GetString();
        var revision = written.At("skrivOpfoelgning", "revision", "nummer").GetInt32();
        Assert.Equal("2017-05-01", written.At("skrivOpfoelgning", "forslag", "linjer", 0, "efter", "til").GetString());
        Assert.Contains("Ditte Overgaard", written.At("skrivOpfoelgning", "forslag", "underret").ToString(), StringComparison.Ordinal);

        const string Decide = """
            mutation($key: ID!, $revision: Int) {
              afgoerForslag(
                input: { opfoelgning: $key, revision: $revision, linjer: [{ nr: 1, accepter: true, begrundelse: "trykkeriet" }] }
              ) {
                revision { resume }
                fejl { kode besked }
              }
            }
            """;
        var decided = await api.AskAsync(Decide, new { key, revision });
        Assert.Empty(decided.At("afgoerForslag", "fejl").EnumerateArray());
        var after = await api.AskAsync(
            """
            query($key: ID!) {
              opfoelgningsforslag(opfoelgning: $key) { linjer { afgoerelse { accepteret hvem note } } paavirkning { forklaring } }
              kalender(hvem: "Ditte Overgaard", dag: "2017-04-01", fra: "2017-05-01", til: "2017-05-01") { poster { stand grund hvornaar } }
              stilling(node: "Branding") { stilling { farve grund dag kilde { noegle } } }
              afholdteOpfoelgninger(om: "Branding") { ejer { titel } }
            }
            """,
            new { key }
        );
        Assert.True(after.At("opfoelgningsforslag", "linjer", 0, "afgoerelse", "accepteret").GetBoolean());
        Assert.Equal("FLYTTET", after.At("kalender", "poster", 0, "stand").GetString());
        Assert.Equal("GUL", after.At("stilling", "stilling", "farve").GetString());
        Assert.Equal(key, after.At("stilling", "stilling", "kilde", "noegle").GetString());
        Assert.Equal(1, after.At("afholdteOpfoelgninger").GetArrayLength());
    }

    [Fact]
    public async Task Standings_are_a_municipalitys_and_years_an_agreements()
    {
        var told = await seed.Api.AskAsync(
            """
            {
              alle: stillinger(kommune: "Guldborgsund") { node { slags titel kommune } farve }
              to: stillinger(kommune: "Guldborgsund", first: 2, skip: 1) { node { titel } }
              aarraekke(om: "Målaftale 2016-18, Socialpsykiatrien og Center for Afhængighed") {
                om { titel }
                enheder { aargange { navn fra til udgave } forloeb(slags: [INDSATS]) { node { titel } trin { skridt } } }
              }
            }
            """
        );
        Assert.Equal(["guldborgsund"], told.At("alle").Texts("node", "kommune").Distinct());
        Assert.Equal(["BIDRAG", "EFFEKT", "INDSATS"], told.At("alle").Texts("node", "slags").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(told.At("alle").Texts("node", "titel")[1..3], told.At("to").Texts("node", "titel"));

        var unit = told.At("aarraekke", "enheder", 0);
        Assert.Equal(["2016-01-01"], unit.At("aargange").Texts("fra"));
        Assert.Equal(
            ["Livsmestring via samskabelse og inddragelse", "Markedsgørelse", "Virkningsbaseret praksis"],
            unit.At("forloeb").Texts("node", "titel").Order(StringComparer.Ordinal)
        );
        Assert.Equal("IKKE_FUNDET", (await seed.Api.ErrorAsync("{ aarraekke(om: \"Badebroen\") { om { titel } } }")).Code);
    }

    [Fact]
    public async Task Measurements_are_kept_all_or_none()
    {
        var api = await seed.CopyAsync();
        const string Keep = """
            mutation($second: String!) {
              gemMaalinger(input: { maalinger: [
                { indikator: "Antal henvendelser fra andre kommuner", vaerdi: "40", dato: "1. januar 2017" }
                { indikator: "Antal henvendelser fra andre kommuner", vaerdi: "50", dato: $second, redskab: "Optælling", bedre: MERE }
              ] }) { fejl { besked } revision { resume } }
            }
            """;
        var wrong = await api.AskAsync(Keep, new { second = "engang" });
        Assert.Contains("ingen dato", wrong.At("gemMaalinger", "fejl", 0, "besked").GetString()!, StringComparison.Ordinal);
        var kept = await api.AskAsync(Keep, new { second = "1. januar 2018" });
        Assert.Equal("Målt: 2 målinger", kept.At("gemMaalinger", "revision", "resume").GetString());
        var data = await api.AskAsync(
            """
            {
              stilling(node: "Antal henvendelser fra andre kommuner") {
                stilling { farve }
                udviklinger { punkter { tal dag erBaseline } }
              }
            }
            """
        );
        Assert.Equal("GROEN", data.At("stilling", "stilling", "farve").GetString());
        Assert.Equal(50, data.At("stilling", "udviklinger", 0, "punkter", 1, "tal").GetDouble());
    }
}
