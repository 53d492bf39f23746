using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>
/// Lays the passing items of an edge on as few lines as the room beside them allows: least squares alone spreads every
/// step evenly over all columns, which looks like a staircase.
/// </summary>
internal sealed class Straightening
{
    private const int Rounds = 3;

    /// <summary>Where there is room a line keeps this much more than the least distance from its neighbours.</summary>
    private const double Margin = 8;

    private readonly OrderedGraph _graph;
    private readonly Band[] _bands;
    private readonly double[] _centre;
    private readonly (Cell Cell, int At)[] _place;

    private Straightening(OrderedGraph graph, List<Cell>[] cells, Band[] bands, double[] centre)
    {
        (_graph, _bands, _centre) = (graph, bands, centre);
        _place = new (Cell Cell, int At)[graph.Items.Length];
        foreach (var cell in cells.SelectMany(column => column))
        {
            for (var i = 0; i < cell.Items.Count; i++)
            {
                _place[cell.Items[i]] = (cell, i);
            }
        }
    }

    public static void Run(OrderedGraph graph, List<Cell>[] cells, Band[] bands, double[] centre)
    {
        var straightening = new Straightening(graph, cells, bands, centre);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var chain in graph.Chains)
            {
                straightening.Lay(chain);
            }
        }
    }

    private void Lay(Chain chain)
    {
        for (var start = 1; start + 1 < chain.Items.Length;)
        {
            var (low, high) = Room(chain.Items[start]);
            var end = start + 1;
            while (end + 1 < chain.Items.Length && !Breaks(chain.Items[end - 1], chain.Items[end]))
            {
                var next = Room(chain.Items[end]);
                if (Math.Max(low, next.Low) > Math.Min(high, next.High))
                {
                    break;
                }

                (low, high) = (Math.Max(low, next.Low), Math.Min(high, next.High));
                end++;
            }

            var line = Line(chain, start, end, low, high);
            for (var k = start; k < end; k++)
            {
                _centre[chain.Items[k]] = line;
            }

            start = end;
        }
    }

    /// <summary>A line goes straight into what follows, or straight on from what came before, or as near as it can.</summary>
    private double Line(Chain chain, int start, int end, double low, double high)
    {
        var margin = Math.Min(Margin, Math.Max(0, high - low) * 0.4);
        var (inner, outer) = (low + margin, high - margin);
        var (before, after) = (chain.Items[start - 1], chain.Items[end]);
        var last = end == chain.Items.Length - 1 || Breaks(chain.Items[end - 1], after);
        if (Breaks(before, chain.Items[start]))
        {
            return Math.Clamp(_centre[after], inner, outer);
        }

        return last && !Breaks(chain.Items[end - 1], after) && _centre[after] >= inner && _centre[after] <= outer
            ? _centre[after]
            : Math.Clamp(_centre[before], inner, outer);
    }

    /// <summary>An edge that turns or changes lane between two items need not lie on one line there.</summary>
    private bool Breaks(int a, int b) => _graph.Items[a].Column == _graph.Items[b].Column || _graph.Items[a].Lane != _graph.Items[b].Lane;

    private (double Low, double High) Room(int item)
    {
        var (cell, at) = _place[item];
        var (low, high) = cell.Room(at, _centre, _bands[cell.Lane]);

        // An item wedged in has no room, and rounding may make it a hair less than none.
        return low <= high ? (low, high) : (_centre[item], _centre[item]);
    }
}
