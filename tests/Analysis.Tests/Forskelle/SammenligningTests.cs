using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Forskelle;

public sealed class SammenligningTests
{
    private static Byg Foer() =>
        new Byg()
            .Node(NodeKind.PolitiskMaal, "maal", i => i with { Titel = "Tryghed", Tekst = "Tryghed i hverdagen" })
            .Node(
                NodeKind.Indsats,
                "tidlig-hjaelp",
                i => i with { Titel = "Tidlig hjælp", Tekst = "Tidlig hjælp til udsatte familier med børn" }
            )
            .Node(NodeKind.Bidrag, "bidrag", i => i with { Titel = "Samtaler i hjemmet", Tekst = "Samtaler i hjemmet" })
            .Over("maal", "tidlig-hjaelp")
            .Over("tidlig-hjaelp", "bidrag");

    /// <summary>Whoever asked has gone: neither recognising nor holding up goes on to the end.</summary>
    [Theory]
    [InlineData("ny"), InlineData("")]
    public void A_comparison_that_nobody_waits_for_ends(string suffix)
    {
        Udsnit Many(string end) =>
            new Byg().Nodes(NodeKind.Effekt, [.. Enumerable.Range(0, 600).Select(i => $"Effekt nummer {i}{end}")]).Udsnit;
        Assert.Throws<OperationCanceledException>(() => Sammenligning.Of(Many(""), Many(suffix), new(new CancellationToken(true))));
    }

    [Fact]
    public void Nothing_differs_between_a_graph_and_itself()
    {
        var same = Sammenligning.Of(Foer().Udsnit, Foer().Udsnit);
        Assert.Empty(same.Noder);
        Assert.Empty(same.NyeKanter);
        Assert.Empty(same.FjernedeKanter);
    }

    [Fact]
    public void A_renamed_effort_is_changed_and_its_words_are_told()
    {
        var efter = new Byg()
            .Node(NodeKind.PolitiskMaal, "maal", i => i with { Titel = "Tryghed", Tekst = "Tryghed i hverdagen" })
            .Node(
                NodeKind.Indsats,
                "tidlig-indsats",
                i => i with { Titel = "Tidlig indsats", Tekst = "Tidlig indsats til udsatte familier med børn" }
            )
            .Node(NodeKind.Bidrag, "bidrag", i => i with { Titel = "Samtaler i hjemmet", Tekst = "Samtaler i hjemmet" })
            .Over("maal", "tidlig-indsats")
            .Over("tidlig-indsats", "bidrag");
        var forskel = Sammenligning.Of(Foer().Udsnit, efter.Udsnit);
        var changed = Assert.Single(forskel.Noder);
        Assert.Equal((Forskelsart.Aendret, "tidlig-hjaelp", "tidlig-indsats"), (changed.Art, changed.Foer!.Key, changed.Efter!.Key));
        Assert.True(changed.Lighed is > 0.5 and < 1);
        Assert.Contains("af ordene", changed.Grund!, StringComparison.Ordinal);
        Assert.Equal(("hjælp", "indsats"), (changed.Felter[0].Ord.Foer, changed.Felter[0].Ord.Efter));
        // What hung on the old key hangs on the new: no edge came or went.
        Assert.Empty(forskel.NyeKanter);
        Assert.Empty(forskel.FjernedeKanter);
    }

    /// <summary>An import moves the mentions of an effort to the one that a document states: none has come, and none gone.</summary>
    [Theory]
    [InlineData(true, "samme navn, før kun nævnt", "kun nævnt", "")]
    [InlineData(false, "samme navn, nu kun nævnt", "", "kun nævnt")]
    public void A_mention_that_is_stated_now_is_one_change(bool comes, string grund, string before, string after)
    {
        var mentioned = Named(henvist: true, "kun-naevnt", "Fælles støtte");
        var stated = Named(henvist: false, "angivet", "Fælles støtte til alle, der har brug for den, i hele kommunen");
        var forskel = comes ? Sammenligning.Of(mentioned, stated) : Sammenligning.Of(stated, mentioned);
        var changed = Assert.Single(forskel.Noder);
        Assert.Equal((Forskelsart.Aendret, 1d, grund), (changed.Art, changed.Lighed, changed.Grund));
        Assert.Contains(new("henvist", before, after), changed.Felter);
        Assert.Empty(forskel.NyeKanter);
        Assert.Empty(forskel.FjernedeKanter);

        static Udsnit Named(bool henvist, string key, string text) =>
            Foer()
                .Node(NodeKind.Indsats, key, i => i with { Titel = "Fælles støtte", Tekst = text, Henvist = henvist })
                .Edge(EdgeType.KoblerTil, "tidlig-hjaelp", key)
                .Udsnit;
    }

    [Fact]
    public void What_another_centre_states_now_has_moved()
    {
        var (foer, efter) = (Centred("k/organisation/a"), Centred("k/organisation/b"));
        var moved = Assert.Single(Sammenligning.Of(foer, efter).Noder);
        Assert.Equal(Forskelsart.Flyttet, moved.Art);
        Assert.Equal(new Feltforskel("center", "Center A", "Center B"), Assert.Single(moved.Felter));
    }

    /// <summary>The centre that took its place states it now: it stands where it stood.</summary>
    [Fact]
    public void What_a_renamed_centre_states_has_not_moved()
    {
        var foer = Udsnit.Of([Centre("k/organisation/a", "Center A"), Indsats("k/organisation/a")], []);
        var efter = Udsnit.Of(
            [
                Centre("k/organisation/ny", "Center for noget helt andet"),
                Indsats("k/organisation/ny"),
                Centre("k/organisation/a", "Center A"),
            ],
            [Edge.Of(EdgeType.Afloeser, "k/organisation/ny", "k/organisation/a", null, [Said("k/organisation/ny")])]
        );
        Assert.DoesNotContain(Sammenligning.Of(foer, efter).Noder, f => f.Node.Kind == NodeKind.Indsats && f.Art == Forskelsart.Flyttet);
    }

    [Fact]
    public void What_several_centres_state_has_not_moved_when_another_s_words_are_shown()
    {
        static Udsnit Shared(params (string Aftale, string Center, int Aar)[] said) =>
            Udsnit.Of(
                [
                    Node.Of(
                        "k/politisk-maal/m",
                        NodeKind.PolitiskMaal,
                        "k",
                        said.Select(s => new Udsagn(s.Aftale, new DateOnly(s.Aar, 1, 1), s.Center, new("Mål", "Mål"), [], []))
                    ),
                ],
                []
            );

        var before = Shared(("k/aftale/a", "k/organisation/a", 2026), ("k/aftale/b", "k/organisation/b", 2025));
        var after = Shared(("k/aftale/a", "k/organisation/a", 2026), ("k/aftale/b", "k/organisation/b", 2027));
        Assert.NotEqual(before.Nodes[0].Vist.Center, after.Nodes[0].Vist.Center);
        Assert.Empty(Sammenligning.Of(before, after).Noder);
    }

    private static Udsnit Centred(string center) =>
        Udsnit.Of([Centre("k/organisation/a", "Center A"), Centre("k/organisation/b", "Center B"), Indsats(center)], []);

    private static Node Centre(string key, string titel) =>
        Node.Of(key, NodeKind.Organisation, "k", [new(Byg.A, null, null, new(titel, titel) { Art = "center" }, [], [])]);

    private static Node Indsats(string center) =>
        Node.Of("k/indsats/i", NodeKind.Indsats, "k", [new(Byg.A, null, center, new("Tidlig hjælp", "Tidlig hjælp"), [], [])]);

    private static EdgeUdsagn Said(string from) => new(Byg.A, null, null, from, null, 1, null, []);
}
