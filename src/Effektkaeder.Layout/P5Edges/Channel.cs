using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>A hop by its edge and its number along the chain.</summary>
internal readonly record struct HopId(int Edge, int Hop);

/// <summary>
/// The room between two columns (or outside the first or last): the arcs of the column before it, then the curves of
/// the inner edges, then the arcs of the column after it. In the zones of the arcs inner edges run straight.
/// </summary>
internal sealed class Channel
{
    private readonly Dictionary<HopId, double> _offset = [];

    /// <summary>Distances of arcs from their column, outermost; 0 without arcs.</summary>
    public double ArcsAfterPrevious { get; private set; }

    public double ArcsBeforeNext { get; private set; }

    /// <summary>How far the curves are shifted against each other.</summary>
    public double Tracks { get; private set; }

    /// <summary>How far a curve swings along the levels.</summary>
    public double CurveLength { get; private set; }

    /// <summary>An arc's distance from its column, or an inner edge's shift from the start of the curves.</summary>
    public double Offset(int edge, int hop) => _offset[new HopId(edge, hop)];

    /// <summary>Channel c lies before column c; the last one after all columns.</summary>
    public static Channel[] All(PositionedGraph positioned, PortPlan ports)
    {
        var graph = positioned.Ordered;
        var count = graph.Columns.Length;
        var inner = Lists<InnerHop>(count + 1);
        var before = Lists<ArcHop>(count + 1);
        var after = Lists<ArcHop>(count + 1);
        for (var e = 0; e < graph.Chains.Length; e++)
        {
            var chain = graph.Chains[e];
            for (var hop = 0; hop + 1 < chain.Items.Length; hop++)
            {
                var (a, b) = (graph.Items[chain.Items[hop]].Column, graph.Items[chain.Items[hop + 1]].Column);
                var (ya, yb) = (ports.At(e, hop, 0), ports.At(e, hop, 1));
                if (a == b)
                {
                    (chain.Turn == Side.Before ? before[a] : after[a + 1]).Add(
                        new ArcHop(new HopId(e, hop), Math.Min(ya, yb), Math.Max(ya, yb))
                    );
                }
                else
                {
                    var (from, to) = a < b ? (ya, yb) : (yb, ya);
                    var (first, last) = a < b ? (chain.Items[hop], chain.Items[hop + 1]) : (chain.Items[hop + 1], chain.Items[hop]);
                    inner[Math.Max(a, b)].Add(new InnerHop(new HopId(e, hop), from, to, first, last));
                }
            }
        }

        var options = graph.Layered.Graph.Options;
        var channels = new Channel[count + 1];
        for (var c = 0; c <= count; c++)
        {
            var channel = channels[c] = new Channel();
            channel.ArcsAfterPrevious = ArcTracks.Assign(after[c], options.EdgeSpacing, channel._offset);
            channel.ArcsBeforeNext = ArcTracks.Assign(before[c], options.EdgeSpacing, channel._offset);
            (channel.Tracks, channel.CurveLength) = CurveTracks.Assign(inner[c], options, channel._offset);
        }

        return channels;
    }

    private static List<T>[] Lists<T>(int count)
    {
        var lists = new List<T>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }
}
