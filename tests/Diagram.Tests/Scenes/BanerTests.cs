using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Tests.Svg;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Diagram.Tests.Scenes;

/// <summary>Which lane a node stands in.</summary>
public sealed class BanerTests
{
    private static readonly Testgraf Graf = Testgraf.ToCentre();

    private static string Bane(NodeKind kind, string id) => new Baner(Graf.Udsnit).Of(Graf.Udsnit.Find(Testgraf.Key(kind, id))!);

    [Fact]
    public void What_one_centre_states_stands_in_its_lane() => Assert.Equal(Testgraf.CenterB, Bane(NodeKind.Bidrag, "b2"));

    [Fact]
    public void What_several_centres_state_is_common() => Assert.Equal(Baner.Faelles, Bane(NodeKind.Vision, "v"));

    [Fact]
    public void Who_only_names_a_goal_does_not_make_it_common() => Assert.Equal(Testgraf.CenterB, Bane(NodeKind.Indsats, "i2"));

    [Fact]
    public void A_ghost_belongs_to_no_centre() => Assert.Equal(Baner.Faelles, Bane(NodeKind.Politik, "p"));

    [Fact]
    public void A_centre_stands_in_its_own_lane() => Assert.Equal(Testgraf.CenterA, Bane(NodeKind.Organisation, "center-a"));

    [Fact]
    public void A_unit_stands_with_the_centre_above_it()
    {
        var graf = Testgraf
            .ToCentre()
            .Node(NodeKind.Organisation, "team", "Team 99", CenterKun.Ingen)
            .Node(NodeKind.Organisation, "afdeling", "Afdeling Nord", CenterKun.Ingen)
            .Kant(EdgeType.HoererUnder, "by/organisation/team", "by/organisation/afdeling")
            .Kant(EdgeType.HoererUnder, "by/organisation/afdeling", Testgraf.CenterB);
        Assert.Equal(Testgraf.CenterB, new Baner(graf.Udsnit).Of(graf.Udsnit.Find("by/organisation/team")!));
    }

    [Fact]
    public void A_ring_of_units_ends()
    {
        var graf = new Testgraf()
            .Node(NodeKind.Organisation, "x", "X")
            .Node(NodeKind.Organisation, "y", "Y")
            .Kant(EdgeType.HoererUnder, "by/organisation/x", "by/organisation/y")
            .Kant(EdgeType.HoererUnder, "by/organisation/y", "by/organisation/x");
        Assert.Equal(Baner.Faelles, new Baner(graf.Udsnit).Of(graf.Udsnit.Find("by/organisation/x")!));
    }

    [Fact]
    public void The_common_lane_comes_first() => Assert.Equal("Fælles", new Tegning(AlleScener.Tegn("overblik")).LaneTitles.First());

    private static class CenterKun
    {
        public const string? Ingen = null;
    }
}
