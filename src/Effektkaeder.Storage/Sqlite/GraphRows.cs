using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>A node's row as far as it is kept in memory.</summary>
/// <param name="Number">Of its key.</param>
internal sealed record NodeColumns(string Key, int Number, int Version, byte Kind, string Kommune, string? Owner, int FirstDay);

/// <summary>An edge's, by the numbers of its ends' keys.</summary>
internal readonly record struct EdgeColumns(EdgeType Type, KoblingArt? Art, int From, int To, int Version);

/// <summary>
/// One revision in memory as columns: nodes in key order, edges in key order, each element itself in the file. Moving to another
/// revision copies the columns with what changed put in, and reads nothing else.
/// </summary>
internal sealed class GraphRows(
    UdsnitColumns columns,
    int[] numbers,
    int[] firstDays,
    ulong[] edgeOrder,
    StoredElements<Node> nodes,
    StoredElements<Edge> edges,
    string?[] sortKeys,
    bool isFilled,
    ElementSource source
) : INodeFacts
{
    private readonly Lock _gate = new();
    private readonly int[] _placeOf = Places(numbers);
    private volatile bool _isFilled;

    public Udsnit Udsnit { get; } = Udsnit.Over(columns, nodes, edges);

    public string SortKey(int node) => sortKeys[node] ??= isFilled ? source.SortKeyOf(nodes.Versions[node]) : Fill(node);

    public int FirstDay(int node) => firstDays[node];

    public static GraphRows Empty(ElementSource source) =>
        new(
            new([], [], [], [], []) { Kommuner = [], Owners = [] },
            [],
            [],
            [],
            new([], source.Node, []),
            new([], source.Edge, []),
            [],
            false,
            source
        );

    /// <param name="gone">Keys of nodes that began or ended in between; <paramref name="come"/> those that stand, by key.</param>
    /// <param name="cut">Edges that began or ended in between; <paramref name="put"/> those that stand.</param>
    public (GraphRows Rows, NodeMoves Moves) Moved(
        IEnumerable<string> gone,
        IReadOnlyList<NodeColumns> come,
        IEnumerable<EdgeColumns> cut,
        IReadOnlyList<EdgeColumns> put
    )
    {
        var (took, next, became) = MergeNodes(gone, come);
        var keys = Take(next, columns.Keys, come, n => n.Key);
        var keyNumbers = Take(next, numbers, come, n => n.Number);
        var placeOf = Places(keyNumbers);
        var moves = new NodeMoves(
            [.. became.Select((now, was) => took.Contains(was) ? -1 : now)],
            [.. come.Select(n => placeOf[n.Number])]
        );

        var dropped = cut.Select(Find).Where(e => e >= 0).ToHashSet();
        var added = put.Select(e => (Order: OrderOf(e.Type, e.Art, PlaceOf(placeOf, e.From), PlaceOf(placeOf, e.To)), Edge: e)).ToArray();
        Array.Sort(added, (a, b) => a.Order.CompareTo(b.Order));
        var count = columns.From.Length - dropped.Count + added.Length;
        var (types, from, to, order, versions, kept) = (
            new byte[count],
            new int[count],
            new int[count],
            new ulong[count],
            new int[count],
            new Edge?[count]
        );
        var (at, nextAdded) = (0, 0);
        for (var old = 0; old <= columns.From.Length; old++)
        {
            if (dropped.Contains(old))
            {
                continue;
            }

            var isOld = old < columns.From.Length;
            var (start, end) = isOld ? (became[columns.From[old]], became[columns.To[old]]) : (0, 0);
            var own = isOld ? Reordered(edgeOrder[old], start, end) : ulong.MaxValue;
            for (; nextAdded < added.Length && added[nextAdded].Order < own; nextAdded++, at++)
            {
                var (place, edge) = added[nextAdded];
                (order[at], versions[at], from[at], to[at]) = (place, edge.Version, placeOf[edge.From], placeOf[edge.To]);
                types[at] = TypeOf(order[at]);
            }

            if (isOld)
            {
                (order[at], versions[at], from[at], to[at]) = (own, edges.Versions[old], start, end);
                (types[at], kept[at]) = (columns.Types[old], edges.Kept[old]);
                at++;
            }
        }

        var rows = new GraphRows(
            new(keys, Take(next, columns.Kinds, come, n => n.Kind), types, from, to)
            {
                Kommuner = Take(next, columns.Kommuner!, come, n => n.Kommune),
                Owners = Take(next, columns.Owners!, come, n => n.Owner),
            },
            keyNumbers,
            Take(next, firstDays, come, n => n.FirstDay),
            order,
            new(Take(next, nodes.Versions, come, n => n.Version), source.Node, Take(next, nodes.Kept, come, _ => null)),
            new(versions, source.Edge, kept),
            Take(next, sortKeys, come, _ => null),
            isFilled || _isFilled,
            source
        );
        return (rows, moves);
    }

    /// <summary>
    /// Which old nodes are taken out; what stands at each new number, an old node's number or, below zero, the complement of one's that
    /// came; and the new number of each old node, or of the one of its key.
    /// </summary>
    private (HashSet<int> Took, int[] Next, int[] Became) MergeNodes(IEnumerable<string> gone, IReadOnlyList<NodeColumns> come)
    {
        var took = gone.Select(k => Array.BinarySearch(columns.Keys, k, StringComparer.Ordinal)).Where(i => i >= 0).ToHashSet();
        var next = new int[columns.Keys.Length - took.Count + come.Count];
        var became = new int[columns.Keys.Length];
        var (at, nextCome) = (0, 0);
        for (var old = 0; old <= columns.Keys.Length; old++)
        {
            while (
                nextCome < come.Count && (old == columns.Keys.Length || string.CompareOrdinal(come[nextCome].Key, columns.Keys[old]) <= 0)
            )
            {
                if (old < columns.Keys.Length && come[nextCome].Key == columns.Keys[old])
                {
                    became[old] = at;
                }

                next[at++] = ~nextCome++;
            }

            if (old < columns.Keys.Length && !took.Contains(old))
            {
                (became[old], next[at]) = (at, old);
                at++;
            }
        }

        return (took, next, became);
    }

    private static T[] Take<T>(int[] next, T[] old, IReadOnlyList<NodeColumns> come, Func<NodeColumns, T> of)
    {
        var taken = new T[next.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = next[i] >= 0 ? old[next[i]] : of(come[~next[i]]);
        }

        return taken;
    }

    /// <summary>The number of an edge; below zero where it does not stand.</summary>
    private int Find(EdgeColumns edge) =>
        edge.From < _placeOf.Length && edge.To < _placeOf.Length && _placeOf[edge.From] >= 0 && _placeOf[edge.To] >= 0
            ? Array.BinarySearch(edgeOrder, OrderOf(edge.Type, edge.Art, _placeOf[edge.From], _placeOf[edge.To]))
            : -1;

    /// <summary>Who asks for one title asks for many: all are read in one go.</summary>
    private string Fill(int node)
    {
        lock (_gate)
        {
            if (!_isFilled)
            {
                var places = Places(nodes.Versions);
                var titles = new string?[sortKeys.Length];
                source.EachTitle(
                    (version, title) =>
                    {
                        if (version < places.Length && places[version] is >= 0 and var place)
                        {
                            titles[place] = title;
                        }
                    }
                );
                Parallel.For(0, titles.Length, i => sortKeys[i] ??= Domain.Tekst.SortKey.Of(titles[i]!));
                _isFilled = true;
            }
        }

        return sortKeys[node]!;
    }

    /// <exception cref="DamagedRowException">No node has the key of this number.</exception>
    private static int PlaceOf(int[] places, int number) =>
        (uint)number < (uint)places.Length && places[number] is >= 0 and var place
            ? place
            : throw new DamagedRowException("En kant begynder eller ender i en knude, der ikke er der.");

    /// <summary>By the number of a key, that of its node; below zero where it has none.</summary>
    private static int[] Places(int[] numbers)
    {
        var places = new int[numbers.Length == 0 ? 0 : numbers.Max() + 1];
        Array.Fill(places, -1);
        for (var i = 0; i < numbers.Length; i++)
        {
            places[numbers[i]] = i;
        }

        return places;
    }

    /// <summary>Edges by key: the type's code and art, then the ends, of a coupling in key order. 28 bits an end.</summary>
    private static ulong OrderOf(EdgeType type, KoblingArt? art, int from, int to)
    {
        if (type == EdgeType.KoblerTil && from > to)
        {
            (from, to) = (to, from);
        }

        return (ulong)EdgeHeads.PlaceOf(type, art) << 56 | (ulong)from << 28 | (uint)to;
    }

    private static ulong Reordered(ulong order, int from, int to)
    {
        if (TypeOf(order) == (byte)EdgeType.KoblerTil && from > to)
        {
            (from, to) = (to, from);
        }

        return order >> 56 << 56 | (ulong)from << 28 | (uint)to;
    }

    private static byte TypeOf(ulong order) => (byte)EdgeHeads.TypeAt((int)(order >> 56));
}

/// <summary>What edge keys begin with, in the order of texts.</summary>
internal static class EdgeHeads
{
    private static readonly (EdgeType Type, KoblingArt? Art)[] Order =
    [
        .. EdgeTypes
            .All.Select(t => (t.Type, Art: (KoblingArt?)null))
            .Where(t => t.Type != EdgeType.KoblerTil)
            .Concat(Enum.GetValues<KoblingArt>().Select(a => (EdgeType.KoblerTil, (KoblingArt?)a)))
            .OrderBy(h => Edge.KeyOf(h.Item1, "", "", h.Item2), StringComparer.Ordinal),
    ];

    private static readonly Dictionary<(EdgeType, KoblingArt?), int> Places = Order
        .Select((h, i) => (h, i))
        .ToDictionary(p => p.h, p => p.i);

    /// <exception cref="DamagedRowException">There is no such edge.</exception>
    public static int PlaceOf(EdgeType type, KoblingArt? art) =>
        Places.TryGetValue((type, art), out var place) ? place : throw new DamagedRowException("En kant er af en slags, der ikke findes.");

    public static EdgeType TypeAt(int place) => Order[place].Type;
}
