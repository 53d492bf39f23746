using System.Runtime.CompilerServices;
using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>One lane's items in one column, with the distances they must keep.</summary>
internal sealed class Cell
{
    private readonly int[] _items;
    private readonly double[] _offset;
    private readonly double[] _wish;
    private readonly double[] _weight;
    private readonly double _firstHalf;
    private readonly double _lastHalf;

    private Cell(OrderedGraph graph, int lane, int[] items)
    {
        Lane = lane;
        _items = items;
        _offset = new double[items.Length];
        _wish = new double[items.Length];
        _weight = new double[items.Length];
        for (var i = 1; i < items.Length; i++)
        {
            _offset[i] = _offset[i - 1] + Distance(graph, items[i - 1], items[i]);
        }

        (_firstHalf, _lastHalf) = (Half(graph, items[0]), Half(graph, items[^1]));
    }

    public int Lane { get; }

    public IReadOnlyList<int> Items => _items;

    /// <summary>The least room the items need.</summary>
    public double Breadth => _firstHalf + _offset[^1] + _lastHalf;

    public static List<Cell>[] Of(OrderedGraph graph)
    {
        var cells = new List<Cell>[graph.Columns.Length];
        for (var c = 0; c < cells.Length; c++)
        {
            cells[c] = [];
            var column = graph.Columns[c];
            for (var start = 0; start < column.Length;)
            {
                var lane = graph.Items[column[start]].Lane;
                var end = start;
                while (end < column.Length && graph.Items[column[end]].Lane == lane)
                {
                    end++;
                }

                cells[c].Add(new Cell(graph, lane, column[start..end]));
                start = end;
            }
        }

        return cells;
    }

    /// <summary>How much nearer than others the edges of one ribbon lie.</summary>
    public const double Ribbon = 0.6;

    /// <summary>Least distance between the middles of two neighbours.</summary>
    public static double Distance(OrderedGraph graph, int a, int b)
    {
        var options = graph.Layered.Graph.Options;
        var (x, y) = (graph.Items[a], graph.Items[b]);
        var gap =
            x.IsNode && y.IsNode ? options.NodeSpacing
            : x.IsNode || y.IsNode ? Math.Max(options.EdgeSpacing, options.NodeSpacing * 0.6)
            : graph.Layered.Graph.AreParallel(x.Edge, y.Edge) ? options.EdgeSpacing * Ribbon
            : options.EdgeSpacing;
        return Half(graph, a) + gap + Half(graph, b);
    }

    public void PlaceInMiddle(double[] centre, Band band)
    {
        var start = ((band.Start + band.End - Breadth) / 2) + _firstHalf;
        for (var i = 0; i < _items.Length; i++)
        {
            centre[_items[i]] = start + _offset[i];
        }
    }

    /// <summary>Moves the items as near to where they are pulled as order, distances and band allow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Place(double[] centre, Band band, Pulls pulls, double beforeShare, double afterShare)
    {
        for (var i = 0; i < _items.Length; i++)
        {
            var (wish, weight) = pulls.Of(_items[i], centre, beforeShare, afterShare);
            (_wish[i], _weight[i]) = (wish - _offset[i], weight);
        }

        Isotonic.Fit(_wish, _weight);
        var low = band.Start + _firstHalf;
        var high = Math.Max(low, band.End - _lastHalf - _offset[^1]);
        for (var i = 0; i < _items.Length; i++)
        {
            centre[_items[i]] = Math.Clamp(_wish[i], low, high) + _offset[i];
        }
    }

    /// <summary>How far an item may move without its neighbours moving.</summary>
    public (double Low, double High) Room(int at, double[] centre, Band band)
    {
        var low = at == 0 ? band.Start + _firstHalf : centre[_items[at - 1]] + _offset[at] - _offset[at - 1];
        var high = at == _items.Length - 1 ? band.End - _lastHalf : centre[_items[at + 1]] - (_offset[at + 1] - _offset[at]);
        return (low, high);
    }

    private static double Half(OrderedGraph graph, int item) =>
        graph.Items[item].IsNode ? graph.Layered.Graph.Nodes[graph.Items[item].Node].Breadth / 2 : 0;
}
