using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Domain;
using Xunit;

namespace Effektkaeder.Analysis.Tests.Forskelle;

/// <summary>
/// Random pairs of graphs against a plain model: whatever is recognised, each node of either side is told once or is the same, and what
/// has its key on both sides is judged as the model judges it.
/// </summary>
public sealed class TilfaeldigeForskelleTests
{
    private static readonly string[] Words = ["hjælp", "borgere", "ældre", "skole", "fravær", "samtale", "hjem", "arbejde", "unge", "kost"];

    [Fact]
    public void Every_node_of_either_side_is_told_once_or_is_the_same()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var (foer, efter) = (Draw(random), Draw(random));
            var forskel = Sammenligning.Of(foer, efter);

            var told = forskel.Noder.Select(f => f.Foer?.Key).OfType<string>().ToList();
            var now = forskel.Noder.Select(f => f.Efter?.Key).OfType<string>().ToList();
            Assert.Equal(told.Distinct(), told);
            Assert.Equal(now.Distinct(), now);
            // Plain: one key on both sides, and not the same words or place.
            foreach (var key in foer.Nodes.Select(n => n.Key).Intersect(efter.Nodes.Select(n => n.Key)))
            {
                Assert.Equal(Plain(foer, efter, key), forskel.Noder.SingleOrDefault(f => f.Efter?.Key == key)?.Art);
            }

            // Plain: gone, recognised, or the same under another key; and so is all that is new.
            var recognised = forskel.Noder.Count(f => f.Foer is { } a && f.Efter is { } b && a.Key != b.Key);
            var onlyBefore = foer.Nodes.Count(n => efter.Find(n.Key) is null);
            var onlyAfter = efter.Nodes.Count(n => foer.Find(n.Key) is null);
            var same = onlyBefore - recognised - forskel.Noder.Count(f => f.Art == Forskelsart.Fjernet);
            Assert.True(same >= 0);
            Assert.Equal(onlyAfter - recognised - same, forskel.Noder.Count(f => f.Art == Forskelsart.Ny));
        }
    }

    [Fact]
    public void The_way_back_tells_what_came_as_gone_and_what_went_as_new()
    {
        for (var seed = 100; seed <= 140; seed++)
        {
            var random = new Random(seed);
            var (foer, efter) = (Draw(random), Draw(random));
            var (there, back) = (Sammenligning.Of(foer, efter), Sammenligning.Of(efter, foer));
            Assert.Equal(
                there.Noder.Where(f => f.Foer?.Key == f.Efter?.Key).Select(f => (f.Node.Key, f.Art)).Order(),
                back.Noder.Where(f => f.Foer?.Key == f.Efter?.Key).Select(f => (f.Node.Key, f.Art)).Order()
            );
        }
    }

    private static Forskelsart? Plain(Udsnit foer, Udsnit efter, string key)
    {
        var (a, b) = (foer.Find(key)!, efter.Find(key)!);
        if (a.Indhold.Tekst != b.Indhold.Tekst || a.Titel != b.Titel)
        {
            return Forskelsart.Aendret;
        }

        // Only those parents count as kept that have their key on both sides, or are recognised: the plain model knows no other words.
        var (up, down) = (foer.Parents(key).Select(p => p.Key).ToList(), efter.Parents(key).Select(p => p.Key).ToList());
        return up.Count > 0 && down.Count > 0 && !up.Intersect(down).Any() && !up.Any(p => IsRecognised(foer, efter, p, down))
            ? Forskelsart.Flyttet
            : null;
    }

    private static bool IsRecognised(Udsnit foer, Udsnit efter, string old, List<string> now) =>
        Effektkaeder.Analysis.Genkendelser.Genkendelse.Find(foer, efter).Any(g => g.Foer.Key == old && now.Contains(g.Efter.Key));

    /// <summary>Goals, efforts and contributions whose keys come of their words, as in the real graph.</summary>
    private static Udsnit Draw(Random random)
    {
        var graph = new Byg();
        var levels = new[] { NodeKind.PolitiskMaal, NodeKind.Indsats, NodeKind.Bidrag };
        var keys = levels.ToDictionary(k => k, _ => new List<string>());
        foreach (var kind in levels)
        {
            for (var i = 0; i < 4; i++)
            {
                var title = $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}";
                var key = $"k/{kind.Info().Slug}/{Slug.Of(title)}";
                if (keys[kind].Contains(key))
                {
                    continue;
                }

                keys[kind].Add(key);
                var rest = random.Next(3) == 0 ? $"{title} {Words[random.Next(Words.Length)]}" : title;
                graph.Node(kind, key, c => c with { Titel = title, Tekst = rest });
            }
        }

        for (var level = 1; level < levels.Length; level++)
        {
            foreach (var key in keys[levels[level]])
            {
                graph.Over(keys[levels[level - 1]][random.Next(keys[levels[level - 1]].Count)], key);
            }
        }

        return graph.Udsnit;
    }
}
