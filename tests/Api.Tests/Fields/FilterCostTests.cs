using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>What a filter costs is known before it runs.</summary>
public sealed class FilterCostTests(SeedGraph seed)
{
    [Theory]
    [InlineData("naboer", 4)]
    [InlineData("koblinger", 6)]
    [InlineData("boern", 6)]
    [InlineData("foraeldre", 7)]
    public async Task A_filter_that_walks_too_far_is_refused(string walk, int deep)
    {
        var (message, code) = await seed.Api.ErrorAsync($"{{ alleNoder(where: {Walks(walk, deep)}) {{ totalCount }} }}");
        Assert.Equal("LIMIT", code);
        Assert.Contains("højst 1000000 tages", message, StringComparison.Ordinal);
        await seed.Api.AskAsync($"{{ alleNoder(where: {Walks(walk, deep - 1)}) {{ totalCount }} }}");
    }

    [Theory]
    [InlineData("{ alleNoder(where: { or: [", "] }) { totalCount } }", 20)]
    [InlineData("{", "}", 20)]
    public async Task Many_filters_side_by_side_cost_together(string before, string after, int times)
    {
        var three = Walks("naboer", 3);
        var many = Enumerable.Range(0, times).Select(i => after.Length == 1 ? $"a{i}: alleNoder(where: {three}) {{ totalCount }}" : three);
        Assert.Equal("LIMIT", (await seed.Api.ErrorAsync($"{before} {string.Join(' ', many)} {after}")).Code);
    }

    [Fact]
    public async Task A_variable_costs_as_what_is_written_out_does()
    {
        object filter = new { titel = new { eq = "Intet" } };
        for (var i = 0; i < 4; i++)
        {
            filter = new { naboer = new { some = filter } };
        }

        var (_, code) = await seed.Api.ErrorAsync("query($f: KnudeFilter) { alleNoder(where: $f) { totalCount } }", new { f = filter });
        Assert.Equal("LIMIT", code);
    }

    private static string Walks(string walk, int deep) =>
        deep == 0 ? "{ titel: { eq: \"Intet\" } }" : $"{{ {walk}: {{ some: {Walks(walk, deep - 1)} }} }}";
}
