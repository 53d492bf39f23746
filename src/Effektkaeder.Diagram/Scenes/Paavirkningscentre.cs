using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// An impact on more centres than can stand under one another: in each centre all that meets the same fate is one box, the gravest
/// first, a column a fate; what is more than can be read is counted.
/// </summary>
internal static class Paavirkningscentre
{
    private sealed record Centerskaebne(string Lane, string Mark, string Ord, IReadOnlyList<Skaebne> Led)
    {
        public int Column => SceneBuilder.ColumnOf(Array.IndexOf(Order, Mark));
    }

    private static readonly string[] Order = ["m-dropped", "m-changed", "m-lost", "m-weakened", "m-delayed", "m-touched"];

    /// <summary>Boxes of one fate; the centres that are hit hardest.</summary>
    private const int MostOfOne = 12;

    public static Picture Of(SceneBuilder scene, Paavirkningssvar svar, Skaebner fates, long revision)
    {
        List<Centerskaebne> all =
        [
            .. fates
                .All.GroupBy(f => (Lane: scene.Baner.Of(f.Node), f.Mark))
                .Select(g => new Centerskaebne(g.Key.Lane, g.Key.Mark, g.First().Ord, [.. g]))
                .OrderByDescending(c => c.Led.Count)
                .ThenBy(c => c.Lane, StringComparer.Ordinal),
        ];
        var titles = scene.Baner.Titled(all.Select(s => s.Lane)).ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
        var box = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fate in all.GroupBy(c => c.Mark, StringComparer.Ordinal).OrderBy(g => Array.IndexOf(Order, g.Key)))
        {
            foreach (var center in fate.Take(MostOfOne))
            {
                Add(scene, box, center, titles[center.Lane], [center]);
            }

            if (fate.Skip(MostOfOne).ToList() is { Count: > 0 } rest)
            {
                Add(scene, box, rest[0] with { Lane = "flere" }, $"{rest.Count} andre centre", rest);
            }
        }

        AddWays(scene, fates, box);
        return scene.Build(
            Konsekvensord.Title(svar),
            $"{Konsekvensord.Description(svar)} Foldet sammen: et felt for hvert center og hver følge, de hårdest ramte for sig.",
            [.. Konsekvensord.Legend(fates.All)],
            fates.All.Count,
            revision,
            freeLanes: true,
            sources: [.. fates.All.Select(f => f.Node.Key)]
        );
    }

    private static void Add(
        SceneBuilder scene,
        Dictionary<string, string> box,
        Centerskaebne center,
        string title,
        IReadOnlyList<Centerskaebne> all
    )
    {
        var id = $"skæbne {center.Lane} {center.Mark}";
        var led = all.SelectMany(c => c.Led).ToList();
        scene.Add(
            new Box(
                id,
                "organisation",
                center.Column,
                Oversigt.Alle,
                (center.Mark == "m-delayed" ? "forsinkes" : center.Ord).Capitalised(),
                title,
                $"{title}: {string.Join("; ", led.Take(40).Select(f => f.Node.Titel))}",
                Foldning.Count(led.Select(f => f.Node)),
                center.Mark,
                scene.Udsnit.Find(center.Lane)?.Key
            )
        );
        led.ForEach(f => box[f.Node.Key] = id);
    }

    /// <summary>Ways between the boxes; more lines than boxes would be a curtain, then the boxes alone tell.</summary>
    private static void AddWays(SceneBuilder scene, Skaebner fates, Dictionary<string, string> box)
    {
        var ways = fates
            .Steps.Where(s => box.ContainsKey(s.Fra) && box.ContainsKey(s.Til) && box[s.Fra] != box[s.Til])
            .GroupBy(s => (Fra: box[s.Fra], Til: box[s.Til]))
            .ToList();
        foreach (var way in ways.Count > box.Values.Distinct().Count() ? [] : ways)
        {
            var coupling = way.All(s => s.Kobling);
            var style = coupling ? "coupling path" : "path";
            scene.Add(new Line($"vej {way.Key.Fra} {way.Key.Til}", way.Key.Fra, way.Key.Til, style, coupling, $"{way.Count()} skridt"));
        }
    }
}
