using Effektkaeder.Analysis;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>The paths between two nodes.</summary>
public sealed class FindPaths(IGraph graph)
{
    public async Task<Stisvar> FindAsync(string fra, string til, int koblingshop, int first, CancellationToken ct) =>
        Stier.Find(await graph.SelectAsync(new Selection([fra, til], koblingshop), ct), fra, til, koblingshop, first, ct);
}
