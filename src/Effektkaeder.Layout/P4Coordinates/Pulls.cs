using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>
/// Where each item is drawn to: the middles of its neighbours, and its old place in an earlier drawing. Passing edges
/// pull hardest, so that long edges become straight.
/// </summary>
internal sealed class Pulls
{
    private const double OldPlace = 1000;
    private const double Rest = 0.001;

    /// <summary>Less than what keeps a long edge straight.</summary>
    private const float Ribbon = 3f;

    private readonly int[] _start;
    private readonly (int Other, float Weight, bool Before)[] _pull;
    private readonly double[] _old;

    public Pulls(OrderedGraph graph, Band[] bands)
    {
        var hops = Hops(graph);
        _start = new int[graph.Items.Length + 1];
        foreach (var (a, b, _) in hops)
        {
            _start[a + 1]++;
            _start[b + 1]++;
        }

        for (var i = 0; i < graph.Items.Length; i++)
        {
            _start[i + 1] += _start[i];
        }

        var fill = _start[..^1];
        _pull = new (int, float, bool)[hops.Count * 2];
        foreach (var (a, b, weight) in hops)
        {
            var aFirst = graph.Items[a].Column < graph.Items[b].Column;
            _pull[fill[a]++] = (b, weight, !aFirst);
            _pull[fill[b]++] = (a, weight, aFirst);
        }

        _old = OldPlaces(graph, bands);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Wish, double Weight) Of(int item, double[] centre, double beforeShare, double afterShare)
    {
        // An item nothing pulls stays, and gives way to all others.
        var (sum, mass) = (centre[item] * Rest, Rest);
        for (var k = _start[item]; k < _start[item + 1]; k++)
        {
            var (other, weight, before) = _pull[k];
            var w = weight * (before ? beforeShare : afterShare);
            sum += centre[other] * w;
            mass += w;
        }

        if (!double.IsNaN(_old[item]))
        {
            return (_old[item], OldPlace);
        }

        return (sum / mass, mass);
    }

    private static List<(int A, int B, float Weight)> Hops(OrderedGraph graph)
    {
        var hops = new List<(int A, int B, float Weight)>();
        for (var e = 0; e < graph.Chains.Length; e++)
        {
            var items = graph.Chains[e].Items;
            for (var k = 0; k + 1 < items.Length; k++)
            {
                var (a, b) = (graph.Items[items[k]], graph.Items[items[k + 1]]);
                if (a.Column != b.Column)
                {
                    var straight =
                        a.IsNode && b.IsNode ? 1f
                        : a.IsNode || b.IsNode ? 2f
                        : 12f;
                    hops.Add((items[k], items[k + 1], straight * (a.Lane == b.Lane ? 1f : 0.1f)));
                }
            }
        }

        // Neighbours in a ribbon draw one another in.
        foreach (var column in graph.Columns)
        {
            for (var k = 0; k + 1 < column.Length; k++)
            {
                var (a, b) = (graph.Items[column[k]], graph.Items[column[k + 1]]);
                if (!a.IsNode && !b.IsNode && a.Lane == b.Lane && graph.Layered.Graph.AreParallel(a.Edge, b.Edge))
                {
                    hops.Add((column[k], column[k + 1], Ribbon));
                }
            }
        }

        return hops;
    }

    private static double[] OldPlaces(OrderedGraph graph, Band[] bands)
    {
        var old = new double[graph.Items.Length];
        Array.Fill(old, double.NaN);
        var input = graph.Layered.Graph;
        if (input.Options.Previous is { } previous)
        {
            // A lane that moves takes its nodes with it.
            var shift = Shifts(graph, bands, previous);
            var places = previous.Known.ToDictionary(n => n.Id, n => n, StringComparer.Ordinal);
            for (var i = 0; i < input.Nodes.Length; i++)
            {
                var node = input.Input.Nodes[i];
                if (places.TryGetValue(node.Id, out var was) && string.Equals(was.Lane, node.Lane, StringComparison.Ordinal))
                {
                    var (_, cross, _, breadth) = Frame.Back(was.Box, input.Options.Direction);
                    old[i] = cross + (breadth / 2) + shift[graph.Items[i].Lane];
                }
            }
        }

        return old;
    }

    private static double[] Shifts(OrderedGraph graph, Band[] bands, LayoutResult previous)
    {
        var shift = new double[bands.Length];
        for (var lane = 0; lane < bands.Length; lane++)
        {
            if (previous.Lanes.FirstOrDefault(b => string.Equals(b.Lane, graph.Lanes[lane], StringComparison.Ordinal)) is { } was)
            {
                var options = graph.Layered.Graph.Options;
                shift[lane] = bands[lane].Start - options.LanePadding - Frame.Back(was.Box, options.Direction).Cross;
            }
        }

        return shift;
    }
}
