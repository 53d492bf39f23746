namespace Effektkaeder.Analysis.Tal;

/// <summary>A set of nodes, a bit each.</summary>
internal sealed class NodeSet(int count)
{
    private readonly ulong[] _bits = new ulong[(count + 63) / 64];

    public bool this[int node] => (_bits[node >> 6] >> node & 1) != 0;

    /// <returns>Whether it was not there.</returns>
    public bool Add(int node)
    {
        var (before, bit) = (_bits[node >> 6], 1UL << node);
        _bits[node >> 6] = before | bit;
        return (before & bit) == 0;
    }

    /// <summary>The nodes that have a coupling, or have one below them.</summary>
    public static NodeSet LeadingToCouplings(Talgraf graph)
    {
        var set = new NodeSet(graph.Count);
        var open = new Stack<int>();
        for (var node = 0; node < graph.Count; node++)
        {
            if (!graph.Coupled(node).IsEmpty && set.Add(node))
            {
                open.Push(node);
            }

            while (open.TryPop(out var below))
            {
                foreach (var above in graph.Up(below))
                {
                    if (set.Add(above))
                    {
                        open.Push(above);
                    }
                }
            }
        }

        return set;
    }
}
