using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>A whole level in one question, paged for each parent.</summary>
public abstract class ExpandContract(IEngine engine) : StoreContract(engine)
{
    private static readonly Node[] Parents = [.. Enumerable.Range(0, 3).Select(i => Given.Node(NodeKind.Indsats, $"Indsats {i}"))];
    private static readonly Node[] Children = [.. Enumerable.Range(0, 5).Select(i => Given.Node(NodeKind.Bidrag, $"Bidrag {i}"))];
    private static readonly Walk Down = new([EdgeType.Omfatter], Direction.Out, []);

    private Task FillAsync() =>
        PutAsync(
            [.. Parents, .. Children],
            [
                .. Children.Select(c => Given.Edge(EdgeType.Omfatter, Parents[0], c)),
                Given.Edge(EdgeType.Omfatter, Parents[1], Children[2]),
                Given.Edge(EdgeType.KoblerTil, Parents[1], Children[2], KoblingArt.Omtale),
            ]
        );

    private async Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(
        Walk walk,
        Page page,
        bool count = false,
        NodeFilter? filter = null,
        params Order[] order
    ) => await (await Store.NewestAsync(Ct)).ExpandAsync(new([.. Parents.Select(p => p.Key)], walk, filter, order, page, Count: count), Ct);

    [Fact]
    public async Task Each_parent_has_its_own_page_in_the_parents_order()
    {
        await FillAsync();
        var pages = await ExpandAsync(Down, new(First: 2), count: true);
        Assert.Equal(
            [
                ["Bidrag 0", "Bidrag 1"],
                ["Bidrag 2"],
                [],
            ],
            pages.Select(p => p.Items.Select(n => n.Node.Titel))
        );
        Assert.Equal(
            [(true, false, 5), (false, false, 1), (false, false, 0)],
            pages.Select(p => (p.HasNext, p.HasPrevious, p.Total!.Value))
        );
    }

    [Fact]
    public async Task A_cursor_and_a_direction_hold_for_every_parent()
    {
        await FillAsync();
        var after = await ExpandAsync(Down, new(First: 2, After: new(Children[1].Key)));
        Assert.Equal(
            [
                ["Bidrag 2", "Bidrag 3"],
                ["Bidrag 2"],
                [],
            ],
            after.Select(p => p.Items.Select(n => n.Node.Titel))
        );
        Assert.True(after[0].HasPrevious);
        var last = await ExpandAsync(Down, new(Last: 2, Before: new(Children[4].Key)));
        Assert.Equal(
            [
                ["Bidrag 2", "Bidrag 3"],
                ["Bidrag 2"],
                [],
            ],
            last.Select(p => p.Items.Select(n => n.Node.Titel))
        );
        Assert.True(last[0].HasPrevious);
    }

    [Fact]
    public async Task An_empty_page_still_knows_how_many_there_are()
    {
        await FillAsync();
        Assert.Equal([5, 1, 0], (await ExpandAsync(Down, new(First: 0), count: true)).Select(p => p.Total!.Value));
        Assert.Equal([true, true, false], (await ExpandAsync(Down, new(First: 0))).Select(p => p.HasNext));
        var beyond = await ExpandAsync(Down, new(First: 2, After: new(Children[4].Key)), count: true);
        Assert.Empty(beyond[0].Items);
        Assert.Equal((false, true, 5), (beyond[0].HasNext, beyond[0].HasPrevious, beyond[0].Total!.Value));
    }

    [Fact]
    public async Task Filter_order_and_kinds_apply_to_the_far_end()
    {
        await FillAsync();
        var odd = new NodeFilter.Text(TextField.Titel, TextOperator.In, ["Bidrag 1", "Bidrag 3"]);
        Assert.Equal(
            ["Bidrag 3", "Bidrag 1"],
            (await ExpandAsync(Down, Page.Everything, false, odd, new Order(OrderField.Titel, Descending: true)))[0]
                .Items.Select(n => n.Node.Titel)
        );
        Assert.Empty((await ExpandAsync(Down with { Kinds = [NodeKind.Effekt] }, Page.Everything))[0].Items);
    }

    [Fact]
    public async Task A_node_is_met_once_for_every_edge_that_leads_to_it()
    {
        await FillAsync();
        var all = await ExpandAsync(new([], Direction.Either, []), Page.Everything);
        Assert.Equal([EdgeType.KoblerTil, EdgeType.Omfatter], all[1].Items.Select(n => n.Edge.Type));
        Assert.All(all[1].Items, n => Assert.Equal(Children[2], n.Node));
    }

    [Fact]
    public async Task Pages_of_one_meet_every_edge_to_the_same_node_both_ways()
    {
        var (from, to) = (Parents[1], Children[2]);
        Edge[] parallel =
        [
            Given.Edge(EdgeType.Omfatter, from, to),
            .. new[] { KoblingArt.Emne, KoblingArt.Lov, KoblingArt.Omtale }.Select(art => Given.Edge(EdgeType.KoblerTil, from, to, art)),
        ];
        await PutAsync([from, to, Children[3]], [.. parallel, Given.Edge(EdgeType.Omfatter, from, Children[3])]);
        var expected = parallel
            .Select(e => e.Key)
            .Order(StringComparer.Ordinal)
            .Append(Given.Edge(EdgeType.Omfatter, from, Children[3]).Key)
            .ToList();
        foreach (var revision in new long?[] { null, 1 })
        {
            Assert.Equal(expected, await WalkAsync(revision, forwards: true));
            Assert.Equal(expected.AsEnumerable().Reverse(), await WalkAsync(revision, forwards: false));
        }

        async Task<List<string>> WalkAsync(long? revision, bool forwards)
        {
            var (met, at) = (new List<string>(), (Cursor?)null);
            while (true)
            {
                var page = (
                    await (await Store.AtAsync(revision, Ct)).ExpandAsync(
                        new(
                            [from.Key],
                            new([], Direction.Out, []),
                            null,
                            [],
                            forwards ? new(First: 1, After: at) : new(Last: 1, Before: at)
                        ),
                        Ct
                    )
                )[0];
                if (page.Items.Count == 0)
                {
                    return met;
                }

                met.Add(page.Items[0].Edge.Key);
                at = new(page.Items[0].Node.Key, page.Items[0].Edge.Key);
                if (forwards ? !page.HasNext : !page.HasPrevious)
                {
                    return met;
                }
            }
        }
    }

    [Fact]
    public async Task An_edge_is_walked_along_against_or_either_way()
    {
        await FillAsync();
        var up = await (await Store.NewestAsync(Ct)).ExpandAsync(
            new([Children[2].Key], Down with { Direction = Direction.In }, null, [], Page.Everything),
            Ct
        );
        Assert.Equal(["Indsats 0", "Indsats 1"], up[0].Items.Select(n => n.Node.Titel));
        var coupled = await (await Store.NewestAsync(Ct)).ExpandAsync(
            new([Children[2].Key], new([EdgeType.KoblerTil], Direction.Either, []), null, [], Page.Everything),
            Ct
        );
        Assert.Equal(["Indsats 1"], coupled[0].Items.Select(n => n.Node.Titel));
    }
}
