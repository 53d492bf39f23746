using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Tal;

/// <summary>
/// A graph as numbers: nodes are 0 … <see cref="Count"/> − 1, their ids stand once, as UTF-8, and who is beside whom stands in
/// rows of numbers, hierarchy and couplings apart. Immutable; <see cref="Edit"/> gives a new graph that shares everything
/// unchanged with this one. Numbers last from edit to edit: a removed node leaves its number unused until its id comes back.
/// </summary>
public sealed class Talgraf
{
    public static readonly Talgraf Empty = new TalgrafBuilder().Build();

    private readonly Column<long> _slots;
    private readonly Column<int> _groupOf;
    private readonly Rows<byte> _ids;
    private readonly Rows<int> _down,
        _up,
        _coupled;
    private readonly Lazy<Grundlagstrae> _support;
    private readonly Lazy<NodeSet> _leadsToCouplings;

    internal Talgraf(
        Rows<byte> ids,
        Column<long> slots,
        Column<int> groupOf,
        Grupper groups,
        Rows<int> down,
        Rows<int> up,
        Rows<int> coupled,
        IdOrder order
    )
    {
        (_ids, _slots, _groupOf, Groups, Order) = (ids, slots, groupOf, groups, order);
        (_down, _up, _coupled) = (down, up, coupled);
        _support = new(() => Grundlagstrae.Of(this));
        _leadsToCouplings = new(() => NodeSet.LeadingToCouplings(this));
    }

    /// <summary>Numbers in use and left by removed nodes.</summary>
    public int Count => _groupOf.Count;

    public Grupper Groups { get; }

    /// <summary>The order of the nodes by id, bytewise.</summary>
    public IdOrder Order { get; }

    /// <summary>What holds up what; found at the first call, then kept with the graph.</summary>
    public Grundlagstrae Support => _support.Value;

    /// <summary>The nodes that have a coupling, or have one below them; found at the first call.</summary>
    internal NodeSet LeadsToCouplings => _leadsToCouplings.Value;

    /// <summary>False for the number of a removed node.</summary>
    public bool Lives(int node) => _groupOf[node] >= 0;

    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> IdOf(int node) => _ids[node];

    public int GroupOf(int node) => _groupOf[node];

    public NodeKind KindOf(int node) => Groups[_groupOf[node]].Kind;

    /// <summary>The nodes that hierarchy edges lead down to, each once, rising.</summary>
    public ReadOnlySpan<int> Down(int node) => _down[node];

    /// <summary>The nodes that hierarchy edges come down from, each once, rising.</summary>
    public ReadOnlySpan<int> Up(int node) => _up[node];

    /// <summary>The nodes at the other end of couplings, whichever way they are stated, each once, rising.</summary>
    public ReadOnlySpan<int> Coupled(int node) => _coupled[node];

    /// <returns>-1 where no living node has the id.</returns>
    public int Find(ReadOnlySpan<byte> id)
    {
        var number = IndexOf(id);
        return number >= 0 && Lives(number) ? number : -1;
    }

    public TalgrafEdit Edit() => new(this, new(_ids, _slots, _groupOf, _down, _up, _coupled));

    /// <summary>The number of an id, also of a node that has been removed.</summary>
    internal int IndexOf(ReadOnlySpan<byte> id)
    {
        var hash = Slots.Hash(id);
        var mask = _slots.Count - 1;
        for (var at = (int)hash & mask; _slots[at] is not 0 and var slot; at = (at + 1) & mask)
        {
            if (Slots.Matches(slot, hash) && id.SequenceEqual(IdOf(Slots.Number(slot))))
            {
                return Slots.Number(slot);
            }
        }

        return -1;
    }

    /// <summary>What an edit begins from.</summary>
    internal readonly record struct Parts(
        Rows<byte> Ids,
        Column<long> Slots,
        Column<int> GroupOf,
        Rows<int> Down,
        Rows<int> Up,
        Rows<int> Coupled
    );
}
