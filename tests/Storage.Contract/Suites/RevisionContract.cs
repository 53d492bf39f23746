using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>The graph can be read as of any revision, and every revision tells what it changed.</summary>
public abstract class RevisionContract(IEngine engine) : StoreContract(engine)
{
    private static readonly Node A = Given.Node(NodeKind.Indsats, "Indsats A"),
        B = Given.Node(NodeKind.Bidrag, "Bidrag B");
    private static readonly Edge AB = Given.Edge(EdgeType.Omfatter, A, B);
    private static readonly Node Changed = Node.Of(A.Key, A.Kind, A.Kommune, [Given.Statement(Given.Aftale, Given.Says("Omdøbt"))]);

    private async Task FourRevisionsAsync()
    {
        await PutAsync([A]);
        await PutAsync([B], [AB]);
        await PutAsync([Changed]);
        await PutAsync([], removeNodes: [B.Key], removeEdges: [AB.Key]);
    }

    [Fact]
    public async Task Changes_are_nodes_then_edges_each_by_key_before_and_after()
    {
        await FourRevisionsAsync();
        Assert.Equal([new ElementChange(A.Key, null, A, null, null)], await Store.ChangesAsync(1, Ct));
        Assert.Equal([new(B.Key, null, B, null, null), new ElementChange(AB.Key, null, null, null, AB)], await Store.ChangesAsync(2, Ct));
        Assert.Equal([new ElementChange(A.Key, A, Changed, null, null)], await Store.ChangesAsync(3, Ct));
        Assert.Equal([new(B.Key, B, null, null, null), new ElementChange(AB.Key, null, null, AB, null)], await Store.ChangesAsync(4, Ct));
        Assert.Empty(await Store.ChangesAsync(5, Ct));
    }

    [Fact]
    public async Task Elements_are_read_as_they_stood()
    {
        await FourRevisionsAsync();
        Assert.Empty(await (await Store.AtAsync(0, Ct)).NodesAsync([A.Key], Ct));
        Assert.Equal([A], await (await Store.AtAsync(1, Ct)).NodesAsync([A.Key, B.Key], Ct));
        Assert.Equal(
            [A, B],
            (await (await Store.AtAsync(2, Ct)).NodesAsync([A.Key, B.Key], Ct)).OrderByDescending(n => n.Key, StringComparer.Ordinal)
        );
        Assert.Equal([Changed], await (await Store.AtAsync(3, Ct)).NodesAsync([A.Key], Ct));
        Assert.Equal([AB], await (await Store.AtAsync(3, Ct)).EdgesAsync([AB.Key], Ct));
        Assert.Empty(await (await Store.AtAsync(4, Ct)).EdgesAsync([AB.Key], Ct));
        Assert.Equal([Changed], await (await Store.NewestAsync(Ct)).NodesAsync([A.Key, B.Key], Ct));
    }

    [Fact]
    public async Task The_revisions_together_explain_the_graph_and_the_engine_finds_no_fault()
    {
        await FourRevisionsAsync();
        await PutAsync([B], [AB]);
        var told = new List<int>();
        var health = await Store.VerifyAsync((done, _) => told.Add(done), Ct);
        Assert.Empty(health.Faults);
        Assert.Equal((5, 2, 1), (health.Revisions, health.Nodes, health.Edges));
        Assert.Equal(told.Order(), told);
        Assert.True(told[^1] is 2 or 5);
    }

    [Fact]
    public async Task Questions_are_answered_as_of_a_revision()
    {
        await FourRevisionsAsync();
        var titled = new NodeFilter.Text(TextField.Titel, TextOperator.Eq, ["Indsats A"]);
        Assert.Equal([A], (await (await Store.AtAsync(2, Ct)).QueryAsync(new(titled, [], Page.Everything), Ct)).Items);
        Assert.Empty((await (await Store.AtAsync(3, Ct)).QueryAsync(new(titled, [], Page.Everything), Ct)).Items);
        var down = new Walk(Walk.Hierarchy, Direction.Out, []);
        Assert.Equal(
            [new Neighbour(B, AB)],
            (await (await Store.AtAsync(3, Ct)).ExpandAsync(new([A.Key], down, null, [], Page.Everything), Ct))[0].Items
        );
        Assert.Empty((await (await Store.AtAsync(1, Ct)).ExpandAsync(new([A.Key], down, null, [], Page.Everything), Ct))[0].Items);
        var parents = new NodeFilter.Related(down, Quantifier.Some, null);
        Assert.Equal([Changed], (await (await Store.AtAsync(3, Ct)).QueryAsync(new(parents, [], Page.Everything), Ct)).Items);
        Assert.Empty((await (await Store.NewestAsync(Ct)).QueryAsync(new(parents, [], Page.Everything), Ct)).Items);
    }

    [Fact]
    public async Task The_whole_graph_is_read_as_of_a_revision()
    {
        await FourRevisionsAsync();
        var then = await (await Store.AtAsync(2, Ct)).SelectAsync(Selection.Whole, Ct);
        Assert.Equal([B, A], then.Nodes);
        Assert.Equal([AB], then.Edges);
        var now = await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
        Assert.Equal([Changed], now.Nodes);
        Assert.Empty(now.Edges);
    }

    [Fact]
    public async Task What_a_revision_did_can_be_put_back()
    {
        await FourRevisionsAsync();
        var undone = await Store.ChangesAsync(4, Ct);
        await PutAsync(undone.Select(c => c.NodeBefore).OfType<Node>(), undone.Select(c => c.EdgeBefore).OfType<Edge>());
        var (now, before) = (
            await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct),
            await (await Store.AtAsync(3, Ct)).SelectAsync(Selection.Whole, Ct)
        );
        Assert.Equal(before.Nodes, now.Nodes);
        Assert.Equal(before.Edges, now.Edges);
        Assert.Equal([B.Key, AB.Key], (await Store.ChangesAsync(5, Ct)).Select(c => c.Key));
    }

    [Fact]
    public async Task What_an_agreement_states_is_what_stands_now()
    {
        const string other = "by/aftale/anden";
        var shared = Node.Of(
            "by/emne/faelles",
            NodeKind.Emne,
            "by",
            [Given.Statement(Given.Aftale, Given.Says("Fælles")), Given.Statement(other, Given.Says("Fælles"))]
        );
        await PutAsync([A, B, shared], [AB]);
        var (nodes, edges) = await (await Store.NewestAsync(Ct)).StatedByAsync(Given.Aftale, Ct);
        Assert.Equal([B, shared, A], nodes);
        Assert.Equal([AB], edges);
        Assert.Equal([shared], (await (await Store.NewestAsync(Ct)).StatedByAsync(other, Ct)).Nodes);

        var withdrawn = Node.Of(shared.Key, shared.Kind, shared.Kommune, shared.Udsagn.Where(u => u.Aftale == Given.Aftale));
        await PutAsync([withdrawn]);
        Assert.Empty((await (await Store.NewestAsync(Ct)).StatedByAsync(other, Ct)).Nodes);
        Assert.Equal([B, withdrawn, A], (await (await Store.NewestAsync(Ct)).StatedByAsync(Given.Aftale, Ct)).Nodes);
    }

    [Fact]
    public async Task What_an_agreement_stated_is_read_as_of_a_revision()
    {
        await FourRevisionsAsync();
        var (nodes, edges) = await (await Store.AtAsync(2, Ct)).StatedByAsync(Given.Aftale, Ct);
        Assert.Equal([B, A], nodes);
        Assert.Equal([AB], edges);
        Assert.Equal([Changed], (await (await Store.AtAsync(4, Ct)).StatedByAsync(Given.Aftale, Ct)).Nodes);
        Assert.Empty((await (await Store.AtAsync(0, Ct)).StatedByAsync(Given.Aftale, Ct)).Nodes);
    }

    [Fact]
    public async Task A_graph_knows_its_number_and_the_revisions_that_led_to_it()
    {
        await FourRevisionsAsync();
        var third = await Store.AtAsync(3, Ct);
        Assert.Equal(3, third.Revision);
        Assert.Equal([3, 2], (await third.RevisionsAsync(2, Ct)).Select(r => r.Number));
        Assert.Equal([4L], (await (await Store.NewestAsync(Ct)).RevisionsAsync(1, Ct)).Select(r => r.Number));
        Assert.Empty(await (await Store.AtAsync(0, Ct)).RevisionsAsync(5, Ct));
        await Assert.ThrowsAsync<UnknownRevisionException>(() => Store.AtAsync(5, Ct));
        await Assert.ThrowsAsync<UnknownRevisionException>(() => Store.AtAsync(-1, Ct));
    }

    [Fact]
    public async Task Who_reads_a_graph_keeps_it_whatever_is_committed()
    {
        await PutAsync([A, B], [AB]);
        var graph = await Store.NewestAsync(Ct);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal([A], (await graph.QueryAsync(new(new NodeFilter.KindIn([A.Kind]), [], Page.Everything), Ct)).Items);
            Assert.Equal([A], (await graph.SearchAsync(new("indsats", [], null, 5), Ct)).Items.Select(h => h.Node));
            Assert.Equal([B, A], (await graph.StatedByAsync(Given.Aftale, Ct)).Nodes);
            Assert.Equal([AB], await graph.EdgesAsync([AB.Key], Ct));
            Assert.Equal([B, A], (await graph.SelectAsync(Selection.Whole, Ct)).Nodes);
            await PutAsync(
                [Node.Of(A.Key, A.Kind, A.Kommune, [Given.Statement(Given.Aftale, Given.Says($"Udgave {i}"))])],
                removeNodes: i == 10 ? [B.Key] : [],
                removeEdges: i == 10 ? [AB.Key] : []
            );
        }

        Assert.Equal(1, graph.Revision);
    }

    [Fact]
    public async Task A_store_that_was_open_sees_what_another_commits()
    {
        var reader = await OpenAgainAsync();
        Assert.Empty((await (await reader.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Nodes);
        await PutAsync([A, B], [AB]);
        var first = await (await reader.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
        Assert.Equal([B, A], first.Nodes);
        await PutAsync([Changed]);
        await PutAsync([], removeNodes: [B.Key], removeEdges: [AB.Key]);
        Assert.Equal([Changed], (await (await reader.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Nodes);
        Assert.Empty((await (await reader.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct)).Edges);
        // The selection a reader began with stays what it was.
        Assert.Equal([B, A], first.Nodes);
        Assert.Equal(3, await reader.LatestAsync(Ct));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_wins_and_the_other_is_told()
    {
        var other = await OpenAgainAsync();
        await PutAsync([A]);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async i =>
                {
                    try
                    {
                        await (i % 2 == 0 ? Store : other).CommitAsync(
                            Given.Changes(1, [Given.Node(NodeKind.Emne, $"Emne {i}")], [], [], []),
                            Ct
                        );
                        return true;
                    }
                    catch (StaleBaseException)
                    {
                        return false;
                    }
                })
        );
        Assert.Equal(1, outcomes.Count(won => won));
        Assert.Equal(2, await Store.LatestAsync(Ct));
        Assert.Single(await Store.ChangesAsync(2, Ct));
    }
}
