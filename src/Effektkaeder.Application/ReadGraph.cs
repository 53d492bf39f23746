using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The whole graph, now or as of a revision.</summary>
public sealed class ReadGraph(IGraphReader store)
{
    public async Task<Graf> ReadAsync(long? revision, CancellationToken ct)
    {
        var udsnit = await store.SelectAsync(Selection.Whole(revision), ct);
        return Graf.Of(udsnit.Nodes, udsnit.Edges);
    }
}
