using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What differs between two revisions of a graph, as people would say it: not where in a document the words stand.</summary>
internal sealed class Forskelle
{
    private readonly Dictionary<string, Node> _before;
    private readonly Dictionary<string, Node> _after;

    public Forskelle(Udsnit foer, Udsnit efter)
    {
        _before = foer.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        _after = efter.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        var (oldEdges, newEdges) = (
            foer.Edges.Select(e => e.Key).ToHashSet(StringComparer.Ordinal),
            efter.Edges.Select(e => e.Key).ToHashSet(StringComparer.Ordinal)
        );
        NewEdges = newEdges.Except(oldEdges).ToHashSet(StringComparer.Ordinal);
        RemovedEdges = oldEdges.Except(newEdges).ToHashSet(StringComparer.Ordinal);
        Alt = Udsnit.Of(
            [.. efter.Nodes, .. foer.Nodes.Where(n => !_after.ContainsKey(n.Key))],
            [.. efter.Edges, .. foer.Edges.Where(e => RemovedEdges.Contains(e.Key))]
        );
    }

    /// <summary>Both graphs laid together: nodes and edges as they are after, and those that are gone.</summary>
    public Udsnit Alt { get; }

    public IReadOnlySet<string> NewEdges { get; }

    public IReadOnlySet<string> RemovedEdges { get; }

    public bool IsNew(string key) => !_before.ContainsKey(key);

    public bool IsRemoved(string key) => !_after.ContainsKey(key);

    /// <summary>The words for what changed in a node that is there both before and after; none where nothing did.</summary>
    public IReadOnlyList<string> Ord(string key)
    {
        if (IsNew(key) || IsRemoved(key))
        {
            return [];
        }

        var (a, b) = (_before[key], _after[key]);
        if (a.Equals(b))
        {
            return [];
        }

        List<string> words = [];
        if (a.Henvist && !b.Henvist)
        {
            words.Add("nu indlæst");
        }

        if (!a.Henvist && b.Henvist)
        {
            words.Add("nu kun nævnt");
        }

        if (a.Titel != b.Titel)
        {
            words.Add("titel");
        }
        else if (a.Indhold.Tekst != b.Indhold.Tekst)
        {
            words.Add("tekst");
        }

        if (!a.Indhold.Tider.Equals(b.Indhold.Tider))
        {
            words.Add("dato");
        }

        if (a.Indhold.Betinget != b.Indhold.Betinget)
        {
            words.Add("betingelse");
        }

        words.AddRange(Felter(a, b));
        if (!a.Udsagn.Select(u => u.Aftale).SequenceEqual(b.Udsagn.Select(u => u.Aftale)))
        {
            words.Add("hvem der angiver det");
        }

        return words;
    }

    private static IEnumerable<string> Felter(Node a, Node b)
    {
        var (old, now) = (Read(a), Read(b));
        return old
            .Keys.Union(now.Keys)
            .Where(k => !old.TryGetValue(k, out var x) || !now.TryGetValue(k, out var y) || x != y)
            .Select(k => k.Label)
            .Distinct(StringComparer.Ordinal);

        static Dictionary<(string Aftale, string Label, int Nr), (string Tekst, Feltstatus Status)> Read(Node node) =>
            node
                .Udsagn.SelectMany(u =>
                    u.Felter.GroupBy(f => f.Label, StringComparer.Ordinal)
                        .SelectMany(g => g.Select((f, i) => (Key: (u.Aftale, f.Label, i), Value: (f.Tekst, f.Status))))
                )
                .ToDictionary(p => p.Key, p => p.Value);
    }
}
