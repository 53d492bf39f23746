using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>
/// The closed query model over a graph in memory: nodes by kind and by municipality, folded texts, and for each order that is asked
/// for the place of every node, worked out once. Answers what the other engines' translations answer.
/// </summary>
/// <param name="stored">The same revision where it is kept: it answers what needs an index of words, or the history.</param>
/// <param name="whole">All of its nodes and edges.</param>
/// <param name="facts">What its nodes are ordered by.</param>
internal sealed class MemoryGraph(IGraph stored, Udsnit whole, INodeFacts facts) : IGraph, IGraphAtHand
{
    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, Places>? _before;
    private NodeMoves? _moves;
    private volatile Index? _ready;

    public long Revision => stored.Revision;

    public Udsnit Whole => whole;

    public IHistory? History => stored.History;

    public IGraphAtHand AtHand => this;

    public Task<IReadOnlyList<Revision>> RevisionsAsync(int first, CancellationToken ct) => stored.RevisionsAsync(first, ct);

    public Task<IReadOnlyList<Node>> NodesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Node>>([.. keys.Distinct(StringComparer.Ordinal).Select(whole.Find).OfType<Node>()]);

    public Task<IReadOnlyList<Edge>> EdgesAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult(Ready().Edges(keys));

    /// <summary>
    /// Texts and times stand in the elements, which a file looks through without making a node of each. Of many it is sooner asked; but
    /// not about walks, where it goes every way.
    /// </summary>
    public Task<Slice<Node>> QueryAsync(NodeQuery query, CancellationToken ct) =>
        stored is IFindsNumbers && query.Filter?.Walks == 0 && NodeTests.ReadsElements(query.Filter) && Ready().IsOfMany(query.Filter)
            ? stored.QueryAsync(query, ct)
            : Task.FromResult(Ready().Query(query, new(ct)));

    public Task<IReadOnlyList<Slice<Neighbour>>> ExpandAsync(ExpandQuery query, CancellationToken ct)
    {
        var neighbours = Neighbours(query, ct);
        return Task.FromResult<IReadOnlyList<Slice<Neighbour>>>([
            .. query
                .Parents.Select(neighbours)
                .Select(n => new Slice<Neighbour>(
                    [.. n.Nodes.Zip(n.Edges, (node, edge) => new Neighbour(node, edge))],
                    n.HasNext,
                    n.HasPrevious,
                    query.Count ? n.Total : null
                )),
        ]);
    }

    public async Task<Slice<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        if (stored is not IFindsNumbers finds || facts is not IFoundNodes nodes)
        {
            return await stored.SearchAsync(query, ct);
        }

        var found = await finds.FindNumbersAsync(query, whole, nodes, ct);
        return new([.. found.Items.Select(h => new SearchHit(whole.Nodes[h.Node], h.Rank))], found.HasNext, found.HasPrevious, found.Total);
    }

    public Task<(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)> StatedByAsync(string aftale, CancellationToken ct) =>
        stored.StatedByAsync(aftale, ct);

    public Task<Udsnit> SelectAsync(Selection selection, CancellationToken ct) => Task.FromResult(whole);

    public Node? Node(string key) => whole.Find(key);

    public Func<string, Neighbours> Neighbours(ExpandQuery query, CancellationToken ct) => Ready().Neighbours(query, new(ct));

    public IReadOnlyList<int> Passing(NodeFilter? filter, CancellationToken ct) => Ready().Passing(filter, new(ct));

    public bool HasTime(int node) => facts.FirstDay(node) != DateOnly.MaxValue.DayNumber;

    /// <summary>The same graph at another revision, with what this one has worked out of what is the same in both.</summary>
    public MemoryGraph Moved(IGraph to, Udsnit graph, INodeFacts about, NodeMoves moves) =>
        _ready is { } ready
            ? new(to, graph, about) { _before = ready.Orders.Known.ToDictionary(StringComparer.Ordinal), _moves = moves }
            : new(to, graph, about) { _before = _before, _moves = _moves?.Then(moves) };

    private Index Ready()
    {
        if (_ready is { } ready)
        {
            return ready;
        }

        lock (_gate)
        {
            return _ready ??= new(whole, new(whole, facts, _before, _moves));
        }
    }

    /// <summary>What is worked out of the graph before it answers its first question, and what it has answered since.</summary>
    private sealed class Index
    {
        private const int Many = 20_000;

        private readonly Udsnit _whole;
        private readonly NodeTests _tests;
        private readonly Candidates _candidates;
        private readonly RecentAnswers _answers = new();
        private readonly KeptNeighbours _kept;

        public Index(Udsnit whole, Orders orders)
        {
            (_whole, Orders) = (whole, orders);
            (_candidates, _kept, _tests) = (new(whole), new(whole.Nodes.Count), new(whole, new(whole)));
        }

        public Orders Orders { get; }

        public IReadOnlyList<Edge> Edges(IReadOnlyCollection<string> keys) =>
            [.. keys.Distinct(StringComparer.Ordinal).Select(Edge).OfType<Edge>()];

        public Slice<Node> Query(NodeQuery query, Pace pace)
        {
            var found = _answers.Get(FilterKey.Of(query.Filter, query.Order), () => Passing(query.Filter, query.Order, pace));
            var compare = Orders.Comparison(query.Order, pace);
            var (start, end, isCut) = Cutting.Of(found.Length, (i, at, _) => compare(found[i], at), _whole.IndexOf, query.Page);
            var items = new Node[end - start];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = _whole.Nodes[found[start + i]];
            }

            return Slice<Node>.Of(query.Page, items, isCut, query.Count ? found.Length : null);
        }

        /// <summary>Whether so many may pass that reading each of them is felt.</summary>
        public bool IsOfMany(NodeFilter? filter) => _candidates.Of(filter).Nodes.Skip(Many).Any();

        /// <summary>The nodes that pass, in key order.</summary>
        public int[] Passing(NodeFilter? filter, Pace pace) => _answers.Get(FilterKey.Of(filter, []), () => Passing(filter, [], pace));

        public Func<string, Neighbours> Neighbours(ExpandQuery query, Pace pace)
        {
            var kept = query.Page is { After: null, Before: null } ? _kept.For(FilterKey.Of(query)) : null;
            var test = query.Filter is null ? null : _tests.Of(query.Filter, pace);
            return new NeighbourPages(_whole, query, Orders.Of(query.Order, pace), test, pace, _kept, kept).Of;
        }

        /// <summary>The edge of a key, which names its ends after its type.</summary>
        private Edge? Edge(string key)
        {
            if (key.Split(' ') is not [_, var a, var b] || _whole.IndexOf(a) is not { } first || _whole.IndexOf(b) is not { } second)
            {
                return null;
            }

            foreach (var edge in (ReadOnlySpan<int>)[.. _whole.Out(first), .. _whole.In(first)])
            {
                if (_whole.Other(edge, first) == second && _whole.Edges[edge] is var found && found.Key == key)
                {
                    return found;
                }
            }

            return null;
        }

        /// <summary>The nodes that pass, in their order.</summary>
        private int[] Passing(NodeFilter? filter, IReadOnlyList<Order> order, Pace pace)
        {
            var (candidates, rest) = _candidates.Of(filter);
            var (passing, test) = (new List<int>(), _tests.Of(rest, pace));
            foreach (var i in candidates)
            {
                pace.Step();
                if (test(i))
                {
                    passing.Add(i);
                }
            }

            return Orders.Sort(passing, order, pace);
        }
    }
}
