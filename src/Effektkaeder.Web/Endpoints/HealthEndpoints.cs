using Effektkaeder.Storage.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Effektkaeder.Web.Endpoints;

/// <summary>Whether the process lives, and whether its store answers.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes, WebOptions options)
    {
        routes.MapGet("/healthz/live", () => Results.Text("ok"));
        routes.MapGet(
            "/healthz/ready",
            async (HttpContext context) =>
            {
                try
                {
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
