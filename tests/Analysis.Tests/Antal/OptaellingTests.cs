using Effektkaeder.Analysis.Antal;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Antal;

public sealed class OptaellingTests
{
    private static readonly Byg Graf = new Byg()
        .Node(NodeKind.Rolle, "leder")
        .Node(NodeKind.Indsats, "indsats")
        .Node(NodeKind.Bidrag, "bidrag", center: "k/organisation/a")
        .Node(NodeKind.Bidrag, "andet", center: "k/organisation/b")
        .Node(NodeKind.Effekt, "effekt", center: "k/organisation/a")
        .Node(NodeKind.Effekt, "umaalt", center: "k/organisation/b")
        .Nodes(NodeKind.Indikator, "indikator", "skabelon")
        .Over("indsats", "bidrag", "andet")
        .Over("bidrag", "effekt")
        .Over("andet", "umaalt")
        .Over("effekt", "indikator")
        .Edge(EdgeType.MaalesPaa, "umaalt", "skabelon", Grund.Skabelon)
        .Edge(EdgeType.AnsvarligFor, "leder", "indsats")
        .Milepael("bidrag", "frist", "1. kvartal 2017")
        .Milepael("bidrag", "lang", "2016-18");

    private static IEnumerable<string> Rows(Func<Node, bool> which, params Inddeling[] efter) =>
        Optaelling
            .Of(Graf.Udsnit, Numbers(which), efter)
            .Grupper.Select(g => $"{string.Join('+', g.Noegler.Select(k => k.Noegle))}={g.Antal}");

    private static IReadOnlyList<int> Numbers(Func<Node, bool> which) =>
        [.. Enumerable.Range(0, Graf.Udsnit.Nodes.Count).Where(n => which(Graf.Udsnit.Nodes[n]))];

    [Theory]
    [InlineData(Gruppeorden.Noegle, false, "Bidrag Effekt Milepael Rolle")]
    [InlineData(Gruppeorden.Navn, true, "Rolle Milepael Effekt Bidrag")]
    [InlineData(Gruppeorden.Antal, false, "Rolle Bidrag Effekt Milepael")]
    // Only milestones have days: the rest come after them whichever way, in the order they had.
    [InlineData(Gruppeorden.FoersteDag, false, "Milepael Bidrag Effekt Rolle")]
    [InlineData(Gruppeorden.SidsteDag, true, "Milepael Bidrag Effekt Rolle")]
    [InlineData(Gruppeorden.Sum, true, "Bidrag Effekt Milepael Rolle")]
    public void Groups_come_in_the_order_that_is_asked_for(Gruppeorden by, bool descending, string kinds)
    {
        var nodes = Numbers(n => n.Kind is NodeKind.Rolle or NodeKind.Bidrag or NodeKind.Effekt or NodeKind.Milepael);
        var ordered = Optaelling.Of(Graf.Udsnit, nodes, [Inddeling.Slags]).Ordered([(by, descending)]);
        Assert.Equal(kinds.Split(' '), ordered.Grupper.Select(g => g.Noegler[0].Noegle));
    }

    [Fact]
    public void The_largest_group_comes_first_and_ties_go_by_key() =>
        Assert.Equal(["Bidrag=2", "Effekt=2", "Indikator=2", "Indsats=1"], Rows(n => n.Kind.IsChain(), Inddeling.Slags));

    /// <summary>Two centres have a chief each, and two municipalities a centre of one name.</summary>
    [Fact]
    public void Groups_of_one_name_say_whose_they_are()
    {
        var udsnit = Udsnit.Of(
            [
                Named(NodeKind.Kommune, "a", "a", "Aa Kommune"),
                Named(NodeKind.Kommune, "b", "b", "Bb Kommune"),
                Named(NodeKind.Organisation, "a", "a/o/vej", "Center for Vej"),
                Named(NodeKind.Organisation, "b", "b/o/vej", "Center for Vej"),
                Named(NodeKind.Organisation, "a", "a/o/byg", "Center for Byg"),
                Named(NodeKind.Rolle, "a", "a/r/vej", "Centerchef", "a/o/vej"),
                Named(NodeKind.Rolle, "a", "a/r/byg", "Centerchef", "a/o/byg"),
                Named(NodeKind.Indsats, "a", "a/i/1", "Cykler", "a/o/vej"),
                Named(NodeKind.Indsats, "b", "b/i/1", "Cykler", "b/o/vej"),
                Named(NodeKind.Indsats, "a", "a/i/2", "Huse", "a/o/byg"),
            ],
            [Responsible("a/r/vej", "a/i/1"), Responsible("a/r/byg", "a/i/2")]
        );
        Assert.Equal(["Center for Byg", "Center for Vej, Aa Kommune", "Center for Vej, Bb Kommune"], Names(Inddeling.Center));
        Assert.Equal(["(ingen)", "Centerchef, Center for Byg", "Centerchef, Center for Vej"], Names(Inddeling.Ansvarlig));

        IEnumerable<string> Names(Inddeling by) =>
            Optaelling
                .Of(udsnit, [.. Enumerable.Range(0, 10).Where(n => udsnit.KindOf(n) == NodeKind.Indsats)], [by])
                .Grupper.Select(g => g.Noegler[0].Navn)
                .Order(StringComparer.Ordinal);

        static Node Named(NodeKind kind, string kommune, string key, string title, string? center = null) =>
            Node.Of(key, kind, kommune, [new Udsagn(Byg.A, null, center, new Indhold(title, title), [], [new Herkomst("d.md", 1, title)])]);

        static Edge Responsible(string who, string what) =>
            Edge.Of(EdgeType.AnsvarligFor, who, what, null, [new(Byg.A, null, null, who, null, 1, null, [])]);
    }

    [Fact]
    public void A_node_is_counted_in_every_year_that_its_times_touch() =>
        Assert.Equal(["2017=2", "2016=1", "2018=1"], Rows(n => n.Kind == NodeKind.Milepael, Inddeling.Aar));

    [Fact]
    public void Several_ways_give_each_that_occurs_together() =>
        Assert.Equal(
            ["Bidrag+k/organisation/a=1", "Bidrag+k/organisation/b=1", "Effekt+k/organisation/a=1", "Effekt+k/organisation/b=1"],
            Rows(n => n.Kind is NodeKind.Bidrag or NodeKind.Effekt, Inddeling.Slags, Inddeling.Center)
        );

    /// <summary>The milestones hang on a contribution whose effort a role answers for; an instrument no one answers for.</summary>
    [Fact]
    public void Who_answers_is_the_nearest_above() =>
        Assert.Equal(["leder=4"], Rows(n => n.Kind is NodeKind.Milepael or NodeKind.Effekt, Inddeling.Ansvarlig));

    [Fact]
    public void Shares_are_of_all_that_were_counted()
    {
        var counted = Optaelling.Of(Graf.Udsnit, Numbers(n => n.Kind == NodeKind.Milepael), [Inddeling.Aar]);
        Assert.Equal((2, 1.0), (counted.Total, counted.Grupper[0].Andel));
        Assert.Equal((new DateOnly(2016, 1, 1), new DateOnly(2018, 12, 31)), (counted.Grupper[0].FoersteDag, counted.Grupper[0].SidsteDag));
    }

    /// <summary>An indicator that merely stands in the same table does not say that it measures the effect.</summary>
    [Fact]
    public void An_effect_is_covered_by_what_its_words_or_its_efforts_have()
    {
        var graf = Graf.Udsnit;
        var daekning = Daekning.Of(graf, Numbers(n => n.Kind == NodeKind.Effekt), Inddeling.Center);
        Assert.Equal((2, 1, 0, 0), (daekning.IAlt.Antal, daekning.IAlt.MedIndikator, daekning.IAlt.MedBaseline, daekning.IAlt.Fuldt));
        Assert.Equal(["k/organisation/a", "k/organisation/b"], daekning.Grupper.Select(g => g.Noegle));
        Assert.Empty(daekning.Raekker.Single(r => r.Effekt.Key == "umaalt").Indikatorer);
    }
}
