using Effektkaeder.Domain;
using Effektkaeder.Domain.Regler;
using Effektkaeder.Import.Diagnostics;
using Xunit;

namespace Effektkaeder.Import.Tests.Seeds;

/// <summary>What the two real agreements say, in the places that the impacts worked by hand depend on.</summary>
public class IndholdTests
{
    [Fact]
    public void A_is_signed_on_a_leap_day_and_lasts_the_year_out()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        var aftale = graf.Nodes.Single(n => n.Key == graf.Aftale).Udsagn.Indhold;
        Assert.Equal(
            ("2016-02-29", "2016-02-29", "2016-12-31"),
            (aftale[Egenskaber.Underskrevet], aftale[Egenskaber.PeriodeFra], aftale[Egenskaber.PeriodeTil])
        );
    }

    [Fact]
    public void Bs_two_covers_are_one_agreement_signed_in_August()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        var aftale = graf.Nodes.Single(n => n.Key == graf.Aftale);
        Assert.Equal(
            ("2016-08-29", "2016-01-01", "2018-12-31"),
            (
                aftale.Udsagn.Indhold[Egenskaber.Underskrevet],
                aftale.Udsagn.Indhold[Egenskaber.PeriodeFra],
                aftale.Udsagn.Indhold[Egenskaber.PeriodeTil]
            )
        );
        Assert.All(graf.Nodes, n => Assert.Equal(new DateOnly(2016, 8, 29), n.Udsagn.Underskrevet));
        Assert.Equal(Feltstatus.Tom, aftale.Udsagn.Felter.Single(f => f.Label == "Strategisk afsæt").Status);
        Assert.Equal(Feltstatus.Vaerdi, aftale.Udsagn.Felter.Single(f => f.Label == "Aftale indgået").Status);
        var roller = graf.Af(NodeKind.Rolle);
        Assert.Contains(roller, r => r.Udsagn.Indhold is { Titel: "Centerchef" } i && i[Egenskaber.Person] is not null);
        Assert.Contains(roller, r => r.Udsagn.Indhold is { Titel: "Ansvarlig leder" } i && i[Egenskaber.Person] is not null);
    }

    [Fact]
    public void Paragraph_85_couples_B1_B4_and_B5()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        var bidrag = graf
            .Edges.Where(k => k is { Type: EdgeType.KoblerTil, Art: KoblingArt.Lov, To: "dk/lov/sel/85" })
            .Select(k => k.From)
            .ToList();
        Assert.Equal(["1", "4", "5"], bidrag.Select(b => Nummer(graf, b)).Order());
        Assert.Equal((5, 8), (Under(graf, bidrag, NodeKind.Effekt), Under(graf, bidrag, NodeKind.Indikator)));
        Assert.Equal((6, 7), (Ved(graf, bidrag, EdgeType.HarMilepael), Ved(graf, bidrag, EdgeType.FoelgesOp)));
    }

    [Fact]
    public void DEL_couples_B5_and_B6_and_measures_one_indicator()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        var koblet = graf.Edges.Where(k => k.Art == KoblingArt.Redskab).ToList();
        Assert.Equal(["5", "6"], koblet.Select(k => Nummer(graf, k.From)).Order());
        Assert.Single(koblet.Select(k => k.To).Distinct());
        Assert.Single(graf.Edges, k => k.Type == EdgeType.MaalesMed);
    }

    [Fact]
    public void B5_starts_its_trial_in_January_and_evaluates_in_July()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        var bidrag = graf.Af(NodeKind.Bidrag).Single(b => Nummer(graf, b.Key) == "5");
        var milepaele = graf
            .Edges.Where(k => k.Type == EdgeType.HarMilepael && k.From == bidrag.Key)
            .Select(k => graf.Nodes.Single(n => n.Key == k.To).Udsagn.Indhold);
        Assert.Equal([new DateOnly(2017, 1, 1), new DateOnly(2017, 7, 1)], milepaele.Select(m => m.Tider.Single().Fra!.Value).Order());
        var opfoelgninger = graf
            .Edges.Where(k => k.Type == EdgeType.FoelgesOp && k.From == bidrag.Key)
            .Select(k => graf.Nodes.Single(n => n.Key == k.To).Udsagn.Indhold.Tider.Single());
        Assert.Equal([new DateOnly(2017, 10, 1), new DateOnly(2018, 1, 1)], opfoelgninger.Select(t => t.Fra!.Value).Order());
    }

    [Fact]
    public void All_six_contributions_mention_their_centres_own_agreement()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.B);
        var ghost = graf.Af(NodeKind.Aftale).Single(a => a.Key != graf.Aftale);
        Assert.True(ghost.Udsagn.Indhold.Henvist);
        Assert.Equal(6, graf.Edges.Count(k => k.Art == KoblingArt.Omtale && k.To == ghost.Key));
    }

    [Fact]
    public void A4_is_coupled_to_what_the_hand_worked_impact_touches()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        var a4 = graf.Af(NodeKind.Indsats).Single(i => Nummer(graf, i.Key) == "4").Key;
        var koblet = graf.Koblinger(a4)
            .ToDictionary(k => graf.Nodes.Single(n => n.Key == k.To).Udsagn.Indhold.Titel, StringComparer.Ordinal);
        Assert.Equal(
            ["Direktionens udviklingsaftale", "Jobcentret", "Rådgivning og Udbetaling", "Udsattepolitikken"],
            koblet.Keys.Order(StringComparer.Ordinal)
        );
        Assert.NotNull(koblet["Direktionens udviklingsaftale"].Udsagn.Betinget);
        Assert.Equal(KoblingArt.Forpligtelse, koblet["Jobcentret"].Art);
        Assert.Single(graf.Edges, k => k.Type == EdgeType.HarMaaling && k.From == a4);
    }

    [Fact]
    public void The_two_goals_of_A4_stand_under_the_policy_that_its_coupling_names()
    {
        var graf = RigtigeAftaler.Graf(RigtigeAftaler.A);
        var politik = graf.Af(NodeKind.Politik).Single(p => p.Udsagn.Indhold.Titel == "Udsattepolitikken");
        Assert.Equal(2, graf.Edges.Count(k => k.Type == EdgeType.Indeholder && k.From == politik.Key));
        Assert.Contains(graf.Edges, k => k is { Type: EdgeType.KoblerTil, Art: KoblingArt.Eksplicit } && k.To == politik.Key);
    }

    [Fact]
    public void No_prompt_of_the_blank_form_becomes_data() =>
        Assert.DoesNotContain(
            RigtigeAftaler.Graf(RigtigeAftaler.B).Nodes,
            n => n.Udsagn.Indhold[Egenskaber.Forloeb] == "afholdt" || n.Udsagn.Herkomst.Any(h => h.Linje is > 202 and < 217)
        );

    [Fact]
    public void Unreadable_times_and_the_placeholder_are_told()
    {
        var fund = DocumentImporter.Import(RigtigeAftaler.B, RigtigeAftaler.Bytes(RigtigeAftaler.B), new ImportOptions()).Diagnostics;
        Assert.Equal([152, 197], fund.Where(d => d.Code == "IMP304").Select(d => d.Linje));
        Assert.Equal([197], fund.Where(d => d.Code == "IMP303").Select(d => d.Linje));
        Assert.DoesNotContain(fund, d => d.Severity == Severity.Fejl);
    }

    [Theory]
    [InlineData(RigtigeAftaler.A)]
    [InlineData(RigtigeAftaler.B)]
    public void Every_edge_is_one_that_the_table_allows_and_every_node_says_where_it_is_from(string fil)
    {
        var graf = RigtigeAftaler.Graf(fil);
        var kinds = graf.Nodes.ToDictionary(n => n.Key, n => n.Kind, StringComparer.Ordinal);
        Assert.All(
            graf.Edges,
            k => Assert.Null(AnEdgeMayOnlyJoinKindsThatTheTableAllows.Check(k.Type, k.From, kinds[k.From], k.To, kinds[k.To]))
        );
        Assert.All(graf.Edges, k => Assert.NotEmpty(k.Udsagn.Evidens));
        Assert.All(graf.Edges, k => Assert.Equal(k.Type.IsHierarchy(), k.Udsagn.Grund is not null));
        Assert.All(graf.Nodes, n => Assert.NotEmpty(n.Udsagn.Herkomst));
        Assert.All(graf.Nodes, n => Assert.InRange(n.Udsagn.Indhold.Titel.Length, 1, 80));
        Assert.All(
            graf.Nodes.Where(n => n.Kind != NodeKind.Lovhenvisning),
            n => Assert.StartsWith(graf.Kommune, n.Key, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(RigtigeAftaler.A)]
    [InlineData(RigtigeAftaler.B)]
    public void The_same_document_gives_the_same_graph(string fil) => Assert.Equal(RigtigeAftaler.Graf(fil), RigtigeAftaler.Graf(fil));

    private static string? Nummer(Aftalegraf graf, string key) => graf.Nodes.Single(n => n.Key == key).Udsagn.Indhold[Egenskaber.Punkt];

    private static int Under(Aftalegraf graf, IEnumerable<string> fra, NodeKind kind)
    {
        var naaet = fra.ToHashSet(StringComparer.Ordinal);
        while (
            graf
                .Edges.Where(k => k.Type.IsHierarchy() && naaet.Contains(k.From) && !naaet.Contains(k.To))
                .Select(k => k.To)
                .Distinct()
                .ToList()
                is { Count: > 0 } naeste
        )
        {
            naaet.UnionWith(naeste);
        }

        return graf.Nodes.Count(n => n.Kind == kind && naaet.Contains(n.Key));
    }

    private static int Ved(Aftalegraf graf, IReadOnlyCollection<string> fra, EdgeType type) =>
        graf.Edges.Count(k => k.Type == type && fra.Contains(k.From));
}
