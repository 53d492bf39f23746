using Effektkaeder.Application.Asking;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Pages;

namespace Effektkaeder.Web.Scenes;

/// <summary>
/// Where one request's scene is taken from: the graph that is shown, earlier ones of the same store, and what day it is.
/// </summary>
public sealed class SceneSource(IGraph graph, IGraphStore store, DateOnly today)
{
    /// <summary>A picture of all that there is, of more nodes than these, would be waited for and not be read.</summary>
    private const int MostNodes = 60_000;

    private static readonly HashSet<Scene> OfAll = [Scene.Overblik, Scene.Koblinger, Scene.Tidslinje, Scene.Maalbillede];

    private Task<IReadOnlyList<CenterChoice>>? _centres;

    public IGraph Graph => graph;

    public IGraphStore Store => store;

    public DateOnly Today => today;

    public Task<IGraph> AtAsync(long revision, CancellationToken ct) => store.AtAsync(revision, ct);

    /// <summary>The centres that have an agreement: a page's filters and its lists choose among the same.</summary>
    public Task<IReadOnlyList<CenterChoice>> CentresAsync(CancellationToken ct) => _centres ??= PageLists.CentresAsync(graph, ct);

    /// <summary>The days that agreements are valid in, whichever of them are looked at.</summary>
    public async Task<Periode?> DaysAsync(SceneAddress address, CancellationToken ct) =>
        await PageLists.DaysAsync(await store.LookAtAsync(address.Udsyn() with { Gaelder = null }, ct), ct);

    public async Task<bool> IsTooLargeAsync(Scene scene, CancellationToken ct) => OfAll.Contains(scene) && await IsTooLargeAsync(graph, ct);

    public static async Task<bool> IsTooLargeAsync(IGraph graph, CancellationToken ct) =>
        (await graph.SelectAsync(Selection.Whole, ct)).Nodes.Count > MostNodes;
}
