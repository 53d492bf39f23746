using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>
/// Gives every item its place across the levels.
/// <para>Requires: ordered columns with contiguous lanes.</para>
/// <para>Ensures: items of a column keep their order and their distance; every item lies inside its lane's band; bands
/// are disjoint and no broader than the fullest column needs (or, alone, a little more); nodes that an earlier drawing
/// placed keep their place where there is room.</para>
/// <para>Source: the priority idea of Sugiyama et al. (1981), each column solved exactly as isotonic regression
/// (Ayer et al. 1955, pool adjacent violators).</para>
/// </summary>
internal static class CoordinatePhase
{
    private const int Rounds = 10;

    public static PositionedGraph Run(OrderedGraph ordered)
    {
        var cells = Cell.Of(ordered);
        var bands = BandPlan.Make(ordered, cells);
        var pulls = new Pulls(ordered, bands);
        var centre = new double[ordered.Items.Length];
        foreach (var cell in cells.SelectMany(column => column))
        {
            cell.PlaceInMiddle(centre, bands[cell.Lane]);
        }

        for (var round = 0; round < Rounds; round++)
        {
            ordered.Layered.Graph.Options.Stop.ThrowIfCancellationRequested();
            Sweep(cells, bands, centre, pulls, forwards: true, both: round >= Rounds / 2);
            Sweep(cells, bands, centre, pulls, forwards: false, both: round >= Rounds / 2);
        }

        Straightening.Run(ordered, cells, bands, centre);
        if (bands.Length == 1 && ordered.Layered.Graph.Options.Previous is null)
        {
            bands[0] = Tighten(ordered, centre, bands[0]);
        }

        return new PositionedGraph(ordered, centre, bands);
    }

    /// <summary>Gives back the room that a band alone was lent and did not use.</summary>
    private static Band Tighten(OrderedGraph ordered, double[] centre, Band band)
    {
        double Half(int i) => ordered.Items[i].IsNode ? ordered.Layered.Graph.Nodes[ordered.Items[i].Node].Breadth / 2 : 0;
        var items = Enumerable.Range(0, centre.Length).ToArray();
        var (low, high) = (items.Min(i => centre[i] - Half(i)), items.Max(i => centre[i] + Half(i)));
        for (var i = 0; i < centre.Length; i++)
        {
            centre[i] -= low - band.Start;
        }

        return new Band(band.Start, band.Start + high - low);
    }

    private static void Sweep(List<Cell>[] cells, Band[] bands, double[] centre, Pulls pulls, bool forwards, bool both)
    {
        for (var k = 0; k < cells.Length; k++)
        {
            foreach (var cell in cells[forwards ? k : cells.Length - 1 - k])
            {
                cell.Place(
                    centre,
                    bands[cell.Lane],
                    pulls,
                    both ? 1
                        : forwards ? 1
                        : 0.15,
                    both ? 1
                        : forwards ? 0.15
                        : 1
                );
            }
        }
    }
}
