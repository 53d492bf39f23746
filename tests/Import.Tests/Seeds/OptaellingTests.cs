using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Import.Tests.Seeds;

/// <summary>The counts that were made by hand over the two real agreements.</summary>
public class OptaellingTests
{
    [Theory]
    [InlineData(RigtigeAftaler.A, NodeKind.PolitiskMaal, 5)]
    [InlineData(RigtigeAftaler.A, NodeKind.Indsats, 4)]
    [InlineData(RigtigeAftaler.A, NodeKind.Bidrag, 7)]
    [InlineData(RigtigeAftaler.A, NodeKind.Effekt, 4)]
    [InlineData(RigtigeAftaler.A, NodeKind.Indikator, 15)]
    [InlineData(RigtigeAftaler.A, NodeKind.Milepael, 4)]
    [InlineData(RigtigeAftaler.A, NodeKind.Opfoelgning, 0)]
    [InlineData(RigtigeAftaler.A, NodeKind.Dokumentation, 8)]
    [InlineData(RigtigeAftaler.A, NodeKind.Maaling, 4)]
    [InlineData(RigtigeAftaler.A, NodeKind.Maalgruppe, 4)]
    [InlineData(RigtigeAftaler.A, NodeKind.Risiko, 0)]
    [InlineData(RigtigeAftaler.B, NodeKind.Vision, 0)]
    [InlineData(RigtigeAftaler.B, NodeKind.PolitiskMaal, 1)]
    [InlineData(RigtigeAftaler.B, NodeKind.Indsats, 3)]
    [InlineData(RigtigeAftaler.B, NodeKind.Bidrag, 6)]
    [InlineData(RigtigeAftaler.B, NodeKind.Effekt, 13)]
    [InlineData(RigtigeAftaler.B, NodeKind.Indikator, 14)]
    [InlineData(RigtigeAftaler.B, NodeKind.Milepael, 16)]
    [InlineData(RigtigeAftaler.B, NodeKind.Opfoelgning, 15)]
    [InlineData(RigtigeAftaler.B, NodeKind.Dokumentation, 0)]
    [InlineData(RigtigeAftaler.B, NodeKind.Risiko, 6)]
    [InlineData(RigtigeAftaler.B, NodeKind.Maalgruppe, 10)]
    [InlineData(RigtigeAftaler.B, NodeKind.Redskab, 1)]
    [InlineData(RigtigeAftaler.B, NodeKind.Lovhenvisning, 3)]
    public void A_kind_has_as_many_nodes_as_the_hand_count(string fil, NodeKind kind, int antal) =>
        // A ghost is named and not stated: the hand counted what the agreement states.
        Assert.Equal(antal, RigtigeAftaler.Graf(fil).Af(kind).Count(n => !n.Udsagn.Indhold.Henvist || kind is NodeKind.Lovhenvisning));

    [Theory]
    [InlineData(RigtigeAftaler.A, NodeKind.Bidrag, "1 2 3 1")]
    [InlineData(RigtigeAftaler.A, NodeKind.Indikator, "2 4 5 4")]
    [InlineData(RigtigeAftaler.A, NodeKind.Milepael, "1 1 1 1")]
    [InlineData(RigtigeAftaler.A, NodeKind.Dokumentation, "2 4 2")]
    [InlineData(RigtigeAftaler.B, NodeKind.Effekt, "1 1 2 3 1 5")]
    [InlineData(RigtigeAftaler.B, NodeKind.Indikator, "2 1 2 3 3 3")]
    [InlineData(RigtigeAftaler.B, NodeKind.Milepael, "2 3 4 2 2 3")]
    [InlineData(RigtigeAftaler.B, NodeKind.Opfoelgning, "3 3 3 2 2 2")]
    public void Each_point_has_its_share(string fil, NodeKind kind, string antal) =>
        Assert.Equal(antal, RigtigeAftaler.Graf(fil).PrPunkt(kind));

    [Fact]
    public void A_has_one_vision_in_words_and_one_by_name()
    {
        var visioner = RigtigeAftaler.Graf(RigtigeAftaler.A).Af(NodeKind.Vision);
        Assert.Equal([false, true], visioner.Select(v => v.Udsagn.Indhold.Henvist).Order());
    }

    [Fact]
    public void As_goals_are_one_one_one_and_two()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        var antal = graf
            .Edges.Where(k => k.Type == EdgeType.ForfoelgesMed)
            .GroupBy(k => k.To)
            .OrderBy(g => g.Min(k => k.Udsagn.Evidens[0].Linje))
            .Select(g => g.Count());
        Assert.Equal([1, 1, 1, 2], antal);
    }

    [Fact]
    public void As_coupling_fields_name_three_three_one_and_two()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        var antal = graf
            .Edges.Where(k => k.Art == KoblingArt.Eksplicit)
            .GroupBy(k => k.From)
            .OrderBy(g => g.Min(k => k.Udsagn.Evidens[0].Linje))
            .Select(g => g.Count());
        Assert.Equal([3, 3, 1, 2], antal);
    }

    [Fact]
    public void Bs_follow_ups_are_nine_planned_and_six_reports()
    {
        var opfoelgninger = RigtigeAftaler.Graf(RigtigeAftaler.B).Af(NodeKind.Opfoelgning);
        Assert.Equal(
            (9, 6),
            (
                opfoelgninger.Count(o => o.Udsagn.Indhold.Art == "opfoelgning"),
                opfoelgninger.Count(o => o.Udsagn.Indhold.Art == "rapportering")
            )
        );
        Assert.All(opfoelgninger, o => Assert.Equal("planlagt", o.Udsagn.Indhold[Egenskaber.Forloeb]));
    }

    [Theory]
    [InlineData(RigtigeAftaler.A, "Vaerdi 44, Ingen 1, Henvisning 1, Planlagt 1, Afkortet 1")]
    [InlineData(RigtigeAftaler.B, "Vaerdi 90")]
    public void Every_field_is_kept_with_its_state(string fil, string ventet)
    {
        var felter = RigtigeAftaler
            .Graf(fil)
            .Nodes.Where(n => n.Kind is NodeKind.Indsats or NodeKind.Bidrag)
            .SelectMany(n => n.Udsagn.Felter)
            .ToList();
        Assert.Equal(ventet, string.Join(", ", felter.GroupBy(f => f.Status).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")));
        Assert.All(felter, f => Assert.NotEmpty(f.Tekst));
    }

    [Fact]
    public void Every_point_of_A_has_its_twelve_fields_in_the_forms_order()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        Assert.All(
            graf.Af(NodeKind.Indsats),
            i =>
                Assert.Equal(
                    [
                        "Politisk mål",
                        "Mål",
                        "Koblinger",
                        "Målgruppe",
                        "Aktivitet",
                        "Deadline",
                        "Ansvarlig",
                        "Tværgående forpligtelser",
                        "Ressourcer",
                        "Baseline",
                        "Effektindikator",
                        "Dokumentation",
                    ],
                    i.Udsagn.Felter.Select(f => f.Label)
                )
        );
    }

    [Fact]
    public void Every_table_of_B_has_three_fields_on_its_effort_and_twelve_on_its_contribution()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        Assert.Equal([3, 6, 9], graf.Af(NodeKind.Indsats).Select(i => i.Udsagn.Felter.Count).Order());
        Assert.All(graf.Af(NodeKind.Bidrag), b => Assert.Equal(12, b.Udsagn.Felter.Count));
    }
}
