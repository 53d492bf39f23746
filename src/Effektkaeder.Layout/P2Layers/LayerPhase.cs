using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// Gives every node a level and every level its columns.
/// <para>Requires: demands without a circle.</para>
/// <para>Ensures: a given level is kept; where none are given every demand points to a later level; the columns of a
/// level are neighbours and levels follow in the order of their numbers; folding keeps the drawing's aspect bounded.</para>
/// <para>Source: Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs" (1993), section 2.</para>
/// </summary>
internal static class LayerPhase
{
    public static LayeredGraph Run(AcyclicGraph acyclic)
    {
        var graph = acyclic.Graph;
        var level = Levels(acyclic);
        var numbers = level.Distinct().Order().ToArray();
        var index = level.Select(l => Array.BinarySearch(numbers, l)).ToArray();
        var folds = FoldPlan.Make(graph, index, numbers);
        return ColumnAssignment.Make(graph, index, numbers, folds);
    }

    private static int[] Levels(AcyclicGraph acyclic)
    {
        var nodes = acyclic.Graph.Nodes;
        if (nodes.All(n => n.Level is not null))
        {
            return [.. nodes.Select(n => n.Level!.Value)];
        }

        var level = nodes.All(n => n.Level is null)
            ? NetworkSimplex.Rank(nodes.Length, acyclic.Demands, acyclic.Graph.Options.Stop)
            : PinnedLevels.Rank(nodes, acyclic.Demands);
        FreeNodes.Settle(acyclic, level);
        return level;
    }
}
