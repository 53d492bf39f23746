using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What two revisions differ in: added, removed and changed marked by pattern and words, with what stands above them.</summary>
internal static class Forskelsbillede
{
    private const int MostNodes = 120;

    public static Picture Of(Udsnit foer, Udsnit efter, long fra, long til) => Of(foer, efter, $"revision {fra}", $"{til}", til);

    /// <summary>One agreement against another, as one unit's this year against last.</summary>
    public static Picture OfAgreements(Udsnit udsnit, Node fra, Node til, long revision) =>
        Of(Stated(udsnit, fra), Stated(udsnit, til), fra.Titel, til.Titel, revision, aftaler: true);

    /// <summary>What one agreement states, as it states it.</summary>
    private static Udsnit Stated(Udsnit udsnit, Node aftale) =>
        Udsnit.Of(
            udsnit
                .Nodes.Where(n => n.Kind != NodeKind.Aftale && n.Udsagn.Any(u => u.Aftale == aftale.Key))
                .Select(n => Node.Of(n.Key, n.Kind, n.Kommune, n.Udsagn.Where(u => u.Aftale == aftale.Key)))
                .Append(aftale),
            udsnit.Edges.Where(e => e.Udsagn.Any(u => u.Aftale == aftale.Key))
        );

    private static Picture Of(Udsnit foer, Udsnit efter, string fra, string til, long revision, bool aftaler = false)
    {
        var forskelle = new Forskelle(foer, efter, aftaler);
        var scene = new SceneBuilder(forskelle.Alt);
        var touched = forskelle
            .Alt.Nodes.Where(n => n.Kind.IsChain() || n.Kind is NodeKind.Politik or NodeKind.Milepael or NodeKind.Opfoelgning)
            .Select(n => (Node: n, Note: Note(forskelle, n.Key), Mark: Mark(forskelle, n.Key)))
            .Where(t => t.Note is not null)
            .ToList();
        if (touched.Count == 0)
        {
            throw new SceneException($"Intet mål, ingen milepæl og ingen opfølgning er forskellig i {fra} og {til}.");
        }
        // The upper levels tell the story; milestones and follow-ups fold first, then the deepest levels.
        var deepest = new int?[] { 9, 5, 4, 3, 2 }
            .First(l => l == 2 || touched.Count(t => Depth(t.Node) <= l) <= MostNodes)!
            .Value;
        var shown = touched.Where(t => Depth(t.Node) <= deepest).ToList();
        var folded = touched.Except(shown).Select(t => t.Node.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, note, mark) in shown.Where(t => Depth(t.Node) < 9))
        {
            scene.Add(
                node,
                Foldning.Note(forskelle.Alt, node, deepest, n => folded.Contains(n.Key)) is { } more ? $"{note}; {more}" : note,
                mark
            );
        }

        foreach (var (node, note, mark) in shown.Where(t => Depth(t.Node) == 9))
        {
            AddAside(scene, node, note!, mark!);
        }

        foreach (var above in Slaegt.Above(forskelle.Alt, scene.Keys.Select(k => forskelle.Alt.Find(k)!).ToList()))
        {
            scene.Add(above);
        }

        foreach (var edge in scene.Keys.ToList().SelectMany(forskelle.Alt.EdgesOf).DistinctBy(e => e.Key))
        {
            if (edge.Type.IsHierarchy() || edge.Type == EdgeType.KoblerTil && edge.Tillid > 0 && !scene.IsEvidence(edge))
            {
                scene.Add(edge, Style(forskelle, edge));
            }
        }

        var counts = shown.Count == touched.Count ? "" : $" {touched.Count - shown.Count} er foldet sammen.";
        return scene.Build(
            $"Forskel: {fra} til {til}",
            $"{Counts(touched.Select(t => t.Mark!).ToList())} led.{counts}",
            [.. Marks(touched.Select(t => t.Mark!), forskelle)],
            touched.Count - shown.Count,
            revision
        );
    }

    /// <summary>"3 nye, 1 flyttede": what there is none of is not told.</summary>
    private static string Counts(List<string> marks) =>
        string.Join(
            ", ",
            new[] { ("m-added", "nye"), ("m-removed", "fjernede"), ("m-edited", "ændrede"), ("m-moved", "flyttede") }
                .Select(m => (Count: marks.Count(mark => mark == m.Item1), Word: m.Item2))
                .Where(m => m.Count > 0)
                .Select(m => $"{m.Count} {m.Word}")
        );

    private static int Depth(Node node) => node.Kind is NodeKind.Milepael or NodeKind.Opfoelgning ? 9 : node.Level ?? 0;

    private static void AddAside(SceneBuilder scene, Node node, string note, string mark)
    {
        var type = node.Kind == NodeKind.Milepael ? EdgeType.HarMilepael : EdgeType.FoelgesOp;
        if (scene.Udsnit.Sources(node.Key, type).FirstOrDefault() is not { } owner)
        {
            return;
        }

        scene.Add(owner);
        scene.Add(
            new Box(
                node.Key,
                node.Kind.Info().Slug,
                SceneBuilder.Column(owner) + SceneBuilder.ALevel,
                scene.Baner.Of(owner),
                SceneBuilder.Dated(node),
                node.Titel,
                node.Indhold.Tekst,
                note,
                mark,
                node.Key
            )
        );
        scene.Add(
            new Line(
                $"{type.Info().Code} {owner.Key} {node.Key}",
                owner.Key,
                node.Key,
                "aside",
                true,
                $"{owner.Titel} {type.Info().Navn} {node.Titel}"
            )
        );
    }

    private static string? Note(Forskelle forskelle, string key) =>
        forskelle.IsNew(key) ? "ny"
        : forskelle.IsRemoved(key) ? "fjernet"
        : forskelle.IsMoved(key) ? "flyttet"
        : forskelle.Ord(key) is { Count: > 0 } words ? "ændret: " + string.Join(", ", words)
        : null;

    private static string? Mark(Forskelle forskelle, string key) =>
        forskelle.IsNew(key) ? "m-added"
        : forskelle.IsRemoved(key) ? "m-removed"
        : forskelle.IsMoved(key) ? "m-moved"
        : forskelle.Ord(key).Count > 0 ? "m-edited"
        : null;

    /// <summary>Only what the words say is marked; what a form merely pairs stays a quiet bundle.</summary>
    private static string? Style(Forskelle forskelle, Edge edge)
    {
        var coupling = edge.Type == EdgeType.KoblerTil;
        if (!coupling && edge.Grund == Grund.Skabelon)
        {
            return null;
        }

        var change =
            forskelle.NewEdges.Contains(edge.Key) ? "new"
            : forskelle.RemovedEdges.Contains(edge.Key) ? "gone"
            : null;
        return change is null ? null
            : coupling ? "coupling " + change
            : change;
    }

    private static IEnumerable<LegendEntry> Marks(IEnumerable<string> marks, Forskelle forskelle)
    {
        var used = marks.ToHashSet(StringComparer.Ordinal);
        if (used.Contains("m-added"))
        {
            yield return new("other", false, "Ny", "m-added");
        }

        if (used.Contains("m-removed"))
        {
            yield return new("other", false, "Fjernet", "m-removed");
        }

        if (used.Contains("m-edited"))
        {
            yield return new("other", false, "Ændret", "m-edited");
        }

        if (used.Contains("m-moved"))
        {
            yield return new("other", false, "Flyttet", "m-moved");
        }

        if (forskelle.NewEdges.Count > 0)
        {
            yield return new("new", true, "Ny forbindelse");
        }

        if (forskelle.RemovedEdges.Count > 0)
        {
            yield return new("gone", true, "Fjernet forbindelse");
        }
    }
}
