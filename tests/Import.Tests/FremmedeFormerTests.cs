using Effektkaeder.Domain;
using Effektkaeder.Import.Tests.Corpus.Kode;
using Xunit;
using static Effektkaeder.Import.Tests.Laest;

namespace Effektkaeder.Import.Tests;

/// <summary>
/// Forms that were written by one who had not read the reader: how a text without marks shows its headings, lists and covers, and
/// what it leaves unsaid.
/// </summary>
public class FremmedeFormerTests
{
    private const string Forside = "# Udviklingskontrakt 2031\n\nFjordby Kommune\n\nPlejehjemmet Tangen\n\n";

    private const string Nummereret =
        "RESULTATAFTALE 2031\n\nFjordby Kommune\n\nPlejehjemmet Tangen\n\nIndhold\n1. Indledning ........ 2\n2. Mål ............... 3\n\n"
        + "1. Indledning\n\nAftalen gælder hele huset.\n\n2. Mål\n\n2.1 Trygge gange\n\nFormål\nGangene skal være til at færdes på.\n\n"
        + "Handlinger\nNye lamper på alle gange\nGelændere males gule\nVagten går en runde mere\n\n"
        + "2.2 God mad\n\nHandlinger\nKøkkenet bygges om, så beboerne kan se og lugte, hvad\nOdense Madhus leverer til dem\n\n"
        + "3. Opfølgning\n\nMøde i maj 2031\n\nUnderskrifter\n\nDato: ........................\n______________________________\n";

    [Fact]
    public void Numbered_lines_that_count_through_a_text_are_its_headings()
    {
        var graf = Laes(Nummereret, "a.txt").Graf!;
        Assert.Equal(["God mad", "Trygge gange"], Titler(graf, NodeKind.Effekt));
        Assert.Empty(Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Møde i maj 2031"], Titler(graf, NodeKind.Opfoelgning));
        Assert.Equal(["Gangene skal være til at færdes på."], Felt(graf, "Trygge gange", "Beskrivelse"));
    }

    [Fact]
    public void Lines_under_a_label_are_one_thing_each_where_the_writer_broke_them_on_purpose()
    {
        var graf = Laes(Nummereret, "a.txt").Graf!;
        var bidrag = Titler(graf, NodeKind.Bidrag);
        Assert.Equal(["Gelændere males gule", "Nye lamper på alle gange", "Vagten går en runde mere"], bidrag.Except([bidrag[1]]));
        // Here "Odense" had no room on the line above, so the two lines may be one sentence.
        Assert.StartsWith("Køkkenet bygges om", bidrag[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_contents_and_lines_for_a_pen_say_nothing()
    {
        var resultat = Laes(Nummereret, "a.txt");
        Assert.DoesNotContain(
            resultat.Graf!.Nodes.SelectMany(n => n.Udsagn.Felter.Select(f => f.Tekst).Append(n.Udsagn.Indhold.Tekst)),
            t => t.Contains("....", StringComparison.Ordinal) || t.Contains("____", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(resultat.Diagnostics, d => d.Code == "IMP108");
    }

    [Fact]
    public void A_cover_set_as_a_table_opens_no_effort()
    {
        var graf = Laes(
            "# Udviklingskontrakt 2031\n\nFjordby Kommune\n\n**Tangens Venner**\n\n"
                + "| Aftaleparter | Ældrechefen og plejehjemslederen |\n"
                + "| Fagudvalg | Ældreudvalget |\n| Underskrevet | 3. december 2030 |\n\n"
                + "## Indsatser\n\n| Indsats | Handling |\n|---|---|\n| Ro | Hegn |\n"
        ).Graf!;
        Assert.Equal(["Ro"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Plejehjemsleder", "Ældrechef"], Titler(graf, NodeKind.Rolle));
        Assert.Equal(["Tangens Venner", "Ældreudvalget"], Titler(graf, NodeKind.Organisation));
        Assert.Equal("2030-12-03", graf.Nodes.Single(n => n.Key == graf.Aftale).Udsagn.Indhold[Egenskaber.Underskrevet]);
    }

    [Fact]
    public void Each_sheet_of_a_workbook_has_the_unit_that_its_own_cover_names()
    {
        static string Ark(string enhed, string leder, string raekke) =>
            $"## {enhed}\n\n| Kontraktholder | {leder} |\n| Enhed | {enhed} |\n| Periode | 1. januar - 31. december 2031 |\n\n"
            + $"| Indsats | Mål | Handling |\n|---|---|---|\n{raekke}\n\n";
        var indhold = Formater.Write(
            "xlsx",
            "## Forside\n\nFjordby Kommune\n\nKontrakt 2031\n\n"
                + Ark("Vej og Park", "Driftschef Ulla Holm", "| Skoleveje | Flere cykler | Cykelbaner males |")
                + Ark("Havn og Strand", "Havnechef Bo Krag", "| Rene strande | Flere bader | Strandene renses |")
        );
        var graf = DocumentImporter.Import("a.xlsx", indhold, new ImportOptions()).Graf!;
        Assert.Equal(["Rene strande", "Skoleveje"], Titler(graf, NodeKind.Indsats));
        Assert.Equal("fjordby/organisation/vej-og-park", graf.Nodes.Single(n => n.Udsagn.Indhold.Titel == "Skoleveje").Udsagn.Center);
        Assert.Equal("fjordby/organisation/havn-og-strand", graf.Nodes.Single(n => n.Udsagn.Indhold.Titel == "Rene strande").Udsagn.Center);
        Assert.DoesNotContain(graf.Nodes, n => n.Udsagn.Indhold.Aliaser.Count > 0);
    }

    [Fact]
    public void A_state_body_stands_for_itself()
    {
        var resultat = Laes("# Resultatplan 2031\n\n**Styrelsen for Havne og Fyr**\n\n## Mål 1: Fyrene lyser\n\n- Handling: Nye lamper\n");
        Assert.Equal(["Styrelsen for Havne og Fyr"], Titler(resultat.Graf!, NodeKind.Kommune));
        Assert.Equal(["Styrelsen for Havne og Fyr"], Titler(resultat.Graf!, NodeKind.Organisation));
        Assert.Contains(resultat.Diagnostics, d => d.Code == "IMP207");
    }

    [Fact]
    public void One_day_is_no_period_and_two_are_one()
    {
        const string mål = "## Mål 1: Færre falder\n\n- Handling: Balancehold\n";
        var to = Laes(Forside + "Aftalen træder i kraft den 1. marts 2031 og gælder til den 30. april 2032.\n\n" + mål).Graf!;
        Assert.Equal(("2031-03-01", "2032-04-30"), Periode(to));
        var en = Laes(Forside + "Aftalen træder i kraft den 1. marts 2031.\n\n" + mål).Graf!;
        Assert.Equal(("2031-01-01", "2031-12-31"), Periode(en));
    }

    [Fact]
    public void What_the_next_sentence_says_is_no_partys_name()
    {
        var graf = Laes(
            Forside
                + "Planen er indgået mellem Kystministeriets departement og Plejehjemmet Tangen. Den træder i kraft den 1. januar 2031.\n\n"
                + "## Mål 1: Færre falder\n\n- Handling: Balancehold\n"
        ).Graf!;
        Assert.Equal(["Kystministeriets departement", "Plejehjemmet Tangen"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void A_result_goal_that_is_measured_by_others_is_a_goal_and_else_an_indicator()
    {
        var maalt = Laes(Forside + "## Resultatmål 1: Kort ventetid\n\n- Succeskriterium: Højst 14 dage\n- Ansvarlig: Lederen\n").Graf!;
        Assert.Equal(["Kort ventetid"], Titler(maalt, NodeKind.Effekt));
        Assert.Equal(["Højst 14 dage"], Titler(maalt, NodeKind.Indikator));
        var selv = Laes(Forside + "## Resultatmål 1: Højst 14 dages ventetid\n\n- Handling: Flere hold\n- Ansvarlig: Lederen\n").Graf!;
        Assert.Equal(["Højst 14 dages ventetid"], Titler(selv, NodeKind.Indikator));
    }

    [Fact]
    public void A_field_that_lists_efforts_gives_each_of_them()
    {
        var graf = Laes(
            Forside
                + "## Mål 1: Færre falder\n\n**Politisk mål**\n\nEt trygt liv\n\n**Indsatser**\n\n- Balancehold\n- Nye lamper\n\n"
                + "**Ansvarlig**\n\nCenterchefen\n"
        ).Graf!;
        Assert.Equal(["Balancehold", "Nye lamper"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.Omfatter));
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.ForfoelgesMed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_that_sums_up_the_goals_adds_values_to_them(bool foer)
    {
        const string tabel =
            "## Oversigt\n\n| Nr. | Mål | Vægt |\n|---|---|---|\n| 1 | Færre falder | 60 pct. |\n| 2 | God mad | 40 pct. |\n\n";
        const string mål = "## Mål 1: Færre falder\n\n- Handling: Balancehold\n\n## Mål 2: God mad\n\n- Handling: Nyt køkken\n\n";
        var graf = Laes(Forside + (foer ? tabel + mål : mål + tabel)).Graf!;
        Assert.Equal(["Færre falder", "God mad"], Titler(graf, NodeKind.Effekt));
        var vaegte = graf.Nodes.Where(n => n.Kind == NodeKind.Effekt).Select(n => n.Udsagn.Indhold[Egenskaber.Vaegt]);
        Assert.Equal(["60 pct.", "40 pct."], vaegte);
    }

    [Fact]
    public void A_milestone_is_never_named_by_its_day_alone()
    {
        var graf = Laes(Forside + "## Mål 1: Ro\n\n**Milepæle**\n\n- Maj 2031: Hegnet er rejst\n- 3. juni 2031: Skiltet er malet\n").Graf!;
        Assert.Equal(["3. juni 2031: Skiltet er malet", "Maj 2031: Hegnet er rejst"], Titler(graf, NodeKind.Milepael));
    }

    [Fact]
    public void A_coupling_outside_the_points_starts_at_the_effort_it_names_and_at_nothing_else()
    {
        var resultat = Laes(
            Forside
                + "## Indsats 1: Ro\n\n- Handling: Hegn\n\n## Koblinger\n\n- Ro: Samarbejde med Naboskabet om hegnet\n"
                + "- Træpolitikken\n\n## Opfølgning\n\nStatus lægges på hjemmesiden i maj 2031.\n"
        );
        var graf = resultat.Graf!;
        var kobling = Assert.Single(graf.Edges, e => e.Type == EdgeType.KoblerTil);
        Assert.Equal(("fjordby/indsats/ro", "fjordby/organisation/naboskabet"), (kobling.From, kobling.To));
        Assert.Empty(Titler(graf, NodeKind.Politik));
        Assert.Empty(Titler(graf, NodeKind.Emne));
        Assert.Contains("Træpolitikken", Assert.Single(resultat.Diagnostics, d => d.Code == "IMP111").Besked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rows_deadline_and_people_belong_to_each_of_its_contributions()
    {
        var graf = Laes(
            Forside
                + "| Mål | Handling | Frist | Ansvarlig |\n|---|---|---|---|\n"
                + "| Færre falder | <ul><li>Balancehold</li><li>Nye lamper</li></ul> | 1. maj 2031 | Lederen |\n"
        ).Graf!;
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.HarMilepael));
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.AnsvarligFor && e.From.Contains("/leder", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_plan_is_its_units_own_and_a_name_keeps_its_last_letter()
    {
        const string mål = "## Mål 1: Færre falder\n\n- Handling: Balancehold\n";
        var plan = Laes("Fjordby Kommune\n\n# Udviklingsplan 2031\n\nBørnehuset Svalen\n\n" + mål).Graf!;
        Assert.Equal("Udviklingsplan 2031, Børnehuset Svalen", plan.Nodes.Single(n => n.Key == plan.Aftale).Udsagn.Indhold.Titel);
        var udvalg = Laes("# Handleplan for Klimastrategi 2031\n\nFjordby Kommune\n\nKlimaudvalget\n\n" + mål).Graf!;
        Assert.Equal("Handleplan 2031, Klimaudvalget", udvalg.Nodes.Single(n => n.Key == udvalg.Aftale).Udsagn.Indhold.Titel);
        var energi = Laes("# Virksomhedsaftale for Fjordby Energi 2031\n\nFjordby Kommune\n\n" + mål).Graf!;
        Assert.Equal(["Fjordby Energi"], Titler(energi, NodeKind.Organisation));
    }

    [Theory]
    [InlineData("Pedellen", "Pedel")]
    [InlineData("Afdelingslederen på Elmegangen", "Afdelingsleder")]
    public void Who_answers_is_a_role(string skrevet, string titel)
    {
        var graf = Laes(Forside + $"## Indsats 1: Ro\n\n- Handling: Hegn\n- Ansvarlig: {skrevet}\n").Graf!;
        Assert.Equal([titel], Titler(graf, NodeKind.Rolle));
    }

    [Fact]
    public void What_is_not_yet_settled_is_a_placeholder_and_no_indicator()
    {
        var graf = Laes(Forside + "## Mål 1: Ro\n\n- Handling: Hegn\n- Indikator: Ikke fastlagt\n").Graf!;
        Assert.Empty(Titler(graf, NodeKind.Indikator));
    }

    [Fact]
    public void A_point_is_no_part_of_the_deadline_above_it()
    {
        var graf = Laes(
            "KONTRAKT MELLEM BYRÅDET OG BRANDVÆSENET 2031\n\nHavnsø Kommune\n\n1 FORMÅL\nTo års arbejde.\n\n2 MÅL OG RESULTATKRAV\n\n"
                + "2.1 Hurtig hjælp\nMål: Bilen er fremme i tide\nTidsfrist: 1. juli 2031\n\n"
                + "2.2 Færre brande\nMål: Borgerne kender reglerne\nTidsfrist: 1. august 2031\n\n3 ØKONOMI\nBudgettet er 31 mio. kr.\n",
            "a.txt"
        ).Graf!;
        Assert.Equal(["Færre brande", "Hurtig hjælp"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["1. august 2031", "1. juli 2031"], Titler(graf, NodeKind.Milepael));
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.Omfatter));
        Assert.Equal(["BRANDVÆSENET", "BYRÅDET"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void A_word_for_points_that_nobody_knows_and_questions_that_are_labels_are_read()
    {
        var graf = Laes(
            "# Dialogaftale for Strandskolen, skoleåret 2031/32\n\nFjordby Kommune\n\n**Løfte 1: Alle svømmer**\n\n*Hvad gør vi?*\n"
                + "- Svømning hver uge\n\n*Hvordan ved vi, at det lykkes?* 95 pct. kan svømme\n\n*Hvem?* Idrætslærerne\n"
        ).Graf!;
        Assert.Equal(["Alle svømmer"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["95 pct. kan svømme"], Titler(graf, NodeKind.Indikator));
        Assert.Equal(["Strandskolen"], Titler(graf, NodeKind.Organisation));
    }

    private static (string?, string?) Periode(Aftalegraf graf)
    {
        var aftale = graf.Nodes.Single(n => n.Key == graf.Aftale).Udsagn.Indhold;
        return (aftale[Egenskaber.PeriodeFra], aftale[Egenskaber.PeriodeTil]);
    }
}
