using Effektkaeder.Analysis;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Storage.Memory;

/// <summary>The pages of one question about neighbours, parent after parent. For one thread at a time.</summary>
/// <param name="test">What a neighbour must pass; null for every one.</param>
/// <param name="kept">Where whole answers are kept; null where the question names a cursor.</param>
internal sealed class NeighbourPages(
    Udsnit graph,
    ExpandQuery query,
    Places order,
    Func<int, bool>? test,
    Pace pace,
    KeptNeighbours keeper,
    NodePlaces<Neighbours>? kept
)
{
    private readonly Step _step = new(query.Walk);
    private readonly List<(int Node, int Edge)> _met = [];

    /// <summary>Edges are numbered in key order, so their numbers break the tie of several edges to one node.</summary>
    private readonly Comparer<(int Node, int Edge)> _byPlace = Comparer<(int Node, int Edge)>.Create(
        (a, b) => a.Node != b.Node ? order.Of[a.Node].CompareTo(order.Of[b.Node]) : a.Edge.CompareTo(b.Edge)
    );

    public Neighbours Of(string parent)
    {
        _met.Clear();
        var place = graph.IndexOf(parent);
        if (place is { } from)
        {
            if (kept?[from] is { } known && !(known.Total > query.Page.Limit))
            {
                return known;
            }

            Meet(from);
        }
        Sort();
        var (start, end, isCut) = Cutting.Of(_met.Count, Compare, graph.IndexOf, query.Page);
        var (near, along) = (new Node[end - start], new Edge[end - start]);
        for (var i = 0; i < near.Length; i++)
        {
            (near[i], along[i]) = (graph.Nodes[_met[start + i].Node], graph.Edges[_met[start + i].Edge]);
        }

        var slice = Slice<Node>.Of(query.Page, near, isCut, _met.Count);
        var found = new Neighbours(near, along, slice.HasNext, slice.HasPrevious, _met.Count)
        {
            IsKept = kept is not null && place is not null && near.Length == _met.Count,
        };
        if (found.IsKept)
        {
            keeper.Keep(kept!, place!.Value, found);
        }

        return found;
    }

    private void Meet(int from)
    {
        if (_step.Out)
        {
            foreach (var edge in graph.Out(from))
            {
                Meet(graph.To(edge), edge);
            }
        }

        if (_step.In)
        {
            foreach (var edge in graph.In(from))
            {
                Meet(graph.From(edge), edge);
            }
        }
    }

    private void Meet(int node, int edge)
    {
        pace.Step();
        if (_step.Passes((byte)graph.TypeOf(edge), (byte)graph.KindOf(node)) && test?.Invoke(node) != false)
        {
            _met.Add((node, edge));
        }
    }

    /// <summary>Most come in their order already.</summary>
    private void Sort()
    {
        for (var i = 1; i < _met.Count; i++)
        {
            if (_byPlace.Compare(_met[i - 1], _met[i]) > 0)
            {
                _met.Sort(_byPlace);
                return;
            }
        }
    }

    private int Compare(int i, int node, string? edge) =>
        _met[i].Node != node ? order.Of[_met[i].Node].CompareTo(order.Of[node])
        : edge is null ? 0
        : string.CompareOrdinal(graph.Edges[_met[i].Edge].Key, edge);
}
