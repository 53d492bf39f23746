using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;

namespace Effektkaeder.Analysis.Genkendelser;

/// <summary>What a node is known by on one side of a change: its words, what is its own below it, and what it stands under.</summary>
/// <param name="Tekst">Its whole text, plain.</param>
/// <param name="Ord">The stems of its text without the dates in it: a date is what a milestone says, not which it is.</param>
/// <param name="Eget">Its form fields, and what hangs on it alone, by kind and words.</param>
/// <param name="Over">Keys of what it hangs on, in key order.</param>
/// <param name="Linje">Where in its document it stands.</param>
internal sealed record Kendetegn(
    Node Node,
    string Tekst,
    IReadOnlySet<string> Ord,
    IReadOnlySet<string> Eget,
    IReadOnlyList<string> Over,
    int Linje
)
{
    /// <summary>Edges that say where a node belongs; couplings, people and statements do not.</summary>
    private static bool Places(EdgeType type) =>
        type.IsHierarchy()
        || type
            is EdgeType.RettetMod
                or EdgeType.HarMilepael
                or EdgeType.FoelgesOp
                or EdgeType.TruesAf
                or EdgeType.DokumenteresVed
                or EdgeType.MaalesMed
                or EdgeType.HarMaaling;

    /// <param name="edges">All edges of the nodes; an end that is not among the nodes is known by its key.</param>
    internal static IReadOnlyList<Kendetegn> Of(IReadOnlyList<Node> nodes, IEnumerable<Edge> edges, Pace pace)
    {
        var placing = pace.Over(edges).Where(e => Places(e.Type)).ToList();
        var (below, above) = (placing.ToLookup(e => e.From, StringComparer.Ordinal), placing.ToLookup(e => e.To, StringComparer.Ordinal));
        var byKey = nodes.ToDictionary(n => n.Key, StringComparer.Ordinal);
        return [.. pace.Over(nodes).Select(Known)];

        Kendetegn Known(Node node)
        {
            var own = below[node.Key].Where(e => above[e.To].Take(2).Count() == 1).Select(e => Name(e.To));
            var fields = node.Udsagn.SelectMany(u => u.Felter).Where(f => f.Tekst.Length > 0).Select(f => $"{f.Label}: {f.Tekst}");
            return new(
                node,
                Identitet.Plain(node.Indhold.Tekst),
                Indholdsord.Of(WithoutDates(node.Indhold)),
                own.Concat(fields).ToHashSet(StringComparer.Ordinal),
                [.. above[node.Key].Select(e => e.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                node.Vist.Herkomst is [var first, ..] ? first.Linje : 0
            );
        }

        string Name(string key) => byKey.TryGetValue(key, out var n) ? $"{n.Kind} {Identitet.Plain(n.Indhold.Tekst)}" : key;
    }

    private static string WithoutDates(Indhold indhold) =>
        indhold
            .Tider.Where(t => t.Tekst.Length > 0)
            .Aggregate(indhold.Tekst, (text, tid) => text.Replace(tid.Tekst, " ", StringComparison.OrdinalIgnoreCase));
}
