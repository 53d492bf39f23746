using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>Nodes that nothing demands anything of go beside the node they are coupled to.</summary>
internal static class FreeNodes
{
    public static void Settle(AcyclicGraph acyclic, int[] level)
    {
        var graph = acyclic.Graph;
        var free = Array.ConvertAll(graph.Nodes, n => n.Level is null);
        foreach (var (before, after) in acyclic.Demands)
        {
            free[before] = free[after] = false;
        }

        foreach (var edge in graph.Edges)
        {
            if (free[edge.Source] && !free[edge.Target])
            {
                (level[edge.Source], free[edge.Source]) = (level[edge.Target], false);
            }
            else if (free[edge.Target] && !free[edge.Source])
            {
                (level[edge.Target], free[edge.Target]) = (level[edge.Source], false);
            }
        }
    }
}
