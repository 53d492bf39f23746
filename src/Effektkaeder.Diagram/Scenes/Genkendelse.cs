using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Diagram.Scenes;

/// <summary>
/// Finds in what is gone and what is new the same thing under another key: a new year's agreement gives all that belongs to it new
/// keys, and a new name a new key too. The same kind and words that are alike; of several the most alike, then by key.
/// </summary>
internal static class Genkendelse
{
    /// <summary>Share of the words that must be common; less, and it is another thing.</summary>
    private const double Least = .6;

    /// <summary>Of two that are as alike the one in the same centre, or under the same, is meant.</summary>
    private const double Near = .04;

    /// <returns>The old node by the new node's key.</returns>
    public static Dictionary<string, Node> Of(Udsnit foer, Udsnit efter)
    {
        var gone = foer.Nodes.Where(n => efter.Find(n.Key) is null && !n.Henvist).ToLookup(n => n.Kind);
        var pairs =
            from now in efter.Nodes
            where foer.Find(now.Key) is null && !now.Henvist && gone.Contains(now.Kind)
            from old in gone[now.Kind]
            let likeness = Likeness(foer, efter, old, now)
            where likeness >= Least
            select (Old: old, Now: now, Likeness: likeness);
        var (known, taken) = (new Dictionary<string, Node>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (
            var (old, now, _) in pairs
                .OrderByDescending(p => p.Likeness)
                .ThenBy(p => p.Now.Key, StringComparer.Ordinal)
                .ThenBy(p => p.Old.Key, StringComparer.Ordinal)
        )
        {
            if (!known.ContainsKey(now.Key) && taken.Add(old.Key))
            {
                known.Add(now.Key, old);
            }
        }

        return known;
    }

    private static double Likeness(Udsnit foer, Udsnit efter, Node old, Node now)
    {
        if (old.Indhold.Tekst == now.Indhold.Tekst || old.Titel == now.Titel)
        {
            return 1 + (old.Vist.Center == now.Vist.Center ? Near : 0);
        }

        var (a, b) = (Indholdsord.Of(old.Titel + " " + old.Indhold.Tekst), Indholdsord.Of(now.Titel + " " + now.Indhold.Tekst));
        var common = a.Count(b.Contains);
        if (common == 0)
        {
            return 0;
        }

        var share = (double)common / Math.Max(a.Count, b.Count);
        var siblings = foer.Parents(old.Key).Select(p => p.Titel).Intersect(efter.Parents(now.Key).Select(p => p.Titel)).Any();
        return share + (old.Vist.Center == now.Vist.Center ? Near : 0) + (siblings ? Near : 0);
    }
}
