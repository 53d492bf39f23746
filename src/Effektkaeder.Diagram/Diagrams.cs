using Effektkaeder.Analysis;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Domain;

namespace Effektkaeder.Diagram;

/// <summary>From a graph to a drawing: a scene chooses what is shown, the layout gives it places, the renderer draws it.</summary>
public static class Diagrams
{
    /// <exception cref="SceneException">The scene lacks its node, or has nothing to show.</exception>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public static Drawing Draw(Udsnit udsnit, SceneRequest request, CancellationToken ct = default) =>
        request.Scene switch
        {
            Scene.Koblinger => MatrixRenderer.Render(Koblingsmatrix.Of(udsnit, request.Revision, request.Visning.Passer)),
            Scene.Tidslinje => TimelineRenderer.Render(Tidslinje.Of(udsnit, request.Node is null ? null : Node(udsnit, request), request)),
            Scene.Maalbillede => OnOneSheet(Maalbillede.MostSqueezed, squeeze => Maalbillede.Of(udsnit, request.Revision, squeeze)),
            Scene.Politik when Node(udsnit, request) is var node => OnOneSheet(
                Politikark.MostSqueezed,
                squeeze => Politikark.Of(udsnit, node, request.Revision, squeeze)
            ),
            _ => Draw(Scenic(udsnit, request), udsnit, request, ct),
        };

    /// <summary>What a scene of boxes and lines shows, before it has places: the form that other exports write.</summary>
    /// <exception cref="SceneException">The scene lacks its node, has nothing to show, or is no scene of boxes and lines.</exception>
    public static Picture Compose(Udsnit udsnit, SceneRequest request) =>
        request.Visning.ErTom
            ? Scenic(udsnit, request)
            : Visningsbillede.Of(Scenic(udsnit, request), udsnit, request.Visning, Opens(udsnit, request));

    /// <summary>
    /// Whatever is folded, opened or focused, what was there keeps its place: the choice is laid out from the scene without it, never
    /// from the choice before, so that an address alone tells where everything stands.
    /// </summary>
    private static Drawing Draw(Picture picture, Udsnit udsnit, SceneRequest request, CancellationToken ct)
    {
        var opens = Opens(udsnit, request);
        return request.Visning.ErTom
            ? SvgRenderer.Render(Visningsbillede.Count(picture, udsnit, opens), ct: ct)
            : SvgRenderer.Render(
                Visningsbillede.Count(Visningsbillede.Of(picture, udsnit, request.Visning, opens), udsnit, opens),
                PictureLayout.Place(picture, BoxLabel.All(picture), ct: ct),
                ct
            );
    }

    /// <summary>
    /// The nodes whose children are all at hand, whatever engine selected: of a chain what lies below it, of a centre its own, of all
    /// centres everything.
    /// </summary>
    private static Func<Node, bool> Opens(Udsnit udsnit, SceneRequest request)
    {
        switch (request.Scene)
        {
            case Scene.Overblik:
                return _ => true;
            case Scene.Center:
                return node => node.Udsagn.Any(u => u.Center == request.Node && !u.Indhold.Henvist);
            case Scene.Effektkaede when request.Node is { } key && udsnit.Find(key) is { Kind: NodeKind.Kommune } kommune:
                return node => node.Kommune == kommune.Kommune;
            case Scene.Effektkaede when request.Node is { } key && udsnit.Find(key) is { } start:
                var begun = Kaede.Begins(udsnit, start);
                var below = Slaegt.Below(udsnit, begun).Concat(begun).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
                return node => below.Contains(node.Key);
            default:
                return _ => false;
        }
    }

    /// <summary>
    /// The fullest of the tables that a sheet of A3 holds with letters that can be read; else the one that takes least room.
    /// </summary>
    private static Drawing OnOneSheet(int most, Func<int, Grid> table)
    {
        var page = PageSize.A3;
        return Enumerable
            .Range(0, most + 1)
            .Select(squeeze => GridRenderer.Render(table(squeeze)))
            .Select((drawing, squeeze) => (Drawing: drawing, squeeze))
            .First(d => d.squeeze == most || Page.One(d.Drawing, page, page.LeastText / Theme.SmallSize) is not null)
            .Drawing;
    }

    private static Picture Scenic(Udsnit udsnit, SceneRequest request) =>
        request.Scene switch
        {
            Scene.Effektkaede => Kaede.Of(udsnit, Node(udsnit, request), request.Revision),
            Scene.Center => Maalhierarki.OfCentre(udsnit, Node(udsnit, request), request.Revision),
            Scene.Overblik => Oversigt.Of(udsnit, request.Revision, request.Koblinger),
            Scene.Paavirkning => Paavirkningsbillede.Of(
                udsnit,
                request.Svar ?? throw new SceneException("Et billede af påvirkning kræver mindst én ændring."),
                request.Revision
            ),
            Scene.Forskel when request.Aftaler is { } aftaler => Forskelsbillede.OfAgreements(
                udsnit,
                Find(udsnit, aftaler.Fra),
                Find(udsnit, aftaler.Til),
                request.Revision
            ),
            Scene.Forskel when request is { Foer: { } former, Sider: { } sides } => Forskelsbillede.Of(
                former.Udsnit,
                udsnit,
                sides.Forskel,
                sides.Fra,
                sides.Til,
                request.Revision
            ),
            Scene.Forskel => request.Foer is { } foer
                ? Forskelsbillede.Of(foer.Udsnit, udsnit, foer.Revision, request.Revision)
                : throw new SceneException("Et billede af en forskel kræver to revisioner: brug »effekt draw forskel --from 1 --to 2«."),
            _ => throw new SceneException(
                "Diagrammet er en tabel eller en tidslinje og kan ikke skrives som bokse og linjer. Vælg svg, png, pdf eller html."
            ),
        };

    /// <summary>The effect chain of each contribution that an agreement states: its appendix.</summary>
    /// <exception cref="SceneException">The node is no agreement, or states no contribution.</exception>
    public static IReadOnlyList<Picture> Appendix(Udsnit udsnit, string aftale, long revision) =>
        Bilagskaeder.Of(udsnit, Find(udsnit, aftale), revision);

    /// <summary>The whole graph as boxes and lines, nothing folded.</summary>
    public static Picture Whole(Udsnit udsnit, long revision) => Helhed.Of(udsnit, revision);

    private static Node Node(Udsnit udsnit, SceneRequest request) =>
        request.Node is null ? throw new SceneException("Diagrammet kræver en knude: nøgle eller id.") : Find(udsnit, request.Node);

    private static Node Find(Udsnit udsnit, string key) => udsnit.Find(key) ?? throw new SceneException($"Der er ingen knude »{key}«.");
}
