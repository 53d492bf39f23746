using Effektkaeder.Domain;

namespace Effektkaeder.Storage.Ports;

/// <summary>A numbered commit.</summary>
/// <param name="At">UTC.</param>
/// <param name="Action">What was done: <c>import</c>, <c>remove</c>, <c>undo</c>, <c>decide</c>.</param>
/// <param name="Source">The document or agreement it was done with.</param>
/// <param name="Summary">One line for people.</param>
public sealed record Revision(long Number, DateTimeOffset At, string Author, string Action, string? Source, string Summary);

/// <summary>What is known of a commit before it has a number.</summary>
public sealed record RevisionNote(DateTimeOffset At, string Author, string Action, string? Source, string Summary);

/// <summary>
/// What is to be stored and removed, on top of one revision. Elements are whole: every statement included; each is named
/// once; and afterwards every edge stands between two nodes that stand. Removing what is not there does nothing.
/// </summary>
public sealed record ChangeSet(
    long BaseRevision,
    RevisionNote Note,
    IReadOnlyList<Node> PutNodes,
    IReadOnlyList<Edge> PutEdges,
    IReadOnlyList<string> RemoveNodes,
    IReadOnlyList<string> RemoveEdges
)
{
    /// <summary>More than this goes in several commits.</summary>
    public const int MaxElements = 50_000;

    public int Count => PutNodes.Count + PutEdges.Count + RemoveNodes.Count + RemoveEdges.Count;

    /// <summary>
    /// The same as commits of at most so many elements, each on top of the one before; itself where it is small enough. Edges
    /// go before the nodes they stand on, and nodes come before the edges that stand on them.
    /// </summary>
    public IEnumerable<ChangeSet> Parts(int most = MaxElements)
    {
        if (Count <= most)
        {
            return [this];
        }

        IEnumerable<ChangeSet> parts =
        [
            .. RemoveEdges.Chunk(most).Select(part => this with { PutNodes = [], PutEdges = [], RemoveNodes = [], RemoveEdges = part }),
            .. PutNodes.Chunk(most).Select(part => this with { PutNodes = part, PutEdges = [], RemoveNodes = [], RemoveEdges = [] }),
            .. PutEdges.Chunk(most).Select(part => this with { PutNodes = [], PutEdges = part, RemoveNodes = [], RemoveEdges = [] }),
            .. RemoveNodes.Chunk(most).Select(part => this with { PutNodes = [], PutEdges = [], RemoveNodes = part, RemoveEdges = [] }),
        ];
        return parts.Select((part, i) => part with { BaseRevision = BaseRevision + i });
    }
}

/// <summary>One node or edge before and after a revision; null before = new, null after = removed.</summary>
public sealed record ElementChange(string Key, Node? NodeBefore, Node? NodeAfter, Edge? EdgeBefore, Edge? EdgeAfter)
{
    public bool IsNode => NodeBefore is not null || NodeAfter is not null;
}
