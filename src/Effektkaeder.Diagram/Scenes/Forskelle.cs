using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What differs between two revisions of a graph, as people would say it: not where in a document the words stand.</summary>
internal sealed class Forskelle
{
    private readonly Dictionary<string, Node> before;
    private readonly Dictionary<string, Node> after;

    public Forskelle(Udsnit foer, Udsnit efter)
    {
        before = foer.Noder.ToDictionary(n => n.Key, StringComparer.Ordinal);
        after = efter.Noder.ToDictionary(n => n.Key, StringComparer.Ordinal);
        var (oldEdges, newEdges) = (foer.Kanter.Select(e => e.Key).ToHashSet(StringComparer.Ordinal), efter.Kanter.Select(e => e.Key).ToHashSet(StringComparer.Ordinal));
        NyeKanter = newEdges.Except(oldEdges).ToHashSet(StringComparer.Ordinal);
        FjernedeKanter = oldEdges.Except(newEdges).ToHashSet(StringComparer.Ordinal);
        Alt = Udsnit.Of([.. efter.Noder, .. foer.Noder.Where(n => !after.ContainsKey(n.Key))], [.. efter.Kanter, .. foer.Kanter.Where(e => FjernedeKanter.Contains(e.Key))]);
    }

    /// <summary>Both graphs laid together: nodes and edges as they are after, and those that are gone.</summary>
    public Udsnit Alt { get; }

    public IReadOnlySet<string> NyeKanter { get; }

    public IReadOnlySet<string> FjernedeKanter { get; }

    public bool ErNy(string key) => !before.ContainsKey(key);

    public bool ErFjernet(string key) => !after.ContainsKey(key);

    /// <summary>The words for what changed in a node that is there both before and after; none where nothing did.</summary>
    public IReadOnlyList<string> Ord(string key)
    {
        if (ErNy(key) || ErFjernet(key)) return [];
        var (a, b) = (before[key], after[key]);
        if (a.Equals(b)) return [];
        List<string> words = [];
        if (a.Henvist && !b.Henvist) words.Add("nu indlæst");
        if (!a.Henvist && b.Henvist) words.Add("nu kun nævnt");
        if (a.Titel != b.Titel) words.Add("titel");
        else if (a.Indhold.Tekst != b.Indhold.Tekst) words.Add("tekst");
        if (!a.Indhold.Tider.Equals(b.Indhold.Tider)) words.Add("dato");
        if (a.Indhold.Betinget != b.Indhold.Betinget) words.Add("betingelse");
        words.AddRange(Felter(a, b));
        if (!a.Udsagn.Select(u => u.Aftale).SequenceEqual(b.Udsagn.Select(u => u.Aftale))) words.Add("hvem der angiver det");
        return words;
    }

    private static IEnumerable<string> Felter(Node a, Node b)
    {
        var (old, now) = (Read(a), Read(b));
        return old.Keys.Union(now.Keys).Where(k => !old.TryGetValue(k, out var x) || !now.TryGetValue(k, out var y) || x != y).Select(k => k.Label).Distinct(StringComparer.Ordinal);

        static Dictionary<(string Aftale, string Label, int Nr), (string Tekst, Feltstatus Status)> Read(Node node) => node.Udsagn
            .SelectMany(u => u.Felter.GroupBy(f => f.Label, StringComparer.Ordinal).SelectMany(g => g.Select((f, i) => (Key: (u.Aftale, f.Label, i), Value: (f.Tekst, f.Status)))))
            .ToDictionary(p => p.Key, p => p.Value);
    }
}
