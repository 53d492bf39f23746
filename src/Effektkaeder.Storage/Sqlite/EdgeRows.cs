using Effektkaeder.Analysis;
using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>The edges of one revision in memory, in key order.</summary>
/// <param name="stored">The edges of all revisions in memory; <paramref name="rows"/> those of this one.</param>
/// <param name="grounds">What they stand on, by version.</param>
/// <param name="heads">What the key of each begins with, see <see cref="EdgeHeads"/>.</param>
internal sealed class EdgeRows(StoredElements<Edge> stored, Facts grounds, int[] rows, byte[] heads, Links links)
{
    public Links Links => links;

    public static EdgeRows None(StoredElements<Edge> stored, Facts grounds) => new(stored, grounds, [], [], Links.Of(0, [], [], [], []));

    /// <param name="nodes">What became of the nodes.</param>
    /// <param name="before">By the number of a key, its node's number until now; <paramref name="places"/> from now on.</param>
    /// <param name="cut">Edges that began or ended in between; <paramref name="put"/> those that stand, between nodes that do.</param>
    public EdgeRows Moved(Splice nodes, int[] before, int[] places, IReadOnlyList<EdgeColumns> cut, IReadOnlyList<EdgeColumns> put)
    {
        var (from, to) = (nodes.Renumbered(links.From), nodes.Renumbered(links.To));
        var added = Array.ConvertAll(
            [.. put],
            e => (Head: (byte)EdgeHeads.PlaceOf(e.Type, e.Art), From: places[e.From], To: places[e.To], e.Version)
        );
        grounds.Know(put.Select(e => (e.Version, e.Fact)));
        Array.Sort(added, (a, b) => Order(a.Head, a.From, a.To).CompareTo(Order(b.Head, b.From, b.To)));
        var moved = new Splice(
            rows.Length,
            [.. cut.Select(e => Find(e, before)).Where(e => e >= 0).Distinct().Order()],
            Array.ConvertAll(added, a => FirstFrom(Order(a.Head, a.From, a.To), from, to))
        );
        var (all, stand) = GraphRows.IsWorn(stored.Count, rows.Length)
            ? (stored.Only(rows), [.. Enumerable.Range(0, rows.Length)])
            : (stored, rows);
        var first = all.Add(Array.ConvertAll(added, a => a.Version));
        var nextRows = moved.Of(stand, i => first + i);
        return new(
            all,
            grounds,
            nextRows,
            moved.Of(heads, i => added[i].Head),
            links.Moved(
                nodes,
                moved,
                moved.Of(links.Types, i => (byte)EdgeHeads.TypeAt(added[i].Head)),
                moved.Of(from, i => added[i].From),
                moved.Of(to, i => added[i].To),
                new EdgesOf(nextRows, all, grounds)
            )
        );
    }

    /// <summary>The number of an edge; below zero where it does not stand.</summary>
    private int Find(EdgeColumns edge, int[] places)
    {
        if ((uint)edge.From >= (uint)places.Length || (uint)edge.To >= (uint)places.Length || places[edge.From] < 0 || places[edge.To] < 0)
        {
            return -1;
        }

        var order = Order((byte)EdgeHeads.PlaceOf(edge.Type, edge.Art), places[edge.From], places[edge.To]);
        var at = FirstFrom(order, links.From, links.To);
        return at < rows.Length && Order(heads[at], links.From[at], links.To[at]) == order ? at : -1;
    }

    /// <summary>The first that does not come before.</summary>
    /// <param name="from">Where each begins, and <paramref name="to"/> where it ends, by whichever numbers the order is of.</param>
    private int FirstFrom(ulong order, int[] from, int[] to) =>
        PartitionPoint.Of(rows.Length, i => Order(heads[i], from[i], to[i]) < order);

    /// <summary>
    /// Edges by key: the type's code and art, then the ends, of a coupling in key order. Nodes never change places when they are numbered
    /// anew, so what is in order stays so.
    /// </summary>
    private static ulong Order(byte head, int from, int to)
    {
        if (from > to && EdgeHeads.TypeAt(head) == EdgeType.KoblerTil)
        {
            (from, to) = (to, from);
        }

        return (ulong)head << 56 | (ulong)(uint)from << 28 | (uint)to;
    }
}

/// <summary>The edges of one revision by number, whose grounds are known without them.</summary>
internal sealed class EdgesOf(int[] rows, StoredElements<Edge> stored, Facts grounds) : ElementsOf<Edge>(rows, stored), IKenderGrunde
{
    public Grund? GrundOf(int edge) => ElementFacts.GroundOf(grounds.Of(VersionOf(edge), Count, Read, edge));

    private byte Read(int edge) => ElementFacts.Of(this[edge].Grund);
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
