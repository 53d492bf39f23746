using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// How many columns each level gets. A level is split, the one that lowers the drawing most first, until the drawing's
/// extent across the levels is no more than the asked multiple of that along them.
/// </summary>
internal static class FoldPlan
{
    /// <summary>Edges that pass a column need room too: an estimate, as edges are routed later.</summary>
    private const double PassingShare = 0.12;

    /// <returns>By level, its number of columns, at least 1.</returns>
    public static int[] Make(IndexedGraph graph, int[] level, int[] numbers)
    {
        var levels = numbers.Length;
        var folds = new int[levels];
        Array.Fill(folds, 1);
        if (graph.Options.Previous is { } previous)
        {
            // A drawing that is to stay where it was keeps its folds.
            foreach (var was in previous.Known.GroupBy(n => n.Level))
            {
                var at = Array.BinarySearch(numbers, was.Key);
                if (at >= 0)
                {
                    folds[at] = was.Max(n => n.Column) - was.Min(n => n.Column) + 1;
                }
            }

            return folds;
        }

        if (graph.Options.Folding == LevelFolding.Never)
        {
            return folds;
        }

        var breadth = new double[levels, graph.Lanes.Length];
        var length = new double[levels];
        var count = new int[levels];
        for (var i = 0; i < level.Length; i++)
        {
            breadth[level[i], graph.Nodes[i].Lane] += graph.Nodes[i].Breadth + graph.Options.NodeSpacing;
            length[level[i]] = Math.Max(length[level[i]], graph.Nodes[i].Length);
            count[level[i]]++;
        }

        while (Across(null) > graph.Options.MaxAspect * Along())
        {
            var best = -1;
            var bestGain = 0.0;
            for (var l = 0; l < levels; l++)
            {
                if (folds[l] >= count[l])
                {
                    continue;
                }

                var gain = (Across(null) - Across(l)) / (length[l] + Channel());
                if (gain > bestGain)
                {
                    (best, bestGain) = (l, gain);
                }
            }

            if (best < 0)
            {
                // No single level decides alone: split the one that is broadest as it stands.
                best = Enumerable.Range(0, levels).Where(l => folds[l] < count[l]).DefaultIfEmpty(-1).MaxBy(l => l < 0 ? 0 : Sum(l));
                if (best < 0)
                {
                    return folds;
                }
            }

            folds[best]++;
        }

        return folds;

        double Channel() => graph.Options.LevelSpacing * 1.6;

        double Along() => Enumerable.Range(0, levels).Sum(l => folds[l] * (length[l] + Channel()));

        double Sum(int l) => Enumerable.Range(0, graph.Lanes.Length).Sum(lane => Height(l, lane, 0));

        double Height(int l, int lane, int more) =>
            (breadth[l, lane] / (folds[l] + more)) + (breadth[l, lane] * PassingShare * (folds[l] + more - 1) / (folds[l] + more));

        double Across(int? split)
        {
            var sum = 0.0;
            for (var lane = 0; lane < graph.Lanes.Length; lane++)
            {
                var most = 0.0;
                for (var l = 0; l < levels; l++)
                {
                    most = Math.Max(most, Height(l, lane, l == split ? 1 : 0));
                }

                sum += most + (2 * graph.Options.LanePadding) + graph.Options.LaneSpacing;
            }

            return sum;
        }
    }
}
