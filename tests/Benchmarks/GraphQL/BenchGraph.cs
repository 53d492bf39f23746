using System.Text.Json;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>10,000 nodes: three visions, eight children each, level by level, until they are used up. Always the same.</summary>
internal static class BenchGraph
{
    public const int Count = 10_000,
        Roots = 3,
        Children = 8,
        Kommuner = 5;

    private static readonly string[] Words =
    [
        "Skole",
        "Hjem",
        "Job",
        "Støtte",
        "Fælles",
        "Sundhed",
        "Unge",
        "Bolig",
        "Læring",
        "Netværk",
        "Vej",
    ];

    public static IReadOnlyList<Node> Nodes { get; } = [.. Enumerable.Range(0, Count).Select(NodeOf)];

    public static IReadOnlyList<Edge> Edges { get; } = [.. Enumerable.Range(Roots, Count - Roots).Select(EdgeOf)];

    public static string Id(int i) => NodeId.Of(Nodes[i].Kind, Nodes[i].Key);

    /// <summary>The nodes that have three full levels below them.</summary>
    public static IReadOnlyList<int> NestRoots { get; } =
    [.. Enumerable.Range(0, Count).TakeWhile(i => LastChild(LastChild(LastChild(i))) < Count)];

    public static string Root => NodeId.Of(Nodes[0].Kind, Nodes[0].Key);

    public static string Leaf => NodeId.Of(Nodes[Count / 2].Kind, Nodes[Count / 2].Key);

    public static async Task FillAsync(IGraphStore store) =>
        await store.CommitAsync(
            new(0, new(DateTimeOffset.UnixEpoch, "bench", "import", null, "10.000 knuder"), Nodes, Edges, [], []),
            default
        );

    /// <summary>The same nodes for the peers.</summary>
    public static void Write(string file)
    {
        using var stream = File.Create(file);
        JsonSerializer.Serialize(
            stream,
            Nodes.Select(
                (n, i) =>
                    new
                    {
                        id = NodeId.Of(n.Kind, n.Key),
                        noegle = n.Key,
                        titel = n.Titel,
                        slags = n.Kind.Info().Snake.ToUpperInvariant(),
                        niveau = n.Level,
                        kommune = n.Kommune,
                        parent = i < Roots ? null : Nodes[Parent(i)].Key,
                    }
            )
        );
    }

    private static int LastChild(int i) => Roots + (Children * i) + Children - 1;

    private static int Parent(int i) => (i - Roots) / Children;

    private static int Level(int i) => i < Roots ? 0 : 1 + Level(Parent(i));

    private static Node NodeOf(int i)
    {
        var (kind, kommune) = ((NodeKind)Level(i), $"k{i % Kommuner}");
        var titel = $"{Words[i * 7 % Words.Length]} og {Words[i * 5 % Words.Length].ToLowerInvariant()} {i:D5}";
        return Node.Of(
            $"{kommune}/{kind.Info().Slug}/n{i:D5}",
            kind,
            kommune,
            [
                new(
                    $"{kommune}/aftale/a",
                    null,
                    null,
                    new Indhold(titel, $"{titel}: en tekst, som fylder omtrent en linje i et skema."),
                    [],
                    []
                ),
            ]
        );
    }

    private static Edge EdgeOf(int i)
    {
        var upper = Nodes[Parent(i)];
        return Edge.Of(
            EdgeTypes.Down(upper.Kind)!.Value,
            upper.Key,
            Nodes[i].Key,
            null,
            [new($"{Nodes[i].Kommune}/aftale/a", null, null, upper.Key, Grund.Tekst, 1, null, [])]
        );
    }
}
