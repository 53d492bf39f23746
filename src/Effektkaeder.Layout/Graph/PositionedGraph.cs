namespace Effektkaeder.Layout.Graph;

/// <summary>A lane's extent across the levels.</summary>
internal readonly record struct Band(double Start, double End);

/// <summary>Every item has its place across the levels; places along them are the last phase's.</summary>
/// <param name="Ordered">The graph before it was positioned.</param>
/// <param name="Centre">By item, the middle of the item on the cross axis.</param>
/// <param name="Bands">By lane, in order, disjoint.</param>
internal sealed record PositionedGraph(OrderedGraph Ordered, double[] Centre, Band[] Bands);
