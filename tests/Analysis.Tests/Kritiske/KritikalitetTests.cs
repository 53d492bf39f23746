using Effektkaeder.Analysis.Kritiske;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Kritiske;

public sealed class KritikalitetTests(ITestOutputHelper output)
{
    /// <summary>p holds m1 and m2, q holds m2; i1 under m1 alone, i2 under both; one bidrag each, one effekt for both.</summary>
    private static Byg Kaede() =>
        new Byg()
            .Nodes(NodeKind.Vision, "v")
            .Nodes(NodeKind.Politik, "p", "q")
            .Nodes(NodeKind.PolitiskMaal, "m1", "m2")
            .Nodes(NodeKind.Indsats, "i1", "i2")
            .Nodes(NodeKind.Bidrag, "b1", "b2")
            .Nodes(NodeKind.Effekt, "e")
            .Over("v", "m1")
            .Over("p", "m1", "m2")
            .Over("q", "m2")
            .Over("m1", "i1", "i2")
            .Over("m2", "i2")
            .Over("i1", "b1")
            .Over("i2", "b2")
            .Over("b1", "e")
            .Over("b2", "e");

    [Fact]
    public void The_most_carried_comes_first_and_a_goal_falls_with_its_only_policy()
    {
        var ranked = Kritikalitet.Of(Kaede().Udsnit);
        Assert.Equal(
            [
                // p takes m1 whatever the vision says, and with it i1 and b1; i2 keeps m2, which q holds too.
                "p: m1 i1 b1 |",
                "m1: i1 b1 | v",
                "i2: b2 | q m2",
                "i1: b1 |",
                // The effect is the one end of every way down.
                "e: | p q v m1 m2 i1 i2 b1 b2",
                "b2: | q m2 i2",
                "b1: | i1",
                "m2: | q",
            ],
            ranked.Select(k => $"{k.Node.Key}: {Keys(k.Mister)}| {Keys(k.Opgives)}".TrimEnd())
        );
    }

    [Fact]
    public void What_a_node_carries_is_what_an_impact_says_falls_with_it()
    {
        const int seed = 20261128;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var byg = new Byg();
            NodeKind[] kinds =
            [
                NodeKind.Politik,
                NodeKind.Vision,
                NodeKind.PolitiskMaal,
                NodeKind.Indsats,
                NodeKind.Bidrag,
                NodeKind.Effekt,
            ];
            var keys = kinds
                .SelectMany((kind, level) => Enumerable.Range(0, 3).Select(i => (Kind: kind, Level: level, Key: $"{level}{i}")))
                .ToList();
            foreach (var (kind, _, key) in keys)
            {
                byg.Node(kind, key);
            }

            foreach (var upper in keys)
            {
                foreach (
                    var lower in keys.Where(k =>
                        upper.Kind == NodeKind.Politik ? k.Kind == NodeKind.PolitiskMaal : k.Level > upper.Level && k.Level > 1
                    )
                )
                {
                    if (random.Next(5) == 0)
                    {
                        byg.Over(upper.Key, lower.Key);
                    }
                }
            }

            var udsnit = byg.Udsnit;
            var carried = Kritikalitet.Of(udsnit).ToDictionary(k => k.Node.Key, k => k.Mister.Select(n => n.Key));
            foreach (var node in udsnit.Nodes)
            {
                var svar = Paavirkningsanalyse.Judge(udsnit, [new(node.Key, AendringArt.Bortfalder)], new(Koblingshop: 0));
                Assert.Equal(
                    svar.Bortfaldne.Concat(svar.Beroerte.Where(b => b.Konsekvens == Konsekvens.MisterGrundlag).Select(b => b.Node))
                        .Select(n => n.Key)
                        .Where(k => k != node.Key)
                        .Order(StringComparer.Ordinal),
                    carried.GetValueOrDefault(node.Key, []).Order(StringComparer.Ordinal)
                );
            }
        }
    }

    private static string Keys(IReadOnlyList<Node> nodes) => string.Concat(nodes.Select(n => n.Key + " "));
}
