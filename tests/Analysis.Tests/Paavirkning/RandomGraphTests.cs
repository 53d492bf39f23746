using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Paavirkning;

/// <summary>The walk against a plain enumeration of every allowed path, over random graphs from a printed seed.</summary>
public sealed class RandomGraphTests(ITestOutputHelper output)
{
    private static readonly NodeKind[] Kinds =
    [
        NodeKind.Vision,
        NodeKind.PolitiskMaal,
        NodeKind.Indsats,
        NodeKind.Bidrag,
        NodeKind.Effekt,
        NodeKind.Indikator,
        NodeKind.Redskab,
        NodeKind.Organisation,
        NodeKind.Emne,
    ];

    [Fact]
    public void Distance_certainty_and_directness_are_those_of_the_enumerated_paths()
    {
        const int seed = 20261125;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var udsnit = RandomGraph(random);
            var start = random.Next(udsnit.Nodes.Count);
            var (hops, down) = (random.Next(3), random.Next(2) == 0);
            var depth = random.Next(3) == 0 ? 2 : (int?)null;
            var expected = Enumerate(udsnit, start, hops, down, depth);
            var svar = Paavirkningsanalyse.Judge(
                udsnit,
                [new(udsnit.Nodes[start].Key, AendringArt.Aendres)],
                new(down ? Retning.Ned : Retning.Op, null, depth, hops)
            );
            Assert.Equal(
                expected
                    .OrderBy(e => e.Key, StringComparer.Ordinal)
                    .Select(e => $"{e.Key} {e.Value.Distance} {e.Value.Certainty:F9} {e.Value.Hierarchy}"),
                svar.Beroerte.OrderBy(b => b.Node.Key, StringComparer.Ordinal)
                    .Select(b => $"{b.Node.Key} {b.Afstand} {b.Tillid:F9} {b.Direkthed == Direkthed.Hierarki}")
            );
            Assert.All(svar.Beroerte, b => Assert.Equal(b.Afstand, b.Stier[0].Edges.Count));
        }
    }

    [Fact]
    public void All_simple_paths_are_those_of_the_enumeration_and_a_cut_is_told()
    {
        const int seed = 7;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var udsnit = RandomGraph(random);
            var (from, to, hops) = (random.Next(udsnit.Nodes.Count), random.Next(udsnit.Nodes.Count), random.Next(3));
            if (from == to)
            {
                continue;
            }

            var expected = new[] { true, false }
                .SelectMany(down => Paths(udsnit, from, hops, down, null))
                .Where(p => p.Nodes[^1] == to)
                .Select(p => string.Join('|', p.Edges.Select(e => udsnit.Edges[e].Key)))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList();
            var svar = Stier.Find(udsnit, udsnit.Nodes[from].Key, udsnit.Nodes[to].Key, hops, 1000);
            Assert.Equal(expected, svar.Stier.Select(s => string.Join('|', s.Edges.Select(e => e.Key))).Order(StringComparer.Ordinal));
            Assert.False(svar.Afkortet);
            if (expected.Count > 1)
            {
                var cut = Stier.Find(udsnit, udsnit.Nodes[from].Key, udsnit.Nodes[to].Key, hops, 1);
                Assert.True(cut.Afkortet);
                Assert.Equal(svar.Stier.Min(s => s.Edges.Count), cut.Stier.Single().Edges.Count);
            }
        }
    }

    private static Dictionary<string, (int Distance, double Certainty, bool Hierarchy)> Enumerate(
        Udsnit udsnit,
        int start,
        int hops,
        bool down,
        int? depth
    )
    {
        var found = new Dictionary<string, (int, double, bool)>(StringComparer.Ordinal);
        foreach (var (nodes, edges) in Paths(udsnit, start, hops, down, depth))
        {
            var key = udsnit.Nodes[nodes[^1]].Key;
            var certainty = edges.Aggregate(1.0, (p, e) => p * udsnit.Edges[e].Tillid);
            var hierarchy = edges.All(e => udsnit.Edges[e].Type.IsHierarchy());
            var (d, c, h) = found.GetValueOrDefault(key, (int.MaxValue, 0, false));
            found[key] = (Math.Min(d, edges.Count), Math.Max(c, certainty), h || hierarchy);
        }
        return found;
    }

    /// <summary>Every simple path that the definition allows, by plain recursion.</summary>
    private static IEnumerable<(List<int> Nodes, List<int> Edges)> Paths(Udsnit udsnit, int start, int hops, bool down, int? depth)
    {
        return From([start], [], hops, false);

        IEnumerable<(List<int>, List<int>)> From(List<int> nodes, List<int> edges, int left, bool onShared)
        {
            if (edges.Count > 0)
            {
                yield return (nodes, edges);
            }

            if (edges.Count >= (depth ?? int.MaxValue))
            {
                yield break;
            }

            if (edges.Count > 0 && udsnit.Nodes[nodes[^1]].Kind is NodeKind.Organisation)
            {
                yield break;
            }

            for (var e = 0; e < udsnit.Edges.Count; e++)
            {
                var (f, t) = (udsnit.From(e), udsnit.To(e));
                var coupling = udsnit.Edges[e].Type == EdgeType.KoblerTil;
                var at = nodes[^1];
                if (coupling ? f != at && t != at : (down ? f : t) != at)
                {
                    continue;
                }

                var next = f == at ? t : f;
                if (nodes.Contains(next))
                {
                    continue;
                }

                var cost = coupling
                    ? onShared
                        ? 0
                        : 1
                    : 0;
                if (cost > left)
                {
                    continue;
                }

                var shared = coupling && !onShared && udsnit.Nodes[next].Kind is NodeKind.Redskab or NodeKind.Emne && coupling && !onShared;
                foreach (var path in From([.. nodes, next], [.. edges, e], left - cost, shared))
                {
                    yield return path;
                }
            }
        }
    }

    private static Udsnit RandomGraph(Random random)
    {
        var byg = new Byg();
        var nodes = Enumerable.Range(0, random.Next(4, 10)).Select(i => (Key: $"n{i}", Kind: Kinds[random.Next(Kinds.Length)])).ToList();
        foreach (var (key, kind) in nodes)
        {
            byg.Node(kind, key);
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < random.Next(4, 16); i++)
        {
            var (a, b) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
            if (
                EdgeTypes.Down(a.Kind) is { } type
                && EdgeTypes.Allows(type, a.Kind, b.Kind)
                && random.Next(3) > 0
                && seen.Add($"{type}{a.Key}{b.Key}")
            )
            {
                byg.Edge(type, a.Key, b.Key, Grund.Tekst, random.Next(2) == 0 ? 1 : 0.5);
            }
            else if (
                a.Key != b.Key
                && EdgeTypes.Allows(EdgeType.KoblerTil, a.Kind, b.Kind)
                && seen.Add(Edge.KeyOf(EdgeType.KoblerTil, a.Key, b.Key, KoblingArt.Eksplicit))
            )
            {
                byg.Kobling(a.Key, b.Key, random.Next(1, 10) / 10.0);
            }
        }
        return byg.Udsnit;
    }
}
