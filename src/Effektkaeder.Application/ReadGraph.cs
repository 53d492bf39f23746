using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The whole graph, to be written out.</summary>
public sealed class ReadGraph(IGraph graph)
{
    public async Task<Graf> ReadAsync(CancellationToken ct)
    {
        var udsnit = await graph.SelectAsync(Selection.Whole, ct);
        return Graf.Of(udsnit.Nodes, udsnit.Edges);
    }
}
