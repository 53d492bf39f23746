namespace Effektkaeder.Layout.Graph;

/// <summary>One node must stand on an earlier level than another.</summary>
internal readonly record struct Precedence(int Before, int After);

/// <summary>The graph with a circle-free set of demands on the levels.</summary>
internal sealed record AcyclicGraph(IndexedGraph Graph, Precedence[] Demands);
