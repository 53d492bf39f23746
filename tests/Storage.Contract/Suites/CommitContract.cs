using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>One change set is one revision, or nothing.</summary>
public abstract class CommitContract(IEngine engine) : StoreContract(engine)
{
    private static readonly Node A = Given.Node(NodeKind.Indsats, "Indsats A"),
        B = Given.Node(NodeKind.Bidrag, "Bidrag B"),
        C = Given.Node(NodeKind.Effekt, "Effekt C");
    private static readonly Edge AB = Given.Edge(EdgeType.Omfatter, A, B),
        BC = Given.Edge(EdgeType.Skaber, B, C);

    [Fact]
    public async Task An_empty_store_is_at_revision_0()
    {
        Assert.Equal(0, await Store.LatestAsync(Ct));
        Assert.Empty(await (await Store.NewestAsync(Ct)).RevisionsAsync(10, Ct));
        Assert.Null(await Store.RevisionAsync(1, Ct));
        Assert.Empty(await Store.ChangesAsync(1, Ct));
    }

    [Fact]
    public async Task An_empty_change_set_makes_no_revision()
    {
        Assert.Null(await PutAsync([]));
        Assert.Equal(0, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task A_commit_is_the_next_revision_and_tells_who_when_what()
    {
        var revision = await PutAsync([A, B], [AB]);
        Assert.Equal(new Revision(1, Given.Noon, "åse", "import", "aftaler/æble.md", "En ændring"), revision);
        Assert.Equal(revision, await Store.RevisionAsync(1, Ct));
        await PutAsync([C], [BC]);
        Assert.Equal([2L, 1L], (await (await Store.NewestAsync(Ct)).RevisionsAsync(10, Ct)).Select(r => r.Number));
        Assert.Equal([2L], (await (await Store.NewestAsync(Ct)).RevisionsAsync(1, Ct)).Select(r => r.Number));
    }

    [Fact]
    public async Task What_is_read_equals_what_was_put_to_the_last_field()
    {
        await PutAsync([A, B], [AB]);
        Assert.Equal(A, Assert.Single(await (await Store.NewestAsync(Ct)).NodesAsync([A.Key, "by/indsats/findes-ikke"], Ct)));
        Assert.Equal(AB, Assert.Single(await (await Store.NewestAsync(Ct)).EdgesAsync([AB.Key, "OMFATTER x y"], Ct)));
    }

    [Fact]
    public async Task A_stale_base_is_refused_with_what_was_committed_since()
    {
        await PutAsync([A]);
        var since = await PutAsync([B]);
        var stale = await Assert.ThrowsAsync<StaleBaseException>(() => Store.CommitAsync(Given.Changes(1, [C], [], [], []), Ct));
        Assert.Equal(1, stale.BaseRevision);
        Assert.Equal([since!], stale.Since);
        Assert.Contains("revision 2 (åse): En ændring", stale.Message, StringComparison.Ordinal);
        Assert.Empty(await (await Store.NewestAsync(Ct)).NodesAsync([C.Key], Ct));
        Assert.Equal(2, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task A_base_that_does_not_exist_yet_is_refused()
    {
        await PutAsync([A]);
        await Assert.ThrowsAsync<StaleBaseException>(() => Store.CommitAsync(Given.Changes(7, [B], [], [], []), Ct));
        Assert.Equal(1, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task More_than_fifty_thousand_elements_are_refused_whole()
    {
        var keys = Enumerable.Range(0, ChangeSet.MaxElements).Select(i => $"by/indsats/{i}").ToList();
        var refused = await Assert.ThrowsAsync<StoreException>(() => Store.CommitAsync(Given.Changes(0, [A], [], keys, []), Ct));
        Assert.Contains("50000", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsTransient);
        Assert.Equal(0, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task Fifty_thousand_elements_are_one_commit()
    {
        var nodes = Enumerable.Range(0, ChangeSet.MaxElements).Select(i => Given.Node(NodeKind.Emne, $"{i}", Given.Says("Emne"))).ToList();
        await PutAsync(nodes);
        var slice = await (await Store.NewestAsync(Ct)).QueryAsync(new(null, [], new(First: 1), Count: true), Ct);
        Assert.Equal(ChangeSet.MaxElements, slice.Total);
    }

    [Fact]
    public async Task The_same_element_twice_is_refused_whole()
    {
        await Assert.ThrowsAsync<StoreException>(() => PutAsync([B, A, A]));
        await Assert.ThrowsAsync<StoreException>(() => PutAsync([A, B], [AB, AB]));
        await Assert.ThrowsAsync<StoreException>(() => PutAsync([A], removeNodes: [A.Key]));
        Assert.Equal(0, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task An_edge_without_both_its_ends_is_refused_whole()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => PutAsync([A], [AB]));
        Assert.Contains(AB.Key, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Store.LatestAsync(Ct));
    }

    [Fact]
    public async Task A_node_is_not_removed_from_under_its_edges()
    {
        await PutAsync([A, B], [AB]);
        var refused = await Assert.ThrowsAsync<StoreException>(() => PutAsync([], removeNodes: [B.Key]));
        Assert.Contains(AB.Key, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Store.LatestAsync(Ct));
        Assert.Single(await (await Store.NewestAsync(Ct)).NodesAsync([B.Key], Ct));
    }

    [Fact]
    public async Task Nodes_go_together_with_their_edges()
    {
        await PutAsync([A, B], [AB]);
        await PutAsync([], removeNodes: [A.Key, B.Key], removeEdges: [AB.Key]);
        Assert.Empty(await (await Store.NewestAsync(Ct)).NodesAsync([A.Key, B.Key], Ct));
        Assert.Empty(await (await Store.NewestAsync(Ct)).EdgesAsync([AB.Key], Ct));
    }

    [Fact]
    public async Task Removing_what_is_not_there_changes_nothing_else()
    {
        await PutAsync([A]);
        await PutAsync([], removeNodes: ["by/indsats/findes-ikke"], removeEdges: ["OMFATTER x y"]);
        Assert.Empty(await Store.ChangesAsync(2, Ct));
        Assert.Equal(A, Assert.Single(await (await Store.NewestAsync(Ct)).NodesAsync([A.Key], Ct)));
    }

    [Fact]
    public async Task A_changed_node_keeps_the_edges_it_had()
    {
        await PutAsync([A, B], [AB]);
        var changed = Node.Of(A.Key, A.Kind, A.Kommune, [Given.Statement(Given.Aftale, Given.Says("Ny titel"))]);
        await PutAsync([changed]);
        var level = await (await Store.NewestAsync(Ct)).ExpandAsync(
            new([A.Key], new([EdgeType.Omfatter], Direction.Out, []), null, [], Page.Everything),
            Ct
        );
        Assert.Equal([new Neighbour(B, AB)], level[0].Items);
        Assert.Equal("Ny titel", (await (await Store.NewestAsync(Ct)).NodesAsync([A.Key], Ct))[0].Titel);
    }

    [Fact]
    public async Task A_coupling_may_turn_round_and_stays_one_edge()
    {
        var there = Given.Edge(EdgeType.KoblerTil, A, C, KoblingArt.Omtale);
        var back = Given.Edge(EdgeType.KoblerTil, C, A, KoblingArt.Omtale);
        Assert.Equal(there.Key, back.Key);
        await PutAsync([A, C], [there]);
        await PutAsync([], [back]);
        Assert.Equal(back, Assert.Single(await (await Store.NewestAsync(Ct)).EdgesAsync([there.Key], Ct)));
        var from = await (await Store.NewestAsync(Ct)).ExpandAsync(
            new([C.Key], new([EdgeType.KoblerTil], Direction.Out, []), null, [], Page.Everything),
            Ct
        );
        Assert.Equal([A], from[0].Items.Select(n => n.Node));
    }
}
