using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Diagrams as files: <c>/diagram.svg?scene=overblik</c>, with <c>noegle</c> for a node or a dropped one.</summary>
internal static class DiagramEndpoints
{
    public static void MapDiagrams(this IEndpointRouteBuilder routes, WebOptions options) =>
        routes.MapGet("/diagram.svg", (Delegate)((HttpContext context) => DrawAsync(context, options)));

    private static async Task<IResult> DrawAsync(HttpContext context, WebOptions options)
    {
        var query = context.Request.Query;
        if (!Enum.TryParse<Scene>(query["scene"], ignoreCase: true, out var scene) || !Enum.IsDefined(scene))
        {
            return Problem(400, $"scene er en af {string.Join(", ", Enum.GetNames<Scene>().Select(n => n.ToLowerInvariant()))}.");
        }

        var key = query["noegle"].ToString() is { Length: > 0 } text ? NodeId.KeyOf(text) : null;
        if (key is not null && (await options.Store.NodesAsync([key], null, context.RequestAborted)).Count == 0)
        {
            return Problem(404, $"Der er ingen knude »{key}«.");
        }

        var etag = $"\"{await options.Store.LatestAsync(context.RequestAborted)}\"";
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            return Results.StatusCode(304);
        }

        try
        {
            Aendring[] changes = scene == Scene.Paavirkning && key is not null ? [new(key, AendringArt.Bortfalder)] : [];
            var drawing = await new DrawDiagram(options.Store).DrawAsync(scene, key, changes, context.RequestAborted);
            context.Response.Headers.ETag = etag;
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Text(drawing.Svg, "image/svg+xml; charset=utf-8");
        }
        catch (SceneException e)
        {
            return Problem(400, e.Message);
        }
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
