using System.Collections.Concurrent;
using System.Globalization;
using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Domain.Tekst;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application.Indexing;

/// <summary>
/// The closed query model over a graph in memory: nodes by kind and by municipality, folded texts, and for each order that is
/// asked for the place of every node, worked out once. Answers what the stores' own translations answer.
/// </summary>
public sealed class GraphIndex
{
    private const int NoLevel = 99;
    private const string NoDay = "9999-12-31",
        OpenStart = "0001-01-01";

    private readonly Udsnit _graph;
    private readonly Node[] _nodes;
    private readonly Edge[] _edges;
    private readonly string?[] _titles,
        _texts;
    private readonly int[][] _byKind;
    private readonly Dictionary<string, int[]> _byKommune;
    private readonly ConcurrentDictionary<string, Places> _places = new(StringComparer.Ordinal);
    private readonly RecentAnswers _answers = new();
    private readonly KeptNeighbours _kept;
    private readonly byte[] _kinds,
        _types;
    private readonly int[] _all;
    private readonly Lazy<string[]> _edgeKeys;

    public GraphIndex(Udsnit graph)
    {
        _graph = graph;
        (_nodes, _edges) = (graph.Nodes as Node[] ?? [.. graph.Nodes], graph.Edges as Edge[] ?? [.. graph.Edges]);
        (_kinds, _types) = ([.. _nodes.Select(n => (byte)n.Kind)], [.. _edges.Select(e => (byte)e.Type)]);
        _kept = new(_nodes.Length);
        _titles = new string?[_nodes.Length];
        _texts = new string?[_nodes.Length];
        _all = [.. Enumerable.Range(0, _nodes.Length)];
        _edgeKeys = new(() => [.. _edges.Select(e => e.Key)]);
        _byKind = [.. NodeKinds.All.Select(k => _all.Where(i => _nodes[i].Kind == k.Kind).ToArray())];
        _byKommune = _all.GroupBy(i => _nodes[i].Kommune, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public Udsnit Graph => _graph;

    public Node? Node(string key) => _graph.Find(key);

    public IReadOnlyList<Edge> Edges(IReadOnlyCollection<string> keys) =>
        [
            .. keys.Distinct(StringComparer.Ordinal)
                .Select(k => Array.BinarySearch(_edgeKeys.Value, k, StringComparer.Ordinal))
                .Where(i => i >= 0)
                .Select(i => _edges[i]),
        ];

    public IReadOnlyList<Node> Nodes(IReadOnlyCollection<string> keys) =>
        [.. keys.Distinct(StringComparer.Ordinal).Select(_graph.Find).OfType<Node>()];

    public Slice<Node> Query(NodeQuery query)
    {
        var order = PlacesIn(query.Order);
        var found = _answers.Get(
            FilterKey.Of(query.Filter, query.Order),
            () =>
            {
                var (candidates, rest) = Narrow(query.Filter);
                var passing = new List<int>();
                var test = Test(rest);
                foreach (var i in candidates)
                {
                    if (test(i))
                    {
                        passing.Add(order.Of[i]);
                    }
                }

                passing.Sort();
                var sorted = new int[passing.Count];
                for (var i = 0; i < sorted.Length; i++)
                {
                    sorted[i] = order.At[passing[i]];
                }

                return sorted;
            }
        );
        var (start, end, next, previous) = Cut(found.Length, (i, at, _) => order.Of[found[i]].CompareTo(order.Of[at]), query.Page);
        var items = new Node[end - start];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = _nodes[found[start + i]];
        }

        return new(items, next, previous, query.Count ? found.Length : null);
    }

    public IReadOnlyList<Slice<Neighbour>> Expand(ExpandQuery query)
    {
        var neighbours = Neighbours(query);
        return
        [
            .. query
                .Parents.Select(neighbours)
                .Select(n => new Slice<Neighbour>(
                    [.. n.Nodes.Zip(n.Edges, (node, edge) => new Neighbour(node, edge))],
                    n.HasNext,
                    n.HasPrevious,
                    query.Count ? n.Total : null
                )),
        ];
    }

    /// <summary>
    /// The question of <see cref="Expand"/> for one parent after another, whatever parents it names. For one thread at a time.
    /// </summary>
    public Func<string, Neighbours> Neighbours(ExpandQuery query)
    {
        var (test, order, step) = (query.Filter is null ? null : Test(query.Filter), PlacesIn(query.Order), new Step(query.Walk));
        // Edges are numbered in key order, so their numbers break the tie of several edges to one node.
        var byPlace = Comparer<(int Node, int Edge)>.Create(
            (a, b) => a.Node != b.Node ? order.Of[a.Node].CompareTo(order.Of[b.Node]) : a.Edge.CompareTo(b.Edge)
        );
        var page = query.Page;
        var all = page is { After: null, Before: null } ? _kept.For(WalkKey(query.Walk) + FilterKey.Of(query.Filter, query.Order)) : null;
        var most = page.First ?? page.Last ?? int.MaxValue;
        var met = new List<(int Node, int Edge)>();
        return parent =>
        {
            met.Clear();
            var place = _graph.IndexOf(parent);
            if (place is { } from)
            {
                if (all?[from] is { } known && known.Total <= most)
                {
                    return known;
                }

                Meet(from);
            }
            for (var i = 1; i < met.Count; i++)
            {
                if (byPlace.Compare(met[i - 1], met[i]) <= 0)
                {
                    continue;
                }

                met.Sort(byPlace);
                break;
            }
            var (start, end, next, previous) = Cut(
                met.Count,
                (i, at, edge) =>
                    met[i].Node != at ? order.Of[met[i].Node].CompareTo(order.Of[at])
                    : edge is null ? 0
                    : string.CompareOrdinal(_edges[met[i].Edge].Key, edge),
                page
            );
            var (near, along) = (new Node[end - start], new Edge[end - start]);
            for (var i = 0; i < near.Length; i++)
            {
                (near[i], along[i]) = (_nodes[met[start + i].Node], _edges[met[start + i].Edge]);
            }

            var found = new Neighbours(near, along, next, previous, met.Count)
            {
                IsKept = all is not null && place is not null && near.Length == met.Count,
            };
            if (found.IsKept)
            {
                _kept.Keep(all!, place!.Value, found);
            }

            return found;
        };

        void Meet(int from)
        {
            if (step.Out)
            {
                foreach (var edge in _graph.Out(from))
                {
                    if (_graph.To(edge) is var node && step.Passes(_types[edge], _kinds[node]) && test?.Invoke(node) != false)
                    {
                        met.Add((node, edge));
                    }
                }
            }

            if (step.In)
            {
                foreach (var edge in _graph.In(from))
                {
                    if (_graph.From(edge) is var node && step.Passes(_types[edge], _kinds[node]) && test?.Invoke(node) != false)
                    {
                        met.Add((node, edge));
                    }
                }
            }
        }
    }

    private static string WalkKey(Walk walk) =>
        $"{(int)walk.Direction}{string.Join(',', walk.Types.Select(t => (int)t))}/{string.Join(',', walk.Kinds.Select(k => (int)k))}:";

    /// <summary>Relay's page of a sorted list: what lies beyond the cursors, and of that the first or last so many.</summary>
    /// <param name="compare">What stands at a place, with a cursor's node and edge.</param>
    private (int Start, int End, bool Next, bool Previous) Cut(int count, Func<int, int, string?, int> compare, Page page)
    {
        var (start, end) = (0, count);
        if (page.After is { } after)
        {
            start = _graph.IndexOf(after.Node) is { } cursor ? Bound(i => compare(i, cursor, after.Edge) <= 0) : count;
        }

        if (page.Before is { } before)
        {
            end = Math.Max(start, _graph.IndexOf(before.Node) is { } cursor ? Bound(i => compare(i, cursor, before.Edge) < 0) : start);
        }

        var backwards = page.First is null && page.Last is not null;
        var more = end - start > (page.First ?? page.Last ?? int.MaxValue);
        if (more && backwards)
        {
            start = end - page.Last!.Value;
        }
        else if (more)
        {
            end = start + page.First!.Value;
        }

        return (start, end, backwards ? page.Before is not null : more, backwards ? more : page.After is not null);

        // How many stand where the test still holds.
        int Bound(Func<int, bool> holds)
        {
            var (low, high) = (0, count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (holds(middle))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }
            return low;
        }
    }

    /// <summary>
    /// The nodes that can pass, by the smallest list that the filter's outer terms name, and what they must pass besides.
    /// </summary>
    private (IEnumerable<int> Candidates, NodeFilter? Remaining) Narrow(NodeFilter? filter)
    {
        if (filter is null)
        {
            return (_all, null);
        }

        if (filter is not NodeFilter.All { Filters.Count: > 0 } several)
        {
            return Size(filter) < _all.Length ? (Candidates(filter), null) : (_all, filter);
        }

        var best = several.Filters.MinBy(Size)!;
        if (Size(best) == _all.Length)
        {
            return (_all, filter);
        }

        var (candidates, rest) = Narrow(best);
        var others = several.Filters.Where(f => !ReferenceEquals(f, best)).Concat(rest is null ? [] : [rest]).ToList();
        return (
            candidates,
            others.Count switch
            {
                0 => null,
                1 => others[0],
                _ => new NodeFilter.All(others),
            }
        );
    }

    /// <summary>Exactly the nodes that pass a filter whose <see cref="Size"/> is known.</summary>
    private IEnumerable<int> Candidates(NodeFilter filter) =>
        filter switch
        {
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().SelectMany(k => _byKind[(int)k]),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq, Values: [{ } kommune] } => _byKommune.GetValueOrDefault(
                kommune,
                []
            ),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .SelectMany(v => _byKommune.GetValueOrDefault(v, [])),
            NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(_graph.IndexOf)
                .OfType<int>(),
            _ => _all,
        };

    private int Size(NodeFilter filter) =>
        filter switch
        {
            NodeFilter.KindIn kinds => kinds.Kinds.Distinct().Sum(k => _byKind[(int)k].Length),
            NodeFilter.Text { Field: TextField.Kommune, Operator: TextOperator.Eq or TextOperator.In } kommune => kommune
                .Values.OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Sum(v => _byKommune.GetValueOrDefault(v, []).Length),
            NodeFilter.Text { Field: TextField.Key, Operator: TextOperator.Eq or TextOperator.In } key => key.Values.Count,
            NodeFilter.All { Filters.Count: > 0 } several => several.Filters.Min(Size),
            _ => _all.Length,
        };

    private Func<int, bool> Test(NodeFilter? filter)
    {
        switch (filter)
        {
            case null:
                return _ => true;
            case NodeFilter.All several:
                {
                    var tests = several.Filters.Select(Test).ToArray();
                    return i => Array.TrueForAll(tests, t => t(i));
                }
            case NodeFilter.Any any:
                {
                    var tests = any.Filters.Select(Test).ToArray();
                    return i => Array.Exists(tests, t => t(i));
                }
            case NodeFilter.Not not:
                {
                    var test = Test(not.Filter);
                    return i => !test(i);
                }
            case NodeFilter.KindIn kinds:
                {
                    var wanted = kinds.Kinds.ToHashSet();
                    return i => wanted.Contains(_nodes[i].Kind);
                }
            case NodeFilter.Flag flag:
                return i => Has(_nodes[i].Indhold, flag.Field) == flag.Value;
            case NodeFilter.Text text:
                return Text(text);
            case NodeFilter.Overlaps overlaps:
                return i =>
                    _nodes[i]
                        .Indhold.Tider.Any(t =>
                            (t.Fra is not null || t.Til is not null)
                            && (t.Fra ?? DateOnly.MinValue) <= (overlaps.To ?? DateOnly.MaxValue)
                            && (t.Til ?? DateOnly.MaxValue) >= (overlaps.From ?? DateOnly.MinValue)
                        );
            case NodeFilter.Related related:
                {
                    var (test, step) = (Test(related.Filter), new Step(related.Walk));
                    return related.Quantifier switch
                    {
                        Quantifier.Some => i => Around(i, step).Any(n => test(n.Node)),
                        Quantifier.None => i => !Around(i, step).Any(n => test(n.Node)),
                        _ => i => Around(i, step).All(n => test(n.Node)),
                    };
                }
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown filter");
        }
    }

    private Func<int, bool> Text(NodeFilter.Text text)
    {
        if (text.Operator is TextOperator.Eq or TextOperator.In)
        {
            var (wanted, orNull) = (text.Values.OfType<string>().ToHashSet(StringComparer.Ordinal), text.Values.Contains(null));
            return i => Plain(i, text.Field) is { } value ? wanted.Contains(value) : orNull;
        }
        // Keys, slugs and arts are folded by what they are.
        var part = Fold.Of(text.Values[0] ?? "");
        return text.Operator switch
        {
            TextOperator.Contains => i => Value(i)?.Contains(part, StringComparison.Ordinal) ?? false,
            TextOperator.StartsWith => i => Value(i)?.StartsWith(part, StringComparison.Ordinal) ?? false,
            _ => i => Value(i)?.EndsWith(part, StringComparison.Ordinal) ?? false,
        };

        string? Value(int i) =>
            text.Field switch
            {
                TextField.Titel => _titles[i] ??= Fold.Of(_nodes[i].Titel),
                TextField.Tekst => _texts[i] ??= Fold.Of(_nodes[i].Indhold.Tekst),
                _ => Plain(i, text.Field),
            };
    }

    private string? Plain(int i, TextField field) =>
        field switch
        {
            TextField.Key => _nodes[i].Key,
            TextField.Titel => _nodes[i].Titel,
            TextField.Tekst => _nodes[i].Indhold.Tekst,
            TextField.Art => _nodes[i].Indhold.Art,
            TextField.Kommune => _nodes[i].Kommune,
            _ => _nodes[i].Vist.Center,
        };

    private static bool Has(Indhold indhold, FlagField field) =>
        field switch
        {
            FlagField.Henvist => indhold.Henvist,
            FlagField.Betinget => indhold.Betinget is not null,
            _ => indhold.Uspecificeret,
        };

    private Places PlacesIn(IReadOnlyList<Order> order) =>
        _places.GetOrAdd(OrderKey(order), static (_, given) => given.Index.Sorted(given.Order), (Index: this, Order: order));

    private static string OrderKey(IReadOnlyList<Order> order) =>
        order.Count == 0 ? "" : string.Join(',', order.Select(o => $"{(int)o.Field}{(o.Descending ? '-' : '+')}"));

    private Places Sorted(IReadOnlyList<Order> order)
    {
        var keyDown = order.FirstOrDefault(o => o.Field == OrderField.Key)?.Descending ?? false;
        var sorted = _all.OrderBy(_ => 0);
        foreach (var term in order.Where(o => o.Field != OrderField.Key))
        {
            sorted = term.Field switch
            {
                OrderField.Level => Then(i => _nodes[i].Level ?? NoLevel, Comparer<int>.Default, term.Descending),
                OrderField.Titel => Then(i => Domain.Tekst.SortKey.Of(_nodes[i].Titel), StringComparer.Ordinal, term.Descending),
                OrderField.Kind => Then(i => _nodes[i].Kind.Info().Code, StringComparer.Ordinal, term.Descending),
                _ => Then(FirstDay, StringComparer.Ordinal, term.Descending),
            };
        }

        int[] at = [.. Then(i => i, Comparer<int>.Default, keyDown)];
        var of = new int[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            of[at[i]] = i;
        }

        return new(of, at);

        IOrderedEnumerable<int> Then<TKey>(Func<int, TKey> key, IComparer<TKey> comparer, bool descending) =>
            descending ? sorted.ThenByDescending(key, comparer) : sorted.ThenBy(key, comparer);
    }

    private string FirstDay(int i) =>
        _nodes[i]
            .Indhold.Tider.Where(t => t.Fra is not null || t.Til is not null)
            .Select(t => t.Fra?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? OpenStart)
            .Min(StringComparer.Ordinal)
        ?? NoDay;

    private IEnumerable<(int Node, int Edge)> Around(int from, Step step)
    {
        if (step.Out)
        {
            foreach (var edge in _graph.Out(from).ToArray())
            {
                if (step.Passes(_types[edge], _kinds[_graph.To(edge)]))
                {
                    yield return (_graph.To(edge), edge);
                }
            }
        }

        if (step.In)
        {
            foreach (var edge in _graph.In(from).ToArray())
            {
                if (step.Passes(_types[edge], _kinds[_graph.From(edge)]))
                {
                    yield return (_graph.From(edge), edge);
                }
            }
        }
    }

    /// <summary>
    /// An order: the place of each node, and which node stands at a place. Nodes are numbered by key, which breaks every tie.
    /// </summary>
    private sealed record Places(int[] Of, int[] At);

    /// <summary>A walk as bits: which types and kinds pass.</summary>
    private sealed class Step(Walk walk)
    {
        private readonly ulong _types = Bits(walk.Types.Select(t => (int)t)),
            _kinds = Bits(walk.Kinds.Select(k => (int)k));

        public bool Out { get; } = walk.Direction is Direction.Out or Direction.Either;

        public bool In { get; } = walk.Direction is Direction.In or Direction.Either;

        public bool Passes(byte type, byte kind) => (_types >> type & 1) == 1 && (_kinds >> kind & 1) == 1;

        private static ulong Bits(IEnumerable<int> numbers) =>
            numbers.Aggregate(0UL, (bits, n) => bits | 1UL << n) is var bits and not 0 ? bits : ulong.MaxValue;
    }
}
