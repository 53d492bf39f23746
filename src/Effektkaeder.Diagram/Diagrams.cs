using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram;

/// <summary>From a graph to a drawing: a scene chooses what is shown, the layout gives it places, the renderer draws it.</summary>
public static class Diagrams
{
    /// <exception cref="SceneException">The scene lacks its node, or has nothing to show.</exception>
    public static Drawing Draw(Udsnit udsnit, SceneRequest request) => SvgRenderer.Render(Compose(udsnit, request));

    /// <summary>What a scene shows, before it has places: the form that other exports write.</summary>
    public static Picture Compose(Udsnit udsnit, SceneRequest request) => request.Scene switch
    {
        Scene.Effektkaede => Kaede.Of(udsnit, Node(udsnit, request), request.Revision),
        Scene.Center => Centerbillede.Of(udsnit, Node(udsnit, request), request.Revision),
        Scene.Overblik => Oversigt.Of(udsnit, request.Revision),
        _ => Paavirkningsbillede.Of(udsnit, request.Svar ?? throw new SceneException("Et billede af påvirkning kræver mindst én ændring."), request.Revision),
    };

    private static Node Node(Udsnit udsnit, SceneRequest request) =>
        request.Node is null ? throw new SceneException("Diagrammet kræver en knude: nøgle eller id.")
        : udsnit.Find(request.Node) ?? throw new SceneException($"Der er ingen knude »{request.Node}«.");
}
