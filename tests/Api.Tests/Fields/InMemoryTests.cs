using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>The graph in memory answers what the file answers, over random questions from a printed seed.</summary>
public sealed class InMemoryTests(SeedGraph seed)
{
    private const int Seed = 20250117,
        Questions = 600;

    [Fact]
    public async Task Random_questions_get_the_same_answers()
    {
        var (random, file, indexed) = (new Random(Seed), await seed.Store.NewestAsync(default), await seed.InMemoryAsync());
        var keys = (await file.QueryAsync(new(null, [], Page.Everything), default)).Items.Select(n => n.Key).ToArray();
        for (var question = 0; question < Questions; question++)
        {
            var query = new NodeQuery(Filter(random, 3), Orders(random), Pages(random, keys), random.Next(2) == 0);
            var (own, index) = (await file.QueryAsync(query, default), await indexed.QueryAsync(query, default));
            Assert.True(
                own.Items.Select(n => n.Key).SequenceEqual(index.Items.Select(n => n.Key))
                    && (own.HasNext, own.HasPrevious, own.Total) == (index.HasNext, index.HasPrevious, index.Total),
                $"Seed {Seed}, question {question}: {query.Filter} {string.Join(',', query.Order)} {query.Page}\n{Show(own)}\n{Show(index)}"
            );

            var expand = new ExpandQuery(
                [.. random.GetItems(keys, 5).Append("findes/ikke")],
                Walks(random),
                Filter(random, 2),
                query.Order,
                Pages(random, keys),
                query.Count
            );
            var (ownSlices, indexSlices) = (await file.ExpandAsync(expand, default), await indexed.ExpandAsync(expand, default));
            // The second time some neighbours are known already.
            foreach (var (a, b) in ownSlices.Zip(indexSlices).Concat(ownSlices.Zip(await indexed.ExpandAsync(expand, default))))
            {
                Assert.True(
                    a.Items.Select(n => n.Edge.Key).SequenceEqual(b.Items.Select(n => n.Edge.Key))
                        && (a.HasNext, a.HasPrevious, a.Total) == (b.HasNext, b.HasPrevious, b.Total),
                    $"Seed {Seed}, question {question}: {expand.Walk.Direction} {expand.Filter} {expand.Page}\n{a.HasNext} "
                        + $"{a.HasPrevious} {a.Total} {a.Items.Count}\n{b.HasNext} {b.HasPrevious} {b.Total} {b.Items.Count}"
                );
            }
        }
    }

    [Fact]
    public async Task A_commit_is_seen_at_once()
    {
        var indexed = await seed.CopyAsync(inMemory: true);
        Assert.Equal(
            6,
            (await indexed.AskAsync("{ alleIndsatser(where: { kommune: { eq: \"vestersoe\" } }) { totalCount } }"))
                .At("alleIndsatser", "totalCount")
                .GetInt32()
        );
        await indexed.AskAsync(
            "mutation { opretKnude(input: { slags: INDSATS, kommune: \"vestersoe\", tekst: \"En ny indsats\" }) { fejl { besked } } }"
        );
        Assert.Equal(
            7,
            (await indexed.AskAsync("{ alleIndsatser(where: { kommune: { eq: \"vestersoe\" } }) { totalCount } }"))
                .At("alleIndsatser", "totalCount")
                .GetInt32()
        );
    }

    private static string Show(Slice<Node> slice) =>
        $"{slice.HasNext} {slice.HasPrevious} {slice.Total}: {string.Join(' ', slice.Items.Take(4).Select(n => n.Key))}";

    private static NodeFilter? Filter(Random random, int depth) =>
        random.Next(depth > 0 ? 9 : 5) switch
        {
            0 => null,
            1 => new NodeFilter.KindIn(random.GetItems(Enum.GetValues<NodeKind>(), random.Next(4))),
            2 => new NodeFilter.Text(
                random.GetItems(Enum.GetValues<TextField>(), 1)[0],
                random.GetItems([TextOperator.Contains, TextOperator.StartsWith, TextOperator.EndsWith], 1)[0],
                random.GetItems(["børn", "E", "slagelse", "center", "", "liv", "2016", "vestersoe/"], 1)
            ),
            3 => new NodeFilter.Text(
                random.GetItems([TextField.Art, TextField.Kommune, TextField.Center], 1)[0],
                TextOperator.In,
                random.GetItems(["frist", "center", "slagelse", "vestersoe", null], 2)
            ),
            4 => random.Next(2) == 0
                ? new NodeFilter.Flag(random.GetItems(Enum.GetValues<FlagField>(), 1)[0], random.Next(2) == 0)
                : new NodeFilter.Overlaps(
                    random.Next(3) == 0 ? null : new DateOnly(2016 + random.Next(3), 7, 1),
                    random.Next(3) == 0 ? null : new DateOnly(2017 + random.Next(9), 1, 1)
                ),
            5 => new NodeFilter.All(Some(random, depth)),
            6 => new NodeFilter.Any(Some(random, depth)),
            7 => new NodeFilter.Not(Filter(random, depth - 1) ?? new NodeFilter.KindIn([NodeKind.Effekt])),
            _ => new NodeFilter.Related(Walks(random), random.GetItems(Enum.GetValues<Quantifier>(), 1)[0], Filter(random, depth - 1)),
        };

    private static IReadOnlyList<NodeFilter> Some(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Filter(random, depth - 1)).OfType<NodeFilter>()];

    private static Walk Walks(Random random) =>
        new(
            random.Next(3) switch
            {
                0 => [],
                1 => Walk.Hierarchy,
                _ => random.GetItems(Enum.GetValues<EdgeType>(), 3),
            },
            random.GetItems(Enum.GetValues<Direction>(), 1)[0],
            random.Next(2) == 0 ? [] : random.GetItems(Enum.GetValues<NodeKind>(), 4)
        );

    private static IReadOnlyList<Order> Orders(Random random) =>
        [.. random.GetItems(Enum.GetValues<OrderField>(), random.Next(3)).Distinct().Select(f => new Order(f, random.Next(2) == 0))];

    private static Page Pages(Random random, string[] keys) =>
        random.Next(5) switch
        {
            0 => Page.Everything,
            1 => new(First: random.Next(20)),
            2 => new(First: random.Next(20), After: At(random, keys)),
            3 => new(Last: random.Next(20), Before: random.Next(2) == 0 ? At(random, keys) : null),
            _ => new(First: 5, After: new("findes/ikke")),
        };

    private static Cursor At(Random random, string[] keys) =>
        new(random.GetItems(keys, 1)[0], random.GetItems([null, "A", "KOBLER_TIL:omtale ", "Z"], 1)[0]);
}
