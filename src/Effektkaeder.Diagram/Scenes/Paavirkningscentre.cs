using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// An impact on more centres than can stand under one another: in each centre all that meets the same fate is one box, and the
/// boxes stand side by side in as many columns as it takes.
/// </summary>
internal static class Paavirkningscentre
{
    private sealed record Skaebne(string Lane, int Column, string Note, string Mark, IReadOnlyList<Node> Led);

    /// <summary>How many centres something falls, changes or is touched in.</summary>
    public static int Touched(SceneBuilder scene, Paavirkningssvar svar) =>
        All(scene, svar).Select(s => s.Lane).Distinct(StringComparer.Ordinal).Count();

    public static Picture Of(SceneBuilder scene, Paavirkningssvar svar, long revision)
    {
        var all = All(scene, svar).ToList();
        var titles = scene.Baner.Titled(all.Select(s => s.Lane)).ToDictionary(l => l.Id, l => l.Title, StringComparer.Ordinal);
        foreach (var fate in all)
        {
            scene.Add(
                new Box(
                    Id(fate.Lane, fate.Mark),
                    "other",
                    fate.Column,
                    Oversigt.Alle,
                    SceneBuilder.Upper(fate.Note),
                    titles[fate.Lane],
                    $"{titles[fate.Lane]}: {string.Join("; ", fate.Led.Select(n => n.Titel))}",
                    Foldning.Count(fate.Led),
                    fate.Mark,
                    scene.Udsnit.Find(fate.Lane)?.Key
                )
            );
        }

        AddWays(scene, svar, all);
        return scene.Build(
            Paavirkningsbillede.Title(svar),
            $"{Paavirkningsbillede.Description(svar)} Foldet sammen: et felt for hvert center og hver følge.",
            [.. Paavirkningsbillede.Marks(svar)],
            all.Sum(s => s.Led.Count),
            revision,
            freeLanes: true
        );
    }

    private static IEnumerable<Skaebne> All(SceneBuilder scene, Paavirkningssvar svar)
    {
        var fallen = svar.Bortfaldne.Select(n => (Node: n, Column: 0, Note: "bortfalder", Mark: "m-dropped"));
        var changed = svar
            .Aendrede.Where(a => a.Aendring.Art != AendringArt.Bortfalder)
            .Select(a => (a.Node, Column: 0, Note: Paavirkningsbillede.Verb(a.Aendring.Art), Mark: "m-changed"));
        var touched = svar.Beroerte.Select(b =>
            (
                b.Node,
                Column: 2 * (1 + (int)b.Konsekvens),
                Note: Paavirkningsbillede.Navn(b.Konsekvens),
                Mark: Paavirkningsbillede.Mark(b.Konsekvens)
            )
        );
        return fallen
            .Concat(changed)
            .Concat(touched)
            .GroupBy(f => (Lane: scene.Baner.Of(f.Node), f.Column, f.Note, f.Mark))
            .Select(g => new Skaebne(g.Key.Lane, g.Key.Column, g.Key.Note, g.Key.Mark, [.. g.Select(f => f.Node)]));
    }

    /// <summary>From where the paths of a fate begin; more lines than boxes would be a tangle, then the boxes alone tell.</summary>
    private static void AddWays(SceneBuilder scene, Paavirkningssvar svar, List<Skaebne> all)
    {
        var starts = all.Where(s => s.Column == 0).ToDictionary(s => s.Lane, s => Id(s.Lane, s.Mark), StringComparer.Ordinal);
        var ways = svar
            .Beroerte.GroupBy(b =>
                (From: scene.Baner.Of(b.Stier[0].Nodes[0]), To: Id(scene.Baner.Of(b.Node), Paavirkningsbillede.Mark(b.Konsekvens)))
            )
            .Where(g => starts.ContainsKey(g.Key.From))
            .ToList();
        foreach (var way in ways.Count > all.Count ? [] : ways)
        {
            var direct = way.Any(b => b.Direkthed == Direkthed.Hierarki);
            scene.Add(
                new Line(
                    $"vej {starts[way.Key.From]} {way.Key.To}",
                    starts[way.Key.From],
                    way.Key.To,
                    direct ? "path" : "coupling path",
                    !direct,
                    $"{way.Count()} led, som {Paavirkningsbillede.Navn(way.First().Konsekvens)}"
                )
            );
        }
    }

    private static string Id(string lane, string mark) => $"skæbne {lane} {mark}";
}
