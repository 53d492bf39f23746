namespace Effektkaeder.Analysis.Paavirkning;

/// <summary>Reads shortest paths back out of a walk.</summary>
internal static class Stisporing
{
    private const int MostPaths = 100;

    /// <summary>A shortest path, source first: the one that the walk found first.</summary>
    /// <param name="reached">The states of a node that a shortest path leads to.</param>
    public static Sti First(Udsnit udsnit, IEnumerable<Vandring.Reached> reached)
    {
        var (nodes, edges, at) = (new List<int>(), new List<int>(), reached.First());
        for (nodes.Add(at.State.Node); at.Before.Count > 0; nodes.Add(at.State.Node))
        {
            var (from, edge) = at.Before[0];
            edges.Add(edge);
            at = from;
        }

        nodes.Reverse();
        edges.Reverse();
        return Sti(udsnit, nodes, edges);
    }

    /// <summary>All shortest paths up to a hundred, source first, in the order the walk found them.</summary>
    /// <param name="reached">The states of a node that a shortest path leads to.</param>
    public static Veje All(Udsnit udsnit, IEnumerable<Vandring.Reached> reached, Pace pace)
    {
        var found = new List<Sti>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (nodes, edges) in reached.SelectMany(Back))
        {
            if (!seen.Add(string.Join('|', edges)))
            {
                continue;
            }

            if (found.Count == MostPaths)
            {
                return new(found, afkortet: true);
            }

            found.Add(Sti(udsnit, nodes, edges));
        }

        return new(found, afkortet: false);

        IEnumerable<(List<int> Nodes, List<int> Edges)> Back(Vandring.Reached state)
        {
            if (state.Before.Count == 0)
            {
                yield return ([state.State.Node], []);
                yield break;
            }

            foreach (var (before, edge) in state.Before)
            {
                pace.Step();
                foreach (var (nodes, edges) in Back(before))
                {
                    yield return ([.. nodes, state.State.Node], [.. edges, edge]);
                }
            }
        }
    }

    private static Sti Sti(Udsnit udsnit, IEnumerable<int> nodes, IEnumerable<int> edges) =>
        new([.. nodes.Select(n => udsnit.Nodes[n])], [.. edges.Select(e => udsnit.Edges[e])]);
}
