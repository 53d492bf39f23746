using Effektkaeder.GraphQL.TypeSystem;
using Xunit;

namespace Effektkaeder.Api.Tests.Contract;

/// <summary>The contract explains itself: whoever sees it only in an IDE knows what a thing means and what it looks like.</summary>
public sealed class DescriptionTests(SeedGraph seed)
{
    private static readonly IReadOnlyList<NamedType> Types = [.. Api.Engine.Schema.Types.Where(t => !t.IsBuiltIn)];

    [Fact]
    public void Every_type_argument_input_and_value_is_described() =>
        Assert.Empty(
            Types
                .Select(t => (t.Name, t.Description))
                .Concat(Types.OfType<InputObjectType>().SelectMany(t => t.Fields).Select(f => (f.Coordinate, f.Description)))
                .Concat(Types.OfType<EnumType>().SelectMany(t => t.Values.Select(v => ($"{t.Name}.{v.Name}", v.Description))))
                .Where(d => string.IsNullOrWhiteSpace(d.Description))
                .Select(d => d.Item1)
        );

    [Fact]
    public void Every_type_and_every_field_has_an_example() =>
        Assert.Empty(
            Types
                .Select(t => (t.Name, t.Description))
                .Concat(Types.OfType<FieldedType>().SelectMany(t => t.Fields).Select(f => (f.Coordinate, f.Description)))
                .Where(d => d.Description?.Split('`').Length is not >= 3)
                .Select(d => d.Item1)
        );

    public static TheoryData<string> RootExamples =>
        [
            .. Api
                .Engine.Schema.QueryType!.Fields.Select(f => f.Description!.Split('`')[1])
                .Where(e => !e.Contains('…', StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(RootExamples))]
    public async Task The_example_of_a_root_field_can_be_asked_as_it_stands(string example) =>
        Assert.NotEmpty((await seed.Api.AskAsync($"{{ {example} }}")).EnumerateObject());
}
