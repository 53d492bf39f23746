using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P1Cycles;

/// <summary>
/// Turns the edges that decide levels into demands without a circle.
/// <para>Requires: resolved indices.</para>
/// <para>Ensures: the demands have no circle; an edge between two given levels demands nothing against them;
/// an acyclic hierarchy keeps the direction of every edge.</para>
/// <para>Source: Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set problem" (1993).</para>
/// </summary>
internal static class CyclePhase
{
    public static AcyclicGraph Run(IndexedGraph graph)
    {
        var deciding = Deciding(graph);
        var place = FeedbackOrder.Of(graph.Nodes.Length, deciding);
        var demands = new List<Precedence>(deciding.Count);
        foreach (var (before, after) in deciding)
        {
            // Where both levels are given they stand, whatever the edge says.
            if (graph.Nodes[before].Level is null || graph.Nodes[after].Level is null)
            {
                demands.Add(place[before] < place[after] ? new Precedence(before, after) : new Precedence(after, before));
            }
        }

        return new AcyclicGraph(graph, [.. demands]);
    }

    private static List<Precedence> Deciding(IndexedGraph graph)
    {
        // A graph of couplings alone has nothing else to tell its levels by.
        var any = graph.Edges.Any(e => e.Kind == EdgeKind.Hierarchy);
        var deciding = new List<Precedence>(graph.Edges.Length);
        foreach (var edge in graph.Edges)
        {
            if (edge.IsLoop || (any && edge.Kind != EdgeKind.Hierarchy))
            {
                continue;
            }

            var against = graph.Nodes[edge.Source].Level > graph.Nodes[edge.Target].Level;
            deciding.Add(against ? new Precedence(edge.Target, edge.Source) : new Precedence(edge.Source, edge.Target));
        }

        return deciding;
    }
}
