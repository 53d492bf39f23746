using Effektkaeder.Domain;

namespace Effektkaeder.Application.Indexing;

/// <summary>A page of what a walk leads to from one node: each node, and at the same place the edge to it.</summary>
/// <param name="Total">Of all that the walk leads to and the filter lets through.</param>
public sealed record Neighbours(Node[] Nodes, Edge[] Edges, bool HasNext, bool HasPrevious, int Total)
{
    /// <summary>Whether the page holds all there are, and is handed out again when it is asked for again.</summary>
    public bool IsKept { get; internal init; }
}
