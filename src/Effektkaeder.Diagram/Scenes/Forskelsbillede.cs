using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What two revisions differ in: added, removed and changed marked by pattern and words, with what stands above them.</summary>
internal static class Forskelsbillede
{
    public static Picture Of(Udsnit foer, Udsnit efter, long fra, long til) => Of(foer, efter, $"revision {fra}", $"{til}", til);

    /// <summary>One agreement against another, as one unit's this year against last.</summary>
    public static Picture OfAgreements(Udsnit udsnit, Node fra, Node til, long revision) =>
        Of(Udsagnsdel.Of(udsnit, fra.Key), Udsagnsdel.Of(udsnit, til.Key), fra.Titel, til.Titel, revision);

    private static Picture Of(Udsnit foer, Udsnit efter, string fra, string til, long revision) =>
        Of(foer, efter, Sammenligning.Of(foer, efter), fra, til, revision);

    /// <summary>Two sides that are held against each other already, by what they are called.</summary>
    public static Picture Of(Udsnit foer, Udsnit efter, Forskel forskel, string fra, string til, long revision)
    {
        var both = Sammenlagt.Of(foer, efter, forskel);
        var scene = new SceneBuilder(both.Udsnit);
        var touched = both
            .Udsnit.Nodes.Where(n => n.Kind.IsChain() || n.Kind == NodeKind.Politik || n.Kind.IsDate())
            .Where(n => both.Noder.ContainsKey(n.Key))
            .Select(n => (Node: n, Note: Note(both.Noder[n.Key]), Mark: Mark(both.Noder[n.Key].Art)))
            .ToList();
        if (touched.Count == 0)
        {
            throw new SceneException($"Intet mål, ingen milepæl og ingen opfølgning er forskellig i {fra} og {til}.");
        }

        var led = new Dictionary<string, Forskelsled>(StringComparer.Ordinal);
        void Add(Node node, string? note = null, string? mark = null) =>
            led.TryAdd(scene.Drawn(node).Key, new(scene.Drawn(node), note, mark));
        foreach (var (node, note, mark) in touched)
        {
            if (!node.Kind.IsDate() || both.Udsnit.OwnersOf(node).Any())
            {
                Add(node, note, mark);
            }
        }

        foreach (var owner in touched.Select(t => both.Udsnit.OwnersOf(t.Node).FirstOrDefault()).OfType<Node>())
        {
            Add(owner);
        }

        // A coupling that came or went is seen with both its ends, whether or not the other one differs.
        foreach (
            var edge in led.Keys.ToList().SelectMany(both.Udsnit.EdgesOf).Where(e => IsCoupling(scene, e) && Style(both, e) is not null)
        )
        {
            foreach (var end in new[] { edge.From, edge.To }.Select(both.Udsnit.Find).OfType<Node>().Where(n => n.Kind.IsChain()))
            {
                Add(end);
            }
        }

        foreach (var above in Slaegt.Above(both.Udsnit, [.. led.Values.Select(l => l.Node)]))
        {
            Add(above);
        }

        var edges = led
            .Keys.SelectMany(both.Udsnit.EdgesOf)
            .DistinctBy(e => e.Key)
            .Select(e => (Edge: e, Style: Style(both, e)))
            .Where(e => IsTie(e.Edge) || IsCoupling(scene, e.Edge) && e.Style is not null);
        var folded = Forskelsfoldning.Draw(scene, [.. led.Values], [.. edges]);
        return scene.Build(
            $"Forskel: {fra} til {til}",
            $"{Counts(touched.Select(t => t.Mark).ToList())} led.",
            [.. Marks(touched.Select(t => t.Mark), both)],
            folded,
            revision,
            repeats: true
        ) with
        {
            OneColumnALevel = true,
        };
    }

    /// <summary>What ties the boxes together whether or not it differs; of couplings only those that came or went are told.</summary>
    private static bool IsTie(Edge edge) => edge.Type.IsHierarchy() || edge.Type is EdgeType.HarMilepael or EdgeType.FoelgesOp;

    private static bool IsCoupling(SceneBuilder scene, Edge edge) =>
        edge.Type == EdgeType.KoblerTil && edge.Tillid > 0 && !scene.IsEvidence(edge);

    /// <summary>"3 nye, 1 flyttede": what there is none of is not told.</summary>
    private static string Counts(List<string> marks) =>
        string.Join(
            ", ",
            new[] { ("m-added", "nye"), ("m-removed", "fjernede"), ("m-edited", "ændrede"), ("m-moved", "flyttede") }
                .Select(m => (Count: marks.Count(mark => mark == m.Item1), Word: m.Item2))
                .Where(m => m.Count > 0)
                .Select(m => $"{m.Count} {m.Word}")
        );

    private static string Note(Nodeforskel forskel) =>
        forskel.Art switch
        {
            Forskelsart.Ny => "ny",
            Forskelsart.Fjernet => "fjernet",
            Forskelsart.Flyttet => "flyttet",
            _ => "ændret: " + string.Join(", ", Told(forskel.Felter).Select(Word).Distinct(StringComparer.Ordinal)),
        };

    /// <summary>What was only mentioned says everything for the first time: that it is stated now is all there is to tell.</summary>
    private static IEnumerable<Feltforskel> Told(IReadOnlyList<Feltforskel> felter) =>
        felter.Any(f => f.Felt == "henvist") ? felter.Where(f => f.Felt == "henvist" || IsPlace(f)) : felter.OrderByDescending(IsPlace);

    private static bool IsPlace(Feltforskel felt) => felt.Felt is "center" or "over";

    private static string Word(Feltforskel felt) =>
        felt.Felt switch
        {
            "titel" => $"før »{felt.Foer}«",
            "tid" => "dato",
            "betinget" => "betingelse",
            "henvist" => felt.Efter.Length == 0 ? "nu indlæst" : "nu kun nævnt",
            _ => IsPlace(felt) ? "flyttet" : felt.Felt,
        };

    private static string Mark(Forskelsart art) =>
        art switch
        {
            Forskelsart.Ny => "m-added",
            Forskelsart.Fjernet => "m-removed",
            Forskelsart.Flyttet => "m-moved",
            _ => "m-edited",
        };

    /// <summary>Only what the words say is marked; what a form merely pairs stays a quiet bundle.</summary>
    private static string? Style(Sammenlagt both, Edge edge)
    {
        var coupling = edge.Type == EdgeType.KoblerTil;
        if (!coupling && edge.Grund == Grund.Skabelon)
        {
            return null;
        }

        var change =
            both.NyeKanter.Contains(edge.Key) ? "new"
            : both.FjernedeKanter.Contains(edge.Key) ? "gone"
            : null;
        return change is null ? null
            : coupling ? "coupling " + change
            : change;
    }

    private static IEnumerable<LegendEntry> Marks(IEnumerable<string> marks, Sammenlagt both)
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

        if (both.NyeKanter.Count > 0)
        {
            yield return new("new", true, "Ny forbindelse");
        }

        if (both.FjernedeKanter.Count > 0)
        {
            yield return new("gone", true, "Fjernet forbindelse");
        }
    }
}
