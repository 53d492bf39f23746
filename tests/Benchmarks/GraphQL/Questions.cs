using System.Text;
using System.Text.Json;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>
/// What is asked: one node, a nest of four levels with 585 objects, and a filtered page of fifty; each the same again and
/// again, and each so varied that no earlier answer is the answer.
/// </summary>
internal sealed record Question(string Name, IReadOnlyList<byte[]> Bodies);

internal static class Questions
{
    private const int Variants = 5000;

    private const string Point = "query($id: ID!) { knude(id: $id) { id noegle titel niveau kommune } }",
        Nest =
            "query($id: ID!) { knude(id: $id) { id titel boern(first: 10) { nodes { id titel boern(first: 10) { nodes { id titel "
            + "boern(first: 10) { nodes { id titel } } } } } } } }",
        SizedNest =
            "query($id: ID!, $n: Int!) { knude(id: $id) { id titel boern(first: $n) { nodes { id titel boern(first: $n) { nodes { id "
            + "titel boern(first: $n) { nodes { id titel } } } } } } } }",
        Page =
            "query($k: String!, $t: String!) { alleNoder(where: { kommune: { eq: $k }, titel: { contains: $t } }, order: [{ titel: "
            + "ASC }], first: 50) { totalCount nodes { id titel niveau } pageInfo { hasNextPage endCursor } } }";

    public static IReadOnlyList<Question> All { get; } =
    [
        new("point, the same", [Body(Point, new { id = BenchGraph.Leaf })]),
        new(
            "point, another each time",
            [.. Enumerable.Range(0, Variants).Select(i => Body(Point, new { id = BenchGraph.Id(i * 7919 % BenchGraph.Count) }))]
        ),
        new("nest, the same", [Body(Nest, new { id = BenchGraph.Root })]),
        new("nest, another root", [.. BenchGraph.NestRoots.Select(i => Body(Nest, new { id = BenchGraph.Id(i) }))]),
        // The size is a variable in every level, so that nothing above the leaves can have been written before. A greater one costs too
        // much.
        new(
            "nest, another root and size",
            [
                .. Enumerable
                    .Range(0, Variants)
                    .Select(i =>
                        Body(
                            SizedNest,
                            new
                            {
                                id = BenchGraph.Id(BenchGraph.NestRoots[i % BenchGraph.NestRoots.Count]),
                                n = BenchGraph.Children + (i / BenchGraph.NestRoots.Count % 50),
                            }
                        )
                    ),
            ]
        ),
        new("page, the same", [Body(Page, new { k = "k3", t = "sundhed" })]),
        new(
            "page, another filter each time",
            [.. Enumerable.Range(0, BenchGraph.Kommuner).SelectMany(k => Terms().Select(t => Body(Page, new { k = $"k{k}", t })))]
        ),
    ];

    /// <summary>Five to nine letters out of the titles, as people type them, each once.</summary>
    private static IEnumerable<string> Terms() =>
        BenchGraph
            .Nodes.Take(2000)
            .Select(n => n.Titel[..^6].ToLowerInvariant())
            .SelectMany(title =>
                Enumerable
                    .Range(5, 5)
                    .SelectMany(length =>
                        Enumerable.Range(0, Math.Max(0, title.Length - length + 1)).Select(at => title.Substring(at, length))
                    )
            )
            .Distinct(StringComparer.Ordinal)
            .OrderBy(t => string.Concat(t.Reverse()), StringComparer.Ordinal);

    private static byte[] Body(string query, object variables) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query, variables }));
}
