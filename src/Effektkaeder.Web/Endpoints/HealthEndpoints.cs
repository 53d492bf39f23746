using Effektkaeder.Storage.Ports;
using Effektkaeder.Web.Telling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Whether the process lives, and whether its store answers.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes, WebOptions options, Meters meters)
    {
        routes.MapGet(
            "/metrics",
            async (HttpContext context) =>
            {
                var text = await meters.WriteAsync(options.Store, context.RequestAborted);
                return Results.Text(text, "text/plain; version=0.0.4; charset=utf-8");
            }
        );
        routes.MapGet("/healthz/live", () => Results.Text("ok"));
        routes.MapGet(
            "/healthz/ready",
            async (HttpContext context) =>
            {
                try
                {
                    if (await options.Store.TroubleAsync(context.RequestAborted) is { } trouble)
                    {
                        return Results.Problem(trouble, statusCode: 503);
                    }

                    return Results.Text($"ok, revision {await options.Store.LatestAsync(context.RequestAborted)}");
                }
                catch (StoreException e)
                {
                    return Results.Problem(e.Message, statusCode: 503);
                }
            }
        );
    }
}
