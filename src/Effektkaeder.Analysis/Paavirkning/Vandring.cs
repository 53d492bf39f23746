using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// The walk of an impact: along the hierarchy one way, over at most so many couplings, and on along the hierarchy.
/// A state of the walk is a node, the couplings used, whether it stands on a shared thing it reached by a coupling, and whether
/// the hierarchy alone brought it there.
/// </summary>
internal sealed class Vandring
{
    private readonly Udsnit udsnit;
    private readonly Paavirkningsvalg valg;
    private readonly bool down;
    private readonly HashSet<EdgeType>? types;
    private readonly Dictionary<State, Reached> reached = [];

    public Vandring(Udsnit udsnit, Paavirkningsvalg valg, bool down)
    {
        (this.udsnit, this.valg, this.down) = (udsnit, valg, down);
        types = valg.Kanttyper is { Count: > 0 } chosen ? [.. chosen] : null;
    }

    internal readonly record struct State(int Node, int Hops, bool OnShared, bool Hierarchy);

    internal sealed class Reached(int distance)
    {
        public int Distance { get; } = distance;

        public double Tillid { get; set; }

        /// <summary>The states one step nearer, and the edge from each: the most certain first, the rest in the order found.</summary>
        public List<(State State, int Edge)> Before { get; } = [];

        private double first;

        public void Came(State from, int edge, double tillid)
        {
            Before.Insert(tillid > first ? 0 : Before.Count, (from, edge));
            first = Math.Max(first, tillid);
        }
    }

    /// <summary>The states of the walk by node, in the order reached.</summary>
    public ILookup<int, (State State, Reached Reached)> Walk(IReadOnlyCollection<int> sources)
    {
        var order = new List<State>();
        var frontier = new List<State>();
        var isSource = sources.ToHashSet();
        foreach (var source in sources)
        {
            var state = new State(source, 0, false, true);
            reached[state] = new(0) { Tillid = 1 };
            order.Add(state);
            frontier.Add(state);
        }
        // A round lengthens every path by one edge: distance is the first round, certainty the best of any round.
        for (var round = 1; frontier.Count > 0 && round <= (valg.Dybde ?? int.MaxValue); round++)
            frontier = Round(frontier, round, isSource, order);
        return order.Select(s => (s, reached[s])).ToLookup(s => s.s.Node, s => (s.s, s.Item2));
    }

    private List<State> Round(List<State> frontier, int round, HashSet<int> isSource, List<State> order)
    {
        var improved = new Dictionary<State, double>();
        foreach (var state in frontier)
        {
            if (!isSource.Contains(state.Node) && !MayPass(udsnit.Noder[state.Node].Kind)) continue;
            foreach (var (edge, next) in Steps(state))
            {
                if (isSource.Contains(next.Node)) continue;
                var tillid = reached[state].Tillid * udsnit.Kanter[edge].Tillid;
                if (tillid <= 0 || tillid < valg.MindsteTillid) continue;
                if (!reached.TryGetValue(next, out var there))
                {
                    reached[next] = there = new(round);
                    order.Add(next);
                }
                if (there.Distance == round) there.Came(state, edge, tillid);
                if (tillid > there.Tillid && tillid > improved.GetValueOrDefault(next)) improved[next] = tillid;
            }
        }
        foreach (var (state, tillid) in improved) reached[state].Tillid = tillid;
        return [.. improved.Keys];
    }

    private bool MayPass(NodeKind kind) =>
        valg.Gennem || kind is not (NodeKind.Organisation or NodeKind.Aftale or NodeKind.Politik);

    private List<(int Edge, State Next)> Steps(State state)
    {
        var steps = new List<(int, State)>();
        foreach (var edge in down ? udsnit.Out(state.Node) : udsnit.In(state.Node))
        {
            var type = udsnit.Kanter[edge].Type;
            if (type != EdgeType.KoblerTil && MayUse(type))
                steps.Add((edge, new(udsnit.Other(edge, state.Node), state.Hops, false, state.Hierarchy && type.IsHierarchy())));
        }
        if (types is not null && !types.Contains(EdgeType.KoblerTil)) return steps;
        foreach (var edge in udsnit.Out(state.Node)) Couple(state, edge, steps);
        foreach (var edge in udsnit.In(state.Node)) Couple(state, edge, steps);
        return steps;
    }

    private void Couple(State state, int edge, List<(int Edge, State Next)> steps)
    {
        var kobling = udsnit.Kanter[edge];
        if (kobling.Type != EdgeType.KoblerTil || IsEvidence(kobling)) return;
        // Leaving a shared thing that a coupling led to is the second half of the same hop.
        var hops = state.OnShared ? state.Hops : state.Hops + 1;
        if (hops > valg.Koblingshop) return;
        var next = udsnit.Other(edge, state.Node);
        steps.Add((edge, new(next, hops, !state.OnShared && IsShared(udsnit.Noder[next].Kind), false)));
    }

    private bool MayUse(EdgeType type) => types?.Contains(type) ?? type.IsHierarchy();

    private static bool IsShared(NodeKind kind) => kind is NodeKind.Redskab or NodeKind.Lovhenvisning or NodeKind.Emne;

    /// <summary>A coupling from an indsats to the policy its own goal stands under only proves what the hierarchy says already.</summary>
    private bool IsEvidence(Edge kobling)
    {
        var (a, b) = (udsnit.Find(kobling.From)!, udsnit.Find(kobling.To)!);
        var (indsats, politik) = a.Kind == NodeKind.Politik ? (b, a) : (a, b);
        return indsats.Kind == NodeKind.Indsats && politik.Kind == NodeKind.Politik
            && udsnit.Parents(indsats.Key).Any(goal => udsnit.Sources(goal.Key, EdgeType.Indeholder).Any(p => p.Key == politik.Key));
    }
}
