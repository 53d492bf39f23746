using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>Reads while another process commits: each answers from one revision.</summary>
public abstract class ConcurrentContract(IEngine engine) : StoreContract(engine)
{
    private const int Children = 300,
        Commits = 8;

    private static readonly Node Parent = Given.Node(NodeKind.Indsats, "Forælder");

    /// <summary>Every commit writes all nodes and edges anew and says its own number in each; one edge more stands after each.</summary>
    private static ChangeSet Edition(long number)
    {
        var children = Enumerable
            .Range(0, Children + (int)number)
            .Select(i => Given.Node(NodeKind.Bidrag, $"barn-{i}", Given.Says($"{number}")))
            .ToList();
        return Given.Changes(
            number - 1,
            [Given.Node(NodeKind.Indsats, "foraelder", Given.Says($"{number}")), .. children],
            [.. children.Select(c => Given.Edge(EdgeType.Omfatter, Parent, c, tillid: number / 100.0))],
            [],
            []
        );
    }

    [Fact]
    public async Task A_read_during_commits_sees_one_revision()
    {
        await Store.CommitAsync(Edition(1), Ct);
        var writer = await OpenAgainAsync();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var number = 2L; number <= Commits; number++)
                {
                    await writer.CommitAsync(Edition(number), Ct);
                }

                await done.CancelAsync();
            },
            Ct
        );
        string[] keys = [Parent.Key, .. Enumerable.Range(0, Children + Commits).Select(i => $"by/bidrag/barn-{i}")];
        var seen = new List<long>();
        while (!done.IsCancellationRequested)
        {
            seen.Add(One(await (await Store.NewestAsync(Ct)).NodesAsync(keys, Ct)));
            seen.Add(One((await (await Store.NewestAsync(Ct)).QueryAsync(new(null, [], Page.Everything), Ct)).Items));
            var neighbours = (
                await (await Store.NewestAsync(Ct)).ExpandAsync(
                    new([Parent.Key], new([EdgeType.Omfatter], Direction.Out, []), null, [], Page.Everything),
                    Ct
                )
            )[0].Items;
            seen.Add(One(neighbours.Select(n => n.Node), neighbours.Select(n => n.Edge)));
            var selected = await (await Store.NewestAsync(Ct)).SelectAsync(new([Parent.Key], 0), Ct);
            seen.Add(One(selected.Nodes, selected.Edges));
            var (nodes, edges) = await (await Store.NewestAsync(Ct)).StatedByAsync(Given.Aftale, Ct);
            seen.Add(One(nodes, edges));
            var whole = await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
            seen.Add(One(whole.Nodes, whole.Edges));
            var (latest, first) = (await Store.LatestAsync(Ct), seen[^1]);
            Assert.True(latest >= first, $"revision {latest} came after {first}");
            Assert.Equal(
                first,
                One(
                    await (await Store.AtAsync(first, Ct)).NodesAsync(keys, Ct),
                    await (await Store.AtAsync(first, Ct)).EdgesAsync([.. keys.Skip(1).Select(k => $"OMFATTER {Parent.Key} {k}")], Ct)
                )
            );
        }
        await writing;
        Assert.Equal(seen.Order(), seen);
        Assert.True(seen.Distinct().Count() > 1, "the reads came between no commits");
        Assert.Equal(Commits, One(await (await Store.NewestAsync(Ct)).NodesAsync(keys, Ct)));
    }

    /// <summary>
    /// The revision that all of these say they are from; fails where they say different ones, or are too many or too few.
    /// </summary>
    private static long One(IEnumerable<Node> nodes, IEnumerable<Edge>? edges = null)
    {
        var found = nodes.ToLookup(n => n.Kind, n => n.Titel);
        var number = long.Parse(
            Assert.Single(found.SelectMany(titles => titles).Distinct()),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.Equal(Children + number, found[NodeKind.Bidrag].Count());
        if (edges is not null)
        {
            Assert.Equal(
                Enumerable.Repeat(number / 100.0, Children + (int)number),
                edges.Where(e => e.Type == EdgeType.Omfatter).Select(e => e.Tillid)
            );
        }

        return number;
    }
}
