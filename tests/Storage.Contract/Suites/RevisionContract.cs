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
        Assert.Empty(await Store.NodesAsync([A.Key], 0, Ct));
        Assert.Equal([A], await Store.NodesAsync([A.Key, B.Key], 1, Ct));
        Assert.Equal([A, B], (await Store.NodesAsync([A.Key, B.Key], 2, Ct)).OrderByDescending(n => n.Key, StringComparer.Ordinal));
        Assert.Equal([Changed], await Store.NodesAsync([A.Key], 3, Ct));
        Assert.Equal([AB], await Store.EdgesAsync([AB.Key], 3, Ct));
        Assert.Empty(await Store.EdgesAsync([AB.Key], 4, Ct));
        Assert.Equal([Changed], await Store.NodesAsync([A.Key, B.Key], null, Ct));
    }

    [Fact]
    public async Task The_revisions_together_explain_the_graph_and_the_engine_finds_no_fault()
    {
        await FourRevisionsAsync();
        await PutAsync([B], [AB]);
        var told = new List<int>();
        var health = await StoreVerification.RunAsync(Store, (done, _) => told.Add(done), Ct);
        Assert.Empty(health.Faults);
        Assert.Equal((5, 2, 1), (health.Revisions, health.Nodes, health.Edges));
        Assert.Equal([1, 2, 3, 4, 5], told);
    }

    [Fact]
    public async Task Questions_are_answered_as_of_a_revision()
    {
        await FourRevisionsAsync();
        var titled = new NodeFilter.Text(TextField.Titel, TextOperator.Eq, ["Indsats A"]);
        Assert.Equal([A], (await Store.QueryAsync(new(titled, [], Page.Everything, 2), Ct)).Items);
        Assert.Empty((await Store.QueryAsync(new(titled, [], Page.Everything, 3), Ct)).Items);
        var down = new Walk(Walk.Hierarchy, Direction.Out, []);
        Assert.Equal([new Neighbour(B, AB)], (await Store.ExpandAsync(new([A.Key], down, null, [], Page.Everything, 3), Ct))[0].Items);
        Assert.Empty((await Store.ExpandAsync(new([A.Key], down, null, [], Page.Everything, 1), Ct))[0].Items);
        var parents = new NodeFilter.Related(down, Quantifier.Some, null);
        Assert.Equal([Changed], (await Store.QueryAsync(new(parents, [], Page.Everything, 3), Ct)).Items);
        Assert.Empty((await Store.QueryAsync(new(parents, [], Page.Everything), Ct)).Items);
    }

    [Fact]
    public async Task The_whole_graph_is_read_as_of_a_revision()
    {
        await FourRevisionsAsync();
        var then = await Store.SelectAsync(Selection.Whole(2), Ct);
        Assert.Equal([B, A], then.Nodes);
        Assert.Equal([AB], then.Edges);
        var now = await Store.SelectAsync(Selection.Whole(), Ct);
        Assert.Equal([Changed], now.Nodes);
        Assert.Empty(now.Edges);
    }

    [Fact]
    public async Task What_a_revision_did_can_be_put_back()
    {
        await FourRevisionsAsync();
        var undone = await Store.ChangesAsync(4, Ct);
        await PutAsync(undone.Select(c => c.NodeBefore).OfType<Node>(), undone.Select(c => c.EdgeBefore).OfType<Edge>());
        var (now, before) = (await Store.SelectAsync(Selection.Whole(), Ct), await Store.SelectAsync(Selection.Whole(3), Ct));
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
        var (nodes, edges) = await Store.StatedByAsync(Given.Aftale, Ct);
        Assert.Equal([B, shared, A], nodes);
        Assert.Equal([AB], edges);
        Assert.Equal([shared], (await Store.StatedByAsync(other, Ct)).Nodes);

        var withdrawn = Node.Of(shared.Key, shared.Kind, shared.Kommune, shared.Udsagn.Where(u => u.Aftale == Given.Aftale));
        await PutAsync([withdrawn]);
        Assert.Empty((await Store.StatedByAsync(other, Ct)).Nodes);
        Assert.Equal([B, withdrawn, A], (await Store.StatedByAsync(Given.Aftale, Ct)).Nodes);
    }

    [Fact]
    public async Task A_store_that_was_open_sees_what_another_commits()
    {
        var reader = await OpenAgainAsync();
        Assert.Empty((await reader.SelectAsync(Selection.Whole(), Ct)).Nodes);
        await PutAsync([A, B], [AB]);
        var first = await reader.SelectAsync(Selection.Whole(), Ct);
        Assert.Equal([B, A], first.Nodes);
        await PutAsync([Changed]);
        await PutAsync([], removeNodes: [B.Key], removeEdges: [AB.Key]);
        Assert.Equal([Changed], (await reader.SelectAsync(Selection.Whole(), Ct)).Nodes);
        Assert.Empty((await reader.SelectAsync(Selection.Whole(), Ct)).Edges);
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
