namespace Effektkaeder.Analysis;

/// <summary>Edge numbers by the node at one of their ends, those of each node rising.</summary>
/// <param name="start">Where each node's begin, and at last how many there are.</param>
internal sealed class Adjacency(int[] start, int[] edges)
{
    public ReadOnlySpan<int> Of(int node) => edges.AsSpan(start[node]..start[node + 1]);

    /// <summary>A counting sort, which keeps the edges of each group in their order.</summary>
    /// <param name="ends">Each edge's node.</param>
    public static Adjacency Of(int nodes, int[] ends)
    {
        var start = new int[nodes + 1];
        foreach (var end in ends)
        {
            start[end + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            start[i + 1] += start[i];
        }

        var next = start.AsSpan(0, nodes).ToArray();
        var edges = new int[ends.Length];
        for (var edge = 0; edge < ends.Length; edge++)
        {
            edges[next[ends[edge]]++] = edge;
        }

        return new(start, edges);
    }

    /// <summary>The same after some nodes came and went that no edge had an end in.</summary>
    public Adjacency Moved(Splice nodes) => new(nodes.Of(start, i => start[nodes.Before[i]]), edges);

    /// <summary>The same after some nodes and edges came and went: one pass, and no sorting.</summary>
    /// <param name="sources">By new node, the old one; -1 for one that had no edges.</param>
    /// <param name="became">By old edge, the new one, rising; -1 for one that went.</param>
    /// <param name="put">The edges that came, rising, and <paramref name="ends"/> the node of every edge as it is now.</param>
    public Adjacency Moved(int[] sources, int[] became, ReadOnlySpan<int> put, int[] ends)
    {
        var came = Array.ConvertAll(put.ToArray(), edge => (Node: ends[edge], Edge: edge));
        Array.Sort(came);
        var nextStart = GC.AllocateUninitializedArray<int>(sources.Length + 1);
        var next = GC.AllocateUninitializedArray<int>(ends.Length);
        var (at, nextCame) = (0, 0);
        for (var node = 0; node < sources.Length; node++)
        {
            nextStart[node] = at;
            if (sources[node] is >= 0 and var old)
            {
                for (var i = start[old]; i < start[old + 1]; i++)
                {
                    var edge = became[edges[i]];
                    if (edge < 0)
                    {
                        continue;
                    }

                    for (; nextCame < came.Length && came[nextCame].Node == node && came[nextCame].Edge < edge; nextCame++)
                    {
                        next[at++] = came[nextCame].Edge;
                    }

                    next[at++] = edge;
                }
            }

            for (; nextCame < came.Length && came[nextCame].Node == node; nextCame++)
            {
                next[at++] = came[nextCame].Edge;
            }
        }

        nextStart[sources.Length] = at;
        return new(nextStart, next);
    }
}
