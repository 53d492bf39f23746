using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Storage.Contract.Suites;

/// <summary>Reads while another process commits: each answers from one revision.</summary>
public abstract class ConcurrentContract(IEngine engine) : StoreContract(engine)
{
    private const int Readers = 10;

    /// <summary>As many commits as meet every statement of a commit, before anybody reads beside one.</summary>
    private const int Planned = 2;

    /// <summary>How many nodes a commit writes anew, and how many commits there are.</summary>
    protected virtual (int Children, int Commits) Size => (100, 6);

    private static readonly Node Parent = Given.Node(NodeKind.Indsats, "Forælder");

    /// <summary>Every commit writes all nodes and edges anew and says its own number in each; one edge more stands after each.</summary>
    private ChangeSet Edition(long number)
    {
        var children = Enumerable
            .Range(0, Size.Children + (int)number)
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
    public async Task Ten_who_read_during_commits_each_see_one_revision_at_a_time_and_never_an_earlier_one_again()
    {
        var writer = await OpenAgainAsync();
        // A server plans what it meets first: done here once, or ten plan it at once and the writer waits for them.
        for (var number = 1L; number <= Planned; number++)
        {
            await writer.CommitAsync(Edition(number), Ct);
        }

        foreach (var question in Questions())
        {
            Assert.Equal(Planned, await question());
        }

        using var done = new CancellationTokenSource();
        var last = new long[Readers];
        var writing = Task.Run(
            async () =>
            {
                try
                {
                    for (var number = Planned + 1L; number <= Size.Commits; number++)
                    {
                        await writer.CommitAsync(Edition(number), Ct);
                        await SeenByAllAsync(last, number, done.Token);
                    }
                }
                finally
                {
                    await done.CancelAsync();
                }
            },
            Ct
        );
        var seen = await Task.WhenAll(
            Enumerable.Range(0, Readers).Select(r => Task.Run(() => ReadAsync(r, number => Volatile.Write(ref last[r], number), done), Ct))
        );
        await writing;
        Assert.All(seen, s => Assert.Equal(s.Order(), s));
        Assert.True(seen.SelectMany(s => s).Distinct().Count() > 1, "the reads came between no commits");
        Assert.Equal(Size.Commits, One(await (await Store.NewestAsync(Ct)).NodesAsync(Keys(), Ct)));
    }

    /// <summary>Every way to ask for all of the newest edition; each answers with the revision that it was from.</summary>
    private Func<Task<long>>[] Questions() =>
        [
            async () => One(await (await Store.NewestAsync(Ct)).NodesAsync(Keys(), Ct)),
            async () => One((await (await Store.NewestAsync(Ct)).QueryAsync(new(null, [], Page.Everything), Ct)).Items),
            async () =>
            {
                var walk = new Walk([EdgeType.Omfatter], Direction.Out, []);
                var graph = await Store.NewestAsync(Ct);
                var items = (await graph.ExpandAsync(new([Parent.Key], walk, null, [], Page.Everything), Ct))[0].Items;
                return One(items.Select(n => n.Node), items.Select(n => n.Edge));
            },
            async () =>
            {
                var selected = await (await Store.NewestAsync(Ct)).SelectAsync(new([Parent.Key], 0), Ct);
                return One(selected.Nodes, selected.Edges);
            },
            async () =>
            {
                var (nodes, edges) = await (await Store.NewestAsync(Ct)).StatedByAsync(Given.Aftale, Ct);
                return One(nodes, edges);
            },
            async () =>
            {
                var whole = await (await Store.NewestAsync(Ct)).SelectAsync(Selection.Whole, Ct);
                return One(whole.Nodes, whole.Edges);
            },
            async () =>
            {
                var latest = await Store.LatestAsync(Ct);
                var then = await Store.AtAsync(latest, Ct);
                var edges = Keys().Skip(1).Select(k => $"OMFATTER {Parent.Key} {k}");
                Assert.Equal(latest, One(await then.NodesAsync(Keys(), Ct), await then.EdgesAsync([.. edges], Ct)));
                return latest;
            },
        ];

    /// <summary>The next commit waits until each reader has met this one, or one of them has failed.</summary>
    private static async Task SeenByAllAsync(long[] last, long number, CancellationToken done)
    {
        while (last.Min() < number && !done.IsCancellationRequested)
        {
            await Task.Delay(5, Ct);
        }
    }

    /// <summary>Asks one kind of question after another until the commits are done; the revisions that the answers were from.</summary>
    /// <param name="tell">Told each of them.</param>
    private async Task<List<long>> ReadAsync(int first, Action<long> tell, CancellationTokenSource done)
    {
        var questions = Questions();
        var seen = new List<long>();
        try
        {
            for (var i = first; !done.IsCancellationRequested; i++)
            {
                seen.Add(await questions[i % questions.Length]());
                tell(seen[^1]);
            }

            return seen;
        }
        catch
        {
            await done.CancelAsync();
            throw;
        }
    }

    private string[] Keys() => [Parent.Key, .. Enumerable.Range(0, Size.Children + Size.Commits).Select(i => $"by/bidrag/barn-{i}")];

    /// <summary>
    /// The revision that all of these say they are from; fails where they say different ones, or are too many or too few.
    /// </summary>
    private long One(IEnumerable<Node> nodes, IEnumerable<Edge>? edges = null)
    {
        var found = nodes.ToLookup(n => n.Kind, n => n.Titel);
        var number = long.Parse(
            Assert.Single(found.SelectMany(titles => titles).Distinct()),
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.Equal(Size.Children + number, found[NodeKind.Bidrag].Count());
        if (edges is not null)
        {
            Assert.Equal(
                Enumerable.Repeat(number / 100.0, Size.Children + (int)number),
                edges.Where(e => e.Type == EdgeType.Omfatter).Select(e => e.Tillid)
            );
        }

        return number;
    }
}
