namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>Reads shortest paths back out of a walk.</summary>
internal static class Stisporing
{
    private const int MostPaths = 100;

    /// <summary>The shortest paths to a node, source first; one, or all up to a hundred, in the order the walk found them.</summary>
    /// <returns>Also whether there are more than the hundred.</returns>
    public static (IReadOnlyList<Sti> Stier, bool Afkortet) Shortest(
        Udsnit udsnit,
        ILookup<int, (Vandring.State State, Vandring.Reached Reached)> walk,
        int node,
        bool all,
        Pace pace
    )
    {
        var distance = walk[node].Min(s => s.Reached.Distance);
        var found = new List<Sti>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (state, _) in walk[node].Where(s => s.Reached.Distance == distance))
        {
            foreach (var (nodes, edges) in Back(state))
            {
                Sti sti = new([.. nodes.Select(n => udsnit.Nodes[n])], [.. edges.Select(e => udsnit.Edges[e])]);
                if (!seen.Add(string.Join('|', sti.Edges.Select(e => e.Key))))
                {
                    continue;
                }

                if (found.Count == MostPaths)
                {
                    return (found, true);
                }

                found.Add(sti);
                if (!all)
                {
                    return (found, false);
                }
            }
        }
        return (found, false);

        IEnumerable<(List<int> Nodes, List<int> Edges)> Back(Vandring.State state)
        {
            var reached = walk[state.Node].First(s => s.State == state).Reached;
            if (reached.Before.Count == 0)
            {
                yield return ([state.Node], []);
                yield break;
            }
            foreach (var (before, edge) in reached.Before)
            {
                pace.Step();
                foreach (var (nodes, edges) in Back(before))
                {
                    yield return ([.. nodes, state.Node], [.. edges, edge]);
                }
            }
        }
    }
}
