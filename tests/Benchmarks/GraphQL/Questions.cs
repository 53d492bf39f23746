using System.Text;
using System.Text.Json;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>What is asked: one node, a nest of four levels with 585 objects, and a filtered page of fifty.</summary>
internal sealed record Question(string Name, byte[] Body);

internal static class Questions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        Of("point", "query($id: ID!) { node(id: $id) { id noegle titel niveau kommune } }", new { id = BenchGraph.Leaf }),
        Of("nest", "query($id: ID!) { node(id: $id) { id titel boern(first: 10) { nodes { id titel boern(first: 10) { nodes { id titel boern(first: 10) { nodes { id titel } } } } } } } }", new { id = BenchGraph.Root }),
        Of("page", "query($k: String!, $t: String!) { alleNoder(where: { kommune: { eq: $k }, titel: { contains: $t } }, order: [{ titel: ASC }], first: 50) { totalCount nodes { id titel niveau } pageInfo { hasNextPage endCursor } } }",
            new { k = "k3", t = "sundhed" }),
    ];

    private static Question Of(string name, string query, object variables) =>
        new(name, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query, variables })));
}
