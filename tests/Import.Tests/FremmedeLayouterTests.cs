using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Xunit;
using static Effektkaeder.Import.Tests.Laest;

namespace Effektkaeder.Import.Tests;

/// <summary>
/// Layouts that no form of ours has: labels that are said and not named, tables of years, days and levels, forms that are written out.
/// </summary>
public class FremmedeLayouterTests
{
    private const string Forside = "# Virksomhedsplan 2031\n\nFjordby Kommune\n\nPlejehjemmet Tangen\n\n";

    [Theory]
    [InlineData("Ønskede effekter", "effekt")]
    [InlineData("Hvad vil vi ændre?", "effekt")]
    [InlineData("Prioriteret indsats", "indsats")]
    [InlineData("Kerneaktiviteter", "bidrag")]
    [InlineData("Vi vil:", "bidrag")]
    [InlineData("Vejen til målet", "bidrag")]
    [InlineData("Hvordan ser vi, at det lykkes?", "indikator")]
    [InlineData("Sådan kan det ses", "indikator")]
    [InlineData("Årlige delmål", "milepael")]
    [InlineData("Nås senest", "milepael")]
    [InlineData("Hvem gør det?", "ansvarlig")]
    [InlineData("Hvem samarbejder vi med?", "forpligtelser")]
    [InlineData("Ansvarligt udvalg", "udvalg")]
    [InlineData("Det skal de unge mærke:", "effekt")]
    [InlineData("Det gør ungdomsskolen", "bidrag")]
    [InlineData("Resultat måles ved", "indikator")]
    [InlineData("Hvor er vi nu?", "kun-felt")]
    public void A_label_is_known_by_what_it_asks_for(string etiket, string rolle) =>
        Assert.Equal(rolle, SkabelonKatalog.Etiketter.Find(etiket)?.Rolle);

    [Theory]
    [InlineData("Flere aktiviteter")]
    [InlineData("Sprogindsats")]
    [InlineData("Sådan får vi flere til at cykle")]
    [InlineData("Hvordan måler vi ilten i fjorden?")]
    [InlineData("Hvad ved vi")]
    public void What_is_about_something_is_no_label(string titel) => Assert.Null(SkabelonKatalog.Etiketter.Find(titel));

    /// <summary>A sheet's name stands above its cover; the label after a name that ends in "Vand" is no municipality.</summary>
    [Fact]
    public void A_name_above_the_title_is_no_section_and_a_label_after_it_no_part_of_a_municipality()
    {
        var graf = Laes(
            "# Skov og Vand\n\nUdviklingsaftale 2031 for Center for Skov og Vand\n\nKommune\n\nNordby Kommune\n\n"
                + "| Politisk mål | Indsats | Bidrag | Effekt |\n|---|---|---|---|\n"
                + "| Rent vand | Vandløb i balance | Tre vandløb åbnes | Flere fisk |\n"
                + "| Rent vand | Vandløb i balance | Lodsejere rådgives | Mindre kvælstof |\n"
        ).Graf!;
        Assert.Equal(["Nordby Kommune"], Titler(graf, NodeKind.Kommune));
        Assert.Equal(["Udviklingsaftale 2031, Center for Skov og Vand"], Titler(graf, NodeKind.Aftale));
        Assert.Equal(["Lodsejere rådgives", "Tre vandløb åbnes"], Titler(graf, NodeKind.Bidrag));
    }

    [Fact]
    public void A_letter_and_the_goals_in_brackets_are_no_part_of_a_title()
    {
        var graf = Laes(
            Forside
                + "## Kommunens mål\n\n1. Alle spiser godt\n2. Ingen falder\n\n## Indsatser\n\n"
                + "### A. Balance (knytter sig til mål 2)\n\n**Handlinger**\n\n- Hold\n\n"
                + "### B. Køkken (mål 1 og 2)\n\n**Handlinger**\n\n- Ovn\n"
        ).Graf!;
        Assert.Equal(["Balance", "Køkken"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(
            ["Alle spiser godt => Køkken", "Ingen falder => Balance", "Ingen falder => Køkken"],
            Kanter(graf, EdgeType.ForfoelgesMed)
        );
    }

    [Fact]
    public void A_goal_may_be_named_by_what_it_is_about()
    {
        var graf = Laes(
            Forside
                + "## Byrådets mål\n\n- Beboerne bevæger sig hver dag\n- Naturen kommer tættere på\n\n"
                + "## Indsats 1: Stien\n\nIndsatsen hører under Byrådets mål om natur.\n\nHandling: Bænke\n\n"
                + "## Indsats 2: Hold\n\nHandling: Bolde\n"
        ).Graf!;
        Assert.Equal(["Naturen kommer tættere på => Stien"], Kanter(graf, EdgeType.ForfoelgesMed));
    }

    [Fact]
    public void A_table_of_years_is_milestones_and_one_of_values_is_indicators()
    {
        var graf = Laes(
            Forside
                + "## Mål 1: Færre falder\n\n### Årlige delmål\n\n| 2031 | 2032 |\n|---|---|\n| Gulvet er skiftet | Alle har sko |\n\n"
                + "### Nøgletal\n\n| Nøgletal | 2030 | Mål 2032 |\n|---|---|---|\n| Antal fald | 40 | 20 |\n"
        ).Graf!;
        Assert.Equal(["2031: Gulvet er skiftet", "2032: Alle har sko"], Titler(graf, NodeKind.Milepael));
        Assert.Equal(["Færre falder => Antal fald"], Kanter(graf, EdgeType.MaalesPaa));
        Assert.Equal(["20"], Felt(graf, "Antal fald", "Mål 2032"));
    }

    [Fact]
    public void A_table_that_stands_across_is_a_point_a_column()
    {
        var graf = Laes(
            Forside
                + "## Overblik over årets indsatser\n\n| | Ro | Sko |\n|---|---|---|\n| Mål | Færre vågner | Færre falder |\n"
                + "| Handlinger | Tæpper | Nye sko |\n| Frist | Maj 2031 | Juni 2031 |\n"
        ).Graf!;
        Assert.Equal(["Ro", "Sko"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Nye sko => Færre falder", "Tæpper => Færre vågner"], Kanter(graf, EdgeType.Skaber));
        Assert.Equal(["Ro => Maj 2031", "Sko => Juni 2031"], Kanter(graf, EdgeType.HarMilepael));
    }

    [Fact]
    public void A_column_may_say_what_each_row_is()
    {
        var resultat = Laes(
            Forside
                + "| Niveau | Nr. | Tekst | Ansvarlig | Slut |\n|---|---|---|---|---|\n| Politisk mål | 1 | Alle er trygge | | |\n"
                + "| Indsats | 1.1 | Ro | | |\n| Mål | 1.1.1 | Færre vågner | | |\n"
                + "| Handling | 1.1.1.1 | Tæpper | Nattevagtens leder | 1. maj 2031 |\n"
                + "| Indsats | 1.2 | Sko | | |\n| Handling | 1.2.1 | Nye såler | Forstanderen | 1. juni 2031 |\n"
        );
        Assert.Equal(["Alle er trygge => Ro", "Alle er trygge => Sko"], Kanter(resultat.Graf!, EdgeType.ForfoelgesMed));
        Assert.Equal(["Tæpper => Færre vågner"], Kanter(resultat.Graf!, EdgeType.Skaber));
        Assert.Contains("Sko => Nye såler", Kanter(resultat.Graf!, EdgeType.Omfatter));
        Assert.Equal(["Nye såler => 1. juni 2031", "Tæpper => 1. maj 2031"], Kanter(resultat.Graf!, EdgeType.HarMilepael));
        Assert.DoesNotContain(resultat.Diagnostics, d => d.Code == "IMP108");
    }

    [Fact]
    public void A_form_that_is_written_out_is_read_by_its_sentences()
    {
        var resultat = Laes(
            "Aftale om nattero 2031\n\nFjordby Kommune\nPlejehjemmet Tangen\n\nTema 1. Ro\n\n"
                + "Målet er, at færre vågner. Det sker ved, at der lægges tæpper, og at dørene smøres. Målet er nået, når ni af ti sover. "
                + "Det skal være tilfældet senest 1. maj 2031. Forstanderen har ansvaret.\n",
            "a.txt"
        );
        var graf = resultat.Graf!;
        Assert.Equal(["Der lægges tæpper", "Dørene smøres"], Titler(graf, NodeKind.Bidrag));
        Assert.Equal(["Færre vågner => Ni af ti sover"], Kanter(graf, EdgeType.MaalesPaa));
        Assert.Equal(["Forstander => Ro"], Kanter(graf, EdgeType.AnsvarligFor));
        Assert.DoesNotContain(resultat.Diagnostics, d => d.Code == "IMP108");
    }

    [Fact]
    public void Bullets_on_lines_of_their_own_in_a_cell_are_one_list() =>
        Assert.Equal(
            ["Døre", "Tæpper"],
            Titler(Laes(Forside + "## Indsats 1: Ro\n\n| Handlinger | - Tæpper<br>- Døre |\n| Frist | Maj 2031 |\n").Graf!, NodeKind.Bidrag)
        );

    [Fact]
    public void A_label_that_begins_a_sentence_begins_a_line()
    {
        var graf = Laes(
            Forside + "## Indsats 1: Ro\n\n**Handlinger:** 1) Tæpper. 2) Døre. **Frist:** Maj 2031. **Tovholder:** Forstanderen\n"
        ).Graf!;
        Assert.Equal(["Døre", "Tæpper"], Titler(graf, NodeKind.Bidrag));
        Assert.Equal(["Ro => Maj 2031"], Kanter(graf, EdgeType.HarMilepael));
        Assert.Equal(["Forstander => Ro"], Kanter(graf, EdgeType.AnsvarligFor));
    }

    [Fact]
    public void Two_labels_at_once_share_their_words()
    {
        var graf = Laes(Forside + "## Indsats 1: Ro\n\nHandling: Tæpper\n\nAnsvar og tid: Forstanderen, inden 1. maj 2031\n").Graf!;
        Assert.Equal(["Forstander => Ro"], Kanter(graf, EdgeType.AnsvarligFor));
        Assert.Equal(["Ro => Inden 1. maj 2031"], Kanter(graf, EdgeType.HarMilepael));
    }

    [Fact]
    public void Who_only_helps_does_not_answer_for_it()
    {
        var graf = Laes(Forside + "## Indsats 1: Ro\n\nHandling: Tæpper\n\nAnsvarlig: Forstanderen i samarbejde med Vejafdelingen\n").Graf!;
        Assert.Equal(["Forstander => Ro"], Kanter(graf, EdgeType.AnsvarligFor));
        Assert.Equal(["Vejafdelingen => Ro"], Kanter(graf, EdgeType.ForpligtetI));
    }

    [Fact]
    public void Days_and_what_happens_on_them_are_how_the_agreement_is_followed()
    {
        var graf = Laes(
            Forside
                + "## Indsats 1: Ro\n\nHandling: Tæpper\n\n## Årets gang\n\n"
                + "| Tidspunkt | Hvad sker der? |\n|---|---|\n| Maj 2031 | Tilsyn |\n"
        ).Graf!;
        Assert.Equal(["Ro"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Maj 2031: Tilsyn"], Titler(graf, NodeKind.Opfoelgning));
    }

    [Fact]
    public void A_list_of_terms_is_labels_and_an_unknown_one_takes_no_words_from_another()
    {
        var graf = Laes(
            "<h1>Virksomhedsplan 2031</h1><p>Fjordby Kommune</p><p>Plejehjemmet Tangen</p><h2>Indsats #1: Ro</h2><dl><dt>Handlinger</dt>"
                + "<dd>Tæpper</dd><dt>Frist</dt><dd>Maj 2031</dd><dt>Farve</dt><dd>Blå</dd></dl><footer><p>Torvet 1</p></footer>",
            "a.html"
        ).Graf!;
        Assert.Equal(["Ro => Maj 2031"], Kanter(graf, EdgeType.HarMilepael));
        Assert.Equal(["Blå"], Felt(graf, "Ro", "Farve"));
    }

    [Theory]
    [InlineData("## 1. Mission og vægt\n\nVi er til for beboerne i alle deres dage, og det vil vi gerne blive ved med at være.\n\n")]
    [InlineData("## Sådan læser du planen\n\nPlanen er kort, og den er skrevet til dem, som bor her, og til dem, som besøger dem.\n\n")]
    public void A_heading_of_the_text_names_no_unit(string afsnit)
    {
        var graf = Laes("# Kvalitetskontrakt 2031 for Fjordby Kommune\n\n" + afsnit + "## Indsats 1: Ro\n\nHandling: Tæpper\n").Graf!;
        Assert.Equal(["Fjordby Kommune"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void A_council_names_its_municipality()
    {
        var graf = Laes(
            "# Aftale 2031\n\nMellem Fjordby Byråd og Afdelingen for Natur\n\n## Indsats 1: Bro til skolen\n\nHandling: Planker\n"
        ).Graf!;
        Assert.Equal(["Fjordby Kommune"], Titler(graf, NodeKind.Kommune));
        Assert.Contains("Afdelingen for Natur", Titler(graf, NodeKind.Organisation));
        Assert.Equal(["Bro til skolen"], Titler(graf, NodeKind.Indsats));
    }

    [Fact]
    public void What_stands_far_apart_on_a_line_is_two_and_a_page_mark_is_nothing()
    {
        var graf = Laes(
            "TANGEN GYMNASIUM                      Sagsnr. 31-7\nFjordby Kommune\n\nResultatkontrakt 2031\n\n1. Indsats\n\nHandlinger:\n"
                + "  - Tæpper\n\nAnsvarlig: Rektor\n\n                 - 2 -\n\n2. Opfølgning\n\nStatus i maj 2031.\n\n"
                + "Fjordby, den 3. juni 2030\n",
            "a.txt"
        ).Graf!;
        Assert.Equal(["TANGEN GYMNASIUM"], Titler(graf, NodeKind.Organisation));
        Assert.Equal(["Status i maj 2031"], [.. Titler(graf, NodeKind.Opfoelgning).Select(t => t.TrimEnd('.'))]);
        Assert.Equal("2030-06-03", graf.Nodes.Single(n => n.Kind == NodeKind.Aftale).Udsagn.Indhold[Egenskaber.Underskrevet]);
    }

    private static string[] Kanter(Aftalegraf graf, EdgeType type)
    {
        var titel = graf.Nodes.ToDictionary(n => n.Key, n => n.Udsagn.Indhold.Titel);
        return [.. graf.Edges.Where(e => e.Type == type).Select(e => $"{titel[e.From]} => {titel[e.To]}").Order(StringComparer.Ordinal)];
    }
}
