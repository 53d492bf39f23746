using Effektkaeder.Domain;

namespace Effektkaeder.Analysis;

/// <summary>The nodes of a path, and the edges between them (one fewer).</summary>
public sealed record Sti(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges)
{
    public double Tillid => Edges.Aggregate(1.0, (product, edge) => product * edge.Tillid);
}
