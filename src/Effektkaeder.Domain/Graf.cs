namespace Effektkaeder.Domain;

/// <summary>A whole graph, ordered by key: what is exported, compared and drawn.</summary>
public sealed record Graf(ValueList<Node> Nodes, ValueList<Edge> Edges)
{
    public static Graf Of(IEnumerable<Node> noder, IEnumerable<Edge> kanter) =>
        new([.. noder.OrderBy(n => n.Key, StringComparer.Ordinal)], [.. kanter.OrderBy(e => e.Key, StringComparer.Ordinal)]);
}
