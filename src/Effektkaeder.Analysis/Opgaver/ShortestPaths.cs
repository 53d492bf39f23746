namespace Effektkaeder.Analysis.Opgaver;

/// <summary>
/// All shortest paths from one node to another, over hierarchy edges downwards and at most so many couplings, read either way. A
/// path is its nodes: two edges between the same two nodes make no two paths.
/// </summary>
/// <remarks>
/// Backwards from the goal, breadth first, layer by layer: how few couplings the rest of a path needs from a node that stands so
/// many edges from the goal. A node enters a farther layer only with fewer couplings, since else a shorter way does as well.
/// Then forwards from the start, only to nodes from which the rest is affordable: every step leads to a path, so the search
/// costs what the answer is long.
/// </remarks>
public static class ShortestPaths
{
    /// <summary>More paths than this are not listed.</summary>
    public const int MostPaths = 1_000_000;

    /// <returns>
    /// Edges in each path, -1 for none; and the paths, each one node more than that, sorted by their nodes' ids. More than
    /// <see cref="MostPaths"/> give none, and <c>TooMany</c>.
    /// </returns>
    public static Result Find(Workspace work, int from, int to, int mostCouplings)
    {
        work.Begin(first: 0);
        work.Ways.Clear();
        var length = Layers(work, from, to, mostCouplings);
        work.Used(work.Ways.Entries.Count);
        return length < 0 ? new(-1, [], false)
            : List(work, from, length, mostCouplings) ? new(length, work.Ways.Paths.Span, false)
            : new(length, [], true);
    }

    /// <returns>The layer that the start stands in; -1 where it is in none.</returns>
    private static int Layers(Workspace work, int from, int to, int mostCouplings)
    {
        var (graph, entries) = (work.Graph, work.Ways.Entries);
        Enter(work, to, 0, 0);
        for (var (head, left) = (0, 1); head < entries.Count; left++)
        {
            for (var layer = entries.Count; head < layer; head++)
            {
                var (node, _, couplings, _) = entries[head];
                if (node == from)
                {
                    return left - 1;
                }

                foreach (var above in graph.Up(node))
                {
                    Enter(work, above, left, couplings);
                }

                if (couplings < mostCouplings)
                {
                    foreach (var coupled in graph.Coupled(node))
                    {
                        Enter(work, coupled, left, couplings + 1);
                    }
                }
            }
        }

        return -1;
    }

    private static void Enter(Workspace work, int node, int left, int couplings)
    {
        var entries = work.Ways.Entries;
        var before = Math.Max(work.Marks[node] - work.Base, -1);
        if (before >= 0 && entries[before].Couplings <= couplings)
        {
            return;
        }

        if (before >= 0 && entries[before].Left == left)
        {
            entries[before].Couplings = couplings;
            return;
        }

        work.Marks[node] = work.Base + entries.Count;
        entries.Add(new(node, left, couplings, before));
    }

    /// <returns>False where there are too many.</returns>
    private static bool List(Workspace work, int from, int length, int mostCouplings)
    {
        var (steps, paths, candidates) = (work.Ways.Steps, work.Ways.Paths, work.Ways.Candidates);
        var most = (long)MostPaths * (length + 1);
        Take(work, from, 0, length, mostCouplings);
        while (steps.Count > 0)
        {
            ref var top = ref steps[steps.Count - 1];
            if (steps.Count == length + 1)
            {
                if (paths.Count + length + 1 > most)
                {
                    return false;
                }

                foreach (var step in steps.Span)
                {
                    paths.Add(step.Node);
                }

                top.Next = top.End;
            }

            if (top.Next == top.End)
            {
                steps.Cut(steps.Count - 1);
                candidates.Cut(steps.Count == 0 ? 0 : steps[steps.Count - 1].End);
                continue;
            }

            var (node, spent) = (candidates[top.Next++], top.Spent);
            var costs = work.Graph.Down(top.Node).BinarySearch(node) < 0 ? 1 : 0;
            Take(work, node, spent + costs, length - steps.Count, mostCouplings);
        }

        return true;
    }

    /// <summary>Puts a node on the path, and by id the nodes that may come after it.</summary>
    private static void Take(Workspace work, int node, int spent, int left, int mostCouplings)
    {
        var (graph, candidates) = (work.Graph, work.Ways.Candidates);
        var start = candidates.Count;
        if (left > 0)
        {
            var down = graph.Down(node);
            foreach (var below in down)
            {
                if (Affords(work, below, left - 1, mostCouplings - spent))
                {
                    candidates.Add(below);
                }
            }

            foreach (var coupled in graph.Coupled(node))
            {
                if (Affords(work, coupled, left - 1, mostCouplings - spent - 1) && down.BinarySearch(coupled) < 0)
                {
                    candidates.Add(coupled);
                }
            }

            graph.Order.Sort(candidates.Span[start..]);
        }

        work.Ways.Steps.Add(new(node, spent, start, candidates.Count));
    }

    /// <summary>Whether so many edges and couplings lead from a node to the goal.</summary>
    private static bool Affords(Workspace work, int node, int left, int couplings)
    {
        var entries = work.Ways.Entries;
        for (var at = work.Marks[node] - work.Base; at >= 0; at = entries[at].Before)
        {
            if (entries[at].Left == left)
            {
                return entries[at].Couplings <= couplings;
            }
        }

        return false;
    }

    /// <param name="length">Edges in each path; -1 for none.</param>
    /// <param name="paths">The paths' nodes, one path after the other.</param>
    /// <param name="tooMany">There are more than are listed.</param>
    public readonly ref struct Result(int length, ReadOnlySpan<int> paths, bool tooMany)
    {
        public int Length { get; } = length;

        public ReadOnlySpan<int> Paths { get; } = paths;

        public bool TooMany { get; } = tooMany;

        public int Count => Length < 0 ? 0 : Paths.Length / (Length + 1);
    }
}
