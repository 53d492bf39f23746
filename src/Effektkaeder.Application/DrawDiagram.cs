using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Draws a scene of the stored graph.</summary>
public sealed class DrawDiagram(IGraphReader store)
{
    /// <exception cref="SceneException">The scene lacks its node or change, or has nothing to show.</exception>
    public async Task<Drawing> DrawAsync(Scene scene, string? node, IReadOnlyList<Aendring> aendringer, CancellationToken ct)
    {
        var revision = await store.LatestAsync(ct);
        var keys = scene == Scene.Paavirkning ? aendringer.Select(a => a.Key).ToList() : node is null ? [] : [node];
        var udsnit = await store.SelectAsync(new Selection(keys), ct);
        var svar = scene == Scene.Paavirkning && aendringer.Count > 0 ? Paavirkningsanalyse.Vurder(udsnit, aendringer, new()) : null;
        return Diagrams.Draw(udsnit, new(scene, node, svar, revision));
    }
}
