using System.Text.Json;
using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

public sealed class PagingTests(SeedGraph seed)
{
    private const string Where = "where: { kommune: { eq: \"vestersoe\" } }";

    private static readonly string[] Efforts =
    [
        "Længst muligt i eget liv",
        "Plads til flere på arbejdsmarkedet",
        "Stærke skolefællesskaber",
        "Sunde overgange",
        "Tidlig opsporing",
        "Unge i job og uddannelse",
    ];

    [Fact]
    public async Task Pages_forwards_give_each_node_once_in_the_order()
    {
        var (titles, after) = (new List<string>(), (string?)null);
        for (var page = 0; page < 3; page++)
        {
            var answer = await PageAsync("first: 2, after: $cursor", after);
            titles.AddRange(answer.Titles());
            Assert.Equal(
                (page < 2, page > 0),
                (answer.At("pageInfo", "hasNextPage").GetBoolean(), answer.At("pageInfo", "hasPreviousPage").GetBoolean())
            );
            Assert.Equal(6, answer.At("totalCount").GetInt32());
            after = answer.At("pageInfo", "endCursor").GetString();
        }
        Assert.Equal(Efforts, titles);
    }

    [Fact]
    public async Task Pages_backwards_give_the_same_from_the_end()
    {
        var (titles, before) = (new List<string>(), (string?)null);
        for (var page = 0; page < 3; page++)
        {
            var answer = await PageAsync("last: 2, before: $cursor", before);
            titles.InsertRange(0, answer.Titles());
            Assert.Equal(
                (page > 0, page < 2),
                (answer.At("pageInfo", "hasNextPage").GetBoolean(), answer.At("pageInfo", "hasPreviousPage").GetBoolean())
            );
            before = answer.At("pageInfo", "startCursor").GetString();
        }
        Assert.Equal(Efforts, titles);
    }

    [Fact]
    public async Task An_empty_page_has_no_cursors()
    {
        var answer = await PageAsync("first: 0", null);
        Assert.Empty(answer.Titles());
        Assert.Equal(JsonValueKind.Null, answer.At("pageInfo", "startCursor").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.At("pageInfo", "endCursor").ValueKind);
    }

    [Theory]
    [InlineData("[{ titel: DESC }]", "Unge i job og uddannelse")]
    [InlineData("[{ titel: ASC }]", "Længst muligt i eget liv")]
    [InlineData("[{ noegle: ASC }]", "Længst muligt i eget liv")]
    [InlineData("[{ niveau: DESC }, { titel: DESC }]", "Unge i job og uddannelse")]
    [InlineData("[{ slags: ASC }, { noegle: DESC }]", "Unge i job og uddannelse")]
    public async Task The_order_decides_the_first(string order, string first) =>
        Assert.Equal(
            first,
            (await seed.Api.AskAsync($"{{ alleIndsatser({Where}, first: 1, order: {order}) {{ nodes {{ titel }} }} }}"))
                .At("alleIndsatser")
                .Titles()[0]
        );

    [Fact]
    public async Task Milestones_order_by_their_first_day_with_those_without_one_apart()
    {
        var answer = await seed.Api.AskAsync(
            $"{{ alleMilepaele({Where}, order: [{{ tid: ASC }}]) {{ nodes {{ titel tider {{ fra til }} }} }} }}"
        );
        var days = answer
            .At("alleMilepaele", "nodes")
            .EnumerateArray()
            .Select(n => n.At("tider", 0))
            .Select(t => t.At("fra").GetString() ?? t.At("til").GetString())
            .ToList();
        Assert.Equal(8, days.Count);
        Assert.Contains("Vejledningen er samlet 1. maj 2025", answer.At("alleMilepaele").Titles());
    }

    [Fact]
    public async Task Titles_order_as_Danes_order_them()
    {
        var titles = (
            await seed.Api.AskAsync(
                "{ alleOrganisationer(where: { kommune: { eq: \"vestersoe\" } }, order: [{ titel: ASC }]) { nodes { titel } } }"
            )
        )
            .At("alleOrganisationer")
            .Titles();
        Assert.Equal("Ældrerådet", titles[^1]);
    }

    [Fact]
    public async Task Nested_lists_page_for_each_parent()
    {
        var answer = await seed.Api.AskAsync(
            $"{{ alleIndsatser({Where}, order: [{{ titel: ASC }}]) {{ nodes {{ titel boern(first: 1, order: [{{ titel: ASC }}]) {{ "
                + $"totalCount pageInfo {{ hasNextPage }} nodes {{ titel }} }} }} }} }}"
        );
        var children = answer
            .At("alleIndsatser", "nodes")
            .EnumerateArray()
            .Select(n =>
                (n.At("boern", "totalCount").GetInt32(), n.At("boern", "pageInfo", "hasNextPage").GetBoolean(), n.At("boern").Titles()[0])
            )
            .ToList();
        Assert.Equal([1, 1, 2, 2, 2, 1], children.Select(c => c.Item1));
        Assert.All(children, c => Assert.Equal(c.Item1 > 1, c.Item2));
        Assert.Equal("Fælles ungevejledning", children[5].Item3);
    }

    private async Task<JsonElement> PageAsync(string page, string? cursor) =>
        (
            await seed.Api.AskAsync(
                $"query($cursor: String) {{ alleIndsatser({Where}, order: [{{ titel: ASC }}], {page}) {{ totalCount nodes {{ titel "
                    + $"}} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} a: alleKommuner(first: 1, after: $cursor) "
                    + $"{{ totalCount }} }}",
                new { cursor }
            )
        ).At("alleIndsatser");
}
