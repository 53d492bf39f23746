namespace Effektkaeder.Layout.Graph;

/// <summary>What an edge says about the order of the levels.</summary>
public enum EdgeKind
{
    /// <summary>Leads from a level to a deeper one; decides levels where none are given.</summary>
    Hierarchy,

    /// <summary>Ties any two nodes; never decides a level.</summary>
    Coupling,
}

/// <param name="Id">Unique among the nodes.</param>
/// <param name="Width">In the drawing's unit, as seen (not turned by the direction); positive.</param>
/// <param name="Height">As <paramref name="Width"/>.</param>
/// <param name="Level">Smaller comes first along the direction; null lets the engine choose.</param>
/// <param name="Lane">Nodes of one lane stand in one contiguous band; null is a nameless lane of its own.</param>
public sealed record LayoutNode(string Id, double Width, double Height, int? Level = null, string? Lane = null);

/// <param name="Id">Unique among the edges.</param>
/// <param name="Source">Id of a node.</param>
/// <param name="Target">Id of a node; may be the source (drawn as a loop).</param>
/// <param name="Kind">See <see cref="EdgeKind"/>.</param>
/// <param name="Label">Size of the label to place on it, as seen; null for none. A label moves no node and no edge.</param>
public sealed record LayoutEdge(string Id, string Source, string Target, EdgeKind Kind = EdgeKind.Hierarchy, LayoutSize? Label = null);

/// <summary>A graph to draw. The order of the lists matters only where everything else is equal.</summary>
public sealed record LayoutGraph(IReadOnlyList<LayoutNode> Nodes, IReadOnlyList<LayoutEdge> Edges);
