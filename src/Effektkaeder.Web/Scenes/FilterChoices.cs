using Effektkaeder.Application.Asking;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Web.Pages;

namespace Effektkaeder.Web.Scenes;

/// <summary>What a reader can choose among in the filters of a scene; what is empty is not offered.</summary>
/// <param name="Kinds">That can be left out of the picture.</param>
/// <param name="Days">Within which agreements are valid; null where the scene has no days to choose.</param>
/// <param name="HasCouplings">Whether couplings are drawn or listed.</param>
/// <param name="HasFindings">Whether what is drawn can be narrowed to what a check has found something about.</param>
public sealed record FilterChoices(
    IReadOnlyList<Node> Kommuner,
    IReadOnlyList<CenterChoice> Centre,
    IReadOnlyList<Node> Ansvarlige,
    IReadOnlyList<KindInfo> Kinds,
    Periode? Days,
    bool HasCouplings,
    bool HasFindings
)
{
    public static readonly FilterChoices None = new([], [], [], [], null, false, false);

    /// <summary>Pictures of boxes and lines.</summary>
    public static readonly IReadOnlySet<Scene> Boxed = new HashSet<Scene>
    {
        Scene.Overblik,
        Scene.Center,
        Scene.Effektkaede,
        Scene.Paavirkning,
        Scene.Forskel,
    };

    private static readonly HashSet<Scene> Shared = [Scene.Overblik, Scene.Koblinger, Scene.Paavirkning, Scene.Tidslinje, Scene.Forskel];

    private static readonly HashSet<Scene> Coupled = [Scene.Overblik, Scene.Koblinger, Scene.Center, Scene.Effektkaede];

    public static async Task<FilterChoices> OfAsync(ShownScene shown, CancellationToken ct)
    {
        var (scene, graph) = (shown.Address.Scene, shown.Source.Graph);
        var isShared = Shared.Contains(scene);
        var isBoxed = Boxed.Contains(scene);
        return new(
            isShared ? await PageLists.KommunerAsync(graph, ct) : [],
            isShared && !shown.IsTooLarge ? await shown.Source.CentresAsync(ct) : [],
            isShared && !shown.IsTooLarge ? await PageLists.AnsvarligeAsync(graph, ct) : [],
            isBoxed ? [NodeKind.Politik.Info(), .. NodeKinds.Levels] : [],
            isBoxed || scene is Scene.Koblinger or Scene.Tidslinje ? await shown.Source.DaysAsync(shown.Address, ct) : null,
            Coupled.Contains(scene),
            isBoxed || scene == Scene.Tidslinje
        );
    }
}
