using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P2Layers;

/// <summary>
/// Spreads a folded level's nodes over its columns: neighbours in the hierarchy by turns, so that every column has its
/// share of every family, and leaves before nodes with edges onwards, so that few edges must pass a column.
/// </summary>
internal static class ColumnAssignment
{
    public static LayeredGraph Make(IndexedGraph graph, int[] level, int[] numbers, int[] folds)
    {
        var first = new int[numbers.Length];
        var columnLevel = new List<int>();
        for (var l = 0; l < numbers.Length; l++)
        {
            first[l] = columnLevel.Count;
            columnLevel.AddRange(Enumerable.Repeat(l, folds[l]));
        }

        var column = Array.ConvertAll(level, l => first[l]);
        if (columnLevel.Count > numbers.Length)
        {
            Spread(graph, level, folds, column);
        }

        KeepPrevious(graph, level, numbers, folds, first, column);
        return new LayeredGraph(graph, column, [.. columnLevel], numbers);
    }

    private static void Spread(IndexedGraph graph, int[] level, int[] folds, int[] column)
    {
        var onwards = new int[level.Length];
        foreach (var edge in graph.Edges)
        {
            var (a, b) = level[edge.Source] < level[edge.Target] ? (edge.Source, edge.Target) : (edge.Target, edge.Source);
            if (level[a] != level[b])
            {
                onwards[a]++;
            }
        }

        var families = FamilyOrder
            .Of(graph, level)
            .GroupBy(node => (Level: level[node], graph.Nodes[node].Lane))
            .Where(cell => folds[cell.Key.Level] > 1);
        foreach (var cell in families)
        {
            foreach (var chunk in cell.Chunk(folds[cell.Key.Level]))
            {
                var turn = 0;
                foreach (var node in chunk.OrderBy(n => onwards[n]))
                {
                    column[node] +=
                        chunk.Length == folds[cell.Key.Level] || onwards[node] == 0 ? turn : folds[cell.Key.Level] - chunk.Length + turn;
                    turn++;
                }
            }
        }
    }

    private static void KeepPrevious(IndexedGraph graph, int[] level, int[] numbers, int[] folds, int[] first, int[] column)
    {
        if (graph.Options.Previous is not { } previous)
        {
            return;
        }

        // Columns are counted inside their level, so that a level gained before it does not matter.
        var start = previous.Known.GroupBy(n => n.Level).ToDictionary(g => g.Key, g => g.Min(n => n.Column));
        var earlier = previous.Known.ToDictionary(n => n.Id, n => (n.Level, Offset: n.Column - start[n.Level]), StringComparer.Ordinal);
        for (var i = 0; i < column.Length; i++)
        {
            if (earlier.TryGetValue(graph.Input.Nodes[i].Id, out var was) && was.Level == numbers[level[i]] && was.Offset < folds[level[i]])
            {
                column[i] = first[level[i]] + was.Offset;
            }
        }
    }
}
