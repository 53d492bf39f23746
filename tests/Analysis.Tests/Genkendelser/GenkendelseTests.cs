using Effektkaeder.Analysis.Genkendelser;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Genkendelser;

/// <summary>The same thing under another key, told by its words, by what is its own, and by its place.</summary>
public class GenkendelseTests
{
    [Fact]
    public void One_word_changed_is_the_same_contribution()
    {
        var foer = Point("Cykelstier", "Vi anlægger nye cykelstier ved skoler", "Børn cykler trygt");
        var efter = Point("Cykelstier", "Vi anlægger brede cykelstier ved skoler", "Børn cykler trygt");
        var kendt = Assert.Single(Genkendelse.Find(foer, efter));
        Assert.Equal("Vi anlægger nye cykelstier ved skoler", kendt.Foer.Titel);
        Assert.Equal("Vi anlægger brede cykelstier ved skoler", kendt.Efter.Titel);
        Assert.Equal(0.88, kendt.Lighed);
        Assert.Equal("75 % af ordene, 100 % af det, der hører under, samme sted", kendt.Grund);
    }

    [Fact]
    public void Another_effect_in_the_place_of_one_is_another()
    {
        var foer = new Byg()
            .Nodes(NodeKind.Bidrag, "b")
            .Node(NodeKind.Effekt, "Flere cykler til skole")
            .Over("b", "Flere cykler til skole");
        var efter = new Byg().Nodes(NodeKind.Bidrag, "b").Node(NodeKind.Effekt, "Renere luft i byen").Over("b", "Renere luft i byen");
        Assert.Empty(Genkendelse.Find(foer.Udsnit, efter.Udsnit));
    }

    [Fact]
    public void A_new_name_for_an_effort_that_keeps_all_its_own_is_a_new_name()
    {
        var foer = Point("Recovery", "Vi opretter en skole", "Borgerne klarer sig selv");
        var efter = Point("Livsmestring", "Vi opretter en skole", "Borgerne klarer sig selv");
        var kendt = Assert.Single(Genkendelse.Find(foer, efter));
        Assert.Equal(("Recovery", "Livsmestring", 0.5), (kendt.Foer.Titel, kendt.Efter.Titel, kendt.Lighed));
        Assert.StartsWith("0 % af ordene", kendt.Grund, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_date_is_the_same_deadline_where_it_stands_alone_in_its_place()
    {
        var foer = new Byg().Nodes(NodeKind.Bidrag, "b", "c").Milepael("b", "Juni 2030", "juni 2030").Milepael("c", "Maj 2030", "maj 2030");
        var efter = new Byg()
            .Nodes(NodeKind.Bidrag, "b", "c")
            .Milepael("b", "August 2031", "august 2031")
            .Milepael("c", "Maj 2030", "maj 2030");
        var kendt = Assert.Single(Genkendelse.Find(foer.Udsnit, efter.Udsnit));
        Assert.Equal(("Juni 2030", "August 2031"), (kendt.Foer.Titel, kendt.Efter.Titel));
        Assert.True(kendt.Lighed < 1);
    }

    [Fact]
    public void Twins_are_paired_in_the_order_that_they_stand()
    {
        var foer = new Byg().Nodes(NodeKind.Indsats, "x", "y").Node(NodeKind.Bidrag, "x/b", Said).Node(NodeKind.Bidrag, "y/b", Said);
        var efter = new Byg().Nodes(NodeKind.Indsats, "x", "z").Node(NodeKind.Bidrag, "x/c", Said).Node(NodeKind.Bidrag, "z/c", Said);
        foer.Over("x", "x/b").Over("y", "y/b");
        efter.Over("x", "x/c").Over("z", "z/c");
        Assert.Equal(
            [("x/b", "x/c"), ("y/b", "z/c")],
            Genkendelse.Find(foer.Udsnit, efter.Udsnit).Where(g => g.Efter.Kind == NodeKind.Bidrag).Select(g => (g.Foer.Key, g.Efter.Key))
        );

        static Indhold Said(Indhold _) => new("Kurser for personalet", "Kurser for personalet");
    }

    [Fact]
    public void What_is_only_named_and_another_municipality_is_not_recognised()
    {
        var foer = new Byg().Node(NodeKind.Politik, "Klimaplan", i => i with { Henvist = true });
        var efter = new Byg().Node(NodeKind.Politik, "Klimaplanen for byen", i => i with { Henvist = true });
        Assert.Empty(Genkendelse.Find(foer.Udsnit, efter.Udsnit));
    }

    [Fact]
    public void A_thousand_points_of_the_same_words_are_paired_each_with_its_own()
    {
        var kendte = Genkendelse.Find(Points("Plan for vandløb"), Points("Planer for vandløb"));
        Assert.Equal(1000, kendte.Count);
        Assert.All(kendte, g => Assert.Equal(g.Foer.Titel.Split(' ')[^1], g.Efter.Titel.Split(' ')[^1]));

        static Udsnit Points(string words)
        {
            var byg = new Byg();
            for (var i = 0; i < 1000; i++)
            {
                byg.Nodes(NodeKind.Indsats, $"i{i}").Node(NodeKind.Bidrag, $"{words} nr. {i}").Over($"i{i}", $"{words} nr. {i}");
            }

            return byg.Udsnit;
        }
    }

    private static Udsnit Point(string indsats, string bidrag, string effekt) =>
        new Byg()
            .Nodes(NodeKind.Indsats, indsats)
            .Nodes(NodeKind.Bidrag, bidrag)
            .Nodes(NodeKind.Effekt, effekt)
            .Over(indsats, bidrag)
            .Over(bidrag, effekt)
            .Udsnit;
}
