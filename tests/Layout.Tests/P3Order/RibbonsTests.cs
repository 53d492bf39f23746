using Effektkaeder.Benchmarks.Layout.Graphs;
using Effektkaeder.Benchmarks.Layout.Measures;
using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P3Order;
using Effektkaeder.Layout.P4Coordinates;
using Xunit;

namespace Effektkaeder.Layout.Tests.P3Order;

/// <summary>Parallel couplings pass side by side, and nearer each other than others do.</summary>
public sealed class RibbonsTests
{
    private const int Seeds = 60;

    /// <summary>Two that end in other orders than they began cross somewhere; twice, or where they meet in a box, none needs to.</summary>
    [Theory]
    [InlineData(30, 2)]
    [InlineData(100, 4)]
    public void Parallel_couplings_cross_once_at_most_and_not_where_they_share_an_end(int size, int lanes)
    {
        var pairs = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var graph = GoalHierarchies.Make(size, lanes, 0.22, seed);
            var indexed = IndexedGraph.From(graph, new LayoutOptions());
            var edges = LayoutPipeline.Run(graph).Edges;
            foreach (var (i, j) in Pairs(edges.Count).Where(p => indexed.AreParallel(p.I, p.J)))
            {
                var (a, b) = (indexed.Edges[i], indexed.Edges[j]);
                var meet = a.Source == b.Source || a.Target == b.Target || a.Source == b.Target || a.Target == b.Source;
                var crossings = Crossings
                    .Count(
                        new(
                            [],
                            [
                                [.. edges[i].Points],
                                [.. edges[j].Points],
                            ],
                            0
                        )
                    )
                    .Crossings;
                Assert.True(crossings <= (meet ? 0 : 1), $"seed {seed}: {edges[i].Id} and {edges[j].Id} cross {crossings} times");
                pairs++;
            }
        }

        Assert.True(pairs > 20, $"{pairs} pairs");
    }

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(i + 1, count - i - 1).Select(j => (i, j)));

    [Fact]
    public void Gathering_costs_no_crossing_and_leaves_lanes_together()
    {
        var (before, after) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var space = Phases.Workspace(seed);
            var crossings = CrossingCount.Total(space);
            before += Beside(space);
            Ribbons.Gather(space);
            after += Beside(space);
            Assert.True(CrossingCount.Total(space) <= crossings, $"seed {seed}");
            Assert.All(space.Order, o => Assert.Equal(o.Select(i => space.Lane[i]).Order(), o.Select(i => space.Lane[i])));
        }

        Assert.True(after > before, "nothing was gathered");
    }

    [Fact]
    public void A_coupling_between_the_same_lanes_passes_beside_the_other_and_not_beyond_an_edge_that_minds_nothing()
    {
        // Two couplings and one edge of the hierarchy pass the middle level; the edge comes between them in the input.
        LayoutNode[] nodes =
        [
            .. Enumerable.Range(0, 3).Select(i => new LayoutNode($"a{i}", 60, 30, 0, i == 1 ? "middle" : "one")),
            .. Enumerable.Range(0, 3).Select(i => new LayoutNode($"b{i}", 60, 30, 1, "one")),
            .. Enumerable.Range(0, 3).Select(i => new LayoutNode($"c{i}", 60, 30, 2, i == 1 ? "middle" : "two")),
        ];
        var graph = new LayoutGraph(
            nodes,
            [new("x", "a0", "c0", EdgeKind.Coupling), new("y", "a1", "c1"), new("z", "a2", "c2", EdgeKind.Coupling)]
        );
        var ordered = Phases.Ordered(graph, new LayoutOptions());
        var passing = ordered.Columns[1].Where(i => ordered.Items[i].Edge is 0 or 2).ToList();
        Assert.Equal(2, passing.Count);
        Assert.Equal(1, Math.Abs(Array.IndexOf(ordered.Columns[1], passing[0]) - Array.IndexOf(ordered.Columns[1], passing[1])));
    }

    [Fact]
    public void Neighbours_in_a_ribbon_keep_the_narrow_distance_and_all_others_the_wide()
    {
        var narrow = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var positioned = Phases.Positioned(RandomGraphs.Make(seed), RandomGraphs.Options(seed));
            var (items, spacing) = (positioned.Ordered.Items, positioned.Ordered.Layered.Graph.Options.EdgeSpacing);
            foreach (var column in positioned.Ordered.Columns)
            {
                foreach (
                    var (a, b) in column
                        .Zip(column.Skip(1))
                        .Where(p => !items[p.First].IsNode && !items[p.Second].IsNode && items[p.First].Lane == items[p.Second].Lane)
                )
                {
                    var (apart, isRibbon) = (
                        positioned.Centre[b] - positioned.Centre[a],
                        positioned.Ordered.Layered.Graph.AreParallel(items[a].Edge, items[b].Edge)
                    );
                    Assert.True(apart >= (isRibbon ? spacing * Cell.Ribbon : spacing) - 1e-6, $"seed {seed}: {apart}");
                    narrow += isRibbon && apart < spacing - 1e-6 ? 1 : 0;
                }
            }
        }

        Assert.True(narrow > 0, "no ribbon was drawn");
    }

    private static int Beside(Workspace space) =>
        space.Order.Sum(o =>
            o.Zip(o.Skip(1))
                .Count(p =>
                    space.Edge[p.First] >= 0
                    && space.Edge[p.Second] >= 0
                    && space.Lane[p.First] == space.Lane[p.Second]
                    && space.Graph.Graph.AreParallel(space.Edge[p.First], space.Edge[p.Second])
                )
        );
}
