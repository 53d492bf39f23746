using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tid;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Paavirkning;

public sealed class PaavirkningTests
{
    /// <summary>politik p → maal m1, m2; vision v → m1, m2; m1 → i1; m2 → i1, i2; i1 → b1 → e1 → k1; i2 → b2 → e2.</summary>
    private static Byg Kaede() =>
        new Byg()
            .Nodes(NodeKind.Vision, "v")
            .Nodes(NodeKind.Politik, "p")
            .Nodes(NodeKind.PolitiskMaal, "m1", "m2")
            .Nodes(NodeKind.Indsats, "i1", "i2")
            .Nodes(NodeKind.Bidrag, "b1", "b2")
            .Nodes(NodeKind.Effekt, "e1", "e2")
            .Nodes(NodeKind.Indikator, "k1")
            .Over("v", "m1", "m2")
            .Over("p", "m1")
            .Over("m1", "i1")
            .Over("m2", "i1", "i2")
            .Over("i1", "b1")
            .Over("i2", "b2")
            .Over("b1", "e1")
            .Over("b2", "e2")
            .Over("e1", "k1");

    [Fact]
    public void Dropping_one_of_two_parents_weakens_by_half_all_the_way_down()
    {
        var svar = Ask(Kaede(), new(), Drop("m1"));
        Assert.Equal(
            [
                ("b1", Konsekvens.Svaekkes, 0.5),
                ("e1", Konsekvens.Svaekkes, 0.5),
                ("i1", Konsekvens.Svaekkes, 0.5),
                ("k1", Konsekvens.Svaekkes, 0.5),
            ],
            svar.Beroerte.Select(b => (b.Node.Key, b.Konsekvens, b.Grundlag)).Order()
        );
    }

    [Fact]
    public void A_policy_takes_its_goals_whatever_vision_points_at_them()
    {
        var svar = Ask(Kaede(), new(), Drop("p"));
        Assert.Equal(["m1", "p"], svar.Bortfaldne.Select(n => n.Key).Order());
    }

    [Fact]
    public void A_goal_that_another_policy_contains_stays()
    {
        var svar = Ask(Kaede().Nodes(NodeKind.Politik, "q").Over("q", "m1"), new(), Drop("p"));
        Assert.Equal(["p"], svar.Bortfaldne.Select(n => n.Key));
        // v, p and q stood behind m1; one of three is gone.
        Assert.Equal(2.0 / 3, svar.Beroerte.Single(b => b.Node.Key == "m1").Grundlag, 12);
    }

    [Fact]
    public void What_loses_every_parent_loses_its_ground()
    {
        var svar = Ask(Kaede(), new(), Drop("m1"), Drop("m2"));
        Assert.All(svar.Beroerte, b => Assert.Equal(Konsekvens.MisterGrundlag, b.Konsekvens));
        Assert.Equal(7, svar.Beroerte.Count);
    }

    [Fact]
    public void An_agreement_takes_what_no_other_states()
    {
        var byg = Kaede()
            .Node(NodeKind.Aftale, Byg.A)
            .Node(NodeKind.Aftale, Byg.B, aftaler: [Byg.B])
            .Node(NodeKind.Bidrag, "b1", aftaler: [Byg.A, Byg.B])
            .Node(NodeKind.Lovhenvisning, "lov");
        var fallen = Ask(byg, new(), Drop(Byg.A)).Bortfaldne.Select(n => n.Key).ToList();
        Assert.Contains("e1", fallen);
        Assert.DoesNotContain("b1", fallen);
        Assert.DoesNotContain("lov", fallen);
    }

    [Theory]
    [InlineData(NodeKind.Organisation)]
    [InlineData(NodeKind.Lovhenvisning)]
    [InlineData(NodeKind.Redskab)]
    public void These_fall_alone(NodeKind kind) =>
        Assert.Equal(["x"], Ask(Kaede().Node(kind, "x").Kobling("b1", "x"), new(), Drop("x")).Bortfaldne.Select(n => n.Key));

    [Fact]
    public void A_shared_thing_is_passed_through_as_one_hop_and_left_by_its_own_as_one()
    {
        var byg = Kaede().Nodes(NodeKind.Redskab, "r", "s").Kobling("b1", "r").Kobling("b2", "r").Kobling("b2", "s");
        Assert.Equal(["b2", "e1", "e2", "k1", "r"], Keys(Ask(byg, new(), Change("b1"))));
        Assert.Equal(["b1", "b2", "e1", "e2", "k1"], Keys(Ask(byg, new(), Change("r"))));
        Assert.Equal(["e1", "k1"], Keys(Ask(byg, new(Koblingshop: 0), Change("b1"))));
        Assert.Contains("s", Keys(Ask(byg, new(Koblingshop: 2), Change("b1"))));
    }

    [Theory]
    [InlineData(NodeKind.Organisation), InlineData(NodeKind.Aftale), InlineData(NodeKind.Politik)]
    public void A_path_ends_in_these_unless_asked_to_pass(NodeKind kind)
    {
        var byg = Kaede().Node(kind, "o").Kobling("b1", "o").Kobling("b2", "o");
        Assert.DoesNotContain("b2", Keys(Ask(byg, new(Koblingshop: 5), Change("b1"))));
        Assert.Contains("b2", Keys(Ask(byg, new(Koblingshop: 5, Gennem: true), Change("b1"))));
        Assert.Contains("b2", Keys(Ask(byg, new(), Change("o"))));
    }

    [Fact]
    public void A_coupling_to_the_policy_of_ones_own_goal_is_evidence_not_a_path()
    {
        var byg = Kaede().Nodes(NodeKind.Politik, "q").Kobling("i1", "p").Kobling("i1", "q");
        Assert.Equal(["b1", "e1", "k1", "q"], Keys(Ask(byg, new(), Change("i1"))));
    }

    [Fact]
    public void A_refused_coupling_is_never_walked_and_a_confirmed_one_is_certain()
    {
        Assert.DoesNotContain("b2", Keys(Ask(Kaede().Kobling("b1", "b2", status: KoblingStatus.Afvist), new(), Change("b1"))));
        Assert.Equal(
            1,
            Ask(Kaede().Kobling("b1", "b2", 0.5, status: KoblingStatus.Bekraeftet), new(), Change("b1"))
                .Beroerte.Single(b => b.Node.Key == "b2")
                .Tillid
        );
    }

    [Fact]
    public void Certainty_is_the_best_of_any_path_even_a_longer_one()
    {
        var byg = Kaede()
            .Kobling("i1", "e1", 0.1)
            .Nodes(NodeKind.Effekt, "e3")
            .Edge(EdgeType.Omfatter, "i1", "e3", Grund.Skabelon, 0.5)
            .Over("b1", "e3");
        var svar = Ask(byg, new(), Change("i1"));
        var e3 = svar.Beroerte.Single(b => b.Node.Key == "e3");
        Assert.Equal((1, 1.0), (e3.Afstand, e3.Tillid));
        Assert.Equal(Direkthed.Hierarki, svar.Beroerte.Single(b => b.Node.Key == "e1").Direkthed);
    }

    [Fact]
    public void Depth_and_least_certainty_bound_the_walk()
    {
        Assert.Equal(["b1", "e1"], Keys(Ask(Kaede(), new(Dybde: 2), Change("i1"))));
        var weak = Kaede().Nodes(NodeKind.Effekt, "e3").Edge(EdgeType.Skaber, "b1", "e3", Grund.Skabelon, 0.5);
        Assert.DoesNotContain("e3", Keys(Ask(weak, new(MindsteTillid: 0.6), Change("b1"))));
        Assert.Contains("e3", Keys(Ask(weak, new(MindsteTillid: 0.5), Change("b1"))));
    }

    [Fact]
    public void Up_and_both_keep_their_direction()
    {
        Assert.Equal(["i1", "m1", "m2", "p", "v"], Keys(Ask(Kaede(), new(Retning.Op), Change("b1"))));
        Assert.DoesNotContain("i2", Keys(Ask(Kaede(), new(Retning.Begge), Change("b1"))));
        Assert.Contains("k1", Keys(Ask(Kaede(), new(Retning.Begge), Change("b1"))));
    }

    [Fact]
    public void All_shortest_paths_come_on_request()
    {
        var one = Ask(Kaede(), new(), Change("v")).Beroerte.Single(b => b.Node.Key == "i1");
        var all = Ask(Kaede(), new(AlleStier: true), Change("v")).Beroerte.Single(b => b.Node.Key == "i1");
        Assert.Single(one.Stier);
        Assert.Equal(["v m1 i1", "v m2 i1"], all.Stier.Select(s => string.Join(' ', s.Nodes.Select(n => n.Key))).Order());
    }

    [Fact]
    public void Postponing_moves_milestones_below_and_leaves_follow_ups_that_may_now_come_too_early()
    {
        var byg = Kaede()
            .Milepael("b1", "ms", "1. juli 2017")
            .Opfoelgning("b1", "op", "4. kvartal 2017")
            .Opfoelgning("b1", "rap", "1. kvartal 2018", "rapportering");
        var svar = Ask(byg, new(), new Aendring("i1", AendringArt.Udskydes, Varighed.FraMaaneder(6)));
        Assert.Equal(
            [("ms", Datoaarsag.Flyttet, new DateOnly(2018, 1, 1)), ("op", Datoaarsag.Konflikt, new DateOnly(2017, 10, 1))],
            svar.Datoer.Select(d => (d.Node.Key, d.Aarsag, d.Efter.Fra!.Value))
        );
        Assert.Equal(Konsekvens.Forsinkes, svar.Beroerte.Single(b => b.Node.Key == "b1").Konsekvens);
        Assert.Equal(Konsekvens.Beroeres, svar.Beroerte.Single(b => b.Node.Key == "e1").Konsekvens);
    }

    /// <summary>From the last day of what moves: its own, else its milestones', else those below; a month's end stays one.</summary>
    [Theory]
    [InlineData("ms", "2017-12-31", "4. kvartal 2017", "udskydes til 31. december 2017")]
    [InlineData("b1", "2018-03-31", "1. kvartal 2018", "udskydes til 31. marts 2018")]
    [InlineData("i1", "2017-10-10", "3. kvartal 2017 + 10 dage", "udskydes til 10. oktober 2017")]
    public void Postponing_to_a_day_moves_the_last_date_there(string key, string day, string after, string told)
    {
        var svar = Ask(Kaede().Milepael("b1", "ms", "3. kvartal 2017"), new(), Aendringsform.Read(key, $"udskydes:{day}"));
        Assert.Equal(after, Assert.Single(svar.Datoer).Efter.Tekst);
        Assert.Equal((told, $"udskydes:{day}"), (svar.Aendrede[0].Aendring.Ord, Aendringsform.Write(svar.Aendrede[0].Aendring)));
    }

    [Theory]
    [InlineData("b1", "2017-09-30", "»b1« ligger 30. september 2017 og kan kun udskydes til en senere dag.")]
    [InlineData("e2", "2030-01-01", "»e2« har ingen dato, så den kan ikke udskydes til 1. januar 2030. Giv en varighed, fx udskydes:P6M.")]
    public void A_day_that_is_not_later_or_that_no_date_leads_to_is_refused(string key, string day, string why)
    {
        var byg = Kaede().Milepael("b1", "ms", "3. kvartal 2017");
        Assert.Equal(why, Assert.Throws<UdskydelseException>(() => Ask(byg, new(), Aendringsform.Read(key, $"udskydes:{day}"))).Message);
    }

    [Fact]
    public void A_time_that_is_the_title_too_is_said_once()
    {
        var change = new Aendring("i1", AendringArt.Udskydes, Varighed.FraMaaneder(6));
        string Told(string op) =>
            Ask(Kaede().Milepael("b1", "ms", "1. juli 2017").Opfoelgning("b1", op, "4. kvartal 2017"), new(), change).Forklaring;
        Assert.Contains("»op« (4. kvartal 2017): ", Told("op"), StringComparison.Ordinal);
        Assert.Contains("»4. kvartal 2017«: ", Told("4. kvartal 2017"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_moved_past_the_agreement_or_a_deadline_above_is_a_conflict()
    {
        var byg = Kaede()
            .Node(
                NodeKind.Aftale,
                Byg.A,
                i => i with { Egenskaber = [new(Egenskaber.PeriodeFra, "2017-01-01"), new(Egenskaber.PeriodeTil, "2017-12-31")] }
            )
            .Milepael("i1", "frist", "ultimo 2017", "frist")
            .Milepael("b1", "ms", "november 2017");
        var svar = Ask(byg, new(), new Aendring("b1", AendringArt.Udskydes, Varighed.FraMaaneder(3)));
        Assert.Equal(
            [("frist", "ms"), ("ms", Byg.A)],
            svar.Datoer.Where(d => d.Aarsag == Datoaarsag.Konflikt).Select(d => (d.Node.Key, d.Modpart!.Key)).Order()
        );
    }

    [Fact]
    public void Answers_are_grouped_and_say_what_lies_inside()
    {
        var byg = Kaede()
            .Milepael("b1", "ms", "2017")
            .Node(NodeKind.Rolle, "chef")
            .Edge(EdgeType.AnsvarligFor, "chef", "i1")
            .Node(NodeKind.Dokumentation, "d")
            .Edge(EdgeType.DokumenteresVed, "k1", "d");
        var svar = Ask(byg, new(), Drop("m1"));
        Assert.Equal(
            [("Indsats", 1), ("Bidrag", 1), ("Effekt", 1), ("Indikator", 1)],
            svar.EfterNiveau.Select(g => (g.Noegle, g.Nodes.Count))
        );
        Assert.Equal(("chef", 4), (svar.EfterAnsvarlig.Single().Noegle, svar.EfterAnsvarlig.Single().Nodes.Count));
        Assert.Equal((1, 1, 1), (svar.Indeni.Milepaele.Count, svar.Indeni.Dokumentation.Count, svar.Indeni.Indikatorer.Count));
    }

    [Fact]
    public void A_dropped_policy_stands_first_in_every_path()
    {
        var b1 = Ask(Kaede(), new(), Drop("p")).Beroerte.Single(b => b.Node.Key == "b1");
        Assert.Equal(("p m1 i1 b1", 3), (string.Join(' ', b1.Stier[0].Nodes.Select(n => n.Key)), b1.Afstand));
        // i1 is the second edge, b1 the third.
        Assert.Equal(["i1"], Keys(Ask(Kaede(), new(Dybde: 2), Drop("p"))));
    }

    [Fact]
    public void A_postponed_node_that_loses_its_ground_through_another_change_says_so()
    {
        var svar = Ask(Kaede(), new(), Drop("m2"), new Aendring("i2", AendringArt.Udskydes, Varighed.FraMaaneder(6)));
        var i2 = svar.Beroerte.Single(b => b.Node.Key == "i2");
        Assert.Equal((Konsekvens.MisterGrundlag, 0), (i2.Konsekvens, i2.Grundlag));
        Assert.Equal("Indsatsen »i2« mister sit grundlag, mens den udskydes 6 måneder: den forfølger »m2«, som bortfalder.", i2.Forklaring);
        // Alone it is a source and no more.
        Assert.DoesNotContain(
            "i2",
            Keys(Ask(Kaede(), new(), Drop("m1"), new Aendring("i2", AendringArt.Udskydes, Varighed.FraMaaneder(6))))
        );
    }

    [Fact]
    public void One_node_in_two_ways_is_refused()
    {
        Aendring late = new("b1", AendringArt.Udskydes, Varighed.FraMaaneder(6));
        var error = Assert.Throws<FormatException>(() => Aendringsform.RefuseTwice([Drop("b1"), late]));
        Assert.Equal("»b1« kan ikke både være bortfalder og udskydes:P6M: nævn hver knude med én ændring.", error.Message);
        Assert.Throws<FormatException>(() => Aendringsform.RefuseTwice([late, late with { Varighed = Varighed.FraMaaneder(3) }]));
        Aendringsform.RefuseTwice([late, late, Drop("b2")]);
    }

    /// <summary>b1 has no one of its own, so it answers to i1's; b2 has another beside the chief.</summary>
    [Theory]
    [InlineData("chef"), InlineData("team"), InlineData("center")]
    public void What_only_a_leader_or_a_centre_answers_for_loses_its_responsible(string start)
    {
        var byg = Kaede()
            .Node(NodeKind.Organisation, "center")
            .Node(NodeKind.Organisation, "team")
            .Nodes(NodeKind.Rolle, "chef", "anden")
            .Edge(EdgeType.HoererUnder, "team", "center")
            .Edge(EdgeType.HoererUnder, "chef", "team")
            .Edge(EdgeType.AnsvarligFor, "chef", "i1")
            .Edge(EdgeType.AnsvarligFor, "chef", "b2")
            .Edge(EdgeType.AnsvarligFor, "anden", "b2")
            .Edge(EdgeType.Koordinerer, "chef", "i2");
        Assert.Equal(
            [
                ("b1", Konsekvens.MisterAnsvarlig),
                ("b2", Konsekvens.Beroeres),
                ("i1", Konsekvens.MisterAnsvarlig),
                ("i2", Konsekvens.Beroeres),
            ],
            Ask(byg, new(), Drop(start)).Beroerte.Select(b => (b.Node.Key, b.Konsekvens)).Order()
        );
        Assert.All(
            Ask(byg, new(), Change(start)).Beroerte,
            b => Assert.Equal((Konsekvens.Beroeres, Direkthed.Ansvar), (b.Konsekvens, b.Direkthed))
        );
    }

    [Fact]
    public void The_vertical_line_is_walked_as_the_hierarchy_and_carries_no_support()
    {
        var byg = Kaede().Edge(EdgeType.Understoetter, "b2", "m1", tillid: 0.8);
        var b2 = Ask(byg, new(), Drop("m1")).Beroerte.Single(b => b.Node.Key == "b2");
        Assert.Equal((Konsekvens.Beroeres, Direkthed.Hierarki, 0.8, 1.0), (b2.Konsekvens, b2.Direkthed, b2.Tillid, b2.Grundlag));
        Assert.Contains("m1", Keys(Ask(byg, new(Retning.Op), Change("b2"))));
    }

    [Fact]
    public void A_postponement_within_the_period_is_no_conflict()
    {
        var byg = Kaede()
            .Node(NodeKind.Aftale, Byg.A, i => i with { Egenskaber = [new(Egenskaber.PeriodeTil, "2026-12-31")] })
            .Milepael("b1", "ms", "3. kvartal 2026")
            .Opfoelgning("b1", "op", "oktober 2026");
        var dato = Assert.Single(Ask(byg, new(), new Aendring("b1", AendringArt.Udskydes, new(0, 0, 0, 10))).Datoer);
        Assert.Equal(
            ("3. kvartal 2026 + 10 dage", new DateOnly(2026, 7, 11), new DateOnly(2026, 10, 10), Datoaarsag.Flyttet),
            (dato.Efter.Tekst, dato.Efter.Fra!.Value, dato.Efter.Til!.Value, dato.Aarsag)
        );
    }

    [Fact]
    public void Every_path_is_told_in_one_sentence()
    {
        var svar = Ask(Kaede(), new(AlleStier: true), Drop("v"));
        Assert.Equal(
            // Of m1's two parents one is left, of m2's none: a quarter of i1's ground.
            "Indsatsen »i1« svækkes og beholder 25 % af sit grundlag: den forfølger »m1«, som udmønter »v«, som bortfalder; "
                + "ad en anden vej: den forfølger »m2«, som udmønter »v«, som bortfalder.",
            svar.Beroerte.Single(b => b.Node.Key == "i1").Forklaring.Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void The_paragraph_counts_what_falls_what_loses_and_what_is_touched()
    {
        var svar = Ask(Kaede().Kobling("b1", "b2"), new(), Drop("m2"));
        Assert.Equal(
            "Når »m2« bortfalder, mister 1 indsats, 1 bidrag og 1 effekt deres grundlag og svækkes 1 indsats, 1 bidrag, 1 effekt og "
                + "1 indikator.",
            svar.Forklaring
        );
        Assert.Equal(
            "Når »m1« udskydes 1 år, flyttes 1 dato. Desuden berøres 1 indsats, 1 bidrag, 1 effekt og 1 indikator. "
                + "Indeni ligger 1 milepæl.",
            Ask(Kaede().Milepael("m1", "ms", "2026"), new(), new Aendring("m1", AendringArt.Udskydes, new(1, 0, 0, 0))).Forklaring
        );
        Assert.Equal("Når »k1« ændres, røres intet andet.", Ask(Kaede(), new(), Change("k1")).Forklaring);
    }

    private static Aendring Drop(string key) => new(key, AendringArt.Bortfalder);

    private static Aendring Change(string key) => new(key, AendringArt.Aendres);

    private static Paavirkningssvar Ask(Byg byg, Paavirkningsvalg valg, params Aendring[] aendringer) =>
        Paavirkningsanalyse.Judge(byg.Udsnit, aendringer, valg);

    private static IEnumerable<string> Keys(Paavirkningssvar svar) => svar.Beroerte.Select(b => b.Node.Key).Order(StringComparer.Ordinal);
}
