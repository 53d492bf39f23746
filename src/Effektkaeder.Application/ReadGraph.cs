using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The whole graph, or what one agreement states, to be written out.</summary>
public sealed class ReadGraph(IGraph graph)
{
    public async Task<Graf> ReadAsync(CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        return Graf.Of(udsnit.Nodes, udsnit.Edges);
    }

    /// <param name="aftale">Key of the agreement.</param>
    public async Task<Graf> StatedAsync(string aftale, CancellationToken ct)
    {
        var (nodes, edges) = await graph.StatedByAsync(aftale, ct);
        return Graf.Of(nodes, edges);
    }
}
