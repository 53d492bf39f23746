using Effektkaeder.Domain;

namespace Effektkaeder.Benchmarks.Storage;

/// <summary>
/// Agreements as large as real ones, as many as are needed: a hundred nodes each, a title and two sentences a node, two and a half edges a
/// node.
/// </summary>
internal static class AgreementGraphs
{
    private static readonly (NodeKind Kind, int Count)[] Levels =
    [
        (NodeKind.Vision, 1),
        (NodeKind.PolitiskMaal, 3),
        (NodeKind.Indsats, 6),
        (NodeKind.Bidrag, 20),
        (NodeKind.Effekt, 30),
        (NodeKind.Indikator, 39),
    ];

    public const int NodesEach = 100;

    /// <summary>Agreements in one commit.</summary>
    public const int AgreementsEach = 50;

    private static readonly string[] Words =
    [
        "børn",
        "unge",
        "trivsel",
        "indsats",
        "recovery",
        "borgere",
        "støtte",
        "kvalitet",
        "målgruppe",
        "faglighed",
        "samarbejde",
        "virksomhed",
        "økonomi",
        "ældre",
        "skole",
        "tilbud",
    ];

    /// <summary>Change sets of whole agreements, each under the bound on a commit.</summary>
    public static IEnumerable<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> Batches(int nodes)
    {
        var random = new Random(5);
        foreach (var agreements in Enumerable.Range(0, nodes / NodesEach).Chunk(AgreementsEach))
        {
            var parts = agreements.Select(a => Agreement(a, random)).ToList();
            yield return ([.. parts.SelectMany(p => p.Nodes)], [.. parts.SelectMany(p => p.Edges)]);
        }
    }

    public static (IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges) One(int number) => Agreement(number, new Random(number));

    public static string Key(int agreement, NodeKind kind, int i) => $"by{agreement % 98}/aftale-{agreement}/{kind.Info().Slug}/{i}";

    private static (List<Node> Nodes, List<Edge> Edges) Agreement(int number, Random random)
    {
        var (nodes, edges) = (new List<Node>(), new List<Edge>());
        var kommune = $"by{number % 98}";
        var aftale = $"{kommune}/aftale/aftale-{number}";
        nodes.Add(Node(aftale, NodeKind.Aftale, kommune, aftale, random));
        List<Node> above = [];
        foreach (var (kind, count) in Levels)
        {
            var level = Enumerable.Range(0, count).Select(i => Node(Key(number, kind, i), kind, kommune, aftale, random)).ToList();
            foreach (var node in level)
            {
                edges.Add(Edge(EdgeType.Angiver, nodes[0].Key, node.Key, aftale, null));
                foreach (var parent in above.Count == 0 ? [] : above.OrderBy(_ => random.Next()).Take(random.Next(1, 3)))
                {
                    edges.Add(Edge(EdgeTypes.Down(parent.Kind)!.Value, parent.Key, node.Key, aftale, null));
                }
            }
            nodes.AddRange(level);
            above = level;
        }
        if (number >= 98)
        {
            edges.Add(
                Edge(EdgeType.KoblerTil, Key(number, NodeKind.Bidrag, 0), Key(number - 98, NodeKind.Bidrag, 1), aftale, KoblingArt.Omtale)
            );
        }

        return (nodes, edges);
    }

    private static Node Node(string key, NodeKind kind, string kommune, string aftale, Random random) =>
        Domain.Node.Of(
            key,
            kind,
            kommune,
            [
                new(
                    aftale,
                    new DateOnly(2026, 1, 1),
                    null,
                    new Indhold(Text(random, 6), Text(random, 30)),
                    [],
                    [new("aftale.md", random.Next(1, 300), Text(random, 30))]
                ),
            ]
        );

    private static Edge Edge(EdgeType type, string from, string to, string aftale, KoblingArt? art) =>
        Domain.Edge.Of(
            type,
            from,
            to,
            art,
            [
                new(
                    aftale,
                    new DateOnly(2026, 1, 1),
                    null,
                    from,
                    type.IsHierarchy() ? Grund.Tekst : null,
                    art is null ? 1 : 0.8,
                    null,
                    [new("aftale.md", 7, "står i samme tabel")]
                ),
            ]
        );

    private static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
