using System.Collections;
using System.Collections.Concurrent;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>An order: which node stands at a place. Nodes are numbered by key, which breaks every tie.</summary>
internal sealed class Places(int[] at)
{
    private volatile int[]? _of;

    public int[] At => at;

    /// <summary>The place of each node, worked out when one is first asked for.</summary>
    public int[] Of
    {
        get
        {
            if (_of is { } known)
            {
                return known;
            }

            var of = new int[at.Length];
            for (var i = 0; i < at.Length; i++)
            {
                of[at[i]] = i;
            }

            return _of = of;
        }
    }
}

/// <summary>What nodes are ordered by beside their kinds, without the nodes themselves.</summary>
internal interface INodeFacts
{
    /// <summary>The Danish sort key of the title.</summary>
    string SortKey(int node);

    /// <summary>
    /// The first day of its earliest time, which for one that is open at the start is its last, in days since 0001-01-01; the last day
    /// there is, where it has none.
    /// </summary>
    int FirstDay(int node);
}

/// <summary>How the nodes of a graph came to be those of the next.</summary>
/// <param name="became">The number that each had and has; -1 where it is gone, or is another now.</param>
/// <param name="came">The numbers of those that are new, or other than before; rising.</param>
internal sealed class NodeMoves(Func<int[]> became, int[] came)
{
    private readonly Lazy<int[]> _became = new(became);

    /// <param name="moved">What went and what came.</param>
    /// <param name="again">The old numbers of those that are other than before; rising.</param>
    public NodeMoves(Splice moved, int[] again)
        : this(
            () =>
            {
                var became = moved.Became();
                foreach (var node in again)
                {
                    became[node] = -1;
                }

                return became;
            },
            [.. moved.PutAt.ToArray().Concat(again.Select(moved.Position)).Order()]
        )
    { }

    public int[] Became => _became.Value;

    public int[] Came => came;

    /// <summary>How they became those of the graph after the next.</summary>
    public NodeMoves Then(NodeMoves next)
    {
        var both = Array.ConvertAll(Became, node => node < 0 ? -1 : next.Became[node]);
        return new(() => both, [.. came.Select(node => next.Became[node]).Where(node => node >= 0).Concat(next.Came).Order()]);
    }
}

/// <summary>
/// The orders of one graph, each worked out when it is first asked for, from that of the graph before where there is one.
/// </summary>
internal sealed class Orders(Udsnit graph, INodeFacts facts, IReadOnlyDictionary<string, Places>? before, NodeMoves? moves)
{
    /// <summary>Of this many nodes a graph is large; few are less than one in so many of them, and one in so many are ticked off.</summary>
    private const int Large = 50_000,
        Few = 32,
        Ticked = 64;

    private static readonly int NoDay = DateOnly.MaxValue.DayNumber;

    private readonly ConcurrentDictionary<string, Places> _places = new(StringComparer.Ordinal);

    /// <summary>Those that have been worked out.</summary>
    public IReadOnlyDictionary<string, Places> Known => _places;

    public Places Of(IReadOnlyList<Order> order, Pace pace) =>
        _places.GetOrAdd(
            OrderKey(order),
            static (key, given) => given.Orders.Found(key, given.Order, given.Pace),
            (Orders: this, Order: order, Pace: pace)
        );

    /// <summary>
    /// Which of two nodes comes first: by their places where those are known, else by what they are ordered by themselves.
    /// </summary>
    public Comparison<int> Comparison(IReadOnlyList<Order> order, Pace pace) =>
        _places.TryGetValue(OrderKey(order), out var places) ? (a, b) => places.Of[a].CompareTo(places.Of[b]) : Comparer(order, pace);

    /// <summary>
    /// Some nodes in their order. A few of a large graph are sooner sorted by themselves than all are given places, which takes every
    /// title there is.
    /// </summary>
    public int[] Sort(List<int> nodes, IReadOnlyList<Order> order, Pace pace)
    {
        if (graph.Nodes.Count > Large && nodes.Count < graph.Nodes.Count / Few && !_places.ContainsKey(OrderKey(order)))
        {
            return Sorted([.. nodes], Comparer(order, pace));
        }

        var places = Of(order, pace);
        if (nodes.Count < places.At.Length / Ticked)
        {
            var sorted = nodes.ConvertAll(n => places.Of[n]);
            sorted.Sort();
            return [.. sorted.Select(place => places.At[place])];
        }

        // Many are sooner ticked off on a list of all.
        var wanted = new BitArray(places.At.Length);
        nodes.ForEach(n => wanted[n] = true);
        var (ticked, next) = (new int[nodes.Count], 0);
        foreach (var node in places.At)
        {
            if (wanted[node])
            {
                ticked[next++] = node;
            }
        }

        return ticked;
    }

    private static string OrderKey(IReadOnlyList<Order> order) =>
        order.Count == 0 ? "" : string.Join(',', order.Select(o => $"{(int)o.Field}{(o.Descending ? '-' : '+')}"));

    private Places Found(string key, IReadOnlyList<Order> order, Pace pace)
    {
        var comparer = Comparer(order, pace);
        return new(
            before?.GetValueOrDefault(key) is { } known && moves is not null
                ? Merged(known.At, moves, comparer)
                : Sorted([.. Enumerable.Range(0, graph.Nodes.Count)], comparer)
        );
    }

    /// <summary>What stood stands in its order; what came goes in where it belongs.</summary>
    private static int[] Merged(int[] stood, NodeMoves moves, Comparison<int> comparer)
    {
        var (became, kept, count) = (moves.Became, GC.AllocateUninitializedArray<int>(stood.Length), 0);
        foreach (var old in stood)
        {
            if (became[old] is >= 0 and var node)
            {
                kept[count++] = node;
            }
        }

        Array.Resize(ref kept, count);
        var came = Sorted([.. moves.Came], comparer);
        return new Splice(count, [], Array.ConvertAll(came, node => FirstAfter(kept, node, comparer))).Of(kept, i => came[i]);
    }

    private static int FirstAfter(int[] order, int node, Comparison<int> comparer) =>
        PartitionPoint.Of(order.Length, i => comparer(order[i], node) < 0);

    /// <summary>A sort that was called off says so itself, not that it could not compare.</summary>
    private static int[] Sorted(int[] nodes, Comparison<int> comparer)
    {
        try
        {
            nodes.AsSpan().Sort(comparer);
            return nodes;
        }
        catch (InvalidOperationException e) when (e.InnerException is OperationCanceledException off)
        {
            throw new OperationCanceledException(off.Message, off, off.CancellationToken);
        }
    }

    /// <summary>Nodes are numbered by key, which breaks every tie.</summary>
    private Comparison<int> Comparer(IReadOnlyList<Order> order, Pace pace)
    {
        var keySign = order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending == true ? -1 : 1;
        (Comparison<int> Compare, int Sign)[] terms =
        [
            .. order.Where(o => o.Field != OrderField.Key).Select(o => (Comparison(o), o.Descending ? -1 : 1)),
        ];
        return (a, b) =>
        {
            pace.Step();
            foreach (var (compare, sign) in terms)
            {
                if (compare(a, b) is not 0 and var difference)
                {
                    return sign * difference;
                }
            }

            return keySign * a.CompareTo(b);
        };
    }

    private Comparison<int> Comparison(Order term) =>
        term.Field switch
        {
            OrderField.Level => (a, b) => graph.KindOf(a).LevelOrder().CompareTo(graph.KindOf(b).LevelOrder()),
            OrderField.Titel => (a, b) => string.CompareOrdinal(facts.SortKey(a), facts.SortKey(b)),
            OrderField.Kind => (a, b) => string.CompareOrdinal(graph.KindOf(a).Info().Code, graph.KindOf(b).Info().Code),
            _ => (a, b) => Day(a, term.Descending).CompareTo(Day(b, term.Descending)),
        };

    /// <summary>What has no day stands last whichever way the days go.</summary>
    private int Day(int node, bool descending) => facts.FirstDay(node) is var day && descending && day == NoDay ? -1 : day;
}
