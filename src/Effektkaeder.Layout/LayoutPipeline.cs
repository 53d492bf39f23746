using Effektkaeder.Layout.Graph;
using Effektkaeder.Layout.P1Cycles;
using Effektkaeder.Layout.P2Layers;
using Effektkaeder.Layout.P3Order;
using Effektkaeder.Layout.P4Coordinates;
using Effektkaeder.Layout.P5Edges;

namespace Effektkaeder.Layout;

/// <summary>
/// Draws a graph in levels and lanes. In every drawing: no two nodes overlap, no edge runs through a node, every node
/// stands in its level's columns and its lane's band. Same input, same drawing. The innermost loops of the phases are
/// marked to be compiled in full at once: a command draws once and ends, long before the runtime would find them hot.
/// </summary>
public static class LayoutPipeline
{
    /// <exception cref="LayoutInputException">The graph is no graph: see its message.</exception>
    /// <exception cref="OperationCanceledException">It was called off, which the phases look at in their long loops.</exception>
    public static LayoutResult Run(LayoutGraph graph, LayoutOptions? options = null)
    {
        var indexed = IndexedGraph.From(graph, options ?? new LayoutOptions());
        if (indexed.Nodes.Length == 0)
        {
            return new LayoutResult([], [], [], [], 2 * indexed.Options.Margin, 2 * indexed.Options.Margin);
        }

        var stop = indexed.Options.Stop;
        var acyclic = CyclePhase.Run(indexed);
        stop.ThrowIfCancellationRequested();
        var layered = LayerPhase.Run(acyclic);
        stop.ThrowIfCancellationRequested();
        var ordered = OrderPhase.Run(layered);
        stop.ThrowIfCancellationRequested();
        var positioned = CoordinatePhase.Run(ordered);
        stop.ThrowIfCancellationRequested();
        return EdgePhase.Run(positioned);
    }
}
