using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Which diagram of the stored graph.</summary>
/// <param name="Node">Key of the node that it is about, where the scene has one.</param>
/// <param name="Aendringer">Of an impact.</param>
/// <param name="From">Of a difference: the earlier revision.</param>
/// <param name="To">The revision to draw; null for the newest.</param>
public sealed record DiagramQuestion(
    Scene Scene,
    string? Node = null,
    IReadOnlyList<Aendring>? Aendringer = null,
    long? From = null,
    long? To = null
);

/// <summary>Draws a scene of the stored graph.</summary>
public sealed class DrawDiagram(IGraphReader store)
{
    /// <exception cref="SceneException">The scene lacks its node or change, or has nothing to show.</exception>
    public Task<Drawing> DrawAsync(Scene scene, string? node, IReadOnlyList<Aendring> aendringer, CancellationToken ct) =>
        DrawAsync(new(scene, node, aendringer), ct);

    /// <exception cref="SceneException">The scene lacks its node or change, or has nothing to show.</exception>
    public async Task<Drawing> DrawAsync(DiagramQuestion question, CancellationToken ct)
    {
        var (udsnit, request) = await AskAsync(question, ct);
        return Diagrams.Draw(udsnit, request);
    }

    /// <summary>The same picture as a draw.io file.</summary>
    /// <exception cref="SceneException">As when it is drawn, or the scene is no picture of boxes and lines.</exception>
    public async Task<string> DrawIoAsync(DiagramQuestion question, CancellationToken ct)
    {
        var (udsnit, request) = await AskAsync(question, ct);
        return DrawIo.Write(Diagrams.Compose(udsnit, request));
    }

    private async Task<(Udsnit Udsnit, SceneRequest Request)> AskAsync(DiagramQuestion question, CancellationToken ct)
    {
        var revision = question.To ?? await store.LatestAsync(ct);
        var aendringer = question.Aendringer ?? [];
        IReadOnlyList<string> keys = question.Scene switch
        {
            Scene.Paavirkning => [.. aendringer.Select(a => a.Key)],
            Scene.Effektkaede or Scene.Center when question.Node is { } node => [node],
            _ => [],
        };
        var udsnit = await store.SelectAsync(new Selection(keys, Revision: question.To), ct);
        var svar =
            question.Scene == Scene.Paavirkning && aendringer.Count > 0 ? Paavirkningsanalyse.Judge(udsnit, aendringer, new()) : null;
        var request = new SceneRequest(question.Scene, question.Node, svar, revision);
        return question.From is not { } from
            ? (udsnit, request)
            : (udsnit, request with { Foer = (await store.SelectAsync(Selection.Whole(from), ct), from) });
    }
}
