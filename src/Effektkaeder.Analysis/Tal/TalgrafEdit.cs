using System.Text;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// A change to a graph; the graph itself stays as it is, and the changed one shares what is unchanged with it. Costs the nodes
/// and edges that change, a page (1,024 nodes) around each, and a pointer a page of the graph.
/// </summary>
public sealed class TalgrafEdit
{
    private readonly Talgraf _before;
    private readonly RowsEdit<byte> _ids;
    private readonly RowsEdit<int> _down,
        _up,
        _coupled;
    private readonly ColumnEdit<int> _groupOf,
        _after;
    private readonly Dictionary<Talgruppe, int> _newGroups = [];
    private readonly Dictionary<string, int> _newNodes = new(StringComparer.Ordinal);
    private readonly Column<long> _slots;
    private bool _hasControls;

    internal TalgrafEdit(Talgraf before, Talgraf.Parts parts)
    {
        _before = before;
        _slots = parts.Slots;
        (_ids, _groupOf, _after) = (parts.Ids.Edit(), parts.GroupOf.Edit(), before.Order.After.Edit());
        (_down, _up, _coupled) = (parts.Down.Edit(), parts.Up.Edit(), parts.Coupled.Edit());
        _hasControls = before.Order.HasControls;
    }

    /// <summary>Adds a node, or says anew where one stands.</summary>
    /// <param name="id">UTF-8.</param>
    /// <returns>Its number; the one it had, where the id has been in the graph before.</returns>
    public int Put(ReadOnlySpan<byte> id, Talgruppe group)
    {
        var key = Encoding.UTF8.GetString(id);
        var node = _before.IndexOf(id);
        if (node < 0 && !_newNodes.TryGetValue(key, out node))
        {
            node = _groupOf.Count;
            _newNodes.Add(key, node);
            _ids.Add(id.ToArray());
            _groupOf.Add(-1);
            _after.Add(_before.Order.Before(id));
            _down.Add([]);
            _up.Add([]);
            _coupled.Add([]);
            _hasControls |= id.IndexOfAnyInRange((byte)0, (byte)'\n') >= 0;
        }

        _groupOf[node] = GroupOf(group);
        return node;
    }

    /// <summary>Removes a node and every edge it has.</summary>
    public void Remove(int node)
    {
        Unlink(_up, _down[node], node);
        Unlink(_down, _up[node], node);
        Unlink(_coupled, _coupled[node], node);
        _down.Set(node, []);
        _up.Set(node, []);
        _coupled.Set(node, []);
        _groupOf[node] = -1;
    }

    public void AddHierarchy(int from, int to)
    {
        Add(_down, from, to);
        Add(_up, to, from);
    }

    public void RemoveHierarchy(int from, int to)
    {
        Remove(_down, from, to);
        Remove(_up, to, from);
    }

    public void AddCoupling(int a, int b)
    {
        Add(_coupled, a, b);
        Add(_coupled, b, a);
    }

    public void RemoveCoupling(int a, int b)
    {
        Remove(_coupled, a, b);
        Remove(_coupled, b, a);
    }

    /// <summary>The graph as changed; the edit is used up.</summary>
    public Talgraf Commit()
    {
        var ids = _ids.Commit();
        return new(
            ids,
            SlotsWithNew(ids),
            _groupOf.Commit(),
            _newGroups.Count == 0 ? _before.Groups : _before.Groups.With(_newGroups.OrderBy(g => g.Value).Select(g => g.Key)),
            _down.Commit(),
            _up.Commit(),
            _coupled.Commit(),
            new(ids, _before.Order.Built, _after.Commit(), _hasControls)
        );
    }

    private int GroupOf(Talgruppe group)
    {
        if (_before.Groups.Find(group) is >= 0 and var known)
        {
            return known;
        }

        if (!_newGroups.TryGetValue(group, out var number))
        {
            _newGroups.Add(group, number = _before.Groups.Count + _newGroups.Count);
        }

        return number;
    }

    /// <summary>The table of ids with the new ones; grown, where it was half full, which only every doubling costs the whole.</summary>
    private Column<long> SlotsWithNew(Rows<byte> ids)
    {
        if (_newNodes.Count == 0)
        {
            return _slots;
        }

        if (ids.Count * 2L > _slots.Count)
        {
            var grown = new long[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)ids.Count * 4)];
            for (var node = 0; node < ids.Count; node++)
            {
                Slots.Place(grown, Slots.Entry(Slots.Hash(ids[node]), node));
            }

            return Column<long>.Of(grown);
        }

        var slots = _slots.Edit();
        for (var node = _before.Count; node < ids.Count; node++)
        {
            var (hash, mask) = (Slots.Hash(ids[node]), slots.Count - 1);
            var at = (int)hash & mask;
            while (slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            slots[at] = Slots.Entry(hash, node);
        }

        return slots.Commit();
    }

    private static void Unlink(RowsEdit<int> rows, ReadOnlySpan<int> others, int node)
    {
        foreach (var other in others.ToArray())
        {
            Remove(rows, other, node);
        }
    }

    private static void Add(RowsEdit<int> rows, int row, int value)
    {
        var old = rows[row];
        var at = old.BinarySearch(value);
        if (at < 0)
        {
            rows.Set(row, [.. old[..~at], value, .. old[~at..]]);
        }
    }

    private static void Remove(RowsEdit<int> rows, int row, int value)
    {
        var old = rows[row];
        var at = old.BinarySearch(value);
        if (at >= 0)
        {
            rows.Set(row, [.. old[..at], .. old[(at + 1)..]]);
        }
    }
}
