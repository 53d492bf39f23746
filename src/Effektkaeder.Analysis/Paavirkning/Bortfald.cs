using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>What falls with what is dropped, before any question of support.</summary>
internal static class Bortfald
{
    /// <summary>
    /// A policy takes the goals that no other policy contains; an agreement what no other agreement states (what all share,
    /// municipalities and paragraphs, stays); anything else falls alone.
    /// </summary>
    /// <param name="angivet">The keys of what each agreement states, where that is known without looking at every node.</param>
    public static HashSet<string> Of(
        Udsnit udsnit,
        IEnumerable<string> dropped,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? angivet = null
    )
    {
        var fallen = dropped.Where(k => udsnit.Find(k) is not null).ToHashSet(StringComparer.Ordinal);
        foreach (var aftale in fallen.Where(k => udsnit.Find(k)!.Kind == NodeKind.Aftale).ToList())
        {
            foreach (var node in angivet?.GetValueOrDefault(aftale) is { } own ? own.Select(udsnit.Find).OfType<Node>() : udsnit.Nodes)
            {
                if (
                    node.Kind is not (NodeKind.Kommune or NodeKind.Lovhenvisning)
                    && node.Udsagn.Any(u => u.Aftale == aftale)
                    && node.Udsagn.All(u => fallen.Contains(u.Aftale))
                )
                {
                    fallen.Add(node.Key);
                }
            }
        }

        foreach (var politik in fallen.Where(k => udsnit.Find(k)!.Kind == NodeKind.Politik).ToList())
        {
            foreach (var maal in udsnit.Targets(politik, EdgeType.Indeholder))
            {
                if (udsnit.Sources(maal.Key, EdgeType.Indeholder).All(p => fallen.Contains(p.Key)))
                {
                    fallen.Add(maal.Key);
                }
            }
        }

        return fallen;
    }
}
