using Microsoft.AspNetCore.Http;

namespace Effektkaeder.Web;

/// <summary>Keeps other sites' pages from using a server that only this machine should reach.</summary>
internal static class Guard
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// A foreign Host means a name was made to point here (DNS rebinding), a foreign Origin that another site's page asks.
    /// Both get 403.
    /// </summary>
    public static async Task RefuseForeignersAsync(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host;
        var origin = context.Request.Headers.Origin.ToString();
        var isOwn =
            LoopbackNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
            && (
                origin.Length == 0 || string.Equals(origin, $"{context.Request.Scheme}://{host.Value}", StringComparison.OrdinalIgnoreCase)
            );
        if (isOwn)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        await context.Response.WriteAsync(
            """{"title":"Fremmed Host eller Origin","status":403,"detail":"Serveren svarer kun på sin egen adresse på denne maskine."}"""
        );
    }

    /// <summary>Nothing from elsewhere runs in the pages, and nobody frames them.</summary>
    public static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers["Content-Security-Policy"] =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
            + "worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
