using Xunit;

namespace Effektkaeder.Api.Tests.Fields;

/// <summary>A nested list is fetched level by level: how often the store is asked depends on the question, never on the rows.</summary>
public sealed class StoreCallTests(SeedGraph seed)
{
    [Theory]
    [InlineData("nodes { titel }", 1)]
    [InlineData("nodes { boern { nodes { boern { nodes { titel } } } } }", 3)]
    [InlineData("nodes { center { titel } udsagn { aftale { titel } center { titel } } }", 4)]
    [InlineData("nodes { koblinger { edges { node { titel } kant { fra { titel } til { titel } } } } }", 4)]
    [InlineData("nodes { ... on Indsats { bidrag { effekter { indikatorer { titel } } } ansvarlige { titel } } }", 5)]
    public async Task One_call_a_level(string selection, int calls)
    {
        foreach (var rows in new[] { 1, 6 })
        {
            await using var watched = new WatchedStore(seed.Store);
            await new Api(watched).AskAsync(
                $"{{ alleIndsatser(where: {{ kommune: {{ eq: \"vestersoe\" }} }}, first: {rows}) {{ {selection} }} }}"
            );
            // And one for the municipality's name, which must be one that is there.
            Assert.Equal(calls + 1, watched.Questions);
        }
    }

    [Fact]
    public async Task Walking_down_is_one_call_a_level_for_all_starts_together()
    {
        foreach (var rows in new[] { 1, 13 })
        {
            await using var watched = new WatchedStore(seed.Store);
            await new Api(watched).AskAsync(
                $"{{ alleIndsatser(first: {rows}, where: {{ henvist: {{ eq: false }} }}) {{ nodes {{ nedad(dybde: 3) {{ node {{ "
                    + $"titel }} }} }} }} }}"
            );
            Assert.Equal(4, watched.Questions);
        }
    }
}
