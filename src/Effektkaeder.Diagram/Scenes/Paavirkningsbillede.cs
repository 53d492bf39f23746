using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// An impact: colour is the consequence, kind a small mark and a word, and the ways run bold from the change to the end. What is too
/// much to read folds, what leads to the answer first, effects and indicators last; lanes that nothing touches are absent.
/// </summary>
internal static class Paavirkningsbillede
{
    /// <summary>More boxes or lines than these are not read at arm's length.</summary>
    internal const int MostBoxes = 42;
    private const int MostLines = 64;

    /// <summary>More bands than this are a strip; then centres stand side by side.</summary>
    private const int MostLanes = 14;

    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    /// <summary>What stays apart at each step of folding, from nothing folded to all that meets the same fate in a lane.</summary>
    private static readonly Func<Skaebne, bool>[] Steps =
    [
        _ => true,
        f => f.Node.Kind.IsChain(),
        f => f.Node.Level is >= 3,
        f => f.Node.Level is >= 4,
        f => f.Node.Kind == NodeKind.Effekt,
        _ => false,
    ];

    public static Picture Of(Udsnit udsnit, Paavirkningssvar svar, long revision)
    {
        var scene = new SceneBuilder(udsnit);
        var fates = new Skaebner(scene, svar);
        if (fates.All.Select(f => scene.Baner.Of(f.Node)).Distinct(StringComparer.Ordinal).Count() > MostLanes)
        {
            return Paavirkningscentre.Of(scene, svar, fates, revision);
        }

        var asked = svar.Aendrede.Select(a => a.Node.Key).ToHashSet(StringComparer.Ordinal);
        if (asked.Count > 6)
        {
            asked.Clear();
        }

        var folded = Steps.Select(apart => new Foldet(scene, fates, f => asked.Contains(f.Node.Key) || apart(f))).ToList();
        var chosen = folded.FirstOrDefault(f => f.Boxes.Count <= MostBoxes && f.Lines.Count <= MostLines) ?? folded[^1];
        foreach (var box in chosen.Boxes)
        {
            scene.Add(box);
        }

        foreach (var line in chosen.Lines)
        {
            scene.Add(line);
        }

        return scene.Build(
            Konsekvensord.Title(svar),
            Konsekvensord.Description(svar),
            [.. Konsekvensord.Legend(fates.All)],
            chosen.Folded,
            revision,
            sources: [.. fates.All.Select(f => f.Node.Key)]
        ) with
        {
            OneColumnALevel = true,
        };
    }

    /// <summary>The boxes and lines when some fates stand together: those of one kind, in one lane, that meet the same.</summary>
    private sealed class Foldet
    {
        public Foldet(SceneBuilder scene, Skaebner fates, Func<Skaebne, bool> apart)
        {
            var box = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (
                var group in fates
                    .All.GroupBy(f =>
                        apart(f) ? (f.Node.Key, "", NodeKind.Vision) : ($"flere {scene.Baner.Of(f.Node)}", f.Mark, f.Node.Kind)
                    )
                    .OrderBy(g => g.First().Node.Key, StringComparer.Ordinal)
            )
            {
                List<Skaebne> led = [.. group.OrderBy(f => f.Node.Key, StringComparer.Ordinal)];
                Boxes.Add(led.Count == 1 ? Single(scene, led[0]) : Several(scene, led));
                Folded += led.Count == 1 ? 0 : led.Count;
                led.ForEach(f => box[f.Node.Key] = Boxes[^1].Id);
            }

            Lines =
            [
                .. fates
                    .Steps.Where(s => box.ContainsKey(s.Fra) && box.ContainsKey(s.Til) && box[s.Fra] != box[s.Til])
                    .GroupBy(s => (Fra: box[s.Fra], Til: box[s.Til]))
                    .Select(g => ToLine(g.Key.Fra, g.Key.Til, [.. g])),
            ];
        }

        public List<Box> Boxes { get; } = [];

        public IReadOnlyList<Line> Lines { get; }

        public int Folded { get; }
    }

    private static Box Single(SceneBuilder scene, Skaebne fate)
    {
        var node = fate.Node;
        var word =
            fate.Mark == "m-weakened" ? $"{fate.Ord} {fate.Tab.ToString("P0", Danish)}"
            : fate.Mark == "m-touched" && fate.Tillid < 1 ? $"{fate.Ord}, tillid {fate.Tillid.ToString("0.##", Danish)}"
            : fate.Ord;
        return new(
            node.Key,
            node.Kind.Info().Slug,
            Column(scene, node),
            scene.Baner.Of(Owner(scene, node)),
            SceneBuilder.Art(node).Capitalised() + (node.Henvist ? " (ikke indlæst)" : ""),
            node.Titel,
            node.Indhold.Tekst.Length > 0 ? node.Indhold.Tekst : node.Titel,
            word,
            fate.Mark + Konsekvensord.Sikkerhed(fate.Tillid) + (node.Henvist ? " ghost" : ""),
            node.Key
        );
    }

    /// <summary>"12 indikatorer": all of them meet the same fate.</summary>
    private static Box Several(SceneBuilder scene, List<Skaebne> led)
    {
        var first = led[0];
        var (least, most) = (led.Min(f => f.Tab), led.Max(f => f.Tab));
        var word =
            first.Mark != "m-weakened" ? Common(led)
            : most - least < .005 ? $"{first.Ord} {most.ToString("P0", Danish)}"
            : $"{first.Ord} {(100 * least).ToString("0", Danish)}-{most.ToString("P0", Danish)}";
        return new(
            $"flere {scene.Baner.Of(first.Node)} {first.Mark} {first.Node.Kind}",
            first.Node.Kind.Info().Slug,
            Column(scene, first.Node),
            scene.Baner.Of(Owner(scene, first.Node)),
            "Foldet sammen",
            Foldning.Count(led.Select(f => f.Node)),
            string.Join("; ", led.Select(f => f.Node.Titel)),
            word,
            first.Mark + Konsekvensord.Sikkerhed(led.Max(f => f.Tillid))
        )
        {
            Members = [.. led.Select(f => f.Node.Key)],
        };
    }

    private static string Common(List<Skaebne> led) =>
        led.Select(f => f.Ord).Distinct(StringComparer.Ordinal).Count() == 1 ? led[0].Ord
        : led[0].Mark == "m-delayed" ? "flyttes eller er i konflikt"
        : led[0].Ord;

    /// <summary>A date stands after what it belongs to, in its lane.</summary>
    private static Node Owner(SceneBuilder scene, Node node) => scene.Udsnit.OwnersOf(node).FirstOrDefault() ?? node;

    private static int Column(SceneBuilder scene, Node node) =>
        Owner(scene, node) is var owner && owner != node ? SceneBuilder.Column(owner) + SceneBuilder.ALevel : SceneBuilder.Column(node);

    private static Line ToLine(string from, string to, List<Skridt> steps)
    {
        var coupling = steps.All(s => s.Kobling);
        var full = steps.Count == 1 ? steps[0].Fuld : $"{steps.Count} skridt: {string.Join("; ", steps.Take(8).Select(s => s.Fuld))}";
        return new($"vej {from} {to}", from, to, coupling ? "coupling path" : "path", coupling, full);
    }
}
