using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Diagram.Svg;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Drawings;
using Effektkaeder.Web.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// Pictures as files: <c>/diagram.svg?scene=overblik</c> and what else a page's address says, so that what is seen is what is kept.
/// Also <c>.png</c>, <c>.pdf</c> and <c>.drawio</c>.
/// </summary>
internal static class DiagramEndpoints
{
    public static void MapDiagrams(this IEndpointRouteBuilder routes, WebOptions options)
    {
        var scenes = new SceneSources(options, routes.ServiceProvider.GetRequiredService<KeptDrawings>());
        var hands = routes.ServiceProvider.GetRequiredService<Hands>();
        foreach (var (ending, type) in Types)
        {
            routes.MapGet(
                $"/diagram.{ending}",
                (Delegate)((HttpContext context) => DrawAsync(context, scenes, options.Store, hands, ending, type))
            );
        }
    }

    private static readonly (string Ending, string Type)[] Types =
    [
        ("svg", "image/svg+xml; charset=utf-8"),
        ("png", "image/png"),
        ("pdf", "application/pdf"),
        ("drawio", "application/xml; charset=utf-8"),
    ];

    private static async Task<IResult> DrawAsync(
        HttpContext context,
        SceneSources scenes,
        IGraphStore store,
        Hands hands,
        string ending,
        string type
    )
    {
        var (query, ct) = (context.Request.Query, context.RequestAborted);
        if (!Enum.TryParse<Scene>(query["scene"], ignoreCase: true, out var scene) || !Enum.IsDefined(scene))
        {
            return Problem(400, $"scene er en af {string.Join(", ", Enum.GetNames<Scene>().Select(n => n.ToLowerInvariant()))}.");
        }

        try
        {
            var address = SceneAddress.Read(scene, query);
            var source = await scenes.OfAsync(address, ct);
            if (address.Node is { } key && (await source.Graph.NodesAsync([key], ct)).Count == 0)
            {
                throw new UnknownNodeException(key);
            }

            var etag = await RevisionTag.OfAsync(store, source.Graph, ct);
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                return Results.StatusCode(304);
            }

            var question = await ShownScene.QuestionAsync(address, source, ct);
            var bytes =
                ending == "drawio"
                    ? Encoding.UTF8.GetBytes(await new DrawDiagram(source.Graph).DrawIoAsync(question, ct))
                    : await BytesAsync(await ShownScene.DrawAsync(address, source, question, scenes.Drawings, ct), ending, hands, ct);
            context.Response.Headers.ETag = etag;
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, type);
        }
        catch (Exception e) when (e is SceneException or FormatException)
        {
            return Problem(400, e.Message);
        }
        catch (RasterException e)
        {
            return Problem(503, e.Message);
        }
        catch (Exception e) when (e is UnknownRevisionException or UnknownNodeException)
        {
            return Problem(404, e.Message);
        }
    }

    /// <summary>Paper and pixels take much memory: they are made one at a time.</summary>
    private static Task<byte[]> BytesAsync(Drawing drawing, string ending, Hands hands, CancellationToken ct) =>
        ending switch
        {
            "png" => hands.WorkAsync(isOfAll: true, () => Task.Run(() => Raster.Png(drawing), ct), ct),
            "pdf" => hands.WorkAsync(isOfAll: true, () => Task.Run(() => Raster.Pdf(drawing, null), ct), ct),
            _ => Task.FromResult(Encoding.UTF8.GetBytes(drawing.Svg)),
        };

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
