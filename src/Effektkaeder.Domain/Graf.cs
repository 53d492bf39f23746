namespace Effektkaeder.Domain;

/// <summary>A whole graph, ordered by key: what is exported, compared and drawn.</summary>
public sealed record Graf(ValueList<Node> Nodes, ValueList<Edge> Edges)
{
    public static Graf Of(IEnumerable<Node> noder, IEnumerable<Edge> kanter) =>
        new([.. noder.OrderBy(n => n.Key, StringComparer.Ordinal)], [.. kanter.OrderBy(e => e.Key, StringComparer.Ordinal)]);

    /// <summary>The graph that a set of documents gives, in whatever order they come.</summary>
    public static Graf Of(IEnumerable<Aftalegraf> dokumenter)
    {
        var alle = dokumenter.ToList();
        var noder = alle.SelectMany(d => d.Nodes)
            .GroupBy(n => n.Key, StringComparer.Ordinal)
            .Select(g => Node.Of(g.Key, g.First().Kind, g.First().Kommune, g.Select(n => n.Udsagn)));
        var kanter = alle.SelectMany(d => d.Edges)
            .GroupBy(k => k.Key, StringComparer.Ordinal)
            .Select(g => Edge.Of(g.First().Type, g.First().From, g.First().To, g.First().Art, g.Select(k => k.Udsagn)));
        return Of(noder, kanter);
    }
}
