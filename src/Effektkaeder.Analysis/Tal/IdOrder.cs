using System.Buffers;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// The order of a graph's nodes by id, bytewise, without comparing ids: a built graph numbers its nodes in that order, and a
/// node added since knows the built node it comes after. Only nodes added in the same gap are compared.
/// </summary>
public sealed class IdOrder
{
    private readonly Rows<byte> _ids;
    private readonly Column<int> _after;

    /// <param name="built">Nodes that are numbered in order.</param>
    /// <param name="after">Of each node added since, the last built node before it; -1 for none.</param>
    /// <param name="hasControls">Some id has a character below U+000B.</param>
    internal IdOrder(Rows<byte> ids, int built, Column<int> after, bool hasControls) =>
        (_ids, Built, _after, HasControls) = (ids, built, after, hasControls);

    /// <summary>Nodes below this number are numbered in order.</summary>
    public int Built { get; }

    /// <summary>Some id has a character that sorts before a tab or a line's end: lines sort otherwise than ids.</summary>
    public bool HasControls { get; }

    /// <summary>Every node is numbered in order.</summary>
    public bool IsNumbers => _after.Count == 0;

    internal Column<int> After => _after;

    public int Compare(int a, int b) =>
        a < Built && b < Built ? a.CompareTo(b)
        : Key(a).CompareTo(Key(b)) is not 0 and var byGap ? byGap
        : _ids[a].SequenceCompareTo(_ids[b]);

    /// <summary>Sorts nodes by id. Linear in their number but for those added since the graph was built.</summary>
    public void Sort(Span<int> nodes)
    {
        if (IsNumbers)
        {
            NumberSort.Sort(nodes, Built);
            return;
        }

        var keys = ArrayPool<int>.Shared.Rent(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            keys[i] = Key(nodes[i]);
        }

        keys.AsSpan(0, nodes.Length).Sort(nodes);
        for (var start = 0; start < nodes.Length;)
        {
            var end = start + 1;
            while (end < nodes.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                nodes[start..end].Sort((a, b) => _ids[a].SequenceCompareTo(_ids[b]));
            }

            start = end;
        }

        ArrayPool<int>.Shared.Return(keys);
    }

    /// <summary>The last built node whose id comes before one that no built node has; -1 for none.</summary>
    internal int Before(ReadOnlySpan<byte> id)
    {
        var (low, high) = (0, Built);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ids[middle].SequenceCompareTo(id) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>Built nodes have odd keys, the gaps between them even ones.</summary>
    private int Key(int node) => node < Built ? 2 * node + 1 : 2 * (_after[node - Built] + 1);
}
