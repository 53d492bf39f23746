using System.Text;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Import.Tests;

/// <summary>What a careful reader gets right in a few words.</summary>
public class OmhyggeligLaesningTests
{
    [Theory]
    [InlineData("Center for Skole, aftale 2 (Lektier)", "Aftale Center for Skoles udviklingsaftale")]
    [InlineData("Center for By, Land og Kultur", "Organisation Center for By, Land og Kultur")]
    [InlineData(
        "Foreningen Åen. Desuden Center for Kultur, indsatsen »Bøger«",
        "Indsats Bøger; Organisation Center for Kultur; Organisation Foreningen Åen"
    )]
    [InlineData(
        "Foreningen Åen. Desuden Center for Kultur, indsatsen »Bøger«. Se aftale 2",
        "Indsats Byens gamle; Indsats Bøger; Organisation Center for Kultur; Organisation Foreningen Åen"
    )]
    [InlineData("Se aftale 2", "Indsats Byens gamle")]
    [InlineData("Aftale 2 i denne aftale", "Indsats Byens gamle")]
    [InlineData("Indsats 2 og 3", "Indsats Byens gamle; Indsats Åens fisk")]
    [InlineData("Intern: Center for Kultur. Ekstern: Foreningen Åen", "Organisation Center for Kultur; Organisation Foreningen Åen")]
    [InlineData("Indsatserne i nærværende udviklingsaftale", "Indsats Byens gamle; Indsats Åens fisk")]
    [InlineData("Aftalerne 2 og 3. Desuden Jobcentret", "Indsats Byens gamle; Indsats Åens fisk; Organisation Jobcentret")]
    [InlineData("Aftale 2: Byens gamle", "Indsats Byens gamle")]
    [InlineData("Center for Kultur, såfremt budgettet vedtages", "Organisation Center for Kultur")]
    [InlineData("Indsatsen Byens gamle og Center for Kultur", "Indsats Byens gamle; Organisation Center for Kultur")]
    [InlineData("Alle virksomhederne i Center for Hav og Himmel", "Organisation Alle virksomhederne i Center for Hav og Himmel")]
    public void A_couplings_field_names_what_it_names(string felt, string ventet)
    {
        var graf = Laes(Tre(felt));
        var titler = graf.Nodes.ToDictionary(n => n.Key, n => $"{n.Kind} {n.Udsagn.Indhold.Titel}", StringComparer.Ordinal);
        var maal = graf
            .Edges.Where(e => e is { Type: EdgeType.KoblerTil, Art: KoblingArt.Eksplicit } && e.From == "fjordby/indsats/havnens-unge")
            .Select(e => titler[e.To])
            .Order(StringComparer.Ordinal);
        Assert.Equal(ventet, string.Join("; ", maal));
    }

    [Fact]
    public void What_awaits_somebody_is_a_condition()
    {
        var graf = Laes(Tre("Center for Kultur (NB! afventer Økonomiudvalget)"));
        var kobling = Assert.Single(graf.Edges, e => e.Art == KoblingArt.Eksplicit);
        Assert.Equal("NB! afventer Økonomiudvalget", kobling.Udsagn.Betinget);
    }

    [Theory]
    [InlineData("Træpolitikken samt Klimastrategien", "Klimastrategien; Træpolitikken")]
    [InlineData("Beredskabsplan 2026", "Beredskabsplan 2026")]
    [InlineData("Havestrategien (fælles med Center for Kultur)", "Havestrategien")]
    [InlineData("Sundhedspolitikken og Kulturpolitikken", "Kulturpolitikken; Sundhedspolitikken")]
    [InlineData("Vækstpolitikken, Klimaplan 2030 og Skolestrategien", "Klimaplan 2030; Skolestrategien; Vækstpolitikken")]
    public void Each_policy_in_a_goal_field_is_a_policy_with_its_goal(string felt, string ventet)
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Politisk mål\t" + felt));
        Assert.Equal(ventet, Titler(graf, NodeKind.Politik));
        Assert.Equal(ventet.Split(';').Length, graf.Edges.Count(e => e.Type == EdgeType.Indeholder));
        Assert.All(graf.Nodes.Where(n => n.Kind == NodeKind.PolitiskMaal), n => Assert.True(n.Udsagn.Indhold.Uspecificeret));
    }

    [Theory]
    [InlineData("1) Flere ture.<br>2) Flere både.", "Flere både; Flere ture")]
    [InlineData("a. Flere ture<br>b. Flere både", "Flere både; Flere ture")]
    [InlineData("Følgende er opfyldt: 1. Flere ture. 2. Flere både.", "Flere både; Flere ture")]
    [InlineData("1. Flere ture 2. Flere både", "Flere både; Flere ture")]
    [InlineData("\n•\tFlere ture\n•\tFlere både", "Flere både; Flere ture")]
    [InlineData(
        "<ul><li>Flere ture</li><li>Flere både, som\nAftale #\tIndhold\n\tikke lækker</li></ul>",
        "Flere både, som ikke lækker; Flere ture"
    )]
    public void A_list_is_a_list_however_it_is_written(string felt, string ventet) =>
        Assert.Equal(ventet, Titler(Laes(Testdokument.Udviklingsaftale("Effektindikator\t" + felt)), NodeKind.Indikator));

    [Theory]
    [InlineData("Senest pr. 1/7 2022", "..2022-07-01")]
    [InlineData("Fra 1. marts 2026 til udgangen af 2026", "2026-03-01..2026-12-31")]
    [InlineData("fra maj-juni 2026", "2026-05-01..2026-06-30")]
    [InlineData("Begyndelsen af 2026", "")]
    [InlineData("Slutningen af maj 2026", "")]
    [InlineData("Midten af 2026", "")]
    [InlineData("14 dage efter 1. maj 2025", "")]
    [InlineData("Inden sommerferien 2026", "")]
    [InlineData("Påsken 2026", "")]
    [InlineData("Ved årets udgang", "")]
    [InlineData("D. 1.7.26", "..2026-07-01")]
    [InlineData("Juni/juli 2026", "..2026-07-31")]
    [InlineData("Q3 2026", "..2026-09-30")]
    [InlineData("Senest medio juni 2026", "..2026-06-20")]
    [InlineData("Uge 12-14 2026", "..2026-04-05")]
    public void A_date_says_what_it_says_and_nothing_is_guessed(string felt, string ventet)
    {
        var resultat = DocumentImporter.Import(
            "a.txt",
            Encoding.UTF8.GetBytes(Testdokument.Udviklingsaftale("Deadline\t" + felt)),
            new ImportOptions()
        );
        var milepael = Assert.Single(resultat.Graf!.Nodes, n => n.Kind == NodeKind.Milepael).Udsagn.Indhold;
        Assert.Equal(
            ventet,
            string.Join("; ", milepael.Tider.Where(t => t.HarInterval).Select(t => $"{t.Fra:yyyy-MM-dd}..{t.Til:yyyy-MM-dd}"))
        );
        Assert.Equal(felt, milepael.Tekst);
        Assert.Equal(ventet.Length == 0, resultat.Diagnostics.Any(d => d.Code == "IMP304"));
    }

    [Theory]
    [InlineData("Centerchefen for Børn og Unge", "Rolle Centerchef")]
    [InlineData("Skovchefen og parkchefen i fællesskab", "Rolle Parkchef; Rolle Skovchef")]
    [InlineData("endnu ikke udpeget", "")]
    [InlineData("(under udarbejdelse)", "")]
    [InlineData("Lederen af Bådehuset", "Rolle Leder")]
    [InlineData("Vi aftaler det senere, når der er tid", "")]
    [InlineData("Byplanlæggeren og sagsbehandleren", "Rolle Byplanlægger; Rolle Sagsbehandler")]
    [InlineData("Det er aftalt, at alle på kontoret hjælper hinanden med opgaven", "")]
    public void Who_answers_is_a_role_or_a_unit_and_nothing_else(string felt, string ventet)
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Ansvarlig\t" + felt));
        var titler = graf.Nodes.ToDictionary(n => n.Key, n => $"{n.Kind} {n.Udsagn.Indhold.Titel}", StringComparer.Ordinal);
        Assert.Equal(
            ventet,
            string.Join(
                "; ",
                graf.Edges.Where(e => e.Type == EdgeType.AnsvarligFor).Select(e => titler[e.From]).Order(StringComparer.Ordinal)
            )
        );
        Assert.DoesNotContain(graf.Nodes, n => n.Udsagn.Indhold[Egenskaber.Person] is not null);
    }

    [Fact]
    public void Beside_a_person_stands_a_person()
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Ansvarlig\tHavnechefen Ole Strøm og Ida Bølge"));
        Assert.Equal(
            ["Ida Bølge", "Ole Strøm"],
            graf.Nodes.Select(n => n.Udsagn.Indhold[Egenskaber.Person]).OfType<string>().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("Beboere på plejehjem")]
    [InlineData("Unge i skole og uddannelse")]
    [InlineData("Pårørende til borgere på hospital")]
    public void People_are_no_organisation(string felt) =>
        Assert.DoesNotContain(Laes(Testdokument.Udviklingsaftale("Målgruppe\t" + felt)).Edges, e => e.Type == EdgeType.HarMedlem);

    [Fact]
    public void The_only_indicator_is_what_the_documentation_is_of()
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Dokumentation\tSpørgeskema"));
        Assert.Contains(graf.Edges, e => e.Type == EdgeType.DokumenteresVed && e.From.Contains("/indikator/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_role_is_of_the_unit_it_names()
    {
        var graf = Laes(Testdokument.Udviklingsaftale("Ansvarlig\tCenterchefen for Børn og Unge"));
        Assert.Contains(graf.Edges, e => e.Type == EdgeType.HoererUnder && e.To == "fjordby/organisation/center-for-boern-og-unge");
    }

    [Theory]
    [InlineData("Mål\t(under udarbejdelse)", NodeKind.Effekt)]
    [InlineData("Mål\tFastlægges senere", NodeKind.Effekt)]
    [InlineData("Tværgående forpligtelser\tendnu ikke afklaret", NodeKind.Rolle)]
    public void A_placeholder_is_no_node(string felt, NodeKind kind) =>
        Assert.DoesNotContain(
            Laes(Testdokument.Udviklingsaftale(felt)).Nodes,
            n => n.Kind == kind && felt.Contains(n.Udsagn.Indhold.Tekst, StringComparison.Ordinal)
        );

    [Fact]
    public void The_aim_that_an_afsaet_names_stands_above_its_bidrag()
    {
        var graf = Laes(Testdokument.Maalaftale("Afsæt\tBidraget støtter centrets målsætning om værdighed i eget liv."));
        var line = Assert.Single(graf.Edges, e => e.Type == EdgeType.Understoetter);
        var over = graf.Nodes.Single(n => n.Key == line.To);
        Assert.Equal(
            (NodeKind.PolitiskMaal, "Værdighed i eget liv", true),
            (over.Kind, over.Udsagn.Indhold.Titel, over.Udsagn.Indhold.Henvist)
        );
        Assert.Contains("/bidrag/", line.From, StringComparison.Ordinal);
    }

    [Fact]
    public void An_effekt_on_short_sight_supports_the_one_on_long()
    {
        var graf = Laes(
            Testdokument.Maalaftale("Effekt\t<ul><li>På kort sigt: Flere sejler</li><li>På længere sigt: Alle sejler</li></ul>")
        );
        var sigt = graf
            .Nodes.Where(n => n.Kind == NodeKind.Effekt)
            .ToDictionary(n => n.Key, n => n.Udsagn.Indhold[Egenskaber.Sigt], StringComparer.Ordinal);
        var line = Assert.Single(graf.Edges, e => e.Type == EdgeType.Understoetter);
        Assert.Equal(("kort", "langt"), (sigt[line.From], sigt[line.To]));
    }

    [Fact]
    public void A_line_of_dashes_is_no_title()
    {
        var graf = Laes(
            Testdokument.Udviklingsaftale("").Replace("1. Havnens unge\n", "1. Havnens unge\n-----------------\n", StringComparison.Ordinal)
        );
        Assert.Equal("Havnens unge", Titler(graf, NodeKind.Indsats));
    }

    private static string Tre(string koblinger)
    {
        var foerste = Testdokument.Udviklingsaftale("Koblinger\t" + koblinger);
        var tabel = Testdokument.Udviklingsaftale("");
        tabel = tabel[tabel.IndexOf("Aftale #", StringComparison.Ordinal)..];
        return foerste + "\n2. Byens gamle\n\n" + tabel + "\n3. Åens fisk\n\n" + tabel;
    }

    private static Aftalegraf Laes(string tekst)
    {
        var resultat = DocumentImporter.Import("a.txt", Encoding.UTF8.GetBytes(tekst), new ImportOptions());
        Assert.True(resultat.Lykkedes, string.Join('\n', resultat.Diagnostics));
        return resultat.Graf!;
    }

    private static string Titler(Aftalegraf graf, NodeKind kind) =>
        string.Join("; ", graf.Nodes.Where(n => n.Kind == kind).Select(n => n.Udsagn.Indhold.Titel).Order(StringComparer.Ordinal));
}
