using Effektkaeder.Domain;
using Effektkaeder.Import.Mapping.Skabeloner;
using Xunit;
using static Effektkaeder.Import.Tests.Laest;

namespace Effektkaeder.Import.Tests;

/// <summary>
/// Forms and words that no form of ours has: what a stranger's agreement says stays in its point, under its own name, and what has
/// no known role is told.
/// </summary>
public class FremmedOrdlydTests
{
    private const string Forside = "# Udviklingskontrakt 2031\n\nFjordby Kommune\n\nPlejehjemmet Tangen\n\n";

    [Fact]
    public void An_unknown_heading_in_a_point_is_a_field_of_that_point()
    {
        var resultat = Laes(
            Forside
                + "## Udviklingsmål 1: Færre falder\n\n### Hvad ved vi\n\nFald er steget.\n\n### Handlinger\n\n- Balancehold\n\n"
                + "## Udviklingsmål 2: Flere spiser\n\n### Hvad ved vi\n\nAppetitten er lille.\n\n### Handlinger\n\n- Fælles bord\n"
        );
        var graf = resultat.Graf!;
        Assert.Equal(["Fald er steget."], Felt(graf, "Færre falder", "Hvad ved vi"));
        Assert.Equal(["Appetitten er lille."], Felt(graf, "Flere spiser", "Hvad ved vi"));
        Assert.DoesNotContain(graf.Nodes.Single(n => n.Kind == NodeKind.Aftale).Udsagn.Felter, f => f.Label == "Hvad ved vi");
        var sagt = Assert.Single(resultat.Diagnostics, d => d.Code == "IMP102");
        Assert.Contains("Hvad ved vi", sagt.Besked, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_label_in_a_table_is_told()
    {
        var resultat = Laes(
            Forside + "## Indsats 1: Ro\n\n| Handlinger | Vi spiser i hold |\n| Drømmen | Børnene er mætte |\n| Ansvarlig | Lederen |\n"
        );
        Assert.Equal(["Børnene er mætte"], Felt(resultat.Graf!, "Ro", "Drømmen"));
        Assert.Contains(resultat.Diagnostics, d => d.Code == "IMP102" && d.Besked.Contains("Drømmen", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_that_comes_back_above_words_is_a_label_and_nobody_is_named_by_it()
    {
        var graf = Laes(
            "Virksomhedsplan 2031\nFjordby Kommune\nPlejehjemmet Tangen\n\n"
                + "Fokusområde 1\nTrygge gange\n\nHandlinger\nNye lamper\n\nSamarbejdspartnere\nFalck Teknik\n\n"
                + "Hvorfor nu\nFlere falder.\n\n"
                + "Fokusområde 2\nGod mad\n\nHandlinger\nNyt køkken\n\nSamarbejdspartnere\nMadhuset Nord\n\n"
                + "Hvorfor nu\nMange levner.\n"
        ).Graf!;
        Assert.Equal(["God mad", "Trygge gange"], Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Flere falder."], Felt(graf, "Trygge gange", "Hvorfor nu"));
        Assert.Equal(["Mange levner."], Felt(graf, "God mad", "Hvorfor nu"));
        Assert.Equal(["Falck Teknik", "Madhuset Nord", "Plejehjemmet Tangen"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void What_ends_a_text_of_points_is_the_agreements_and_not_the_last_points()
    {
        var punkt = (int n, string navn) => $"Fokusområde {n}\n{navn}\n\nHandlinger\nGør {navn}\n\nAnsvarlig\nLederen\n\n";
        var graf = Laes(
            "Virksomhedsplan 2031\nFjordby Kommune\nPlejehjemmet Tangen\n\n"
                + punkt(1, "Lys")
                + punkt(2, "Luft")
                + punkt(3, "Mad")
                + "Økonomi\nRammen er 3 mio. kr.\n\nOpfølgning\nDirektionen får en status 30. juni 2031.\n"
        ).Graf!;
        Assert.Contains(
            graf.Nodes.Single(n => n.Kind == NodeKind.Aftale).Udsagn.Felter,
            f => f.Label == "Økonomi" && f.Tekst == "Rammen er 3 mio. kr."
        );
        Assert.Single(graf.Nodes, n => n.Kind == NodeKind.Opfoelgning);
        Assert.DoesNotContain(graf.Edges, e => e.Type == EdgeType.FoelgesOp);
        Assert.Equal(3, Titler(graf, NodeKind.Indsats).Length);
    }

    [Theory]
    [InlineData("Indsatsområde 1\n\nTrygge gange")]
    [InlineData("## Indsatsområde 1\n\nTrygge gange")]
    [InlineData("## Indsatsområde 1\n\n### Trygge gange")]
    public void An_opener_may_have_its_title_on_the_next_line(string aabner)
    {
        var graf = Laes(Forside + aabner + "\n\nHandlinger: Nye lamper\n\nAnsvarlig: Teknisk leder\n").Graf!;
        Assert.Equal(["Trygge gange"], Titler(graf, NodeKind.Indsats));
        Assert.Contains(graf.Edges, e => e.Type == EdgeType.Omfatter);
    }

    [Fact]
    public void A_numbered_line_before_the_next_chapter_opens_no_point()
    {
        var graf = Laes(
            Forside
                + "## 3. Mål\n\n### Mål 3: Sund økonomi\n\n3.1 Regnskabet holder budgettet\n\n3.2 Sygefraværet er under syv dage\n\n"
                + "## 4. Opfølgning\n\nStatus hvert kvartal.\n"
        ).Graf!;
        Assert.Empty(Titler(graf, NodeKind.Indsats));
        Assert.Contains("Sygefraværet er under syv dage", Felt(graf, "Sund økonomi", "Beskrivelse").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mål for børnene", "Mål")]
    [InlineData("Målsætning/effekt", "Mål")]
    [InlineData("Sådan måler vi det", "Indikator")]
    [InlineData("Tegn på at det lykkes", "Indikator")]
    [InlineData("Det vil vi opnå", "Mål")]
    [InlineData("Det gør vi", "Handling")]
    [InlineData("Samarbejde med", "Samarbejdspartnere")]
    [InlineData("Ansvarlig for indsatsen", "Ansvarlig")]
    public void A_label_is_known_with_what_it_says_of_itself(string skrevet, string etiket) =>
        Assert.Equal(etiket, SkabelonKatalog.Etiketter.Find(skrevet)?.Label);

    [Theory]
    [InlineData("Sammenhæng for borgeren")]
    [InlineData("Mål for Skole og Dagtilbud")]
    [InlineData("Ansvar for hinanden i hverdagen er vores grundlag")]
    public void More_than_a_label_is_none(string skrevet) => Assert.Null(SkabelonKatalog.Etiketter.Find(skrevet));

    [Fact]
    public void A_centre_named_by_two_common_words_is_one_and_the_police_is_no_person()
    {
        var graf = Laes(
            Forside + "## Indsats 1: Ro\n\nHandlinger: Hegn\n\nSamarbejdspartnere: Center for Børn og Skole, Østfjords Politi\n"
        ).Graf!;
        Assert.Equal(["Center for Børn og Skole", "Plejehjemmet Tangen", "Østfjords Politi"], Titler(graf, NodeKind.Organisation));
    }

    [Theory]
    [InlineData("Skovens Venner og Center for Dagtilbud", "Center for Dagtilbud", "Skovens Venner")]
    [InlineData("PPR og Klub Bakken", "Klub Bakken", "PPR")]
    [InlineData("Ældre Sagen, Røde Kors", "Ældre Sagen", "Røde Kors")]
    public void Two_partners_are_two(string skrevet, string een, string anden)
    {
        var graf = Laes(Forside + $"## Indsats 1: Ro\n\nHandlinger: Hegn\n\nSamarbejdspartnere: {skrevet}\n").Graf!;
        Assert.Subset(Titler(graf, NodeKind.Organisation).ToHashSet(StringComparer.Ordinal), new HashSet<string> { een, anden });
    }

    [Fact]
    public void A_goal_that_is_a_plans_name_is_that_plan()
    {
        var graf = Laes(Forside + "## Indsats 1: Ro\n\nPolitisk mål: Mobilitetsplan 2030\n\nHandlinger: Hegn\n").Graf!;
        Assert.Equal(["Mobilitetsplan 2030"], Titler(graf, NodeKind.Politik));
        Assert.True(graf.Nodes.Single(n => n.Kind == NodeKind.PolitiskMaal).Udsagn.Indhold.Uspecificeret);
    }

    [Fact]
    public void What_a_goal_is_to_bring_stands_in_its_chain()
    {
        var graf = Laes(
            Forside + "## Udviklingsmål 1: Egne valg\n\n### Det vil vi opnå\n\n- Dagen er min\n\n### Det gør vi\n\n- Samtaler\n"
        ).Graf!;
        Assert.Contains(graf.Edges, e => e.Type == EdgeType.Skaber && e.To.EndsWith("/dagen-er-min", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_in_sentences_is_a_step_each()
    {
        var graf = Laes(
            Forside
                + "## Indsats 1: Ro\n\nHandlinger: Hegn\n\n"
                + "Tidsplan: Screeningen er indført senest 1. juni 2031. Holdene begynder i 3. kvartal 2031.\n"
        ).Graf!;
        var trin = graf.Nodes.Where(n => n.Kind == NodeKind.Milepael).ToList();
        Assert.Equal(2, trin.Count);
        Assert.All(trin, t => Assert.Single(t.Udsagn.Indhold.Tider));
    }

    [Fact]
    public void A_goal_that_is_written_again_in_the_next_row_is_one_goal()
    {
        var graf = Laes(
            "Virksomhedsplan 2031;;;;\nFjordby Kommune;Egemark Bibliotek;;;\n;;;;\nTema;Mål;Handling;Frist;Ansvarlig\n"
                + "Læselyst;Flere læser;Læseklub;1. maj 2031;Lederen\nLæselyst;Flere læser;Sommerbog;1. juni 2031;Lederen\n"
                + "Læselyst;Flere lytter;Lydbog;1. juli 2031;Lederen\n",
            "plan.csv"
        ).Graf!;
        Assert.Equal(["Flere lytter", "Flere læser"], Titler(graf, NodeKind.Effekt));
        Assert.Equal(["Læselyst"], Titler(graf, NodeKind.Indsats));
        var navne = graf.Nodes.ToDictionary(n => n.Key, n => n.Udsagn.Indhold.Titel);
        Assert.Equal(
            ["Lydbog => Flere lytter", "Læseklub => Flere læser", "Sommerbog => Flere læser"],
            graf.Edges.Where(e => e.Type == EdgeType.Skaber).Select(e => $"{navne[e.From]} => {navne[e.To]}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(3, graf.Edges.Count(e => e.Type == EdgeType.HarMilepael));
    }

    [Theory]
    [InlineData("Underskrevet den 14. januar 2031")]
    [InlineData("Kontrakten er indgået med centerchefen den 14. januar 2031.")]
    [InlineData("Fjordby, den 14. januar 2031")]
    public void A_sentence_may_say_when_it_was_signed(string linje)
    {
        var resultat = Laes(Forside + linje + "\n\n## Indsats 1: Ro\n\nHandlinger: Hegn\n");
        Assert.DoesNotContain(resultat.Diagnostics, d => d.Code == "IMP205");
        Assert.Contains(
            resultat.Graf!.Nodes.Single(n => n.Kind == NodeKind.Aftale).Udsagn.Indhold.Egenskaber,
            e => e.Vaerdi == "2031-01-14"
        );
    }

    [Fact]
    public void A_party_by_its_leader_is_the_unit_and_the_leader()
    {
        var graf = Laes(
            "# Udviklingskontrakt 2031\n\nFjordby Kommune\n\n"
                + "Kontrakten er indgået mellem Direktør Mette Brink og Plejehjemmet Tangen ved centerleder Jonas Wad.\n\n"
                + "## Indsats 1: Ro\n\nHandlinger: Hegn\n"
        ).Graf!;
        Assert.Equal(["Plejehjemmet Tangen"], Titler(graf, NodeKind.Organisation));
        Assert.Equal(["Centerleder", "Direktør"], Titler(graf, NodeKind.Rolle));
        Assert.Equal(2, graf.Edges.Count(e => e.Type == EdgeType.PartI));
    }

    [Fact]
    public void What_a_sentence_says_of_the_agreement_is_no_party()
    {
        var graf = Laes(
            "# Resultatplan 2031\n\nFjordby Kommune\n\nPlanen er indgået mellem Havministeriets departement og Styrelsen for Tang "
                + "og gælder fra 1. januar 2031.\n\n## Indsats 1: Ro\n\nHandlinger: Hegn\n"
        ).Graf!;
        Assert.Equal(["Havministeriets departement", "Styrelsen for Tang"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void The_municipality_before_a_units_name_is_no_part_of_it()
    {
        var graf = Laes("# Institutionsaftale 2031\n\nFjordby Kommune – Børnehuset Svalen\n\n## Indsats 1: Ro\n\nHandlinger: Hegn\n").Graf!;
        Assert.Equal(["Børnehuset Svalen"], Titler(graf, NodeKind.Organisation));
    }

    [Fact]
    public void A_row_of_names_above_a_table_of_commas_is_its_cover()
    {
        var resultat = Laes(
            "Virksomhedsplan 2031;;;;\nFjordby Kommune;Egemark Bibliotek;;;\n;;;;\nTema;Mål;Handling;Frist;Ansvarlig\n"
                + "Læselyst;Flere læser;Læseklub;1. maj 2031;Lederen\nHjælp;Flere klarer sig;Kursus;1. juni 2031;Lederen\n",
            "plan.csv"
        );
        Assert.True(resultat.Lykkedes, string.Join('\n', resultat.Diagnostics));
        Assert.Equal(["Egemark Bibliotek"], Titler(resultat.Graf!, NodeKind.Organisation));
        Assert.Equal(["Hjælp", "Læselyst"], Titler(resultat.Graf!, NodeKind.Indsats));
    }

    [Fact]
    public void A_row_of_a_table_in_a_cell_is_one_thing_with_its_date()
    {
        var graf = Laes(
            "<h1>Institutionsaftale 2031</h1><p>Fjordby Kommune</p><p>Børnehuset Svalen</p><table>"
                + "<tr><td colspan=2>Indsats 1: Ro</td></tr><tr><td>Handlinger</td><td>Hegn</td></tr><tr><td>Milepæle</td><td><table>"
                + "<tr><th>Hvornår</th><th>Hvad</th></tr><tr><td>April 2031</td><td>Alle er oplært</td></tr>"
                + "<tr><td>1. juni 2031</td><td>Rummet er bygget om</td></tr></table></td></tr></table>",
            "a.html"
        ).Graf!;
        var milepaele = graf
            .Nodes.Where(n => n.Kind == NodeKind.Milepael)
            .OrderBy(n => n.Udsagn.Indhold.Titel, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(2, milepaele.Count);
        Assert.Contains("Rummet er bygget om", milepaele[0].Udsagn.Indhold.Tekst, StringComparison.Ordinal);
        Assert.Contains("Alle er oplært", milepaele[1].Udsagn.Indhold.Tekst, StringComparison.Ordinal);
        Assert.All(milepaele, m => Assert.Single(m.Udsagn.Indhold.Tider));
    }
}
