using System.Globalization;
using Effektkaeder.Analysis.Tal;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tests.Tal;

/// <summary>
/// Small graphs of chance: several roots, diamonds, edges that skip a level, parts that no vision reaches, couplings in rings,
/// ids that begin alike, and now and then a hierarchy edge that leads upwards, as a graph from outside may have.
/// </summary>
internal static class RandomGraphs
{
    private static readonly string[] Beginnings =
    [
        "",
        "a",
        "slagelse/politisk-maal/",
        "slagelse/politisk-maal/helhed",
        "ærø/",
        "ÅÅ",
        "id\t",
        "id\u0001",
        "\ud83d\ude00/",
    ];

    /// <summary>How many of them a test asks; in all they are thousands. EFFEKT_TEST_GRAPHS asks for more.</summary>
    public static int Many { get; } =
        int.Parse(Environment.GetEnvironmentVariable("EFFEKT_TEST_GRAPHS") ?? "400", CultureInfo.InvariantCulture);

    public static PlainGraph Next(Random random)
    {
        var graph = new PlainGraph();
        var size = 1 + random.Next(24);
        while (graph.Nodes.Count < size)
        {
            graph.Nodes[Id(random)] = Group(random);
        }

        var ids = graph.Nodes.Keys.ToArray();
        var edges = random.Next(size * 3);
        var couplings = random.Next(3) * random.Next(size);
        var rings = random.Next(4) == 0;
        for (var i = 0; i < edges; i++)
        {
            var (a, b) = (ids[random.Next(size)], ids[random.Next(size)]);
            if (a != b && (Level(graph, a) < Level(graph, b) || rings && random.Next(6) == 0))
            {
                graph.Hierarchy.Add((a, b));
            }
        }

        for (var i = 0; i < couplings; i++)
        {
            var (a, b) = (ids[random.Next(size)], ids[random.Next(size)]);
            if (a != b)
            {
                graph.Couplings.Add(PlainGraph.Coupling(a, b));
            }
        }

        return graph;
    }

    public static string Id(Random random) => Beginnings[random.Next(Beginnings.Length)] + random.Next(40);

    public static Talgruppe Group(Random random) =>
        new(
            random.Next(12) == 0 ? NodeKind.Politik : (NodeKind)random.Next(6),
            new[] { "", "Slagelse", "Ærø", "Slagelse|Nord" }[random.Next(4)],
            new[] { "", "Nord", "Center for Æ" }[random.Next(3)]
        );

    private static int Level(PlainGraph graph, string id) => graph.Nodes[id].Kind.Level() ?? -1;
}
