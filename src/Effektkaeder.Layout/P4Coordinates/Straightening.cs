using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>Lays every run of passing items of one edge on one line where all of them have room for it.</summary>
internal static class Straightening
{
    private const int Rounds = 3;

    public static void Run(OrderedGraph graph, List<Cell>[] cells, Band[] bands, double[] centre)
    {
        var place = new (Cell Cell, int At)[graph.Items.Length];
        foreach (var cell in cells.SelectMany(column => column))
        {
            for (var i = 0; i < cell.Items.Count; i++)
            {
                place[cell.Items[i]] = (cell, i);
            }
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var chain in graph.Chains)
            {
                foreach (var (start, end) in StraightRuns(graph, chain))
                {
                    Lay(chain.Items[start..end]);
                }
            }
        }

        void Lay(int[] run)
        {
            var (low, high, sum) = (double.NegativeInfinity, double.PositiveInfinity, 0.0);
            foreach (var item in run)
            {
                var (cell, at) = place[item];
                var room = cell.Room(at, centre, bands[cell.Lane]);
                (low, high) = (Math.Max(low, room.Low), Math.Min(high, room.High));
                sum += centre[item];
            }

            if (low <= high)
            {
                var line = Math.Clamp(sum / run.Length, low, high);
                foreach (var item in run)
                {
                    centre[item] = line;
                }
            }
        }
    }

    /// <summary>Passing items in a row, broken where the edge turns or changes lane.</summary>
    private static IEnumerable<(int Start, int End)> StraightRuns(OrderedGraph graph, Chain chain)
    {
        var start = 1;
        for (var k = 2; k < chain.Items.Length; k++)
        {
            var (a, b) = (graph.Items[chain.Items[k - 1]], graph.Items[chain.Items[k]]);
            if (b.IsNode || a.Column == b.Column || a.Lane != b.Lane)
            {
                if (k - start > 1)
                {
                    yield return (start, k);
                }

                start = k;
            }
        }
    }
}
