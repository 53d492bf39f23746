using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// A difference as boxes and lines. Where it is too much to read, all of one kind that became the same in one lane is one box with their
/// number: dates first, then what leads to the effects, then indicators. Where the effects are too many too, the names of what they come
/// from are told; what was changed or moved folds last.
/// </summary>
internal sealed class Forskelsfoldning
{
    /// <summary>More boxes than these, or more under one another, are not read at arm's length.</summary>
    private const int MostBoxes = 64,
        MostOfAColumn = 24;

    /// <summary>What stays apart at each step of folding.</summary>
    private static readonly Func<Forskelsled, bool>[] Steps =
    [
        _ => true,
        l => !l.Node.Kind.IsDate(),
        l => !l.Node.Kind.IsDate() && l.Node.Kind != NodeKind.Bidrag,
        l => l.IsTold || l.Node.Kind is NodeKind.Effekt or NodeKind.Indikator,
        l => l.IsTold || l.Node.Kind is NodeKind.Effekt or NodeKind.Indsats,
        l => l.IsTold || l.Node.Kind == NodeKind.Effekt,
        l => l.IsTold || l.Node.Kind is NodeKind.Politik or NodeKind.PolitiskMaal or NodeKind.Indsats,
        l => l.IsTold || l.Node.Kind == NodeKind.Indsats,
        l => l.IsTold,
        _ => false,
    ];

    private readonly SceneBuilder _scene;
    private readonly Dictionary<string, string> _box = new(StringComparer.Ordinal);
    private readonly List<Forskelsled> _apart = [];
    private readonly List<Box> _boxes = [];

    private Forskelsfoldning(SceneBuilder scene, IReadOnlyList<Forskelsled> led, Func<Forskelsled, bool> apart)
    {
        _scene = scene;
        foreach (var group in led.GroupBy(l => apart(l) ? (l.Node.Key, 0, "", default) : (Lane(l), Column(l), l.Mark, l.Node.Kind)))
        {
            if (group.ToList() is { Count: > 1 } several)
            {
                _boxes.Add(Several(group.Key.Item1, several));
                several.ForEach(l => _box[l.Node.Key] = _boxes[^1].Id);
            }
            else
            {
                _apart.Add(group.First());
            }
        }
    }

    private bool IsReadable =>
        _apart.Count + _boxes.Count <= MostBoxes
        && _apart.Select(Column).Concat(_boxes.Select(b => b.Level)).GroupBy(c => c).All(g => g.Count() <= MostOfAColumn);

    /// <returns>How many are folded.</returns>
    public static int Draw(SceneBuilder scene, IReadOnlyList<Forskelsled> led, IReadOnlyList<(Edge Edge, string? Style)> edges)
    {
        var steps = Steps.Select(apart => new Forskelsfoldning(scene, led, apart)).ToList();
        var chosen = steps.FirstOrDefault(s => s.IsReadable) ?? steps[^1];
        chosen.AddBoxes();
        chosen.AddLines(edges);
        return chosen._box.Count;
    }

    private string Lane(Forskelsled led) => _scene.Home(_scene.Udsnit.OwnersOf(led.Node).FirstOrDefault() ?? led.Node);

    /// <summary>A date stands after what it belongs to.</summary>
    private int Column(Forskelsled led) =>
        _scene.Udsnit.OwnersOf(led.Node).FirstOrDefault() is { } owner
            ? SceneBuilder.Column(owner) + SceneBuilder.ALevel
            : SceneBuilder.Column(led.Node);

    private Box Several(string lane, List<Forskelsled> led)
    {
        var first = led[0];
        var titles = string.Join("; ", led.Select(l => l.Node.Titel).Order(StringComparer.Ordinal));
        return new(
            $"flere {lane} {Column(first)} {first.Mark} {first.Node.Kind}",
            first.Node.Kind.Info().Slug,
            Column(first),
            lane,
            "Foldet sammen",
            Foldning.Count(led.Select(l => l.Node)),
            titles,
            Word(first.Mark),
            led.TrueForAll(l => l.Node.Henvist) ? $"{first.Mark} ghost".TrimStart() : first.Mark
        )
        {
            Members = [.. led.Select(l => l.Node.Key)],
        };
    }

    private static string Word(string? mark) =>
        mark switch
        {
            "m-added" => "nye",
            "m-removed" => "fjernede",
            "m-edited" => "ændrede",
            "m-moved" => "flyttede",
            _ => "ikke ændrede",
        };

    private void AddBoxes()
    {
        _boxes.ForEach(_scene.Add);
        foreach (var led in _apart)
        {
            if (led.Node.Kind.IsDate())
            {
                _scene.Add(Dated(led));
            }
            else
            {
                _scene.Add(led.Node, led.Note, led.Mark, Lane(led));
            }
        }
    }

    private Box Dated(Forskelsled led) =>
        new(
            led.Node.Key,
            led.Node.Kind.Info().Slug,
            Column(led),
            Lane(led),
            SceneBuilder.Dated(led.Node),
            led.Node.Titel,
            led.Node.Indhold.Tekst,
            led.Note,
            led.Mark,
            led.Node.Key
        );

    private void AddLines(IReadOnlyList<(Edge Edge, string? Style)> edges)
    {
        foreach (var (edge, style) in edges.Where(e => !_box.ContainsKey(e.Edge.From) && !_box.ContainsKey(e.Edge.To)))
        {
            if (edge.Type is not (EdgeType.HarMilepael or EdgeType.FoelgesOp))
            {
                _scene.Add(edge, style);
            }
            else if (_scene.Has(edge.From) && _scene.Has(edge.To))
            {
                _scene.Add(ToLine(_scene.Box(edge.From), _scene.Box(edge.To), [(edge, style)]));
            }
        }

        foreach (
            var line in edges
                .Where(e => _box.ContainsKey(e.Edge.From) || _box.ContainsKey(e.Edge.To))
                .Where(e => IsThere(e.Edge.From) && IsThere(e.Edge.To))
                .GroupBy(e => (From: At(e.Edge.From), To: At(e.Edge.To), Coupling: e.Edge.Type == EdgeType.KoblerTil))
                .Where(g => g.Key.From != g.Key.To)
        )
        {
            _scene.Add(ToLine(line.Key.From, line.Key.To, [.. line]));
        }
    }

    private bool IsThere(string key) => _box.ContainsKey(key) || _scene.Has(key);

    private string At(string key) => _box.GetValueOrDefault(key) ?? _scene.Box(key);

    /// <summary>What leads from one box to another: as the words have it, where they say the same of all of it.</summary>
    private Line ToLine(string from, string to, List<(Edge Edge, string? Style)> of)
    {
        var (first, _) = of[0];
        var coupling = first.Type == EdgeType.KoblerTil;
        var aside = first.Type is EdgeType.HarMilepael or EdgeType.FoelgesOp;
        var styles = of.Select(e => e.Style ?? (e.Edge.Grund == Grund.Skabelon ? "weak" : "")).Distinct(StringComparer.Ordinal).ToList();
        var style =
            aside ? "aside belongs"
            : styles is [var same] && same.Length > 0 ? same
            : coupling ? "coupling"
            : "";
        var titles = of.Take(8).Select(e => $"{Title(e.Edge.From)} {e.Edge.Type.Info().Navn} {Title(e.Edge.To)}");
        var full = (of.Count == 1 ? "" : $"{of.Count} forbindelser: ") + string.Join("; ", titles);
        return new($"{first.Type.Info().Code} {from} {to}", from, to, style, coupling || aside, full);
    }

    private string Title(string key) => _scene.Udsnit.Find(key)?.Titel ?? key;
}
