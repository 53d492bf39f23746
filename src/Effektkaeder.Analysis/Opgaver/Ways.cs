namespace Effektkaeder.Analysis.Opgaver;

/// <summary>What <see cref="ShortestPaths"/> remembers: the layers of nodes around the goal, and the path it stands on.</summary>
internal sealed class Ways
{
    /// <summary>Layers, one after the other; a node stands in each where fewer couplings lead on than in the ones before.</summary>
    public Growing<Entry> Entries { get; } = new();

    /// <summary>The nodes that may come next, a run for each node of the path.</summary>
    public Growing<int> Candidates { get; } = new();

    public Growing<Step> Steps { get; } = new();

    /// <summary>Paths found, one after the other.</summary>
    public Growing<int> Paths { get; } = new();

    public void Clear()
    {
        Entries.Clear();
        Candidates.Clear();
        Steps.Clear();
        Paths.Clear();
    }

    /// <param name="Left">Edges from the node to the goal.</param>
    /// <param name="Couplings">The fewest couplings among them.</param>
    /// <param name="Before">The node's entry in a nearer layer; -1 for none.</param>
    public record struct Entry(int Node, int Left, int Couplings, int Before);

    /// <summary>A node of the path, what it has spent, and the run of candidates that is still to be tried after it.</summary>
    public record struct Step(int Node, int Spent, int Next, int End);
}
