using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>What differs between two revisions of a graph, as people would say it: not where in a document the words stand.</summary>
internal sealed class Forskelle
{
    private readonly Dictionary<string, Node> _before;
    private readonly Dictionary<string, Node> _after;
    private readonly bool _aftaler;
    private readonly Udsnit _foer;
    private readonly Udsnit _efter;

    /// <summary>What has a new key and is the same thing: the old node by the new key, and the new key by the old.</summary>
    private readonly Dictionary<string, Node> _known;
    private readonly Dictionary<string, string> _now;

    /// <param name="aftaler">Two agreements are compared: that another document states a thing is then no difference.</param>
    public Forskelle(Udsnit foer, Udsnit efter, bool aftaler = false)
    {
        _aftaler = aftaler;
        _before = foer.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        _after = efter.Nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        (_foer, _efter) = (foer, efter);
        _known = Genkendelse.Of(foer, efter);
        _now = _known.ToDictionary(p => p.Value.Key, p => p.Key, StringComparer.Ordinal);
        var oldEdges = foer.Edges.ToDictionary(e => e.Key, Told, StringComparer.Ordinal);
        var newEdges = efter.Edges.ToDictionary(e => e.Key, e => (e.Type, e.From, e.To), StringComparer.Ordinal);
        var (before, after) = (oldEdges.Values.ToHashSet(), newEdges.Values.ToHashSet());
        NewEdges = newEdges.Where(p => !before.Contains(p.Value)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        RemovedEdges = oldEdges.Where(p => !after.Contains(p.Value)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        Alt = Udsnit.Of(
            [.. efter.Nodes, .. foer.Nodes.Where(n => IsRemoved(n.Key))],
            [.. efter.Edges, .. foer.Edges.Where(e => RemovedEdges.Contains(e.Key) && !_now.ContainsKey(e.From) && !_now.ContainsKey(e.To))]
        );
    }

    /// <summary>An old edge as it would be told now: by the keys that its ends have now.</summary>
    private (EdgeType Type, string From, string To) Told(Edge edge) =>
        (edge.Type, _now.GetValueOrDefault(edge.From, edge.From), _now.GetValueOrDefault(edge.To, edge.To));

    /// <summary>Both graphs laid together: nodes and edges as they are after, and those that are gone.</summary>
    public Udsnit Alt { get; }

    public IReadOnlySet<string> NewEdges { get; }

    public IReadOnlySet<string> RemovedEdges { get; }

    public bool IsNew(string key) => !_before.ContainsKey(key) && !_known.ContainsKey(key);

    public bool IsRemoved(string key) => !_after.ContainsKey(key) && !_now.ContainsKey(key);

    /// <summary>Whether all that changed is where it stands: under what, or in which centre.</summary>
    public bool IsMoved(string key) => Ord(key) is [var only] && only == Flyttet;

    private const string Flyttet = "flyttet";

    /// <summary>The words for what changed in a node that is there both before and after; none where nothing did.</summary>
    public IReadOnlyList<string> Ord(string key)
    {
        if (IsNew(key) || IsRemoved(key))
        {
            return [];
        }

        var (a, b) = (_before.GetValueOrDefault(key) ?? _known[key], _after[key]);
        List<string> words = [];
        if (Moved(a, b))
        {
            words.Add(Flyttet);
        }

        if (a.Equals(b))
        {
            return words;
        }

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
            words.Add($"før »{a.Titel}«");
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
        // A new year's agreement states anew what it keeps: that is no change of the thing.
        if (a.Key == b.Key && !_aftaler && !a.Udsagn.Select(u => u.Aftale).SequenceEqual(b.Udsagn.Select(u => u.Aftale)))
        {
            words.Add("hvem der angiver det");
        }

        return words;
    }

    /// <summary>Under other parents than before, or stated by another centre; what stood nowhere has not moved.</summary>
    private bool Moved(Node a, Node b)
    {
        var old = _foer.Parents(a.Key).Select(p => _now.GetValueOrDefault(p.Key, p.Key)).ToHashSet(StringComparer.Ordinal);
        var now = _efter.Parents(b.Key).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        return old.Count > 0 && now.Count > 0 && !old.Overlaps(now)
            || a.Vist.Center is { } was && b.Vist.Center is { } center && was != center && a.Kind != NodeKind.Organisation;
    }

    private IEnumerable<string> Felter(Node a, Node b)
    {
        var (old, now) = (Read(a), Read(b));
        return old
            .Keys.Union(now.Keys)
            .Where(k => !old.TryGetValue(k, out var x) || !now.TryGetValue(k, out var y) || x != y)
            .Select(k => k.Label)
            .Distinct(StringComparer.Ordinal);

        Dictionary<(string Aftale, string Label, int Nr), (string Tekst, Feltstatus Status)> Read(Node node) =>
            node
                .Udsagn.SelectMany(u =>
                    u.Felter.GroupBy(f => f.Label, StringComparer.Ordinal)
                        .SelectMany(g =>
                            g.Select((f, i) => (Key: (a.Key == b.Key && !_aftaler ? u.Aftale : "", f.Label, i), Value: (f.Tekst, f.Status)))
                        )
                )
                .DistinctBy(p => p.Key)
                .ToDictionary(p => p.Key, p => p.Value);
    }
}
