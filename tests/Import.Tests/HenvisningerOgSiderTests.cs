using Effektkaeder.Domain;
using Xunit;
using static Effektkaeder.Import.Tests.Laest;

namespace Effektkaeder.Import.Tests;

/// <summary>Numbers and letters that name points, appendices that add to them, and what pages say of themselves.</summary>
public class HenvisningerOgSiderTests
{
    private const string Forside = "# Virksomhedsplan 2031\n\nFjordby Kommune\n\nPlejehjemmet Tangen\n\n";

    private const string Maal =
        Forside
        + "## Mål 1. Ro ved bordet\n\nHandling: Der spises i små hold\n\n## Mål 2. Luft hver dag\n\nHandling: Alle går en tur\n\n"
        + "## Bilag 1. Indikatorer\n\n| Mål | Indikator |\n|---|---|\n";

    [Fact]
    public void A_number_in_an_appendix_is_the_point_of_that_number_and_no_node()
    {
        var graf = Laes(Maal + "| 1 | Støjen er under 60 dB |\n| 2 | Otte af ti har været ude |\n").Graf!;
        Assert.Equal(["Luft hver dag", "Ro ved bordet"], Titler(graf, NodeKind.Effekt));
        Assert.Empty(Titler(graf, NodeKind.Indsats));
        Assert.Equal(
            [("Luft hver dag", "Otte af ti har været ude"), ("Ro ved bordet", "Støjen er under 60 dB")],
            Kanter(graf, EdgeType.MaalesPaa)
        );
    }

    [Fact]
    public void A_number_that_nothing_has_is_told_and_becomes_nothing()
    {
        var svar = Laes(Maal + "| 1 | Støjen er under 60 dB |\n| 9 | Otte af ti har været ude |\n");
        Assert.Equal(["Luft hver dag", "Ro ved bordet"], Titler(svar.Graf!, NodeKind.Effekt));
        Assert.Equal([("Ro ved bordet", "Støjen er under 60 dB")], Kanter(svar.Graf!, EdgeType.MaalesPaa));
        var melding = Assert.Single(svar.Diagnostics, d => d.Code == "IMP112");
        Assert.Contains("Mål: 9", melding.Besked, StringComparison.Ordinal);
        Assert.True(melding.Linje > 0);
    }

    [Fact]
    public void An_action_named_in_an_appendix_is_the_action_itself()
    {
        var graf = Laes(
            Forside
                + "## Indsats: Ro ved bordet\n\nHandlinger:\n\n- Der spises i små hold\n- Radioen er slukket\n\n"
                + "## Bilag\n\n| Handling | Ansvarlig | Frist |\n|---|---|---|\n| Radioen er slukket | Køkkenlederen | 1. maj 2031 |\n"
        ).Graf!;
        Assert.Equal(["Der spises i små hold", "Radioen er slukket"], Titler(graf, NodeKind.Bidrag));
        Assert.Equal(2, graf.Nodes.Count(n => n.Kind == NodeKind.Bidrag));
        Assert.Equal([("Køkkenleder", "Radioen er slukket")], Kanter(graf, EdgeType.AnsvarligFor));
    }

    [Fact]
    public void An_indicator_may_be_a_number()
    {
        var graf = Laes(Forside + "| Mål | Handling | Måltal |\n|---|---|---|\n| Ro ved bordet | Der spises i små hold | 12 |\n").Graf!;
        Assert.Equal(["12"], Titler(graf, NodeKind.Indikator));
    }

    [Fact]
    public void Heads_of_pages_are_left_out_and_told_once()
    {
        const string hoved = "Fjordby Kommune · Virksomhedsplan 2031 · side ";
        var svar = Laes(
            Forside
                + $"{hoved}1\n\n## Indsats: Ro ved bordet\n\nMål: Alle spiser op\n\n"
                + $"{hoved}2\n\n## Indsats: Luft\n\nMål: Alle er ude\n\n{hoved}3\n"
        );
        Assert.DoesNotContain(svar.Graf!.Nodes.SelectMany(n => n.Udsagn.Felter), f => f.Tekst.Contains("side", StringComparison.Ordinal));
        Assert.Single(svar.Diagnostics, d => d.Code == "IMP105" && d.Besked.Contains("3 sider", StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_back_in_each_point_is_no_head_of_pages()
    {
        const string linje = "Vi følger op hvert kvartal i 2031 – sammen med de pårørende";
        var graf = Laes(
            Forside
                + string.Concat(
                    Enumerable
                        .Range(1, 3)
                        .Select(n => $"## Indsats {n}: Ro {n}\n\nMål: Alle er {n} timer ude\n\nOpfølgning\n\n{linje}.\n\n")
                )
        ).Graf!;
        Assert.Equal(3, graf.Nodes.Count(n => n.Kind == NodeKind.Opfoelgning));
    }

    [Fact]
    public void A_short_vision_is_called_what_it_says()
    {
        var graf = Laes(Forside + "## Vision\n\nIngen sidder alene\n\n## Indsats: Ro ved bordet\n\nMål: Alle spiser op\n").Graf!;
        Assert.Equal(["Ingen sidder alene"], Titler(graf, NodeKind.Vision));
    }

    [Fact]
    public void Each_unit_gives_what_stands_under_its_own_heading()
    {
        var graf = Laes(
            "# Udviklingsaftale 2031\n\nForvaltningen for By og Børn\n\nFjordby Kommune\n\n## Centrenes bidrag\n\n"
                + "### Center for Dagtilbud\n\n| Bidrag | Effekt |\n|---|---|\n| Åbent til 18 | Forældre når hjem |\n\n"
                + "### Center for Veje\n\n| Bidrag | Effekt |\n|---|---|\n| En cykelsti | Børn cykler selv |\n"
        ).Graf!;
        Assert.Equal([("Center for Dagtilbud", "Åbent til 18"), ("Center for Veje", "En cykelsti")], Kanter(graf, EdgeType.Yder));
        Assert.Empty(Titler(graf, NodeKind.Indsats));
        Assert.Equal(["Udviklingsaftale 2031, Forvaltningen for By og Børn"], Titler(graf, NodeKind.Aftale));
    }

    private static (string From, string To)[] Kanter(Aftalegraf graf, EdgeType type)
    {
        var titler = graf.Nodes.ToDictionary(n => n.Key, n => n.Udsagn.Indhold.Titel, StringComparer.Ordinal);
        return [.. graf.Edges.Where(e => e.Type == type).Select(e => (titler[e.From], titler[e.To])).Order()];
    }
}
