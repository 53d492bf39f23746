using Effektkaeder.Domain;

namespace Effektkaeder.Exchange;

/// <summary>A graph as property graphs have it: where a node belongs is a relation too, as far as that is a node.</summary>
internal static class Placed
{
    /// <summary>Relations by type and then in the graph's order: the ends' keys and what is said of them.</summary>
    public static IEnumerable<(string Type, string From, string To, IReadOnlyList<Faktum> Values)> Relations(Graf graf)
    {
        var nodes = graf.Nodes.ToDictionary(n => n.Key, n => n.Kind, StringComparer.Ordinal);
        var places = graf.Nodes.SelectMany(n =>
            Faktablad
                .Pladser(n)
                .Where(p => nodes.TryGetValue(p.Key, out var kind) && kind == p.Kind)
                .Select(p => (p.Type, From: n.Key, To: p.Key, Values: (IReadOnlyList<Faktum>)[]))
        );
        return graf
            .Edges.Select(e => (e.Type.Info().Code, e.From, e.To, Faktablad.Of(e)))
            .Concat(places)
            .OrderBy(r => r.Item1, StringComparer.Ordinal);
    }
}
