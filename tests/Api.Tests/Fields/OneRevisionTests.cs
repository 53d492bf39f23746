using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>Whatever is committed meanwhile, an operation's levels are all of one revision.</summary>
public sealed class OneRevisionTests(SeedGraph seed)
{
    private const string Nest = """
        { alleIndsatser(first: 2, where: { kommune: { eq: "vestersoe" } }) { totalCount nodes {
            titel foraeldre { nodes { titel } } boern { nodes { titel boern { nodes { titel center { titel } } } } } } }
          soeg(tekst: "udgave", first: 5) { nodes { titel } }
          revisioner(first: 1) { resume } }
        """;

    [Fact]
    public async Task A_commit_before_each_question_is_not_seen_in_between()
    {
        var api = await seed.CopyAsync();
        await EditionAsync(api.Store, 0);
        await using var watched = new WatchedStore(api.Store, number => EditionAsync(api.Store, number));
        for (var i = 0; i < 2; i++)
        {
            Assert.Single(Editions(await new Api(watched).AskAsync(Nest)));
        }

        Assert.True(watched.Questions > 10);
    }

    [Fact]
    public async Task A_writer_at_work_is_not_seen_in_between_where_the_graph_is_in_memory()
    {
        var indexed = (await seed.CopyAsync(inMemory: true)).Store;
        await EditionAsync(indexed, 0);
        using var done = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var number = 1; !done.IsCancellationRequested; number++)
            {
                await EditionAsync(indexed, number);
            }
        });
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < 3)
        {
            seen.Add(Assert.Single(Editions(await new Api(indexed).AskAsync(Nest))));
        }

        await done.CancelAsync();
        await writer;
    }

    [Fact]
    public async Task A_mutation_shows_its_own_commit_and_the_next_one_its_own()
    {
        foreach (var store in new[] { (await seed.CopyAsync()).Store, (await seed.CopyAsync(inMemory: true)).Store })
        {
            // What states a node by hand stands beside it only from the commit on.
            const string Made = "{ fejl { besked } revision { nummer } knude { naboer { nodes { slags } } } }";
            var answer = await new Api(store).AskAsync(
                $$"""
                mutation {
                  a: opretKnude(input: { slags: INDSATS, kommune: "vestersoe", tekst: "Den første {{Path.GetFileName(
                    store.Location
                )}}" }) {{Made}}
                  b: opretKnude(input: { slags: INDSATS, kommune: "vestersoe", tekst: "Den anden {{Path.GetFileName(
                    store.Location
                )}}" }) {{Made}}
                }
                """
            );
            foreach (var made in new[] { "a", "b" })
            {
                Assert.Equal(["AFTALE"], answer.At(made, "knude", "naboer", "nodes").Texts("slags"));
            }

            Assert.Equal(answer.At("a", "revision", "nummer").GetInt32() + 1, answer.At("b", "revision", "nummer").GetInt32());
        }
    }

    /// <summary>Commits the whole municipality with the edition's number in every title.</summary>
    private static async Task EditionAsync(IGraphStore store, int number)
    {
        var nodes = (
            await (await store.NewestAsync(default)).QueryAsync(
                new(new NodeFilter.Text(TextField.Kommune, TextOperator.Eq, ["vestersoe"]), [], Page.Everything),
                default
            )
        ).Items;
        var (latest, title) = (await store.LatestAsync(default), $"udgave {number}");
        await store.CommitAsync(
            new(
                latest,
                new(DateTimeOffset.UnixEpoch, "test", "import", null, title),
                [
                    .. nodes.Select(n =>
                        Node.Of(n.Key, n.Kind, n.Kommune, n.Udsagn.Select(u => u with { Indhold = u.Indhold with { Titel = title } }))
                    ),
                ],
                [],
                [],
                []
            ),
            default
        );
    }

    private static HashSet<string> Editions(JsonElement answer) =>
        [.. answer.GetRawText().Split('"').Where(text => text.StartsWith("udgave", StringComparison.Ordinal))];
}
