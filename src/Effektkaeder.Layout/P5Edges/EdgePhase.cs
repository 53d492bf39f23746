using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>
/// Places the columns and draws every edge through the channels between them.
/// <para>Requires: every item placed across the levels, distances kept.</para>
/// <para>Ensures: no edge touches a box but its own ends' borders; edges cross as often as their order demands and no
/// more; arcs have a zone of their own beside each column; steep edges side by side keep a distance; labels lie where they are free.</para>
/// <para>Source: channel routing after Hashimoto and Stevens (1971), with the tracks of Sander, "Layout of directed
/// hypergraphs with orthogonal hyperedges" (2003), bent into curves.</para>
/// </summary>
internal static class EdgePhase
{
    public static LayoutResult Run(PositionedGraph positioned)
    {
        var ports = PortPlan.Make(positioned);
        var channels = Channel.All(positioned, ports);
        var columns = ColumnPlan.Make(positioned, channels);
        var graph = positioned.Ordered.Layered.Graph;
        var edges = new RoutedEdge[graph.Edges.Length];
        for (var e = 0; e < edges.Length; e++)
        {
            graph.Options.Stop.ThrowIfCancellationRequested();
            edges[e] = EdgePath.Draw(e, positioned, ports, channels, columns);
        }

        return ResultBuilder.Build(positioned, columns, edges);
    }
}
