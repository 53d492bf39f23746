using Effektkaeder.Domain;

namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>
/// Support, over hierarchy edges only: a root has 1, a dropped node 0, any other the sum of its parents' support divided by
/// the number of parents it had before the change. Walks node numbers: linear in what lies below the dropped nodes.
/// </summary>
internal static class Grundlag
{
    /// <summary>By number, the support of every dropped node and of every one below; every other node keeps 1.</summary>
    public static Dictionary<int, double> After(Udsnit udsnit, IReadOnlyCollection<int> dropped)
    {
        var support = dropped.ToDictionary(node => node, _ => 0.0);
        var below = Slaegt.Below(udsnit, dropped);
        // A policy stands above the levels; an edge always leads to a deeper level, so this order meets parents first.
        below.Sort((a, b) => Level(udsnit, a).CompareTo(Level(udsnit, b)));
        foreach (var node in below)
        {
            support.TryAdd(node, Left(udsnit, node, support));
        }

        return support;
    }

    /// <summary>What a node that is not dropped keeps. Between two nodes there is one hierarchy edge at most.</summary>
    private static double Left(Udsnit udsnit, int node, Dictionary<int, double> support)
    {
        var (sum, parents) = (0.0, 0);
        foreach (var edge in udsnit.In(node))
        {
            if (udsnit.TypeOf(edge).IsHierarchy())
            {
                sum += support.GetValueOrDefault(udsnit.From(edge), 1);
                parents++;
            }
        }

        return parents == 0 ? 1 : sum / parents;
    }

    private static int Level(Udsnit udsnit, int node) => udsnit.KindOf(node).Level() ?? -1;
}
