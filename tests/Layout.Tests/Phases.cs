using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P1Cycles;
using Effektkaeder.Layout.P2Layers;
using Effektkaeder.Layout.P3Order;
using Effektkaeder.Layout.P4Coordinates;

namespace Effektkaeder.Layout.Tests;

/// <summary>The pipeline up to a phase.</summary>
internal static class Phases
{
    public static LayeredGraph Layered(LayoutGraph graph, LayoutOptions options) =>
        LayerPhase.Run(CyclePhase.Run(IndexedGraph.From(graph, options)));

    public static OrderedGraph Ordered(LayoutGraph graph, LayoutOptions options) => OrderPhase.Run(Layered(graph, options));

    public static PositionedGraph Positioned(LayoutGraph graph, LayoutOptions options) => CoordinatePhase.Run(Ordered(graph, options));

    /// <summary>A workspace with every edge drawn, in a first order.</summary>
    public static Workspace Workspace(int seed)
    {
        var layered = Layered(RandomGraphs.Make(seed), RandomGraphs.Options(seed));
        var space = new Workspace(layered, [.. Enumerable.Range(0, layered.Graph.Lanes.Length)]);
        var routed = ChainBuilder.DrawPlain(space);
        InitialOrder.Set(space, new Random(seed));
        var router = new EdgeRouter(space, 1);
        routed.ForEach(router.Draw);
        return space;
    }
}
