using Effektkaeder.Analysis.Paavirkning;
using Effektkaeder.Application;
using Effektkaeder.Diagram.Scenes;
using Effektkaeder.Domain;
using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Diagrams as files: <c>/diagram.svg?scene=overblik</c>, with <c>noegle</c> for a node, and of an impact
/// <c>art</c> and <c>varighed</c> as the page has them.</summary>
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

        var graph = await options.Store.NewestAsync(context.RequestAborted);
        var key = query["noegle"].ToString() is { Length: > 0 } text ? NodeId.KeyOf(text) : null;
        if (key is not null && (await graph.NodesAsync([key], context.RequestAborted)).Count == 0)
        {
            return Problem(404, $"Der er ingen knude »{key}«.");
        }

        var etag = await RevisionTag.OfAsync(options.Store, graph, context.RequestAborted);
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            return Results.StatusCode(304);
        }

        try
        {
            var svar = scene == Scene.Paavirkning && key is not null ? await JudgeAsync(graph, key, context) : null;
            var drawing = await new DrawDiagram(graph).DrawAsync(new(scene, key, svar), context.RequestAborted);
            context.Response.Headers.ETag = etag;
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Text(drawing.Svg, "image/svg+xml; charset=utf-8");
        }
        catch (Exception e) when (e is SceneException or FormatException)
        {
            return Problem(400, e.Message);
        }
    }

    private static Task<Paavirkningssvar> JudgeAsync(IGraph graph, string key, HttpContext context)
    {
        var (art, varighed) = (context.Request.Query["art"].ToString(), context.Request.Query["varighed"].ToString());
        var change = Links.Change(key, art.Length == 0 ? Aendringsform.Arter[0] : art, varighed);
        return new AskImpact(graph).AskAsync([change], new(), context.RequestAborted);
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
