using Effektkaeder.Domain.Regler;
using Xunit;

namespace Effektkaeder.Domain.Tests;

public sealed class ModelTests
{
    [Fact]
    public void The_tables_are_in_the_order_of_their_enums()
    {
        Assert.Equal(Enum.GetValues<NodeKind>(), NodeKinds.All.Select(k => k.Kind));
        Assert.Equal(Enum.GetValues<EdgeType>(), EdgeTypes.All.Select(e => e.Type));
    }

    [Fact]
    public void Every_spelling_of_a_kind_finds_it() =>
        Assert.All(
            NodeKinds.All,
            k => Assert.All(new[] { k.Code, k.Camel, k.Slug, k.Snake }, name => Assert.Same(k, NodeKinds.Find(name)))
        );

    [Fact]
    public void A_hierarchy_edge_leads_to_any_deeper_level_and_never_up()
    {
        foreach (var upper in NodeKinds.Levels)
        {
            foreach (var lower in NodeKinds.Levels)
            {
                if (EdgeTypes.Down(upper.Kind) is { } type)
                {
                    Assert.Equal(lower.Level > upper.Level, EdgeTypes.Allows(type, upper.Kind, lower.Kind));
                }
            }
        }
    }

    [Fact]
    public void A_coupling_has_a_chain_node_in_one_end()
    {
        Assert.True(EdgeTypes.Allows(EdgeType.KoblerTil, NodeKind.Bidrag, NodeKind.Redskab));
        Assert.False(EdgeTypes.Allows(EdgeType.KoblerTil, NodeKind.Politik, NodeKind.Organisation));
    }

    [Fact]
    public void Shown_is_the_earliest_signed_and_a_ghost_last()
    {
        var node = Node.Of(
            "k",
            NodeKind.Politik,
            "x",
            [Said("c", null, false), Said("b", new(2016, 2, 1), false), Said("a", new(2015, 1, 1), true)]
        );
        Assert.Equal("b", node.Titel);
        Assert.False(node.Henvist);
        Assert.True(Node.Of("k", NodeKind.Politik, "x", [Said("a", null, true)]).Henvist);
    }

    [Fact]
    public void A_node_is_the_same_whatever_order_its_statements_come_in()
    {
        Udsagn[] said = [Said("a", null, false), Said("b", new(2016, 1, 1), false)];
        Assert.Equal(Node.Of("k", NodeKind.Politik, "x", said), Node.Of("k", NodeKind.Politik, "x", said.Reverse()));
    }

    [Fact]
    public void A_coupling_is_one_from_whichever_side_and_runs_as_its_shown_statement_says()
    {
        EdgeUdsagn Says(string aftale, int year, string from) => new(aftale, new(year, 1, 1), null, from, null, 0.9, null, []);
        var edge = Edge.Of(EdgeType.KoblerTil, "a", "b", KoblingArt.Eksplicit, [Says("x", 2017, "a"), Says("y", 2016, "b")]);
        Assert.Equal(("b", "a"), (edge.From, edge.To));
        Assert.Equal(Edge.KeyOf(EdgeType.KoblerTil, "a", "b", KoblingArt.Eksplicit), edge.Key);
    }

    [Theory]
    [InlineData(null, 0.9), InlineData(KoblingStatus.Bekraeftet, 1), InlineData(KoblingStatus.Afvist, 0)]
    public void An_analyst_decides_the_certainty_of_a_coupling(KoblingStatus? decision, double certainty) =>
        Assert.Equal(
            certainty,
            Edge.Of(EdgeType.KoblerTil, "a", "b", KoblingArt.Eksplicit, [new("x", null, null, "a", null, 0.9, null, [])], decision).Tillid
        );

    [Fact]
    public void A_condition_holds_only_when_every_document_makes_it()
    {
        EdgeUdsagn Says(string aftale, string? condition) => new(aftale, null, null, "a", null, 0.9, condition, []);
        Assert.Null(Edge.Of(EdgeType.KoblerTil, "a", "b", KoblingArt.Eksplicit, [Says("x", "såfremt"), Says("y", null)]).Betinget);
        Assert.Equal("såfremt", Edge.Of(EdgeType.KoblerTil, "a", "b", KoblingArt.Eksplicit, [Says("x", "såfremt")]).Betinget);
    }

    [Fact]
    public void A_circle_is_named_from_its_smallest_key_and_a_long_chain_is_no_circle()
    {
        var brud = Assert.Single(TheHierarchyHasNoCycle.Check([("c", "a"), ("a", "b"), ("b", "c"), ("x", "a")]));
        Assert.Equal("Ring: a → b → c → a", brud.Besked);
        Assert.Empty(TheHierarchyHasNoCycle.Check(Enumerable.Range(0, 100_000).Select(i => ($"{i:D6}", $"{i + 1:D6}"))));
    }

    [Fact]
    public void A_key_lies_in_its_municipality() =>
        Assert.NotNull(AKeyBelongsToItsKommune.Check("slagelse/x", NodeKind.Bidrag, "guldborgsund"));

    private static Udsagn Said(string aftale, DateOnly? signed, bool ghost) =>
        new(aftale, signed, null, new(aftale, aftale) { Henvist = ghost }, [], []);
}
