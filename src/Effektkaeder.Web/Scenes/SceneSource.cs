using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Web.Scenes;

/// <summary>Where a scene is taken from: the graph that is shown, earlier ones of the same store, and what day it is.</summary>
public sealed record SceneSource(IGraph Graph, IGraphStore Store, DateOnly Today)
{
    /// <summary>A picture of all that there is, of more nodes than these, would be waited for and not be read.</summary>
    private const int MostNodes = 60_000;

    private static readonly HashSet<Scene> OfAll = [Scene.Overblik, Scene.Koblinger, Scene.Tidslinje, Scene.Forskel, Scene.Maalbillede];

    public Task<IGraph> AtAsync(long revision, CancellationToken ct) => Store.AtAsync(revision, ct);

    public async Task<bool> IsTooLargeAsync(Scene scene, CancellationToken ct) =>
        OfAll.Contains(scene) && await IsTooLargeAsync(Graph, ct);

    public static async Task<bool> IsTooLargeAsync(IGraph graph, CancellationToken ct) =>
        (await graph.SelectAsync(Selection.Whole, ct)).Nodes.Count > MostNodes;
}
