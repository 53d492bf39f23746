using System.Globalization;
using System.Text.Json;
using Effektkaeder.Api;
using Effektkaeder.Storage.Neo4j.Http;
using Xunit;

namespace Effektkaeder.Storage.Contract.Neo4j;

/// <summary>
/// The cookbook's questions in Cypher, as they lie in <c>schema/neo4j/queries</c>, held against the answers that GraphQL gives to the
/// questions of the same names: the same values nested alike, whatever they are called and in whatever order.
/// </summary>
internal static class CypherCookbook
{
    /// <summary>
    /// What Cypher cannot answer as we do: months moved as their ends, a drawing, words found by their stems and in the forms' fields,
    /// what words say of how it stands, what is the same thing from one year to the next, and a way told in the words of every agreement.
    /// </summary>
    private static readonly string[] Beyond =
    [
        "indsats-udskydes",
        "tegn-effektkaeden",
        "soegning",
        "hvordan-staar-det",
        "maalets-aar",
        "bortfaldet-siden",
        "forskel-mellem-aar",
        "opfoelgning-foer-milepael",
        "vej-i-ord",
    ];

    private static string Folder => Path.Combine(Neo4jServer.Root(), "schema", "neo4j", "queries");

    /// <param name="graphQL">The answer to a question of the cookbook.</param>
    public static async Task HoldAsync(QueryApi api, Func<Opskrift, Task<string>> graphQL, CancellationToken ct)
    {
        List<string> asked =
        [
            .. Directory.GetFiles(Folder, "*.cypher").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal),
        ];
        // A new question of the cookbook is to be asked here too, or docs/neo4j.md to say why it is not.
        Assert.Equal(Kogebog.Alle.Select(o => o.Navn).ToHashSet(), [.. asked, .. Beyond]);
        Assert.DoesNotContain(asked, name => Beyond.Contains(name));
        var told = await File.ReadAllTextAsync(Path.Combine(Neo4jServer.Root(), "docs", "neo4j.md"), ct);
        Assert.All(asked.Concat(Beyond), name => Assert.Contains($"`{name}`", told, StringComparison.Ordinal));
        var differing = new List<string>();
        foreach (var name in asked)
        {
            var recipe = Kogebog.Find(name);
            Assert.True(recipe is not null, $"{name} is no question of the cookbook");
            var cypher = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.cypher"), ct);
            Assert.StartsWith($"// {recipe.Titel}\n", cypher, StringComparison.Ordinal);
            using var variables = JsonDocument.Parse(recipe.Variable ?? "{}");
            var rows = await api.ReadAsync(
                new(cypher, variables.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => PlainJson.Read(p.Value))),
                ct
            );
            using var answer = JsonDocument.Parse(await graphQL(recipe));
            var expected = Told(PlainJson.Read(answer.RootElement.GetProperty("data")));
            // One row of several lists is what GraphQL calls an object.
            string[] found =
            [
                Told(rows.Select(r => (object?)Row(r)).ToList()),
                .. rows.Count == 1 ? [Told(Row(rows[0]))] : Array.Empty<string>(),
            ];
            if (!found.Contains(expected))
            {
                differing.Add($"{name}\n  GraphQL {expected}\n  Cypher  {found[^1]}");
            }
        }

        Assert.True(differing.Count == 0, string.Join('\n', differing));
    }

    /// <summary>Columns are in order, as an object's members are; rows are not.</summary>
    private static object? Row(object?[] row) => row.Length == 1 ? row[0] : new Members([.. row]);

    private sealed record Members(IReadOnlyList<object?> Values);

    private static string Told(object? value) =>
        value switch
        {
            Dictionary<string, object?> { Count: 1 } only => Told(only.Values.First()),
            Dictionary<string, object?> members => Ordered(members.Values),
            Members members => Ordered(members.Values),
            // Cypher has only lists, so what an object holds in order stands in one: both are told without an order.
            List<object?> list => Ordered(list),
            null => "-",
            string text => text.ToLowerInvariant().Replace("_", "", StringComparison.Ordinal),
            double number => number.ToString("0.######", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Ordered(IEnumerable<object?> values) =>
        $"[{string.Join(" | ", values.Select(Told).Order(StringComparer.Ordinal))}]";
}
