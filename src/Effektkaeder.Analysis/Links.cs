using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>A graph's edges in key order, as numbers, and each node's in that order.</summary>
public sealed class Links
{
    private Links(byte[] types, int[] from, int[] to, IReadOnlyList<Edge> edges, Adjacency outgoing, Adjacency incoming) =>
        (Types, From, To, Edges, Out, In) = (types, from, to, edges, outgoing, incoming);

    /// <summary>Each edge's type; <see cref="From"/> the node that it starts in, <see cref="To"/> the one that it ends in.</summary>
    public byte[] Types { get; }

    public int[] From { get; }

    public int[] To { get; }

    public IReadOnlyList<Edge> Edges { get; }

    internal Adjacency Out { get; }

    internal Adjacency In { get; }

    public static Links Of(int nodes, byte[] types, int[] from, int[] to, IReadOnlyList<Edge> edges) =>
        new(types, from, to, edges, Adjacency.Of(nodes, from), Adjacency.Of(nodes, to));

    /// <summary>These edges as another revision has them.</summary>
    /// <param name="nodes">What became of the nodes.</param>
    /// <param name="moved">What became of the edges.</param>
    public Links Moved(Splice nodes, Splice moved, byte[] types, int[] from, int[] to, IReadOnlyList<Edge> edges)
    {
        // Where most is new, what was known of the order is no help.
        if (moved.PutAt.Length > edges.Count / 4)
        {
            return Of(nodes.Count, types, from, to, edges);
        }

        if (moved.IsNone)
        {
            return new(types, from, to, edges, Out.Moved(nodes), In.Moved(nodes));
        }

        var (sources, became) = (nodes.Sources(), moved.Became());
        return new(types, from, to, edges, Out.Moved(sources, became, moved.PutAt, from), In.Moved(sources, became, moved.PutAt, to));
    }
}
