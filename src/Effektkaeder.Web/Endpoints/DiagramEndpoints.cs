using System.Text;
using Effektkaeder.Application;
using Effektkaeder.Diagram.Export;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>
/// Pictures as files: <c>/diagram.svg?scene=overblik</c> and what else a page's address says, so that what is seen is what is kept.
/// Also <c>.png</c>, <c>.pdf</c> and <c>.drawio</c>.
/// </summary>
internal static class DiagramEndpoints
{
    public static void MapDiagrams(this IEndpointRouteBuilder routes, WebOptions options)
    {
        var scenes = new SceneSources(options);
        foreach (var (ending, type) in Types)
        {
            routes.MapGet(
                $"/diagram.{ending}",
                (Delegate)((HttpContext context) => DrawAsync(context, scenes, options.Store, ending, type))
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

    private static async Task<IResult> DrawAsync(HttpContext context, SceneSources scenes, IGraphStore store, string ending, string type)
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
            var bytes = await BytesAsync(new DrawDiagram(source.Graph), question, ending, ct);
            context.Response.Headers.ETag = etag;
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, type);
        }
        catch (Exception e) when (e is SceneException or FormatException)
        {
            return Problem(400, e.Message);
        }
        catch (Exception e) when (e is UnknownRevisionException or UnknownNodeException)
        {
            return Problem(404, e.Message);
        }
    }

    private static async Task<byte[]> BytesAsync(DrawDiagram draw, DiagramQuestion question, string ending, CancellationToken ct)
    {
        if (ending == "drawio")
        {
            return Encoding.UTF8.GetBytes(await draw.DrawIoAsync(question, ct));
        }

        var drawing = await draw.DrawAsync(question, ct);
        return ending switch
        {
            "png" => Raster.Png(drawing),
            "pdf" => Raster.Pdf(drawing, null),
            _ => Encoding.UTF8.GetBytes(drawing.Svg),
        };
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
