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
/// revision moves blocks of the columns to make room for what changed, and reads nothing else.
/// </summary>
/// <param name="keys">The numbers of keys; <paramref name="numbers"/> those of the nodes, <paramref name="placeOf"/> the other way.</param>
internal sealed class GraphRows(
    UdsnitColumns columns,
    KnownKeys keys,
    int[] numbers,
    int[] placeOf,
    int[] firstDays,
    ulong[] edgeOrder,
    StoredElements<Node> nodes,
    StoredElements<Edge> edges,
    string?[] sortKeys,
    bool isFilled,
    Udsnit udsnit,
    ElementSource source
) : INodeFacts
{
    private const int End = (1 << 28) - 1,
        Few = 32;

    private readonly Lock _gate = new();
    private volatile bool _isFilled;
    private int _asked;

    public Udsnit Udsnit => udsnit;

    public string SortKey(int node) => sortKeys[node] ??= IsAlone ? source.SortKeyOf(nodes.Versions[node]) : Fill(node);

    /// <summary>
    /// Whether a title is read by itself: where the others have been, and where few of many have been asked for; else all are read in
    /// one go.
    /// </summary>
    private bool IsAlone => isFilled || Interlocked.Increment(ref _asked) < sortKeys.Length / Few;

    public int FirstDay(int node) => firstDays[node];

    public int PlaceOf(int number) => number >= 0 && number < placeOf.Length ? placeOf[number] : -1;

    public static GraphRows Empty(ElementSource source) =>
        new(
            new([], [], [], [], []) { Kommuner = [], Owners = [] },
            KnownKeys.None,
            [],
            [],
            [],
            [],
            new([], source.Node, []),
            new([], source.Edge, []),
            [],
            false,
            Udsnit.Of([], []),
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
        int[] stood = [.. come.Select(n => Place(n.Key))];
        var moved = new Splice(
            numbers.Length,
            [.. gone.Select(Place).Concat(stood).Where(i => i >= 0).Distinct().Order()],
            [.. stood.Select(i => i >= 0 ? i : ~i)]
        );
        var keyNumbers = moved.Of(numbers, i => come[i].Number);
        var (places, known) = (Places(keyNumbers), keys.With(come.Where((_, i) => stood[i] < 0).Select(n => (n.Key, n.Number))));
        var (became, sources) = (moved.Positions(), moved.Sources());
        for (var i = 0; i < stood.Length; i++)
        {
            if (stood[i] >= 0)
            {
                (became[stood[i]], sources[moved.PutAt[i]]) = (moved.PutAt[i], stood[i]);
            }
        }

        var reordered = Array.ConvertAll(edgeOrder, o => Reordered(o, became));
        var (linked, added) = Links(cut, put, reordered, places);
        var now = new UdsnitColumns(
            moved.Of(columns.Keys, i => come[i].Key),
            moved.Of(columns.Kinds, i => come[i].Kind),
            linked.Of(columns.Types, i => TypeOf(added[i].Order)),
            linked.Of(Array.ConvertAll(columns.From, n => became[n]), i => places[added[i].Edge.From]),
            linked.Of(Array.ConvertAll(columns.To, n => became[n]), i => places[added[i].Edge.To])
        )
        {
            Kommuner = moved.Of(columns.Kommuner!, i => come[i].Kommune),
            Owners = moved.Of(columns.Owners!, i => come[i].Owner),
        };
        var allNodes = new StoredElements<Node>(
            moved.Of(nodes.Versions, i => come[i].Version),
            source.Node,
            moved.Of(nodes.Kept, _ => null)
        );
        var allEdges = new StoredElements<Edge>(
            linked.Of(edges.Versions, i => added[i].Edge.Version),
            source.Edge,
            linked.Of(edges.Kept, _ => null)
        );
        var graph = udsnit.Moved(now, new(known, places), allNodes, allEdges, sources, linked);
        var rows = new GraphRows(
            now,
            known,
            keyNumbers,
            places,
            moved.Of(firstDays, i => come[i].FirstDay),
            linked.Of(reordered, i => added[i].Order),
            allNodes,
            allEdges,
            moved.Of(sortKeys, _ => null),
            isFilled || _isFilled,
            graph,
            source
        );
        return (rows, NodeMoves.Of(moved));
    }

    /// <summary>How the edges move, and those that come in their order.</summary>
    /// <param name="reordered">What the edges that stood are ordered by, by the numbers that their ends have now.</param>
    /// <param name="places">By the number of a key, its node's number now.</param>
    private (Splice Moved, (ulong Order, EdgeColumns Edge)[] Added) Links(
        IEnumerable<EdgeColumns> cut,
        IReadOnlyList<EdgeColumns> put,
        ulong[] reordered,
        int[] places
    )
    {
        var added = Array.ConvertAll(
            [.. put],
            e => (Order: OrderOf(e.Type, e.Art, PlaceOf(places, e.From), PlaceOf(places, e.To)), Edge: e)
        );
        Array.Sort(added, (a, b) => a.Order.CompareTo(b.Order));
        var moved = new Splice(
            reordered.Length,
            [.. cut.Select(Find).Where(e => e >= 0).Distinct().Order()],
            Array.ConvertAll(added, a => FirstFrom(reordered, a.Order))
        );
        return (moved, added);
    }

    /// <summary>The first that does not come before.</summary>
    private static int FirstFrom(ulong[] rising, ulong value)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = rising[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The number of the node of a key; the complement of the one that it would come before, where it has none.</summary>
    private int Place(string key) => Array.BinarySearch(columns.Keys, key, StringComparer.Ordinal);

    /// <summary>The number of an edge; below zero where it does not stand.</summary>
    private int Find(EdgeColumns edge) =>
        edge.From < placeOf.Length && edge.To < placeOf.Length && placeOf[edge.From] >= 0 && placeOf[edge.To] >= 0
            ? Array.BinarySearch(edgeOrder, OrderOf(edge.Type, edge.Art, placeOf[edge.From], placeOf[edge.To]))
            : -1;

    /// <summary>Who asks for many titles asks for all.</summary>
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

    /// <summary>Numbers never fall when they move, so a coupling's ends stay in their order.</summary>
    private static ulong Reordered(ulong order, int[] became) =>
        order >> 56 << 56 | (ulong)became[(int)(order >> 28) & End] << 28 | (uint)became[(int)order & End];

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
