using Effektkaeder.Analysis.Opgaver;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Analysis.Tests.Tal;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Opgaver;

/// <summary>Every walk over numbers against the plain reading of its definition, on thousands of graphs of chance.</summary>
public sealed class OpgaverTests
{
    [Fact]
    public void Descendants_and_their_least_depths() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                var node = Any(work.Graph, random);
                Descendants.Find(work, node);
                AssertNodes(work, answers.Below(Id(work, node), 0), work.DepthOf);
            }
        );

    [Fact]
    public void Descendants_over_couplings_and_their_least_depths() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                var (node, most) = (Any(work.Graph, random), random.Next(5));
                CoupledDescendants.Find(work, node, most);
                AssertNodes(work, answers.Below(Id(work, node), most), n => CoupledDescendants.DepthOf(work, n));
            }
        );

    [Fact]
    public void What_loses_its_only_ground_and_which_goals_most_would_lose_it_with() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                var node = Any(work.Graph, random);
                LostGround.Find(work, node);
                Assert.Equal(answers.Lost(Id(work, node)).Order(PlainGraph.ByBytes), Ids(work, work.Nodes));
                var top = random.Next(6);
                var goals = LargestLosses.Find(work, top).ToArray();
                Assert.Equal(answers.Top(top), goals.Select(g => (Id(work, g), LargestLosses.Count(work, g))));
            }
        );

    [Fact]
    public void All_shortest_paths_over_at_most_so_many_couplings() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                var (from, to, most) = (Any(work.Graph, random), Any(work.Graph, random), random.Next(4));
                var expected = answers.Shortest(Id(work, from), Id(work, to), most);
                var found = ShortestPaths.Find(work, from, to, most);
                Assert.Equal(expected.Count == 0 ? -1 : expected[0].Length - 1, found.Length);
                Assert.Equal(expected.Count, found.Count);
                Assert.Equal(expected.SelectMany(path => path), Ids(work, found.Paths));
            }
        );

    [Fact]
    public void A_neighbourhood_with_signed_depths_and_the_edges_in_it() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                var (node, radius) = (Any(work.Graph, random), random.Next(5));
                var edges = Neighbourhood.Find(work, node, radius);
                var expected = answers.Around(Id(work, node), radius);
                AssertNodes(work, expected, n => Neighbourhood.DepthOf(work, n));
                Assert.Equal(plain.Hierarchy.Count(e => expected.ContainsKey(e.From) && expected.ContainsKey(e.To)), edges.Hierarchy);
                Assert.Equal(plain.Couplings.Count(e => expected.ContainsKey(e.A) && expected.ContainsKey(e.B)), edges.Couplings);
            }
        );

    [Fact]
    public void Groups_are_counted_by_place_and_level() =>
        OnEach(
            (plain, answers, work, random) =>
            {
                Neighbourhood.Find(work, Any(work.Graph, random), 9);
                var expected = Ids(work, work.Nodes)
                    .Select(id => plain.Nodes[id])
                    .GroupBy(g => (g.Place, Level: g.Kind.Level()))
                    .OrderBy(g => g.Key.Place, PlainGraph.ByBytes)
                    .ThenBy(g => g.Key.Level)
                    .Select(g => $"{g.Key.Place} {g.Key.Level} {g.Count()}");
                var found = new List<string>();
                foreach (var row in work.CountGroups())
                {
                    found.Add($"{System.Text.Encoding.UTF8.GetString(row.Place)} {row.Level} {row.Count}");
                }

                Assert.Equal(expected, found);
            }
        );

    [Fact]
    public void A_ladder_of_diamonds_is_listed_whole_or_not_at_all()
    {
        // 2^19 paths are listed, 2^20 are more than that.
        foreach (var (rungs, whole) in new[] { (19, true), (20, false) })
        {
            var builder = new TalgrafBuilder();
            for (var rung = 0; rung <= rungs; rung++)
            {
                foreach (var name in new[] { $"{rung}", $"{rung}a", $"{rung}b" })
                {
                    builder.Node(builder.Number(PlainGraph.Utf8(name)), NodeKind.Effekt, [], []);
                }
            }

            for (var rung = 0; rung < rungs; rung++)
            {
                foreach (var side in "ab")
                {
                    var middle = builder.Number(PlainGraph.Utf8($"{rung}{side}"));
                    builder.Hierarchy(builder.Number(PlainGraph.Utf8($"{rung}")), middle);
                    builder.Hierarchy(middle, builder.Number(PlainGraph.Utf8($"{rung + 1}")));
                }
            }

            using var work = Workspace.On(builder.Build());
            var found = ShortestPaths.Find(work, work.Graph.Find("0"u8), work.Graph.Find(PlainGraph.Utf8($"{rungs}")), 0);
            Assert.Equal((rungs * 2, whole ? 1 << rungs : 0, !whole), (found.Length, found.Count, found.TooMany));
        }
    }

    [Fact]
    public void A_warm_walk_allocates_nothing()
    {
        var random = new Random(3);
        var builder = new TalgrafBuilder();
        for (var i = 0; i < 5000; i++)
        {
            builder.Node(builder.Number(PlainGraph.Utf8($"{i}")), (NodeKind)(i * 6 / 5000), [], []);
            builder.Hierarchy(builder.Number(PlainGraph.Utf8($"{i / 2}")), builder.Number(PlainGraph.Utf8($"{i}")));
            builder.Coupling(random.Next(i + 1), i);
        }

        using var work = Workspace.On(builder.Build());
        var goal = work.Graph.Find("900"u8);
        Walks();
        Walks();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Walks();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Walks()
        {
            Descendants.Find(work, goal);
            CoupledDescendants.Find(work, goal, 3);
            work.CountGroups();
            LostGround.Find(work, goal);
            LargestLosses.Find(work, 20);
            ShortestPaths.Find(work, goal, work.Graph.Find("4000"u8), 2);
            Neighbourhood.Find(work, goal, 3);
        }
    }

    private static void OnEach(Action<PlainGraph, PlainAnswers, Workspace, Random> judge)
    {
        for (var seed = 0; seed < RandomGraphs.Many; seed++)
        {
            var random = new Random(seed);
            var plain = RandomGraphs.Next(random);
            // A graph that edits have made answers as one that was built.
            using var work = Workspace.On(seed % 2 == 0 ? plain.Build(random) : plain.BuildByEdits(random));
            try
            {
                judge(plain, new(plain), work, random);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    private static void AssertNodes(Workspace work, Dictionary<string, int> expected, Func<int, int> depth)
    {
        var found = work.Nodes.ToArray().Select(n => (Id(work, n), depth(n)));
        Assert.Equal(expected.OrderBy(e => e.Key, PlainGraph.ByBytes).Select(e => (e.Key, e.Value)), found);
    }

    private static int Any(Talgraf graph, Random random)
    {
        var alive = Enumerable.Range(0, graph.Count).Where(graph.Lives).ToArray();
        return alive[random.Next(alive.Length)];
    }

    private static string Id(Workspace work, int node) => PlainGraph.Id(work.Graph, node);

    private static IEnumerable<string> Ids(Workspace work, ReadOnlySpan<int> nodes) => [.. nodes.ToArray().Select(n => Id(work, n))];
}
