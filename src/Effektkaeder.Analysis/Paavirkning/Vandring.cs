using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// The walk of an impact: along the hierarchy one way, over at most so many couplings, and on along the hierarchy.
/// A state of the walk is a node, the couplings used, whether it stands on a shared thing it reached by a coupling, and whether
/// the hierarchy alone brought it there.
/// </summary>
internal sealed class Vandring
{
    private readonly Udsnit _udsnit;
    private readonly Paavirkningsvalg _valg;
    private readonly bool _down;
    private readonly Pace _pace;
    private readonly HashSet<EdgeType>? _types;
    private readonly Dictionary<State, Reached> _reached = [];

    /// <summary>Of one state and of one round, used again by the next.</summary>
    private readonly List<(int Edge, State Next)> _steps = [];
    private readonly Dictionary<State, double> _improved = [];

    public Vandring(Udsnit udsnit, Paavirkningsvalg valg, bool down, Pace pace)
    {
        (_udsnit, _valg, _down, _pace) = (udsnit, valg, down, pace);
        _types = valg.Kanttyper is { Count: > 0 } chosen ? [.. chosen] : null;
    }

    internal readonly record struct State(int Node, int Hops, bool OnShared, bool Hierarchy);

    /// <summary>A state that the walk came to, after so many edges.</summary>
    internal sealed class Reached(State state, int distance)
    {
        public State State => state;

        public int Distance => distance;

        public double Tillid { get; set; }

        /// <summary>The states one step nearer, and the edge from each: the most certain first, the rest in the order found.</summary>
        public List<(Reached From, int Edge)> Before { get; } = [];

        private double _first;

        public void Came(Reached from, int edge, double tillid)
        {
            Before.Insert(tillid > _first ? 0 : Before.Count, (from, edge));
            _first = Math.Max(_first, tillid);
        }
    }

    /// <summary>The states of the walk by node, in the order reached; the sources among them.</summary>
    public ILookup<int, Reached> Walk(Kilder kilder)
    {
        var order = new List<Reached>();
        var frontier = new List<State>();
        var isSource = kilder.Alle.ToHashSet();
        foreach (var source in kilder.Foerst)
        {
            frontier.Add(Enter(source, 0));
        }

        var taken = new List<State>();
        foreach (var (node, by, edge) in kilder.Medtaget)
        {
            var state = Start(node);
            if (!_reached.ContainsKey(state))
            {
                taken.Add(Enter(node, 1));
            }

            _reached[state].Came(_reached[Start(by)], edge, 1);
        }
        // A round lengthens every path by one edge: distance is the first round, certainty the best of any round.
        for (var round = 1; frontier.Count + taken.Count > 0 && round <= (_valg.Dybde ?? int.MaxValue); round++)
        {
            frontier = Round(frontier, round, isSource, order);
            frontier.AddRange(taken);
            taken = [];
        }

        State Enter(int node, int distance)
        {
            var state = Start(node);
            order.Add(_reached[state] = new(state, distance) { Tillid = 1 });
            return state;
        }

        static State Start(int node) => new(node, 0, false, true);

        return order.ToLookup(r => r.State.Node);
    }

    private List<State> Round(List<State> frontier, int round, HashSet<int> isSource, List<Reached> order)
    {
        _improved.Clear();
        foreach (var state in frontier)
        {
            if (!isSource.Contains(state.Node) && !MayPass(_udsnit.KindOf(state.Node)))
            {
                continue;
            }

            var reached = _reached[state];
            foreach (var (edge, next) in Steps(state))
            {
                _pace.Step();
                if (isSource.Contains(next.Node))
                {
                    continue;
                }

                var tillid = reached.Tillid * _udsnit.Edges[edge].Tillid;
                if (tillid <= 0 || tillid < _valg.MindsteTillid)
                {
                    continue;
                }

                if (!_reached.TryGetValue(next, out var there))
                {
                    _reached[next] = there = new(next, round);
                    order.Add(there);
                }
                if (there.Distance == round)
                {
                    there.Came(reached, edge, tillid);
                }

                if (tillid > there.Tillid && tillid > _improved.GetValueOrDefault(next))
                {
                    _improved[next] = tillid;
                }
            }
        }
        foreach (var (state, tillid) in _improved)
        {
            _reached[state].Tillid = tillid;
        }

        return [.. _improved.Keys];
    }

    private bool MayPass(NodeKind kind) => _valg.Gennem || kind is not (NodeKind.Organisation or NodeKind.Aftale or NodeKind.Politik);

    private List<(int Edge, State Next)> Steps(State state)
    {
        _steps.Clear();
        foreach (var edge in _down ? _udsnit.Out(state.Node) : _udsnit.In(state.Node))
        {
            var type = _udsnit.TypeOf(edge);
            if (type is not (EdgeType.KoblerTil or EdgeType.Understoetter) && MayUse(type))
            {
                _steps.Add((edge, new(_udsnit.Other(edge, state.Node), state.Hops, false, state.Hierarchy && type.IsHierarchy())));
            }
        }

        // The vertical line is walked as the hierarchy is; the aim that it leads to lies above.
        foreach (var edge in _down ? _udsnit.In(state.Node) : _udsnit.Out(state.Node))
        {
            if (_udsnit.TypeOf(edge) == EdgeType.Understoetter && (_types?.Contains(EdgeType.Understoetter) ?? true))
            {
                _steps.Add((edge, new(_udsnit.Other(edge, state.Node), state.Hops, false, state.Hierarchy)));
            }
        }

        if (_types is not null && !_types.Contains(EdgeType.KoblerTil))
        {
            return _steps;
        }

        foreach (var edge in _udsnit.Out(state.Node))
        {
            Couple(state, edge);
        }

        foreach (var edge in _udsnit.In(state.Node))
        {
            Couple(state, edge);
        }

        return _steps;
    }

    private void Couple(State state, int edge)
    {
        if (_udsnit.TypeOf(edge) != EdgeType.KoblerTil || IsEvidence(edge))
        {
            return;
        }
        // Leaving a shared thing that a coupling led to is the second half of the same hop.
        var hops = state.OnShared ? state.Hops : state.Hops + 1;
        if (hops > _valg.Koblingshop)
        {
            return;
        }

        var next = _udsnit.Other(edge, state.Node);
        _steps.Add((edge, new(next, hops, !state.OnShared && _udsnit.KindOf(next).IsShared(), false)));
    }

    private bool MayUse(EdgeType type) => _types?.Contains(type) ?? type.IsHierarchy();

    /// <summary>A coupling from an indsats to the policy its own goal stands under only proves what the hierarchy says already.</summary>
    private bool IsEvidence(int kobling)
    {
        var (a, b) = (_udsnit.From(kobling), _udsnit.To(kobling));
        var (indsats, politik) = Kind(a) == NodeKind.Politik ? (b, a) : (a, b);
        return Kind(indsats) == NodeKind.Indsats && Kind(politik) == NodeKind.Politik && StandsUnder(indsats, politik);
    }

    private bool StandsUnder(int indsats, int politik)
    {
        foreach (var up in _udsnit.In(indsats))
        {
            foreach (var edge in _udsnit.TypeOf(up).IsHierarchy() ? _udsnit.In(_udsnit.From(up)) : [])
            {
                if (_udsnit.TypeOf(edge) == EdgeType.Indeholder && _udsnit.From(edge) == politik)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private NodeKind Kind(int node) => _udsnit.KindOf(node);
}
