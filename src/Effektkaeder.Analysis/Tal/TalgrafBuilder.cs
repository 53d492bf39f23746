using System.Runtime.InteropServices;
using System.Text;
using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// Builds a graph of numbers from nodes and edges in any order. Nodes are numbered as they are first named;
/// <see cref="Build()"/> numbers them anew, by id.
/// </summary>
public sealed class TalgrafBuilder
{
    private readonly ByteTable _ids = new(),
        _groups = new();
    private readonly List<Talgruppe> _groupList = [];
    private readonly List<int> _groupOf = [];
    private readonly List<long> _hierarchy = [],
        _couplings = [];
    private byte[] _groupKey = new byte[256];
    private bool _hasControls;

    /// <summary>Nodes named so far.</summary>
    public int Count => _ids.Count;

    /// <summary>The number of an id, which an edge may name before its node comes.</summary>
    public int Number(ReadOnlySpan<byte> id)
    {
        var number = _ids.Add(id);
        if (number == _groupOf.Count)
        {
            _groupOf.Add(-1);
            _hasControls |= id.IndexOfAnyInRange((byte)0, (byte)'\n') >= 0;
        }

        return number;
    }

    /// <summary>States a node; empty names for no municipality, no centre. All texts are UTF-8.</summary>
    /// <returns>False where the node has been stated before.</returns>
    public bool Node(int number, NodeKind kind, ReadOnlySpan<byte> kommune, ReadOnlySpan<byte> centre)
    {
        if (_groupOf[number] >= 0)
        {
            return false;
        }

        _groupOf[number] = GroupOf(kind, kommune, centre);
        return true;
    }

    /// <summary>From the upper node to the lower. The same edge again changes nothing.</summary>
    public void Hierarchy(int from, int to) => _hierarchy.Add(Pairs.Of(from, to));

    /// <summary>Couplings have no direction. The same coupling again changes nothing.</summary>
    public void Coupling(int a, int b)
    {
        _couplings.Add(Pairs.Of(a, b));
        _couplings.Add(Pairs.Of(b, a));
    }

    /// <summary>The first number that an edge names and no node states; -1 for none.</summary>
    public int FirstUnstated() => _groupOf.IndexOf(-1);

    /// <summary>The id of a number, as it was named.</summary>
    public string IdOf(int number) => Encoding.UTF8.GetString(_ids[number]);

    /// <summary>The graph; the builder is used up.</summary>
    /// <exception cref="InvalidOperationException">A node is named that nothing states.</exception>
    public Talgraf Build() => Build(out _);

    /// <param name="numbers">By the number that <see cref="Number"/> gave, the node's number in the graph.</param>
    public Talgraf Build(out int[] numbers)
    {
        if (FirstUnstated() is >= 0 and var missing)
        {
            throw new InvalidOperationException($"No node has the id {IdOf(missing)}.");
        }

        var order = ByteOrder.Sort(_ids);
        numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
        }

        var ids = Ids(order);
        var groupOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            groupOf[i] = _groupOf[order[i]];
        }

        var hierarchy = Pairs.Sorted(_hierarchy, numbers);
        var couplings = Pairs.Sorted(_couplings, numbers);
        return new(
            ids,
            _ids.Renumbered(numbers),
            Column<int>.Of(groupOf),
            Grupper.Of(_groupList),
            Pairs.RowsOf(hierarchy, order.Length),
            Pairs.RowsOf(Pairs.Turned(hierarchy, order.Length), order.Length),
            Pairs.RowsOf(couplings, order.Length),
            new(ids, order.Length, Column<int>.Empty, _hasControls)
        );
    }

    private Rows<byte> Ids(int[] order)
    {
        var pages = new RowPage<byte>[Paging.For(order.Length)];
        for (var page = 0; page < pages.Length; page++)
        {
            var (first, starts) = (page << Paging.Bits, new int[Paging.Size + 1]);
            for (var row = 0; row < Paging.Size; row++)
            {
                starts[row + 1] = starts[row] + (first + row < order.Length ? _ids[order[first + row]].Length : 0);
            }

            var text = new byte[starts[^1]];
            for (var row = 0; row < Paging.Size && first + row < order.Length; row++)
            {
                _ids[order[first + row]].CopyTo(text.AsSpan(starts[row]));
            }

            pages[page] = new(starts, text);
        }

        return new(pages, order.Length);
    }

    private int GroupOf(NodeKind kind, ReadOnlySpan<byte> kommune, ReadOnlySpan<byte> centre)
    {
        var length = 5 + kommune.Length + centre.Length;
        if (_groupKey.Length < length)
        {
            _groupKey = new byte[length * 2];
        }

        // The kind, how long the first name is, and both names: no two groups have the same key.
        _groupKey[0] = (byte)kind;
        MemoryMarshal.Write(_groupKey.AsSpan(1), kommune.Length);
        kommune.CopyTo(_groupKey.AsSpan(5));
        centre.CopyTo(_groupKey.AsSpan(5 + kommune.Length));
        var number = _groups.Add(_groupKey.AsSpan(0, length));
        if (number == _groupList.Count)
        {
            _groupList.Add(new(kind, Encoding.UTF8.GetString(kommune), Encoding.UTF8.GetString(centre)));
        }

        return number;
    }
}
