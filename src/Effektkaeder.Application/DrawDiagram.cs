using Effektkaeder.Analysis;
using Effektkaeder.Analysis.Forskelle;
using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Diagram;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;

namespace Effektkaeder.Application;

/// <summary>Which diagram of a graph.</summary>
/// <param name="Node">Key of the node that it is about, where the scene has one.</param>
/// <param name="Svar">Of an impact: the answer that it shows, judged on the same graph.</param>
/// <param name="Foer">Of a difference: the earlier graph.</param>
/// <param name="IDag">Of a timeline: the day to mark; null for none.</param>
/// <param name="Koblinger">Of an overview: a line for each coupling, not one for each pair of centres.</param>
/// <param name="Aftaler">Of a difference in one graph: keys of the two agreements.</param>
public sealed record DiagramQuestion(
    Scene Scene,
    string? Node = null,
    Paavirkningssvar? Svar = null,
    IGraph? Foer = null,
    DateOnly? IDag = null,
    bool Koblinger = false,
    (string Fra, string Til)? Aftaler = null
)
{
    /// <summary>What the reader folded, opened, focused and filtered.</summary>
    public Visning Visning { get; init; } = Visning.Tom;

    /// <summary>Of a difference: the sides that are held against each other already, and what they are called.</summary>
    public Forskelssider? Sider { get; init; }

    /// <summary>The couplings that are drawn.</summary>
    public Koblingsvalg Kobler { get; init; } = Koblingsvalg.Alle;
}

/// <summary>Two graphs that are held against each other, and what they are called.</summary>
public sealed record Forskelssider(Forskel Forskel, IGraph Foer, IGraph Efter, string Fra, string Til);

/// <summary>Draws a scene of a graph.</summary>
public sealed class DrawDiagram(IGraph graph)
{
    /// <exception cref="SceneException">The scene lacks its node or change, or has nothing to show.</exception>
    public async Task<Drawing> DrawAsync(DiagramQuestion question, CancellationToken ct)
    {
        var (udsnit, request) = await AskAsync(question, ct);
        return Diagrams.Draw(udsnit, request, ct);
    }

    /// <summary>The same picture as a draw.io file.</summary>
    /// <exception cref="SceneException">As when it is drawn, or the scene is no picture of boxes and lines.</exception>
    public async Task<string> DrawIoAsync(DiagramQuestion question, CancellationToken ct)
    {
        var (udsnit, request) = await AskAsync(question, ct);
        return DrawIo.Write(Diagrams.Compose(udsnit, request));
    }

    /// <summary>An agreement's appendix: the effect chain of each of its contributions.</summary>
    /// <exception cref="SceneException">The node is no agreement, or states no contribution.</exception>
    public async Task<IReadOnlyList<Picture>> AppendixAsync(string aftale, CancellationToken ct) =>
        Diagrams.Appendix(await graph.SelectAsync(Selection.Whole, ct), aftale, graph.Revision);

    private async Task<(Udsnit Udsnit, SceneRequest Request)> AskAsync(DiagramQuestion question, CancellationToken ct)
    {
        var keys = question.Scene switch
        {
            Scene.Paavirkning => [.. question.Svar?.Aendrede.Select(a => a.Node.Key) ?? []],
            Scene.Effektkaede when question.Node is { } node => await AboutAsync(node, ct),
            Scene.Center or Scene.Politik when question.Node is { } node => [node],
            _ => [],
        };
        var udsnit = question.Kobler.Of(await graph.SelectAsync(new Selection(keys), ct));
        var request = new SceneRequest(question.Scene, question.Node, question.Svar, graph.Revision)
        {
            IDag = question.IDag,
            Koblinger = question.Koblinger,
            Aftaler = question.Aftaler,
            Visning = question.Visning,
        };
        if (question.Sider is { } sides)
        {
            return (
                question.Kobler.Of(await sides.Efter.SelectAsync(Selection.Whole, ct)),
                request with
                {
                    Foer = (await sides.Foer.SelectAsync(Selection.Whole, ct), sides.Foer.Revision),
                    Sider = (sides.Forskel, sides.Fra, sides.Til),
                }
            );
        }

        return question.Foer is { } foer
            ? (udsnit, request with { Foer = (await foer.SelectAsync(Selection.Whole, ct), foer.Revision) })
            : (udsnit, request);
    }

    /// <summary>
    /// What a chain is to be selected by: an agreement with what it states, what stands outside the hierarchy with what it belongs to, as
    /// a graph that selects by the walk along hierarchy and couplings would leave it out; a municipality with all there is.
    /// </summary>
    private async Task<IReadOnlyList<string>> AboutAsync(string key, CancellationToken ct)
    {
        if (graph.AtHand is not null || (await graph.NodesAsync([key], ct)).FirstOrDefault() is not { } node || node.Kind.IsChain())
        {
            return [key];
        }

        if (node.Kind == NodeKind.Kommune)
        {
            return [];
        }

        var chain = new Walk([], Direction.Either, [.. NodeKinds.Levels.Select(k => k.Kind)]);
        var around = (await graph.ExpandAsync(new([key], chain, null, [], Page.Everything), ct))[0].Items;
        return [key, .. around.Select(n => n.Node.Key)];
    }
}
