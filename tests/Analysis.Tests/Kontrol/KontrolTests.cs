using Effektkaeder.Analysis.Kontrol;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Kontrol;

/// <summary>Each check finds its fault, and is silent where the fault is mended.</summary>
public sealed class KontrolTests
{
    private static readonly ValueList<Feltvaerdi> Form = [Felt("Dokumentation"), Felt("Ansvarlig"), Felt("Koordinator")];

    /// <summary>A chain without fault.</summary>
    private static Byg Sound() =>
        new Byg()
            .Nodes(NodeKind.Vision, "v")
            .Nodes(NodeKind.PolitiskMaal, "m")
            .Node(NodeKind.Indsats, "i", felter: Form)
            .Nodes(NodeKind.Bidrag, "b")
            .Nodes(NodeKind.Effekt, "e")
            .Node(NodeKind.Indikator, "k", x => x with { Tekst = "Antal borgere" })
            .Node(NodeKind.Dokumentation, "d")
            .Over("v", "m")
            .Over("m", "i")
            .Over("i", "b")
            .Over("b", "e")
            .Over("e", "k")
            .Edge(EdgeType.DokumenteresVed, "k", "d")
            .Node(NodeKind.Maaling, "base", x => x with { Art = "baseline", Egenskaber = [new(Egenskaber.Tilstand, "vaerdi")] })
            .Edge(EdgeType.HarMaaling, "i", "base")
            .Node(NodeKind.Rolle, "r")
            .Edge(EdgeType.AnsvarligFor, "r", "i")
            .Edge(EdgeType.Koordinerer, "r", "i");

    [Fact]
    public void A_sound_chain_has_no_findings() => Assert.Empty(Kontroller.Run(Sound().Udsnit));

    [Fact]
    public void Codes_are_unique_and_every_check_states_its_principle()
    {
        Assert.Equal(Kontroller.Alle.Count, Kontroller.Alle.Select(r => r.Kode).Distinct().Count());
        Assert.All(Kontroller.Alle, r => Assert.NotEmpty(r.Princip));
    }

    [Fact]
    public void A_contribution_without_effect() => Found("BIDRAG_UDEN_EFFEKT", "b2", Sound().Nodes(NodeKind.Bidrag, "b2").Over("i", "b2"));

    [Fact]
    public void An_effect_without_indicator() =>
        Found("EFFEKT_UDEN_INDIKATOR", "e2", Sound().Nodes(NodeKind.Effekt, "e2").Over("b", "e2"), Alvor.Fejl);

    [Fact]
    public void An_effect_that_only_the_form_pairs_with_an_indicator() =>
        Found(
            "EFFEKT_UDEN_INDIKATOR",
            "e2",
            Sound().Nodes(NodeKind.Effekt, "e2").Over("b", "e2").Edge(EdgeType.MaalesPaa, "e2", "k", Grund.Skabelon, 0.5),
            Alvor.Advarsel
        );

    [Theory]
    [InlineData("Antal borgere i forløb", Indikatorart.Antal)]
    [InlineData("Andelen af ledige", Indikatorart.Andel)]
    [InlineData("De trives (målt i spørgeskema)", Indikatorart.Redskab)]
    [InlineData("Der foreligger en plan", Indikatorart.Haendelse)]
    [InlineData("Borgerne har det bedre", Indikatorart.Vag)]
    public void An_indicator_is_judged_by_its_own_words(string tekst, Indikatorart art)
    {
        var byg = Sound().Node(NodeKind.Indikator, "k", x => x with { Tekst = tekst });
        Assert.Equal(art, Indikatorlaesning.Art(byg.Udsnit, byg.Udsnit.Find("k")!));
        Assert.Equal(art == Indikatorart.Vag, Codes(byg).Contains("INDIKATOR_KAN_IKKE_BEDOEMMES"));
    }

    [Fact]
    public void An_indicator_without_documentation_where_the_form_has_the_field() =>
        Found(
            "INDIKATOR_UDEN_DOKUMENTATION",
            "k2",
            Sound().Node(NodeKind.Indikator, "k2", x => x with { Tekst = "Antal" }).Over("e", "k2")
        );

    [Fact]
    public void A_documentation_field_that_points_to_the_indicators_counts_as_present() =>
        Assert.DoesNotContain(
            "INDIKATOR_UDEN_DOKUMENTATION",
            Codes(
                Sound()
                    .Node(
                        NodeKind.Indsats,
                        "i",
                        felter: [Felt("Dokumentation", Feltstatus.Henvisning), Felt("Ansvarlig"), Felt("Koordinator")]
                    )
                    .Node(NodeKind.Indikator, "k2", x => x with { Tekst = "Antal" })
                    .Over("e", "k2")
            )
        );

    [Fact]
    public void An_effect_that_states_a_product() =>
        Found(
            "AKTIVITET_I_STEDET_FOR_EFFEKT",
            "e",
            Sound().Node(NodeKind.Effekt, "e", x => x with { Tekst = "Der foreligger en samlet strategi" })
        );

    /// <summary>The rule matches folded words; what it quotes is what the source says.</summary>
    [Fact]
    public void The_words_that_state_a_product_are_quoted_as_they_stand() =>
        Assert.Contains(
            "»Iværksættes Konkrete«",
            Kontroller
                .Run(Sound().Node(NodeKind.Effekt, "e", x => x with { Tekst = "I 2017: Der Iværksættes Konkrete, nye forløb" }).Udsnit)
                .Single(f => f.Kode == "AKTIVITET_I_STEDET_FOR_EFFEKT" && f.Node.Key == "e")
                .Besked,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_baseline() =>
        Found(
            "INGEN_BASELINE",
            "i",
            Sound()
                .Node(NodeKind.Maaling, "base", x => x with { Art = "baseline", Egenskaber = [new(Egenskaber.Tilstand, "ingen")] })
                .Over("i", "e")
        );

    [Fact]
    public void A_baseline_after_the_follow_up() =>
        Found(
            "BASELINE_EFTER_OPFOELGNING",
            "base",
            Sound()
                .Opfoelgning("i", "op", "juni 2017")
                .Node(
                    NodeKind.Maaling,
                    "base",
                    x => x with { Art = "baseline", Egenskaber = [new(Egenskaber.Tilstand, "planlagt")], Tider = [Tid("1. januar 2018")] }
                )
        );

    [Fact]
    public void A_placeholder_date() => Found("PLADSHOLDER_ELLER_ULAESELIG_DATO", "ms", Sound().Milepael("b", "ms", "x dato"), Alvor.Fejl);

    [Theory]
    [InlineData("måling af effekten", "1. kvartal 2017", "2. kvartal 2017", Alvor.Fejl)]
    [InlineData("måling af effekten", "maj 2017", "2. kvartal 2017", Alvor.Advarsel)]
    [InlineData("noget ganske andet", "1. kvartal 2017", "2. kvartal 2017", Alvor.Bemaerkning)]
    public void A_follow_up_before_its_milestone(string om, string held, string due, Alvor alvor)
    {
        var byg = Sound()
            .Node(NodeKind.Milepael, "ms", x => x with { Tekst = "Målingen er lavet", Tider = [Tid(due)] })
            .Edge(EdgeType.HarMilepael, "b", "ms")
            .Node(NodeKind.Opfoelgning, "op", x => x with { Art = "opfoelgning", Tekst = $"Opfølgning på {om}", Tider = [Tid(held)] })
            .Edge(EdgeType.FoelgesOp, "b", "op");
        Found("OPFOELGNING_FOER_MILEPAEL", "op", byg, alvor);
    }

    [Fact]
    public void A_deadline_outside_the_period() =>
        Found(
            "FRIST_UDEN_FOR_PERIODEN",
            "ms",
            Sound()
                .Milepael("b", "ms", "januar 2019")
                .Node(
                    NodeKind.Aftale,
                    Byg.A,
                    x => x with { Egenskaber = [new(Egenskaber.PeriodeFra, "2016-01-01"), new(Egenskaber.PeriodeTil, "2018-12-31")] }
                )
        );

    [Fact]
    public void A_recurrence_without_a_beginning() =>
        Found("GENTAGELSE_UDEN_ANKER", "op", Sound().Opfoelgning("b", "op", "hvert halve år"));

    [Fact]
    public void An_effort_without_goal() => Found("INDSATS_UDEN_POLITISK_MAAL", "i2", Sound().Nodes(NodeKind.Indsats, "i2"), Alvor.Fejl);

    [Fact]
    public void A_goal_without_vision() => Found("MAAL_UDEN_VISION", "m2", Sound().Nodes(NodeKind.PolitiskMaal, "m2"));

    [Fact]
    public void No_responsible_and_no_coordinator_only_where_the_form_has_the_fields()
    {
        var without = Sound().Nodes(NodeKind.Indsats, "i2").Over("m", "i2");
        Found("INGEN_ANSVARLIG", "i2", without);
        Found("INGEN_KOORDINATOR", "i2", without);
        Assert.DoesNotContain("INGEN_ANSVARLIG", Codes(without.Node(NodeKind.Indsats, "i", felter: [])));
    }

    [Fact]
    public void A_coupling_to_a_ghost() =>
        Found("KOBLING_TIL_SKYGGE", "b", Sound().Node(NodeKind.Aftale, "x", x => x with { Henvist = true }).Kobling("b", "x"));

    [Fact]
    public void A_coupling_that_the_other_agreement_does_not_state() =>
        Found(
            "ENSIDIG_KOBLING",
            "b",
            Sound()
                .Node(NodeKind.Aftale, Byg.B, aftaler: [Byg.B])
                .Node(NodeKind.Indsats, "j", aftaler: [Byg.B])
                .Over("m", "j")
                .Kobling("b", "j")
        );

    [Fact]
    public void A_conditional_coupling_until_an_analyst_decides()
    {
        Found("BETINGET_KOBLING", "b", Sound().Nodes(NodeKind.Emne, "x").Kobling("b", "x", betinget: "såfremt det vedtages"));
        Assert.DoesNotContain(
            "BETINGET_KOBLING",
            Codes(Sound().Nodes(NodeKind.Emne, "x").Kobling("b", "x", betinget: "såfremt det vedtages", status: KoblingStatus.Bekraeftet))
        );
    }

    [Theory]
    [InlineData(Feltstatus.Afkortet, Alvor.Fejl)]
    [InlineData(Feltstatus.Tom, Alvor.Advarsel)]
    [InlineData(Feltstatus.Henvisning, Alvor.Bemaerkning)]
    public void A_field_that_is_not_filled_in(Feltstatus status, Alvor alvor) =>
        Found("UFULDSTAENDIGT_FELT", "b", Sound().Node(NodeKind.Bidrag, "b", felter: [Felt("Økonomi", status)]), alvor);

    [Fact]
    public void Documents_that_disagree()
    {
        var shared = Node.Of(
            "o",
            NodeKind.Organisation,
            "k",
            [
                new(Byg.A, null, null, new("o", "o") { Art = "center" }, [], []),
                new(Byg.B, null, null, new("o", "o") { Art = "team" }, [], []),
            ]
        );
        Assert.Contains("UENIGE_DOKUMENTER", Kontroller.Run(Udsnit.Of([shared], [])).Select(f => f.Kode));
    }

    [Fact]
    public void Two_that_look_like_one() =>
        Found(
            "MULIGE_TVILLINGER",
            "m3",
            Sound()
                .Node(NodeKind.PolitiskMaal, "m2", x => x with { Titel = "Hjælp til udsatte borgere" })
                .Node(NodeKind.PolitiskMaal, "m3", x => x with { Titel = "Udsatte borgeres hjælp" })
        );

    [Fact]
    public void A_circle_of_organisations() =>
        Found(
            "RING",
            "o1",
            Sound().Nodes(NodeKind.Organisation, "o1", "o2").Edge(EdgeType.HoererUnder, "o1", "o2").Edge(EdgeType.HoererUnder, "o2", "o1"),
            Alvor.Fejl
        );

    private static Feltvaerdi Felt(string label, Feltstatus status = Feltstatus.Vaerdi) =>
        new(label, null, "tekst", status, new Herkomst("d.md", 1, "tekst"), []);

    private static Tidsudtryk Tid(string tekst) => TidsudtrykReader.Read(tekst, TidsKontekst.Tom);

    private static IEnumerable<string> Codes(Byg byg) => Kontroller.Run(byg.Udsnit).Select(f => f.Kode);

    private static void Found(string kode, string key, Byg byg, Alvor? alvor = null)
    {
        var fund = Kontroller.Run(byg.Udsnit, [kode]).Where(f => f.Node.Key == key).ToList();
        Assert.NotEmpty(fund);
        if (alvor is not null)
        {
            Assert.Contains(fund, f => f.Alvor == alvor);
        }
    }
}
