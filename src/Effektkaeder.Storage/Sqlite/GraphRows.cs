using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Memory;

namespace Effektkaeder.Storage.Sqlite;

/// <summary>An edge's row as far as it is kept in memory, by the numbers of its ends' keys.</summary>
/// <param name="Fact">See <see cref="ElementFacts.GroundOf"/>; null where it is not known.</param>
internal readonly record struct EdgeColumns(EdgeType Type, KoblingArt? Art, int From, int To, int Version, byte? Fact);

/// <summary>
/// One revision in memory: which rows its nodes have, in key order, and its edges, in key order. Moving to another revision moves blocks
/// of the nodes to make room for what changed; what the edges become is worked out when one is asked for.
/// </summary>
internal sealed class GraphRows : INodeFacts, IFoundNodes
{
    private readonly NodeRows _nodes;
    private readonly int[] _rows;
    private readonly byte[] _kinds;
    private readonly KnownKeys _keys;
    private readonly Lazy<int[]> _places,
        _versions;
    private readonly Lazy<EdgeRows> _edges;

    /// <summary>What the edges will be made of; null when they are.</summary>
    private volatile EdgesToCome? _toCome;

    private GraphRows(NodeRows nodes, int[] rows, byte[] kinds, KnownKeys keys, EdgesToCome toCome)
    {
        (_nodes, _rows, _kinds, _keys, _toCome) = (nodes, rows, kinds, keys, toCome);
        // Methods, not lambdas: they must not hold on to what the edges are made of, which is a revision before.
        (_places, _versions, _edges) = (new(PlacesOfNumbers), new(Versions), new(Edges));
        Udsnit = Udsnit.Over(
            new(kinds, rows, nodes.Keys)
            {
                Kommuner = nodes.Kommuner,
                Owners = nodes.Owners,
                Centre = nodes.Centre,
                Arter = nodes.Arter,
                Maerker = nodes.Flags,
                Kontrolmaerker = nodes.KontrolmaerkerOf,
            },
            new(keys, _places),
            new ElementsOf<Node>(rows, nodes.Elements),
            Linked
        );
    }

    public Udsnit Udsnit { get; }

    public string SortKey(int node) => _nodes.SortKey(_rows[node]);

    public int FirstDay(int node) => _nodes.FirstDays[_rows[node]];

    public ulong Opening(int node) => _nodes.Openings[_rows[node]];

    public int VersionOf(int node) => _nodes.Elements.VersionOf(_rows[node]);

    public int NodeOf(int version) => At(_versions.Value, version);

    public static GraphRows Empty(ElementSource source) =>
        new(
            new(source, new(source.Node, ElementBytes.Of, ElementBytes.MostOfNodes), source.Kontrolmaerker()),
            [],
            [],
            KnownKeys.None,
            EdgesToCome.None(EdgeRows.None(new(source.Edge, ElementBytes.Of, ElementBytes.MostOfEdges), source.Grounds()))
        );

    private Links Linked() => _edges.Value.Links;

    private int[] Versions() => Places(_rows.Length, VersionOf);

    private int[] PlacesOfNumbers() => Places(_rows.Length, i => _nodes.Numbers[_rows[i]]);

    private EdgeRows Edges()
    {
        var toCome = _toCome!;
        var edges = toCome.From is { } from
            ? from._edges.Value.Moved(
                toCome.Step ?? NodesSince(from, toCome.Nodes),
                from._places.Value,
                _places.Value,
                toCome.Cut,
                toCome.Put
            )
            : toCome.First!;
        _toCome = null;
        return edges;
    }

    /// <param name="touched">The keys of all nodes that began or ended since.</param>
    private Splice NodesSince(GraphRows from, IEnumerable<string> touched)
    {
        var moved = touched.Select(key => (Then: from.Place(key), Now: Place(key))).ToList();
        return new(
            from._rows.Length,
            [.. moved.Where(m => m is { Then: >= 0, Now: < 0 }).Select(m => m.Then).Order()],
            [.. moved.Where(m => m is { Then: < 0, Now: >= 0 }).Select(m => ~m.Then).Order()]
        );
    }

    /// <summary>Works out now what would else wait until it is asked for.</summary>
    public void Settle() => Udsnit.Link();

    /// <param name="gone">Keys of nodes that began or ended in between; <paramref name="come"/> those that stand, by key.</param>
    /// <param name="cut">Edges that began or ended in between; <paramref name="put"/> those that stand.</param>
    /// <exception cref="DamagedRowException">An edge is of no kind, or begins or ends in a node that is not there.</exception>
    public (GraphRows Rows, NodeMoves Moves) Moved(
        IReadOnlyList<string> gone,
        IReadOnlyList<NodeColumns> come,
        IReadOnlyList<EdgeColumns> cut,
        IReadOnlyList<EdgeColumns> put
    )
    {
        int[] stood = [.. come.Select(n => Place(n.Key))];
        HashSet<int> again = [.. stood.Where(i => i >= 0)];
        int[] fresh = [.. Enumerable.Range(0, stood.Length).Where(i => stood[i] < 0)];
        var moved = new Splice(
            _rows.Length,
            [.. gone.Select(Place).Where(i => i >= 0 && !again.Contains(i)).Distinct().Order()],
            Array.ConvertAll(fresh, i => ~stood[i])
        );
        Refuse(put, moved, fresh.Select(i => come[i].Number));
        var (nodes, stand) = IsWorn(_nodes.Count, _rows.Length)
            ? (_nodes.Only(_rows), [.. Enumerable.Range(0, _rows.Length)])
            : (_nodes, _rows);
        var first = nodes.Add(come);
        var (rows, kinds) = (moved.Of(stand, i => first + fresh[i]), moved.Of(_kinds, i => come[fresh[i]].Kind));
        if (again.Count > 0)
        {
            rows = [.. rows];
            for (var i = 0; i < stood.Length; i++)
            {
                if (stood[i] >= 0)
                {
                    rows[moved.Position(stood[i])] = first + i;
                }
            }
        }

        var keys = _keys.With(fresh.Select(i => (come[i].Key, come[i].Number)));
        return (
            new(
                nodes,
                rows,
                kinds,
                keys,
                EdgesToCome.After(_toCome, new(null, this, moved, [.. gone, .. come.Select(n => n.Key)], cut, put))
            ),
            new(moved, [.. again.Order()])
        );
    }

    /// <summary>What cannot be is said while it is read, and not when somebody asks for an edge.</summary>
    private void Refuse(IReadOnlyList<EdgeColumns> put, Splice moved, IEnumerable<int> fresh)
    {
        if (put.Count == 0)
        {
            return;
        }

        HashSet<int> came = [.. fresh];
        foreach (var edge in put)
        {
            EdgeHeads.PlaceOf(edge.Type, edge.Art);
            if (!Stands(edge.From) || !Stands(edge.To))
            {
                throw new DamagedRowException("En kant begynder eller ender i en knude, der ikke er der.");
            }
        }

        bool Stands(int number) => came.Contains(number) || (At(_places.Value, number) is >= 0 and var place && !moved.Takes(place));
    }

    /// <summary>Whether most rows belong to no revision that is still looked at, so that those that do had better stand alone.</summary>
    internal static bool IsWorn(int rows, int standing) => rows > 64 + standing + (standing / 4);

    /// <summary>The number of the node of a key; the complement of the one that it would come before, where it has none.</summary>
    private int Place(string key)
    {
        var place = PartitionPoint.Of(_rows.Length, i => string.CompareOrdinal(_nodes.Keys[_rows[i]], key) < 0);
        return place < _rows.Length && _nodes.Keys[_rows[place]] == key ? place : ~place;
    }

    private static int At(int[] places, int number) => (uint)number < (uint)places.Length ? places[number] : -1;

    /// <summary>By number, the place of what has it; below zero where nothing has.</summary>
    internal static int[] Places(int count, Func<int, int> numberOf)
    {
        var most = -1;
        for (var i = 0; i < count; i++)
        {
            most = Math.Max(most, numberOf(i));
        }

        var places = new int[most + 1];
        Array.Fill(places, -1);
        for (var i = 0; i < count; i++)
        {
            places[numberOf(i)] = i;
        }

        return places;
    }
}
